import { createApp } from 'vue';
import Booking from './booking.vue';

createApp(Booking).mount('#app');
