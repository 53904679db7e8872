import { createSasClient } from '@sas-kit/client';
import '@sas-kit/elements/booking';

const booking = document.querySelector('sas-booking')!;
booking.client = createSasClient({ baseUrl: 'https://your-platform.example', key: 'pk_…' });
booking.addEventListener('sas-book', ({ appointment }) => {
  document.querySelector('#told')!.textContent = `Référence ${appointment.reference}`;
});
