import { readFile } from 'node:fs/promises';
import type { Contestant, Entry, Given } from './contestant.ts';

const FILE = new URL('../../../packages/elements/dist/cdn/sas-availability.js', import.meta.url);

/**
 * One card with the whole week, its days opened by the reader before. What is measured begins when the
 * platform's answer is there; before it the card has no slots.
 */
async function setUp({ week, changed }: Given): Promise<void> {
  type Change = Record<string, unknown>;
  const slotOf = (slot: object, change: Change = {}) => ({
    ...slot,
    ...{ modalities: ['AMB'], visibility: ['PUBLIC'], booking: 'ROUTINE', communities: [] },
    ...{ capacity: 1, remaining: 1, reasons: [], bookingUrl: null },
    ...change,
  });
  const place = { line: '1 rue des Galets', postcode: '76600', city: 'Le Havre' };
  const answer = (slots: readonly object[]) => ({
    place: { label: 'Le Havre', insee: '76351', timeZone: 'Europe/Paris', approximate: false },
    ...{ radiusKm: 10, enlargedFromKm: null, from: week.from, to: week.to, asOf: week.from },
    ...{ nextAvailable: null, next: null, seed: 'a1b2' },
    items: [
      {
        id: 'card',
        state: slots.length > 0 ? 'free' : 'none-free',
        practitioner: { given: 'Aline', family: 'Vaudrelle', specialties: ['SM54'] },
        structure: null,
        location: { ...place, id: 'place', name: null, timeZone: 'Europe/Paris', phone: null },
        ...{ distanceKm: 1.2, preferred: false, slots, moreSlots: 0 },
      },
    ],
  });
  const all = week.days.flat();
  const full = all.map((slot) => slotOf(slot));
  const after = all.map((slot) => slotOf(slot, slot.id === changed ? { modalities: ['VR'] } : {}));
  const answers: Record<string, object> = {
    ...{
      first: structuredClone(answer(full)),
      full: answer(full),
      none: answer([]),
      after: answer(after),
    },
  };
  let next = 'first';
  const empty = async () => ({ items: [], next: null });
  await customElements.whenDefined('sas-availability');
  const element = Object.assign(document.createElement('sas-availability'), {
    client: {
      availability: { search: async () => answers[next] },
      places: { search: empty },
      specialties: { search: empty },
      territories: { get: () => new Promise(() => undefined) },
    },
    place: 'Le Havre',
    insee: '76351',
  }) as unknown as HTMLElement & { refresh(): Promise<void> };
  document.body.append(element);
  const root = element.shadowRoot ?? element;
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((done) => requestAnimationFrame(done));
  };
  const cells = () => root.querySelectorAll('[data-cell]').length;
  const cell = () => root.querySelector(`[data-cell="${changed}"]`);
  await until(() => cells() > 0);
  root.querySelector<HTMLElement>('.link')!.click();
  await until(() => cells() === all.length);
  next = 'none';
  await element.refresh();
  await until(() => cells() === 0);
  const refresh = (name: string) => {
    next = name;
    void element.refresh();
  };
  const contestant: Contestant = {
    root,
    show: () => refresh('full'),
    count: cells,
    change: () => refresh('after'),
    changed: () => cell()?.textContent?.includes('vidéo') === true,
  };
  Object.assign(globalThis, { contestant });
}

/** `<sas-availability>` as it is delivered. */
export const element: Entry = {
  name: '<sas-availability>',
  load: async () => ({ code: await readFile(FILE, 'utf8'), css: '', module: true }),
  setUp,
};
