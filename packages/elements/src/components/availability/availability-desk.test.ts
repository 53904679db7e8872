import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Card } from '@sas-kit/client';
import { Announcer } from '../../controllers/announcer.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import type { SasSlotSelectEvent } from '../../events/slot-select.ts';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import { fakeClient, offline, type FakeClient } from '../../testing/fake-client.ts';
import * as fixtures from '../../testing/fixtures.ts';
import {
  cardAt,
  done,
  gone,
  liveSearch,
  professional,
  source,
  type LiveSearch,
} from '../../testing/live-search.ts';
import { stage } from '../../testing/stage.ts';
import { find, focused, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './availability.ts';
import type { SasAvailability } from './availability.ts';
import type { Answer } from './outcome.ts';
import {
  deskScenes,
  many,
  notAsked,
  notConnected,
  ormelune,
  showArrivals,
  vasquerel,
  vendorCard,
} from './testing/desk-scenes.ts';

const tag = 'sas-availability';
const play = (name: string) => async () => stage<SasAvailability>(tag, deskScenes()[name]!);

const cell = (id: string) => `[data-cell="${id}"]`;
const titles = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('.desk .card .subtitle') ?? [])].map((title) =>
    (title as HTMLElement).innerText.trim(),
  );
const said = (element: Element) =>
  (get(element, '[role=status]').textContent ?? '').replace(/\s/g, ' ');
const spread = many.map((card, index) => cardAt(`5${String(index).padStart(2, '0')}`, card));

/** An element whose stream says this at once, and then what the test tells it. */
async function opened(...first: Parameters<typeof liveSearch>) {
  const live = liveSearch(...first);
  const element = await stage<SasAvailability>(tag, {
    attributes: { insee: '76351' },
    script: { stream: live.stream },
  });
  if (first.length > 0) await until(element, '.desk');
  return { element, live };
}

/** Waits until what was told has been taken up: a source that comes after it is said. */
async function taken({ element, live }: { element: SasAvailability; live: LiveSearch }) {
  live.tell(source('sentinel', 'failed'));
  await untilText(element, 'sentinel n’a pas répondu');
}

/** Adds up every layout shift until it is asked. */
function shifts(): () => number {
  let sum = 0;
  const add = (entries: PerformanceEntryList) => {
    for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  return () => {
    add(observer.takeRecords());
    observer.disconnect();
    return sum;
  };
}

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

describe('<sas-availability> of a client that streams', () => {
  const all = Object.fromEntries(Object.keys(deskScenes()).map((name) => [name, play(name)]));

  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, play('settled'));
  checklist.translated(play('one editor down'), {
    fr: 'medagenda n’a pas répondu : ses créneaux manquent.',
    en: 'medagenda did not answer: its slots are missing.',
  });
  checklist.edged(play('first cards'), ['.status']);

  describe('shows', () => {
    it('the first cards before everything was told, and says so', async () => {
      const { element } = await opened(source('medagenda', 'asking'), cardAt('20', ormelune));
      await untilText(element, 'Claire Ormelune');
      expect(textOf(element)).to.include('1 logiciel répond encore');
      expect(get(element, '.results').getAttribute('aria-busy')).to.equal('false');
      expect(said(element)).to.include('1 premier lieu de soins, la recherche continue.');
    });

    it('what the practice says of itself', async () => {
      const practice: Card['practice'] = {
        ...{ feeSector: '1', thirdPartyPayment: true, wheelchair: null, newPatients: false },
        ...{ languages: ['fr', 'en'], information: 'Deuxième étage.', openingHours: [] },
      };
      const { element } = await opened(cardAt('20', { ...ormelune, practice }));
      await untilText(element, 'Deuxième étage.');
      const facts = [...get(element, '.card .practice').querySelectorAll('li')];
      expect(facts.map((fact) => fact.textContent)).to.deep.equal([
        ...['Secteur 1', 'Tiers payant', 'Pas de nouveaux patients', 'Parle français, anglais'],
      ]);
      await expect(element).shadowDom.to.be.accessible();
    });

    it('the own doctor first, under a banner, with slots or without', async () => {
      const doctor: Card = { ...notConnected, preferred: true };
      const { element } = await opened(
        cardAt('00', doctor),
        cardAt('20', ormelune),
        cardAt('30', vasquerel),
        done(),
      );
      await untilText(element, 'Créneaux jusqu’au');
      const [name] = titles(element);
      expect(name).to.equal(get(element, '.preferred .card .subtitle').innerText.trim());
      expect(find(element, '.preferred')?.querySelectorAll('.card')).to.have.length(1);
      expect(get(element, '.banner').textContent).to.equal('Médecin traitant');
      expect(textOf(element)).to.include('2 lieux de soins avec des créneaux libres');
      expect(titles(element)).to.have.length(3);
      await expect(element).shadowDom.to.be.accessible();
    });

    it('those without slots only once everything was told', async () => {
      const test = await opened(
        source('medagenda', 'asking'),
        cardAt('20', ormelune),
        cardAt('40', notConnected),
      );
      await untilText(test.element, 'Claire Ormelune');
      expect(textOf(test.element)).not.to.include('Hélène Roux');
      test.live.tell(source('medagenda', 'complete'), done());
      await untilText(test.element, 'Hélène Roux');
      expect(textOf(test.element)).to.include('Le logiciel connecté a répondu.');
    });

    it('no sentence about software where none is connected', async () => {
      const { element } = await opened(cardAt('20', ormelune), done());
      await untilText(element, 'Créneaux jusqu’au');
      expect(textOf(get(element, '.status'))).not.to.include('logiciel');
    });

    it('a card that could not be asked as that, never as one without slots', async () => {
      const element = await play('one editor down')();
      const text = textOf(element);
      expect(text).to.include('Son agenda n’a pas pu être interrogé');
      expect(text).not.to.match(/Pas de créneau|Aucun créneau/);
    });

    it('the platform’s own slots where no editor answers, and says what they are', async () => {
      const element = await play('all editors down')();
      expect(find(element, cell('m-24-0920'))).to.exist;
      expect(textOf(element)).to.include('ne sont là que les créneaux saisis sur la plateforme');
    });

    it('an editor that is missing to whoever listens, behind how many cards there are', async () => {
      const element = await play('one editor down')();
      await when(() => said(element).includes('n’a pas répondu'), 'the sentence');
      expect(said(element)).to.equal(
        'Le Havre : 2 lieux de soins avec des créneaux libres. ' +
          'Agenda medagenda n’a pas répondu : ses créneaux manquent.',
      );
    });

    it('as many places as it tells of, the own doctor’s beside them', async () => {
      const { element } = await opened(
        cardAt('00', { ...vendorCard, preferred: true }),
        cardAt('20', ormelune),
        cardAt('30', vasquerel),
        done(),
      );
      await untilText(element, '2 lieux de soins avec des créneaux libres');
      await when(() => said(element).includes('créneaux libres'), 'the sentence');
      expect(said(element)).to.include('2 lieux de soins avec des créneaux libres');
    });

    it('a list that is no longer kept up to date as frozen', async () => {
      const { element, live } = await opened();
      await when(() => live.opened === 1, 'the first connection');
      live.tell(cardAt('20', ormelune), done());
      await untilText(element, 'Claire Ormelune');
      live.hangUp();
      await untilText(element, 'Liste figée depuis');
      expect(textOf(element)).to.include('passez au téléphone');
      await when(() => said(element).startsWith('Liste figée depuis'), 'the sentence');
      expect(said(element)).to.include('passez au téléphone');
    });

    it('once that it is frozen, and again where it is another time', async () => {
      const { element, live } = await opened();
      await when(() => live.opened === 1, 'the first connection');
      live.tell(cardAt('20', ormelune), done());
      await untilText(element, 'Créneaux jusqu’au');
      live.hangUp();
      await when(() => said(element).includes('Liste figée'), 'the sentence');
      await when(() => live.opened === 2, 'the second connection');
      live.tell(source('sentinel', 'failed'));
      await when(() => said(element).startsWith('Agenda sentinel'), 'what is missing');
      await untilText(element, 'Liste figée');
      live.tell(source('sentinel', 'complete'), cardAt('20', ormelune), done());
      await when(() => !textOf(element).includes('Liste figée'), 'live again');
      live.hangUp();
      await when(() => said(element).includes('Liste figée'), 'the sentence again');
    });

    it('the failure where the first connection fails', async () => {
      const element = await play('nobody')();
      expect(find(element, '[part=problem]')).to.exist;
    });

    it('further pages behind what came first', async () => {
      const live = liveSearch(cardAt('20', ormelune), done({ next: 'page-2' }));
      const page = fixtures.answer([ormelune, vasquerel]);
      const element = await stage<SasAvailability>(tag, {
        attributes: { insee: '76351' },
        script: { stream: live.stream, search: async () => page },
      });
      await until(element, '.more');
      press(element, 'Voir d’autres lieux de soins');
      await untilText(element, 'Paul Vasquerel');
      expect(titles(element)).to.deep.equal(['Claire Ormelune', 'Paul Vasquerel']);
      expect((element.client as FakeClient).calls('search')[0]?.[0]?.cursor).to.equal('page-2');
      await taken({ element, live });
      expect(titles(element)).to.deep.equal(['Claire Ormelune', 'Paul Vasquerel']);
    });
  });

  describe('settles', () => {
    it('a card of a higher rank only when it is asked for', async () => {
      const test = await opened(...spread);
      await until(test.element, '[part=card]');
      test.live.tell(cardAt('10', vendorCard));
      await untilText(test.element, '1 nouvelle proposition');
      expect(titles(test.element)).not.to.include('Aminata Diallo');
      expect(said(test.element)).to.include('1 nouvelle proposition');
      showArrivals(test.element);
      await when(() => titles(test.element)[0] === 'Aminata Diallo', 'the card in its place');
      await when(
        () => (focused() as HTMLElement | null)?.innerText === 'Aminata Diallo',
        'the focus on what is new',
      );
      expect(find(test.element, '.arrivals button')).to.equal(null);
    });

    it('says once that something waits', async () => {
      const test = await opened(...spread);
      await until(test.element, '[part=card]');
      test.live.tell(cardAt('10', vendorCard));
      await untilText(test.element, '1 nouvelle proposition');
      const before = said(test.element);
      test.live.tell(cardAt('11', vasquerel));
      await untilText(test.element, '2 nouvelles propositions');
      expect(said(test.element)).to.equal(before);
    });

    it('a card below what is seen in its place at once', async () => {
      const test = await opened(...spread);
      await until(test.element, '[part=card]');
      test.live.tell(cardAt('5105', vendorCard));
      await when(() => titles(test.element).includes('Aminata Diallo'), 'the card');
      expect(titles(test.element).at(-2)).to.equal('Aminata Diallo');
      expect(find(test.element, '.arrivals button')).to.equal(null);
    });

    it('nothing above the card that has the focus', async () => {
      const test = await opened(...spread);
      await until(test.element, '[part=card]');
      const last = get(test.element, cell('m-24-0920-11'));
      last.focus({ preventScroll: true });
      const at = last.getBoundingClientRect().top;
      test.live.tell(cardAt('5105', vendorCard));
      await untilText(test.element, '1 nouvelle proposition');
      expect(focused()).to.equal(last);
      expect(last.getBoundingClientRect().top).to.be.closeTo(at, 0.5);
    });

    it('new slots of a card that is seen when they are asked for', async () => {
      const test = await opened(cardAt('20', ormelune), cardAt('30', vasquerel), done());
      await untilText(test.element, 'Paul Vasquerel');
      const slots = [
        professional({ ...fixtures.ormelune, slots: [fixtures.slot('2026-11-23T18:00:00+01:00')] })
          .slots[0]!,
      ];
      const change = { card: ormelune.id, rank: '20', state: 'free', moreSlots: 0 } as const;
      test.live.tell({ event: 'slot', data: { ...change, slots, removed: [] } });
      await untilText(test.element, '1 nouvelle proposition');
      expect(find(test.element, cell(slots[0]!.id))).to.equal(null);
      showArrivals(test.element);
      await until(test.element, cell(slots[0]!.id));
    });

    it('a slot that is taken where it stands, without moving the next one under the pointer', async () => {
      const test = await opened(cardAt('20', ormelune), done());
      await untilText(test.element, 'Claire Ormelune');
      const next = get(test.element, cell('m-24-0935'));
      const at = next.getBoundingClientRect().top;
      const change = { card: ormelune.id, rank: '20', state: 'free', moreSlots: 0 } as const;
      const removed = ['m-24-0920'];
      test.live.tell({ event: 'slot', data: { ...change, slots: [], removed } });
      await until(test.element, '.taken');
      const slot = get(test.element, cell('m-24-0920'));
      expect(slot.getAttribute('aria-disabled')).to.equal('true');
      expect(slot.getAttribute('aria-label')).to.match(/^9\sh\s20 pris, mardi/);
      expect(next.getBoundingClientRect().top).to.equal(at);
      let chosen = 0;
      test.element.addEventListener('sas-slot-select', () => (chosen += 1));
      slot.click();
      expect(chosen).to.equal(0);
    });

    it('a slot of an editor that no longer answers as one to be checked, not as taken', async () => {
      const test = await opened(
        source('medagenda', 'complete', 1),
        cardAt('20', vendorCard),
        done(),
      );
      await untilText(test.element, 'Aminata Diallo');
      const silent: Card = { ...vendorCard, state: 'not-asked', slots: [] };
      test.live.tell(source('medagenda', 'timeout'), cardAt('20', silent));
      await until(test.element, `.unsure${cell('v-24-1140')}`);
      expect(get(test.element, cell('v-24-1140')).getAttribute('aria-label')).to.match(
        /^11\sh\s40 à vérifier, mardi/,
      );
      expect(textOf(test.element)).not.to.include('pris');
    });

    it('a card that goes while it is seen keeps its place', async () => {
      const test = await opened(cardAt('20', ormelune), cardAt('30', vasquerel), done());
      await untilText(test.element, 'Paul Vasquerel');
      test.live.tell(gone(ormelune));
      await when(() => find(test.element, `.taken${cell('m-24-0920')}`) !== null, 'taken');
      expect(titles(test.element)).to.deep.equal(['Claire Ormelune', 'Paul Vasquerel']);
      expect(find(test.element, '.arrivals button'), 'nothing new').to.equal(null);
    });

    for (const [width, height] of [
      [1280, 800],
      [320, 640],
    ] as const) {
      it(`with a layout shift below 0.02 at ${width} px`, async () => {
        await setViewport({ width, height });
        const test = await opened(
          source('medagenda', 'asking'),
          source('docplan', 'asking'),
          cardAt('20', ormelune),
          cardAt('30', vasquerel),
        );
        await untilText(test.element, 'Paul Vasquerel');
        get(test.element, '.desk').scrollIntoView();
        await frames(20);
        const moved = shifts();
        test.live.tell(cardAt('10', vendorCard), source('medagenda', 'complete', 1));
        await untilText(test.element, '1 nouvelle proposition');
        test.live.tell(...spread, source('docplan', 'timeout'));
        await untilText(test.element, 'docplan n’a pas répondu');
        test.live.tell(cardAt('60', notAsked), done());
        await untilText(test.element, 'Autres cabinets proches');
        await frames(3);
        expect(moved()).to.be.below(0.02);
      });
    }
  });

  describe('asks', () => {
    it('again when the reader wishes, and keeps what is shown until then', async () => {
      const { element, live } = await opened(
        source('medagenda', 'timeout'),
        cardAt('20', ormelune),
        done(),
      );
      await untilText(element, 'medagenda n’a pas répondu');
      press(element, 'Réessayer');
      expect(titles(element)).to.deep.equal(['Claire Ormelune']);
      await when(() => live.opened === 2, 'another connection');
    });

    it('again, and leaves the focus there when the button has gone', async () => {
      const { element, live } = await opened();
      await when(() => live.opened === 1, 'the first connection');
      live.tell(source('medagenda', 'timeout'), cardAt('20', ormelune), done());
      const retry = await until(element, '.status .button');
      retry.focus();
      retry.click();
      await when(() => live.opened === 2, 'another connection');
      live.tell(source('medagenda', 'complete', 1), cardAt('20', ormelune), done());
      await when(() => find(element, '.status .button') === null, 'the button gone');
      await when(() => focused() === get(element, '.status'), 'the focus on the state');
    });

    it('again where nobody answered, and leaves the focus there', async () => {
      const live = liveSearch(cardAt('20', ormelune), done());
      let refused = true;
      const element = await stage<SasAvailability>(tag, {
        attributes: { insee: '76351' },
        script: {
          stream: async function* (query, options) {
            if (refused) throw offline();
            yield* live.stream(query, options);
          },
        },
      });
      const retry = await until(element, '.problem .button');
      refused = false;
      retry.focus();
      retry.click();
      await untilText(element, 'Claire Ormelune');
      expect(focused()).to.equal(get(element, '.results'));
    });

    it('again, and says of the list that is still shown how old it is where nobody answers', async () => {
      const live = liveSearch(cardAt('20', ormelune), source('medagenda', 'timeout'), done());
      let refused = false;
      const { element } = await opened();
      element.client = fakeClient({
        stream: async function* (query, options) {
          if (refused) throw offline();
          yield* live.stream(query, options);
        },
      });
      await untilText(element, 'medagenda n’a pas répondu');
      refused = true;
      press(element, 'Réessayer');
      await until(element, '[part=problem]');
      await untilText(element, 'Liste figée depuis 14 h 20');
      expect(titles(element)).to.deep.equal(['Claire Ormelune']);
    });

    it('for the slots of a card that were not listed, and shows them at once', async () => {
      const many = { ...ormelune, slots: ormelune.slots.slice(0, 3), moreSlots: 11 };
      const live = liveSearch();
      const element = await stage<SasAvailability>(tag, {
        attributes: { insee: '76351' },
        script: { stream: live.stream },
      });
      await when(() => live.opened === 1, 'the first connection');
      live.tell(cardAt('20', many), done());
      await untilText(element, 'Afficher 11 créneaux plus tard');
      press(element, 'Afficher 11 créneaux plus tard');
      await when(() => live.opened === 2, 'the second connection');
      live.tell(cardAt('20', ormelune), done());
      await until(element, cell('m-24-1645'));
      expect(find(element, '.arrivals button')).to.equal(null);
    });

    it('not for a search that another one has followed', async () => {
      const { element } = await opened();
      const live = liveSearch(cardAt('20', ormelune), done());
      const { Desk } = await import('./desk/desk.ts');
      const task = new AsyncTask<never[], Answer>(element, () => new Promise(() => undefined));
      const desk = new Desk(element, task, new Announcer(element));
      const client = fakeClient({ stream: live.stream });
      let thrown: unknown;
      try {
        await desk.ask(client, { insee: '76351' }, AbortSignal.abort('followed'));
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.equal('followed');
      expect(live.opened).to.equal(0);
    });

    it('again when it comes back to the page', async () => {
      const { element, live } = await opened(cardAt('20', ormelune), done());
      await untilText(element, 'Claire Ormelune');
      const parent = element.parentElement!;
      element.remove();
      parent.append(element);
      await when(() => live.opened === 2, 'another connection');
    });

    it('once where the client does not stream', async () => {
      const element = await stage<SasAvailability>(tag, { attributes: { insee: '76351' } });
      element.client = fakeClient();
      await untilText(element, 'Claire Ormelune');
      expect(find(element, '.desk')).to.equal(null);
    });
  });

  describe('a slot of an editor', () => {
    const withUrl = (bookingUrl: string | null): Card => ({
      ...vendorCard,
      slots: vendorCard.slots.map((slot) => ({ ...slot, bookingUrl })),
    });

    it('is a link to the editor’s site, which does not learn where from', async () => {
      const { element } = await opened(cardAt('20', vendorCard), done());
      const link = await until<HTMLAnchorElement>(element, `a${cell('v-24-1140')}`);
      expect(link.href).to.equal('https://agenda.example/reserver?origin=sas');
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener');
      expect(link.referrerPolicy).to.equal('no-referrer');
      const name = link.getAttribute('aria-label');
      expect(name).to.match(/^11\sh\s40 autre site, mardi 24 novembre/);
      expect(name).to.include('s’ouvre sur le site de l’éditeur medagenda');
      expect(link.closest('[role=gridcell]')).to.exist;
    });

    it('is no link to its editor where an orientation books it', async () => {
      const [slot] = vendorCard.slots;
      const bookable = { ...slot!, source: { ...slot!.source, bookableHere: true } };
      const { element } = await opened(cardAt('20', { ...vendorCard, slots: [bookable] }), done());
      expect((await until(element, cell('v-24-1140'))).localName).to.equal('a');
      const page = document.createElement('sas-orientation');
      element.parentElement!.append(page);
      page.attachShadow({ mode: 'open' }).append(element);
      const isButton = () => find(element, `button${cell('v-24-1140')}`) !== null;
      await when(isButton, 'a button');
      const button = get(element, cell('v-24-1140'));
      expect(button.getAttribute('aria-label')).not.to.include('site');
    });

    it('is told to the page, which may keep the choice to itself', async () => {
      const [slot] = vendorCard.slots;
      const bookable = { ...slot!, source: { ...slot!.source, bookableHere: true } };
      const { element } = await opened(cardAt('20', { ...vendorCard, slots: [bookable] }), done());
      const link = await until(element, cell('v-24-1140'));
      let event: SasSlotSelectEvent | undefined;
      element.addEventListener('sas-slot-select', (chosen) => {
        event = chosen;
        chosen.preventDefault();
      });
      let followed = true;
      element.addEventListener('click', (click) => (followed = !click.defaultPrevented));
      link.click();
      expect(followed).to.equal(false);
      expect(event?.slot).to.deep.equal(bookable);
    });

    it('is reached by the arrows', async () => {
      const { element } = await opened(cardAt('20', vendorCard), done());
      const link = await until(element, cell('v-24-1140'));
      expect(link.tabIndex).to.equal(0);
      link.focus();
      await sendKeys({ press: 'End' });
      expect(focused()).to.equal(link);
    });

    for (const url of ['javascript:alert(1)', 'http://agenda.example/', 'agenda', '', null]) {
      it(`is no link to ${url}`, async () => {
        const { element } = await opened(cardAt('20', withUrl(url)), done());
        expect((await until(element, cell('v-24-1140'))).localName).to.equal('button');
        expect(find(element, '.card a[href]:not(.tel)')).to.equal(null);
      });
    }
  });
});
