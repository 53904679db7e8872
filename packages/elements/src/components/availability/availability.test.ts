import { expect, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { SasSearchEvent } from '../../events/search.ts';
import type { SasSlotSelectEvent } from '../../events/slot-select.ts';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import { failing, offline, type FakeClient } from '../../testing/fake-client.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { availabilityScenes as scenes, type Scene } from '../../testing/scenes.ts';
import { stage, stages } from '../../testing/stage.ts';
import {
  find,
  focused,
  get,
  press,
  textOf,
  type as write,
  until,
  untilText,
  when,
} from '../../testing/tree.ts';
import './availability.ts';
import type { SasAvailability } from './availability.ts';

const tag = 'sas-availability';
const show = (scene: Scene) => stage<SasAvailability>(tag, scene);
const asked = (element: SasAvailability) => element.client as FakeClient;
const cell = (id: string) => `[data-cell="${id}"]`;

describe('<sas-availability>', () => {
  const all = stages(tag, scenes);
  const results = () => show(scenes.results);

  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, results);
  checklist.hidden(results);
  checklist.reflects(results, { theme: 'dark' });
  checklist.defaults(tag, {
    specialty: 'SM54',
    place: '',
    insee: '',
    modality: '',
    headingLevel: 2,
    slotsPerCard: 30,
    baseUrl: '',
    key: '',
  });
  checklist.themed(results, {
    '--sas-color-accent': ['.submit', 'background-color'],
    '--sas-color-tint': ['.slot', 'background-color'],
    '--sas-color-ground': ['.root', 'background-color'],
    '--sas-color-danger': ['.emergency', 'border-inline-start-color'],
  });
  checklist.translated(results, {
    fr: 'Trouver un rendez-vous dans les 48 heures',
    en: 'Find an appointment within 48 hours',
  });

  describe('searches', () => {
    it('at once around the commune that the page gives', async () => {
      const element = await results();
      const [[query] = []] = asked(element).calls('search');
      expect(query).to.include({ insee: '76351', specialty: 'SM54', slotsPerCard: 30 });
      expect(query).not.to.have.any.keys('q', 'lat', 'lon', 'department', 'modality');
      expect(get<HTMLInputElement>(element, '#place').value).to.equal('Le Havre');
    });

    it('around the text of the page where it gives no code', async () => {
      const element = await show({ ...scenes.results, attributes: { place: '76600' } });
      expect(asked(element).calls('search')[0]?.[0]).to.include({ q: '76600' });
    });

    it('nothing before a place is known', async () => {
      const element = await show(scenes.idle);
      expect(asked(element).calls('search')).to.have.length(0);
    });

    it('what the reader writes instead of the page’s commune', async () => {
      const element = await results();
      write(element, '#place', 'Fécamp');
      get(element, '.submit').click();
      await when(() => asked(element).calls('search').length === 2, 'second search');
      expect(asked(element).calls('search')[1]?.[0]).to.include({ q: 'Fécamp' });
    });

    it('again when a filter changes, and says how many places it found', async () => {
      const element = await results();
      get(element, '.chip input').click();
      await when(() => asked(element).calls('search').length === 2, 'second search');
      expect(asked(element).calls('search')[1]?.[0]?.modality).to.deep.equal(['AMB']);
      await when(() => get(element, '[role=status]').textContent.includes('4'), 'announcement');
    });

    it('aborts the call that a newer one replaces', async () => {
      const signals: (AbortSignal | undefined)[] = [];
      const element = await show({
        ...scenes.loading,
        script: {
          search: (_query, options) => {
            signals.push(options?.signal);
            return new Promise(() => undefined);
          },
        },
      });
      element.specialty = 'SM40';
      await element.updateComplete;
      await when(() => signals.length === 2, 'second call');
      expect(signals[0]?.aborted).to.equal(true);
      expect(signals[1]?.aborted).to.equal(false);
    });

    it('tells the page what was asked, without the address', async () => {
      const element = await show(scenes.idle);
      element.insee = '76351';
      const event: SasSearchEvent = await oneEvent(element, 'sas-search');
      expect(event.query).to.deep.equal({
        insee: '76351',
        department: undefined,
        specialty: 'SM54',
        modalities: [],
      });
      expect(event.free).to.equal(4);
    });

    it('leaves the page’s address alone', async () => {
      const before = location.href;
      await results();
      expect(location.href).to.equal(before);
    });

    it('asks for a place that is missing, at its field', async () => {
      const element = await show(scenes['place missing']);
      const field = get(element, '#place');
      expect(focused()).to.equal(field);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(get(element, '#place-fault').textContent).to.include('commune');
      expect(field.getAttribute('aria-describedby')).to.equal('place-fault');
    });
  });

  describe('its place field', () => {
    const clock = new FakeClock();
    beforeEach(() => clock.install());
    afterEach(() => clock.restore());

    const typed = async () => {
      const element = await show(scenes.idle);
      get(element, '#place').focus();
      write(element, '#place', 'ha');
      clock.pass(200);
      write(element, '#place', 'havre');
      clock.pass(249);
      expect(asked(element).calls('places')).to.have.length(0);
      clock.pass(1);
      await when(() => !get(element, '#places').hidden, 'list');
      return element;
    };

    it('asks once, 250 ms after the last key', async () => {
      const element = await typed();
      expect(
        asked(element)
          .calls('places')
          .map(([query]) => query.q),
      ).to.deep.equal(['havre']);
    });

    it('says how many places there are', async () => {
      const element = await typed();
      await when(
        () => get(element, '[role=status]').textContent.includes('3'),
        'announcement of places',
      );
    });

    it('chooses by arrows and Enter, and searches that commune', async () => {
      const element = await typed();
      const field = get<HTMLInputElement>(element, '#place');
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'ArrowDown' });
      await element.updateComplete;
      expect(field.getAttribute('aria-activedescendant')).to.equal('place-1');
      expect(get(element, '#place-1').getAttribute('aria-selected')).to.equal('true');
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(field.value).to.equal('Le Havre-d’Essai');
      expect(field.getAttribute('aria-expanded')).to.equal('false');
      expect(asked(element).calls('search')).to.have.length(0);
      await sendKeys({ press: 'Enter' });
      await when(() => asked(element).calls('search').length === 1, 'search');
      expect(asked(element).calls('search')[0]?.[0]).to.include({ insee: '14343' });
    });

    it('chooses by pointer, and searches that department', async () => {
      const element = await typed();
      get(element, '#place-2').click();
      get(element, '.submit').click();
      await when(() => asked(element).calls('search').length === 1, 'search');
      expect(asked(element).calls('search')[0]?.[0]).to.include({ department: '76' });
    });

    it('closes by Escape and keeps the text', async () => {
      const element = await typed();
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect(get(element, '#places').hidden).to.equal(true);
      expect(get<HTMLInputElement>(element, '#place').value).to.equal('havre');
    });
  });

  describe('a card', () => {
    it('says who, where, how far, and how to call', async () => {
      const element = await results();
      const text = textOf(get(element, '.card'));
      for (const part of [
        'Claire Ormelune',
        'Médecine générale',
        'Maison de santé',
        '76600',
        '0,8',
      ]) {
        expect(text).to.include(part);
      }
      const phone = get<HTMLAnchorElement>(element, '.card .tel');
      expect(phone.href).to.equal('tel:+33261911020');
      expect(phone.getAttribute('aria-label')).to.include('Appeler Claire Ormelune');
    });

    it('names each slot by what it shows, then day, duration, how, who and where', async () => {
      const element = await results();
      const name = (id: string) => get(element, cell(id)).getAttribute('aria-label');
      expect(name('m-24-0920')).to.equal(
        '9\u00a0h\u00a020, mardi 24 novembre, 15 minutes, Au cabinet, Claire Ormelune, Le Havre',
      );
      expect(name('d-walk-in')).to.equal(
        '14\u00a0h – 17\u00a0h sans heure fixe, mardi 24 novembre, Au cabinet, ' +
          'Maison médicale de garde du Havre, Le Havre',
      );
    });

    it('says where the last day is cut', async () => {
      const element = await results();
      const heads = [...get(element, '.days').querySelectorAll('.day-head')].map(
        (head) => head.textContent,
      );
      expect(heads).to.have.length(3);
      expect(heads[0]).to.include('Aujourd’hui');
      expect(heads[1]).to.not.include('jusqu’à');
      expect(heads[2]).to.include('jusqu’à 14\u00a0h\u00a020');
    });

    it('shows six slots a day, then all', async () => {
      const element = await results();
      expect(find(element, cell('m-24-1645'))).to.equal(null);
      get(element, '.link').click();
      await element.updateComplete;
      expect(find(element, cell('m-24-1645'))).to.exist;
      expect(get(element, '.link').getAttribute('aria-expanded')).to.equal('true');
    });

    it('asks for the slots beyond those it got', async () => {
      const element = await results();
      press(element, 'Afficher 12 créneaux plus tard');
      await when(() => asked(element).calls('search').length === 2, 'search');
      expect(asked(element).calls('search')[1]?.[0]?.slotsPerCard).to.equal(200);
    });

    it('tells an agenda that is not there from one without slots', async () => {
      const element = await show({
        ...scenes.partial,
        script: {
          search: async () =>
            fixtures.answer([fixtures.noneFree, fixtures.notConnected, fixtures.notAsked]),
        },
      });
      const text = textOf(element);
      expect(text).to.include('Pas de créneau libre d’ici mercredi 25 novembre');
      expect(text).to.include('Son agenda n’est pas en ligne');
      expect(text).to.include('Son agenda n’a pas répondu');
    });

    it('gives the slot and its card to the page', async () => {
      const element = await results();
      setTimeout(() => get(element, cell('m-24-0920')).click());
      const event: SasSlotSelectEvent = await oneEvent(document.body, 'sas-slot-select');
      expect(event.slot.id).to.equal('m-24-0920');
      expect(event.card.id).to.equal('card-ormelune');
      expect(event.cancelable && event.composed).to.equal(true);
    });
  });

  describe('its slots by keyboard', () => {
    const at = () => (focused() as HTMLElement).dataset['cell'];
    const go = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
      return at();
    };

    it('are one tab stop per card', async () => {
      const element = await results();
      const stops = [...get(element, '.days').querySelectorAll('[tabindex="0"]')];
      expect(stops.map((stop) => (stop as HTMLElement).dataset['cell'])).to.deep.equal([
        'm-23-1600',
      ]);
      get(element, cell('m-23-1600')).focus();
      await sendKeys({ press: 'Tab' });
      expect(focused()?.matches('.link')).to.equal(true);
    });

    it('left and right keep the time, up and down change it', async () => {
      const element = await results();
      get(element, cell('m-23-1600')).focus();
      expect(await go('ArrowDown')).to.equal('m-23-1615');
      expect(await go('ArrowRight')).to.equal('m-24-1415');
      expect(await go('ArrowRight')).to.equal('m-25-1345');
      expect(await go('ArrowRight')).to.equal('m-25-1345');
      expect(await go('ArrowLeft', 'ArrowUp')).to.equal('m-24-1100');
    });

    it('Home, End and the Page keys move in the day, with Control in the card', async () => {
      const element = await results();
      get(element, cell('m-24-0920')).focus();
      expect(await go('Home')).to.equal('m-24-0830');
      expect(await go('End')).to.equal('m-24-1415');
      expect(await go('PageUp')).to.equal('m-24-0830');
      expect(await go('PageDown')).to.equal('m-24-1415');
      await sendKeys({ down: 'Control' });
      expect(await go('End')).to.equal('m-25-1345');
      expect(await go('Home')).to.equal('m-23-1600');
      await sendKeys({ up: 'Control' });
    });

    it('the tab stop is the slot that was left, and Enter chooses it', async () => {
      const element = await results();
      get(element, cell('m-23-1600')).focus();
      await go('ArrowRight');
      await element.updateComplete;
      const stop = at();
      expect(get(element, cell(stop ?? '')).tabIndex).to.equal(0);
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      const event: SasSlotSelectEvent = await oneEvent(element, 'sas-slot-select');
      expect(event.slot.id).to.equal(stop);
    });

    it('work the same where the days stand below each other', async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await results();
      const [first, second] = element.shadowRoot?.querySelectorAll('.day') ?? [];
      const below =
        (second?.getBoundingClientRect().top ?? 0) >= (first?.getBoundingClientRect().bottom ?? 0);
      expect(below).to.equal(true);
      get(element, cell('m-23-1600')).focus();
      expect(await go('ArrowRight')).to.equal('m-24-1415');
    });

    it('are large enough for a finger', async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await results();
      for (const target of element.shadowRoot?.querySelectorAll(
        'button, select, input.input, .chip',
      ) ?? []) {
        expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(44);
      }
    });
  });

  describe('tells', () => {
    it('that it is loading', async () => {
      const element = await show(scenes.loading);
      expect(get(element, '.results').getAttribute('aria-busy')).to.equal('true');
      expect(find(element, '.skeleton')).to.exist;
    });

    it('why there is no slot, the next one, and whom to call', async () => {
      const element = await show(scenes.empty);
      const text = textOf(element);
      expect(text).to.include('d’ici mercredi 25 novembre, 14 h 20');
      expect(text).to.include('élargie à 20 km');
      expect(text).to.include('Prochain créneau : jeudi 26 novembre à 9 h');
      expect(find<HTMLAnchorElement>(element, '.empty .tel')?.href).to.equal('tel:15');
      expect(find<HTMLAnchorElement>(element, '.card .tel')?.href).to.equal('tel:+33261911021');
    });

    it('the next slots when asked', async () => {
      const element = await show(scenes.empty);
      press(element, 'Voir ces créneaux');
      await when(() => asked(element).calls('search').length === 2, 'search');
      expect(asked(element).calls('search')[1]?.[0]?.from).to.equal('2026-11-26T09:00:00+01:00');
    });

    it('a slot that is too far to be booked without offering it', async () => {
      const element = await show({
        ...scenes.empty,
        script: {
          search: async () => fixtures.answer([], { nextAvailable: '2026-11-30T09:00:00+01:00' }),
        },
      });
      expect(textOf(element)).to.include('Prochain créneau : lundi 30 novembre');
      expect(textOf(element)).not.to.include('Voir ces créneaux');
    });

    it('an answer with missing agendas as partial, never as empty', async () => {
      const element = await show({
        attributes: { insee: '76351' },
        script: {
          search: async () => ({
            ...fixtures.answer([]),
            items: [],
            sources: [{ editor: 'A', state: 'timeout', ms: 7000, slots: 0 }],
          }),
        },
      });
      await untilText(element, 'certains n’ont pas répondu');
      expect(textOf(element)).not.to.include('Aucun cabinet ne propose');
    });

    it('15 first when nobody answers, then the territory’s number with its date', async () => {
      const element = await show(scenes.error);
      await untilText(element, '02 61 91 91 91');
      const text = textOf(get(element, '.problem'));
      expect(text.startsWith('Urgence : 15. Autre besoin de soins : 02 61 91 91 91')).to.equal(
        true,
      );
      expect(text).to.include('numéro connu le');
    });

    it('15 twice where no other number is known', async () => {
      const element = await show({ ...scenes.error, attributes: { insee: '76351' } });
      expect(textOf(get(element, '.problem'))).to.include('Autre besoin de soins : 15.');
    });

    it('the way on after a failure', async () => {
      const element = await show(scenes.error);
      asked(element).script.search = async () => fixtures.results;
      press(element, 'Réessayer');
      await untilText(element, 'Claire Ormelune');
      expect(find(element, '.problem')).to.equal(null);
    });

    it('the page of a failure', async () => {
      const element = await show(scenes.idle);
      asked(element).script.search = failing(offline());
      element.insee = '76351';
      const event = await oneEvent(element, 'sas-error');
      expect((event as unknown as { code: string }).code).to.equal('connection');
    });

    it('that the times are not the reader’s', async () => {
      const { clock } = await import('../../base/clock.ts');
      const element = await results();
      expect(textOf(element)).not.to.include('pas les vôtres');
      clock.zone = () => 'Indian/Reunion';
      await element.refresh();
      await untilText(element, 'pas les vôtres');
    });

    it('that slots are old after five minutes, and reads them again', async () => {
      const clock = new FakeClock();
      clock.install();
      try {
        const element = await results();
        clock.pass(5 * 60_000 - 1);
        await element.updateComplete;
        expect(textOf(element)).not.to.include('Ces créneaux datent de');
        clock.pass(1);
        await untilText(element, 'Ces créneaux datent de 14 h 20');
        press(element, 'Actualiser');
        await when(() => !textOf(element).includes('datent de'), 'fresh slots');
      } finally {
        clock.restore();
      }
    });

    it('further pages, without repeating a card', async () => {
      const element = await show(scenes.partial);
      asked(element).script.search = async () =>
        fixtures.answer([fixtures.ormelune, fixtures.dutySite]);
      press(element, 'Voir d’autres lieux de soins');
      await untilText(element, 'Maison médicale de garde');
      expect(asked(element).calls('search')[1]?.[0]?.cursor).to.equal('page-2');
      expect(textOf(element).split('Claire Ormelune')).to.have.length(2);
    });

    it('which doctor to call first, as text with a link, never as a gate', async () => {
      const element = await show(scenes.idle);
      expect(textOf(element)).to.include('Avez-vous un médecin traitant ? Est-il joignable ?');
      expect(find(element, '.own-doctor a')).to.exist;
      expect(find(element, '.own-doctor :is(input, button)')).to.equal(null);
    });

    it('who does not publish it, and that it is no advice', async () => {
      const text = textOf(await show(scenes.idle));
      expect(text).to.include('non publié par le ministère ni par l’ANS');
      expect(text).to.include(
        'Rendez-vous proposés par les cabinets. Ce n’est pas un avis médical.',
      );
    });
  });

  describe('in other surroundings', () => {
    it('follows the page’s colour scheme where no theme is set', async () => {
      const root = document.documentElement;
      root.style.colorScheme = 'dark';
      const element = await results();
      const dark = getComputedStyle(get(element, '.root')).backgroundColor;
      root.style.colorScheme = 'light';
      const light = getComputedStyle(get(element, '.root')).backgroundColor;
      root.style.colorScheme = '';
      expect(light).to.equal('rgb(255, 255, 255)');
      expect(dark).not.to.equal(light);
    });

    it('follows the reader’s setting with theme="auto"', async () => {
      await emulateMedia({ colorScheme: 'dark' });
      const element = await results();
      element.theme = 'auto';
      await element.updateComplete;
      expect(getComputedStyle(get(element, '.root')).backgroundColor).not.to.equal(
        'rgb(255, 255, 255)',
      );
      await emulateMedia({ colorScheme: 'light' });
    });

    it('keeps times of five figures clear of their edges, however wide its page', async () => {
      const slots = fixtures.ormelune.slots.map((slot) => ({
        ...slot,
        start: '2026-11-24T10:30:00+01:00',
      }));
      const element = await show({
        ...scenes.results,
        script: { search: async () => fixtures.answer([{ ...fixtures.ormelune, slots }]) },
      });
      await until(element, '[data-cell]');
      for (const width of [256, 280, 288, 304, 320, 544, 592, 640, 896]) {
        element.style.inlineSize = `${width}px`;
        for (const slot of element.shadowRoot!.querySelectorAll('[data-cell]')) {
          const text = document.createRange();
          text.selectNodeContents(slot);
          const free = slot.getBoundingClientRect().width - text.getBoundingClientRect().width;
          expect(free, `${width} px, ${slot.textContent}`).to.be.at.least(6);
        }
      }
    });

    it('keeps still where the reader wants no motion', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const element = await show(scenes.loading);
      expect(getComputedStyle(get(element, '.skeleton')).animationName).to.equal('none');
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('shows its edges in forced colours', async () => {
      await emulateMedia({ forcedColors: 'active' });
      const element = await results();
      expect(getComputedStyle(get(element, '.slot')).borderTopWidth).to.equal('1px');
      await emulateMedia({ forcedColors: 'none' });
    });

    it('takes its search up again when it comes back to the page', async () => {
      const element = await show(scenes.loading);
      const parent = element.parentElement;
      element.remove();
      asked(element).script.search = async () => fixtures.results;
      parent?.append(element);
      await untilText(element, 'Claire Ormelune');
    });

    it('lists specialties in the page’s language', async () => {
      const element = await results();
      const options = await until(element, '#specialty option:nth-child(2)');
      expect(options.textContent.trim()).to.equal('Pédiatrie');
    });
  });
});
