/** Sends the free slots of a window as they stand; the platform works out what changed. */
import { createSasClient, type PushedSlot } from '@sas-kit/client';
import { baseUrl, tokenOf } from './settings.ts';

const HOUR = 3_600_000;
const client = createSasClient({ baseUrl, token: tokenOf('editor') });

const practice = {
  ref: 'phare',
  practitioner: {
    nationalId: '810999000911',
    family: 'Courlieu',
    given: 'Simon',
    specialties: ['SM54'],
  },
  location: {
    line: '1 chemin du Phare',
    postcode: '76310',
    city: 'Sainte-Adresse',
    insee: '76552',
  },
};
const [known] = (await client.schedules.list({ ref: practice.ref })).items;
const { id } = known ?? (await client.schedules.create(practice));

// A window of the next day. An instant with Z is read too.
const midnight = Math.ceil(Date.now() / (24 * HOUR)) * 24 * HOUR;
const at = (hours: number) => new Date(midnight + hours * HOUR).toISOString();
const window = { from: at(0), to: at(24) };

/** A free slot of your software; `ref` is its own id there, and stays the same at every push. */
const free = (hour: number): PushedSlot => ({
  ref: `phare-${at(hour).slice(0, 13)}`,
  start: at(hour),
  end: at(hour + 0.5),
  modalities: ['AMB'],
  visibility: ['PUBLIC'],
});

async function push(what: string, hours: readonly number[]): Promise<void> {
  const { created, kept, removed, conflicts } = await client.schedules.replaceSlots(id, {
    ...window,
    slots: hours.map(free),
  });
  console.log(`${what}: ${created} created, ${kept} kept, ${removed} removed`);
  // What the platform did not take: booked meanwhile, in an absence, over another slot, or past.
  for (const { ref, reason } of conflicts) console.log(`  ${ref}: ${reason}`);
}

await push('empty', []);
await push('three free slots', [9, 10, 11]);
await push('the same again', [9, 10, 11]);
await push('10:00 was taken by telephone, 15:00 is free', [9, 11, 15]);
