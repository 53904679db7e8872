/** Opens the agenda of a practice, gives it weekly hours, and shows what can be booked. */
import { createSasClient, eachItem, type ScheduleRequest } from '@sas-kit/client';
import { baseUrl, tokenOf } from './settings.ts';

const client = createSasClient({ baseUrl, token: tokenOf('editor') });

/** `ref` is your software's own id of the agenda: it finds the agenda again. */
const practice: ScheduleRequest & { ref: string } = {
  ref: 'falaise',
  practitioner: {
    nationalId: '810999000903',
    family: 'Valmorin',
    given: 'Judith',
    specialties: ['SM54'],
  },
  structure: {
    nationalId: '1769999905',
    kind: 'practice',
    name: 'Cabinet de démonstration de la Falaise',
  },
  location: {
    line: '6 rue du Sémaphore',
    postcode: '76310',
    city: 'Sainte-Adresse',
    insee: '76552',
  },
  publicDisplay: true,
};

const [known] = (await client.schedules.list({ ref: practice.ref })).items;
const agenda = known ?? (await client.schedules.create(practice));
console.log(`${known ? 'found' : 'opened'} the agenda « ${practice.ref} »`);

const rules = (await client.rules.list(agenda.id)).items;
if (rules.length === 0) {
  await client.rules.create(agenda.id, {
    days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    startTime: '09:00',
    endTime: '12:00',
    slotMinutes: 20,
    visibility: ['PUBLIC'],
    modalities: ['AMB'],
    publicDisplay: true,
  });
  console.log('added its hours: every day, 09:00 to 12:00, every 20 minutes');
}

const slots = eachItem((query) => client.slots.list(agenda.id, query), { limit: 100 });
const days = new Map<string, number>();
for await (const { start, booked } of slots) {
  const day = start.slice(0, 10);
  if (booked === 0) days.set(day, (days.get(day) ?? 0) + 1);
}
for (const [day, free] of days) console.log(`${day}: ${free} free slots`);
