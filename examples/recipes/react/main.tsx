import { createRoot } from 'react-dom/client';
import { Booking } from './booking';

createRoot(document.querySelector('#app')!).render(<Booking />);
