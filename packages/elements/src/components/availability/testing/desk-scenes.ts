import type { AvailabilityEvent, Card } from '@sas-kit/client';
import { failing, offline } from '../../../testing/fake-client.ts';
import { clock } from '../../../base/clock.ts';
import * as fixtures from '../../../testing/fixtures.ts';
import { cardAt, done, liveSearch, professional, source } from '../../../testing/live-search.ts';
import type { Scene, Scenes } from '../../../testing/scenes.ts';
import { get, press, until, untilText, when } from '../../../testing/tree.ts';

export const ormelune = professional(fixtures.ormelune);
export const vasquerel = professional(fixtures.vasquerel);
export const dutySite = professional(fixtures.dutySite);
export const vendorCard = professional(fixtures.vendorCard, 'medagenda');
export const notConnected = professional(fixtures.notConnected);
export const notAsked = professional(fixtures.notAsked);

/** The practitioner's own agenda came first, then nobody else. */
const own = [cardAt('20', ormelune), cardAt('30', vasquerel)];
const asking = [source('medagenda', 'asking'), source('docplan', 'asking')];

/** Pages of offers, so that there is something below the window. */
export const many: Card[] = Array.from({ length: 12 }, (_, index) => ({
  ...ormelune,
  id: `card-many-${index}`,
  distanceKm: 1 + index / 10,
  slots: ormelune.slots.map((slot) => ({ ...slot, id: `${slot.id}-${index}` })),
}));

const showing = (text: string) => (element: HTMLElement) => untilText(element, text);

/** The same, once the live region says it as well: it does after how many cards there are. */
const saying = (text: string) => async (element: HTMLElement) => {
  await untilText(element, text);
  await when(() => get(element, '[role=status]').textContent?.includes(text) ?? false, text);
};

/** What a desk's search is told, and the text by which it is seen to be there. */
const scene = (
  events: AvailabilityEvent[],
  text: string,
  act = showing(text),
  script: Scene['script'] = {},
): Scene => ({
  attributes: { insee: '76351' },
  script: { stream: liveSearch(...events).stream, ...script },
  act,
});

/** Follows a link to an editor's page, of which no window is opened. */
async function leave(element: HTMLElement): Promise<void> {
  const link = await until(element, 'a[data-cell]');
  element.addEventListener('click', (event) => event.preventDefault(), { once: true });
  link.click();
}

/** Leaves for an editor's page, then what comes of it. */
const departure = (text: string, script: Scene['script'] = {}, answer?: string): Scene =>
  scene(
    [source('medagenda', 'complete', 1), cardAt('10', vendorCard), ...own, done()],
    text,
    async (element) => {
      await leave(element);
      if (answer !== undefined) {
        await until(element, '.departure .button:not([aria-disabled])');
        press(element, answer);
      }
      await when(
        () => element.shadowRoot?.textContent?.replace(/\s/g, ' ').includes(text) ?? false,
        text,
      );
    },
    script,
  );

/** A list of practices that say what was asked for. */
const filtered = () =>
  scene([...own, done()], '', async (element) => {
    const details = await until<HTMLDetailsElement>(element, '.practice-filters');
    details.open = true;
    details.querySelector('input')?.click();
    await untilText(element, 'Seulement');
  });

/** Scenes of a professional's search, whose client streams. Each call makes its own streams. */
export const deskScenes = (): Scenes => ({
  'first cards': scene([...asking, ...own], 'logiciels répondent encore'),
  settled: scene(
    [
      source('medagenda', 'complete', 1),
      source('docplan', 'complete'),
      ...own,
      cardAt('10', vendorCard),
      cardAt('40', dutySite),
      cardAt('50', notConnected),
      done(),
    ],
    'Les 2 logiciels ont répondu',
  ),
  'one editor down': scene(
    [
      source('medagenda', 'timeout'),
      source('docplan', 'complete'),
      ...own,
      cardAt('40', notAsked),
      done(),
    ],
    'medagenda n’a pas répondu',
    saying('medagenda n’a pas répondu'),
  ),
  'all editors down': scene(
    [
      source('medagenda', 'circuit-open'),
      source('docplan', 'failed'),
      ...own,
      cardAt('40', notAsked),
      done(),
    ],
    'Aucun logiciel n’a répondu',
    saying('Aucun logiciel n’a répondu'),
  ),
  'nothing but failures': scene(
    [source('medagenda', 'failed'), source('docplan', 'refused'), cardAt('40', notAsked), done()],
    'Pas de créneau en ligne',
    saying('Aucun logiciel n’a répondu'),
  ),
  enlarged: scene(
    [
      source('docplan', 'complete'),
      ...own,
      done({
        enlargedFromKm: 10,
        radiusKm: 20,
        place: { ...fixtures.results.place, approximate: true },
      }),
    ],
    'Position approchée',
  ),
  'own doctor': scene(
    [cardAt('00', { ...vendorCard, preferred: true }), ...own, done()],
    'Médecin traitant',
  ),
  arrivals: {
    ...scene([], ''),
    ...(() => {
      const live = liveSearch(
        ...asking,
        ...many.map((card, index) => cardAt(`5${String(index).padStart(2, '0')}`, card)),
      );
      return {
        script: { stream: live.stream },
        act: async (element: HTMLElement) => {
          await untilText(element, 'Créneaux jusqu’au');
          (await until(element, '[data-cell]')).focus();
          live.tell(source('medagenda', 'complete', 1), cardAt('10', vendorCard));
          await untilText(element, '1 nouvelle proposition');
        },
      };
    })(),
  },
  filtered: filtered(),
  'departure asked': departure('Avez-vous réservé'),
  'departure booked': departure('Noté : réservé.', {}, 'Réservé'),
  'departure given up': departure('Noté : abandonné.', {}, 'Abandonné'),
  'departure not noted': departure('n’a pas pu être noté', { leave: failing(offline()) }),
  'departure overdue': scene(
    [source('medagenda', 'complete', 1), cardAt('10', vendorCard), ...own, done()],
    '',
    async (element) => {
      await until(element, 'a[data-cell]');
      const real = { ...clock };
      clock.after = (_, call) => real.after(0, call);
      await leave(element);
      await untilText(element, 'Sans nouvelles de l’éditeur');
      Object.assign(clock, real);
    },
  ),
  nobody: {
    attributes: { insee: '76351', territory: 'le-havre' },
    script: {
      stream: async function* () {
        yield await failing(offline())();
      },
    },
    act: showing('Le service ne répond pas'),
  },
});

/** Shows what is held back. */
export const showArrivals = (element: HTMLElement, count = 1): void =>
  press(
    element,
    count > 1
      ? `${count} nouvelles propositions · Les afficher`
      : '1 nouvelle proposition · L’afficher',
  );
