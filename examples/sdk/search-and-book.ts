/** What a page does for a visitor: search, hold a slot, book it, and cancel. */
import { createSasClient, isSlotTaken } from '@sas-kit/client';
import { baseUrl, publicKey } from './settings.ts';

const client = createSasClient({ baseUrl, key: publicKey() });

const { items } = await client.availability.search({
  insee: '76351',
  specialty: 'SM54',
  booking: ['ROUTINE'],
  limit: 5,
});
for (const { practitioner, structure, distanceKm, slots, moreSlots } of items) {
  const who = practitioner ? `Dr ${practitioner.family}` : structure?.name;
  console.log(`${distanceKm.toFixed(1)} km  ${who}: ${slots.length + moreSlots} free slots`);
}
const card = items.find(({ state }) => state === 'free');
const [first] = card?.slots ?? [];
if (!card || !first) throw new Error('nothing is free within 48 hours: show the number to call');

/** Tries the slot; somebody may have been faster since the search: then the nearest other one. */
async function hold(slotId: string) {
  try {
    return await client.holds.create({ slotId });
  } catch (error) {
    const [nearest] = isSlotTaken(error) ? error.alternatives : [];
    if (nearest === undefined) throw error;
    console.log(`taken meanwhile, the next one is ${nearest.start}`);
    return client.holds.create({ slotId: nearest.id });
  }
}

const { id: holdId, slot, expiresAt } = await hold(first.id);
console.log(`held ${slot.start} until ${expiresAt}, while the visitor fills the form`);

// Retried as often as it needs under one idempotency key: never two appointments.
const appointment = await client.appointments.book({
  slotId: slot.id,
  holdId,
  contact: { name: 'Personne Fictive', phone: '06 39 98 00 01' },
});
const { id, reference, manageToken } = appointment;
console.log(`booked ${reference}, ${appointment.slot.start}`);

// The manage token is answered once: whoever has it may cancel or move the appointment.
const { status } = await client.appointments.cancel(id, { manageToken });
console.log(`${status} again`);
