/** Cost of writing, reading and checking an answer: `node --conditions=source packages/fhir/bench/write-bundle.ts`. */
import type { Agenda } from '../src/model.ts';
import { writeBundle } from '../src/write/bundle.ts';

const START = Date.parse('2026-11-23T08:00:00Z');

/** An agenda of people with one place each and slots every quarter of an hour. */
function agendaOf(people: number, slotsEach: number): Agenda {
  const index = Array.from({ length: people }, (_, person) => person);
  return {
    practitioners: index.map((person) => ({
      id: `pr-${person}`,
      nationalId: String(10_999_000_000 + person),
      family: 'AUBRY',
      given: 'Camille',
      phone: '06 39 98 00 10',
      specialties: ['SM54'],
    })),
    places: index.map((person) => ({
      id: `place-${person}`,
      structure: { finess: '760009001' },
      line: `${person} rue des Galets`,
      postalCode: '76600',
      city: 'Le Havre',
      phone: `02 61 91 ${String(1000 + person).replace(/(..)/, '$1 ')}`,
    })),
    slots: index.flatMap((person) =>
      Array.from({ length: slotsEach }, (_, slot) => ({
        id: `slot-${person}-${slot}`,
        practitioner: `pr-${person}`,
        place: `place-${person}`,
        start: new Date(START + slot * 900_000).toISOString(),
        end: new Date(START + slot * 900_000 + 900_000).toISOString(),
        visibility: ['PUBLIC', 'PRO'] as const,
        modalities: ['AMB'] as const,
        booking: 'ROUTINE' as const,
        reasons: ['Consultation non programmée'],
        url: `https://agenda.example/rdv?praticien=pr-${person}`,
      })),
    ),
  };
}

const options = {
  baseUrl: 'https://agenda.example/fhir',
  selfUrl: 'https://agenda.example/fhir/Slot?status=free',
  identifierSystem: 'https://agenda.example/ids',
};

function measure(name: string, rounds: number, work: () => unknown): void {
  for (let round = 0; round < rounds / 5; round++) work();
  const before = performance.now();
  for (let round = 0; round < rounds; round++) work();
  const milliseconds = (performance.now() - before) / rounds;
  console.log(`${name.padEnd(48)} ${milliseconds.toFixed(3)} ms`);
}

for (const [people, slotsEach] of [
  [1, 4],
  [25, 4],
  [25, 40],
] as const) {
  const agenda = agendaOf(people, slotsEach);
  const name = `${people} practitioners, ${people * slotsEach} slots`;
  measure(`write, ${name}`, 1_000, () => writeBundle('ps', agenda, options));
  const { resource } = writeBundle('ps', agenda, options);
  measure(`JSON.stringify, ${name}`, 1_000, () => JSON.stringify(resource));
}
