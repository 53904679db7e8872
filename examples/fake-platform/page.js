// The platform is there before the first element asks it.
const { serviceWorker } = navigator;
const begun = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
await serviceWorker.register('service-worker.js?url=https://sas.example&seed=3');
await (serviceWorker.controller ?? begun);
await import('/cdn/sas-booking.js');
