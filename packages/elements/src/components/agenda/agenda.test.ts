import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import * as checklist from '../../testing/checklists.ts';
import { failing, hanging, offline } from '../../testing/fake-client.ts';
import { find, focused, get, press, shown, textOf, untilText, when } from '../../testing/tree.ts';
import './agenda.ts';
import type { SasAgenda } from './agenda.ts';
import {
  asked,
  focusOn,
  ids,
  onDesk,
  panelText,
  show,
  spoken,
  week,
} from './testing/agenda-stage.ts';
import * as fixtures from './testing/agenda-fixtures.ts';
import { agendaScenes as scenes, cell, type AgendaScene } from './testing/agenda-scenes.ts';
import { FakeAgenda } from './testing/fake-agenda.ts';

const tag = 'sas-agenda';

describe('<sas-agenda>', () => {
  const clock = onDesk();
  const all = Object.fromEntries(
    Object.entries(scenes as Record<string, AgendaScene>).map(([name, scene]) => [
      name,
      () => show(scene),
    ]),
  );

  checklist.accessible(all);
  checklist.renders(tag, week);
  checklist.hidden(week);
  checklist.reflects(week, { theme: 'dark' });
  checklist.defaults(tag, {
    schedule: '',
    week: '',
    headingLevel: 2,
    baseUrl: '',
    token: undefined,
  });
  checklist.themed(week, {
    '--sas-color-accent': ['#add-slot', 'background-color'],
    '--sas-color-ground': ['.root', 'background-color'],
    '--sas-color-success': ['[data-state=full]', 'background-color'],
  });
  checklist.translated(week, { fr: 'Semaine du 23 au 29', en: 'Week of 23 to 29 November 2026' });

  it('is a desk: no emergency text for the public', async () => {
    const element = await week();
    expect(find(element, '.emergency')).to.equal(null);
  });

  it('never takes a token from an attribute', async () => {
    const element = await week();
    element.setAttribute('get-token', 'secret');
    expect(element.getToken).to.equal(undefined);
  });

  it('calls with its own token where no client is given', async () => {
    const real = globalThis.fetch;
    const authorizations: (string | null)[] = [];
    globalThis.fetch = async (input, init) => {
      authorizations.push(new Request(input, init).headers.get('authorization'));
      return Response.json({ items: [], next: null });
    };
    try {
      const element = await fixture<SasAgenda>(
        html`<sas-agenda
          lang="fr"
          base-url="/platform"
          .getToken=${() => 'of-dr-ormelune'}
        ></sas-agenda>`,
      );
      await untilText(element, 'Aucun agenda');
      expect(authorizations).to.deep.equal(['Bearer of-dr-ormelune']);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('has targets of 44 px', async () => {
    for (const scene of [scenes.week, scenes['free slot'], scenes['range form']]) {
      await setViewport({ width: 320, height: 900 });
      const element = await show(scene);
      for (const target of shown(element)) {
        if (!target.matches('button, .choice, .switch, .input')) continue;
        const { height, width } = target.getBoundingClientRect();
        expect(height, target.outerHTML).to.be.at.least(43.9);
        expect(width, target.outerHTML).to.be.at.least(43.9);
      }
    }
  });

  it('keeps its marks in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const element = await week();
    const border = (state: string) =>
      getComputedStyle(get(element, `[data-state=${state}]`)).borderTopStyle;
    expect(border('free')).to.equal('solid');
    expect(border('withdrawn')).to.equal('dashed');
    await expect(element).to.be.accessible();
    await emulateMedia({ forcedColors: 'none' });
  });

  describe('a week', () => {
    it('is asked from Monday midnight to Monday midnight at the place', async () => {
      const element = await show({ attributes: { week: '2026-10-22' } });
      await untilText(element, 'Semaine du 19 au 25 octobre 2026');
      const [[id, query]] = asked(element).calls('slots.list') as [[string, object]];
      expect(id).to.equal('schedule-ormelune');
      expect(query).to.include({
        from: '2026-10-19T00:00:00+02:00',
        to: '2026-10-26T00:00:00+01:00',
      });
    });

    it('is the one of today at the place', async () => {
      clock.pass(Date.parse('2026-11-29T23:30:00+01:00') - Date.parse(fixtures.asOf));
      const here = await show({});
      await untilText(here, 'Semaine du 23 au 29 novembre');
      const holdings = { schedules: [fixtures.reunion] };
      const there = await show({ holdings });
      await untilText(there, 'Semaine du 30 novembre au 6 décembre');
    });

    it('tells of each slot its time, state, references, modalities, visibility and origin', async () => {
      const element = await week();
      const says = (id: string) => textOf(get(element, cell(id)));
      expect(says('s-24-0830')).to.equal(
        'mardi 24 novembre, 8 h 30 , 15 minutes, Libre , Cabinet, vidéo , Public, Régulation (SNP) , Chaque semaine',
      );
      expect(says('s-23-0830')).to.include('Réservé , 4K7P');
      expect(says('s-25-1000')).to.include('10 h – 12 h').and.include('2 sur 4 réservés');
      expect(says('s-25-1000')).to.include('7HDX').and.include('2M9C');
      expect(says('s-26-0830')).to.include('Retiré');
      expect(says('s-27-1140')).to.include('Votre logiciel');
      expect(says('s-24-1400')).to.include('sans rendez-vous');
      expect(says('s-23-0845')).to.include('Passé');
      expect(says('s-27-1500')).to.include('Réservation en cours');
    });

    it('stands in columns where there is room, below each other where there is not', async () => {
      const element = await week();
      const [monday, tuesday] = element.shadowRoot?.querySelectorAll('.day') ?? [];
      const box = (day?: Element) => day?.getBoundingClientRect() ?? new DOMRect();
      expect(box(tuesday).left).to.be.above(box(monday).right);
      await setViewport({ width: 600, height: 900 });
      expect(box(tuesday).top).to.be.at.least(box(monday).bottom);
    });

    it('changes, and says so', async () => {
      const element = await week();
      get(element, '[aria-label="Semaine suivante"]').click();
      await untilText(element, 'Semaine du 30 novembre au 6 décembre 2026');
      await when(() => spoken(element).includes('30 novembre'), 'announced');
      expect(spoken(element)).to.equal('Semaine du 30 novembre au 6 décembre 2026. Aucun créneau.');
      expect(element.week).to.equal('2026-11-30');
      press(element, 'Cette semaine');
      await untilText(element, '4K7P');
      get(element, '[aria-label="Semaine précédente"]').click();
      await untilText(element, 'Semaine du 16 au 22 novembre 2026');
      expect(asked(element).calls('slots.list')).to.have.length(4);
    });

    it('follows the page', async () => {
      const element = await week();
      element.week = '2026-12-31';
      await untilText(element, 'Semaine du 28 décembre 2026 au 3 janvier 2027');
      element.week = 'nonsense';
      await untilText(element, 'Semaine du 23 au 29 novembre 2026');
    });

    it('beyond the horizon of the rules says so', async () => {
      const element = await show({ attributes: { week: '2027-02-01' } });
      await untilText(element, 'créés jusqu’au 22 janvier 2027');
    });

    it('reads all pages', async () => {
      const slots = fixtures.slots.map((slot) => ({ ...slot }));
      const element = await show({
        answers: {
          'slots.list': (async (_: string, query?: { cursor?: string }) =>
            query?.cursor
              ? { items: slots.slice(10), next: null }
              : { items: slots.slice(0, 10), next: 'two' }) as () => Promise<unknown>,
        },
      });
      await untilText(element, '18 créneaux');
      expect(ids(element)).to.have.length(18);
    });

    it('is one tab stop with arrow keys; Enter opens, Escape comes back', async () => {
      const element = await week();
      const stops = element.shadowRoot?.querySelectorAll('[data-cell][tabindex="0"]');
      expect(stops).to.have.length(1);
      get(element, cell('s-23-0830')).focus();
      const path: [key: string, id: string][] = [
        ['ArrowDown', 's-23-0845'],
        ['ArrowRight', 's-24-0845'],
        ['End', 's-24-1400'],
        ['ArrowRight', 's-25-1000'],
        ['ArrowRight', 's-26-0900'],
        ['ArrowUp', 's-26-0845'],
        ['Control+End', 's-27-1500'],
        ['ArrowRight', 's-27-1500'],
        ['Control+Home', 's-23-0830'],
        ['ArrowRight', 's-24-0830'],
      ];
      for (const [key, id] of path) {
        const [modifier, pressed = modifier] = key.split('+');
        if (modifier !== pressed) await sendKeys({ down: 'Control' });
        await sendKeys({ press: pressed ?? '' });
        if (modifier !== pressed) await sendKeys({ up: 'Control' });
        expect((focused() as HTMLElement).dataset['cell'], key).to.equal(id);
      }
      await sendKeys({ press: 'Enter' });
      await focusOn('#panel-title');
      expect(panelText(element)).to.include('Mardi 24 novembre, 8 h 30 – 8 h 45');
      expect(get(element, cell('s-24-0830')).getAttribute('aria-selected')).to.equal('true');
      await sendKeys({ press: 'Escape' });
      await focusOn(cell('s-24-0830'));
      expect(find(element, '.panel')).to.equal(null);
    });
  });

  describe('loading', () => {
    it('says that it failed, and tries again', async () => {
      const element = await show(scenes.error);
      delete asked(element).answers['schedules.list'];
      press(element, 'Réessayer');
      await focusOn('#week-title');
      expect(textOf(element)).to.include('4K7P');
    });

    it('that fails again keeps the focus', async () => {
      const element = await show(scenes.error);
      get(element, '.alarm button').focus();
      press(element, 'Réessayer');
      await focusOn('#title');
      await untilText(element, 'Le service ne répond pas');
      expect(asked(element).calls('schedules.list')).to.have.length(2);
    });

    it('of the week alone can be tried again', async () => {
      const element = await show({
        answers: { 'slots.list': failing(offline()) },
        act: (inside) => untilText(inside, 'Le service ne répond pas'),
      });
      delete asked(element).answers['slots.list'];
      press(element, 'Réessayer');
      await focusOn('#week-title');
      await untilText(element, '4K7P');
      expect(find(element, '.alarm')).to.equal(null);
      expect(spoken(element)).to.include('18 créneaux');
    });

    it('without references shows the slots and says what is missing', async () => {
      const element = await show(scenes.partial);
      expect(textOf(element)).not.to.include('4K7P');
      expect(ids(element)).to.have.length(18);
      delete asked(element).answers['appointments.list'];
      press(element, 'Réessayer');
      await untilText(element, '4K7P');
    });

    it('keeps what is shown while it is read again', async () => {
      const element = await week();
      asked(element).answers['slots.list'] = hanging;
      void element.refresh();
      await when(() => get(element, '.week').ariaBusy === 'true', 'busy');
      expect(ids(element)).to.have.length(18);
    });

    it('shows what is below the week when that no longer moves it, and keeps it from then on', async () => {
      const element = await show({ answers: { 'slots.list': hanging } });
      await untilText(element, 'Chargement de l’agenda');
      expect(find(element, '.side')).to.equal(null);
      delete asked(element).answers['slots.list'];
      await element.refresh();
      await untilText(element, 'Règles hebdomadaires');
      asked(element).answers['slots.list'] = hanging;
      get(element, '[aria-label="Semaine suivante"]').click();
      await untilText(element, 'Semaine du 30 novembre');
      expect(find(element, '.side')).not.to.equal(null);
    });

    it('shows another agenda when the reader chooses it', async () => {
      const element = await show(scenes['several agendas']);
      expect(textOf(get(element, cell('s-24-0920')))).to.include('12 h 20');
      const select = get<HTMLSelectElement>(element, '#schedule');
      expect(select.options).to.have.length(2);
      select.value = 'schedule-ormelune';
      select.dispatchEvent(new Event('change'));
      await when(
        () =>
          (find(element, cell('s-24-0920'))?.textContent ?? '').replace(/\s/g, '').includes('9h20'),
        'the other zone',
      );
      expect(element.schedule).to.equal('schedule-ormelune');
      expect(asked(element).calls('schedules.list')).to.have.length(1);
    });

    it('of an agenda beyond the list asks for it alone', async () => {
      const element = await show({ attributes: { schedule: 'schedule-far' } });
      await untilText(element, 'Cet agenda n’existe pas');
      expect(asked(element).calls('schedules.get')[0]?.[0]).to.equal('schedule-far');
    });

    it('starts anew with another client', async () => {
      const element = await week();
      element.client = new FakeAgenda({ slots: [fixtures.slot('24', '09:20')] });
      await untilText(element, '1 créneau, dont 0 réservé.');
    });

    it('goes on after the element has moved', async () => {
      const element = await show(scenes['loading the week']);
      asked(element).answers = {};
      document.body.append(element);
      await untilText(element, '4K7P');
      element.remove();
    });
  });
});
