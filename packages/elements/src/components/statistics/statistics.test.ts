import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { SasErrorEvent } from '../../events/error.ts';
import * as checklist from '../../testing/checklists.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import { failing, hanging, offline } from '../../testing/fake-client.ts';
import { find, focused, get, press, textOf, until, untilText, when } from '../../testing/tree.ts';
import './statistics.ts';
import type { SasStatistics } from './statistics.ts';
import {
  agendaStatistics,
  callStatistics,
  orientationStatistics,
  reader,
  searchStatistics,
  vendorStatistics,
} from './testing/fake-service.ts';
import {
  createStatistics,
  drawn,
  playStatistics,
  serviceOf,
  statisticsScenes as scenes,
  type StatisticsScene,
} from './testing/statistics-scenes.ts';

const tag = 'sas-statistics';

/** Puts the element on the page in French and plays its scene. */
async function show(scene: StatisticsScene): Promise<SasStatistics> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createStatistics(scene);
  parent.append(element);
  await element.updateComplete;
  await playStatistics(scene, element);
  await element.updateComplete;
  return element;
}

const stages = Object.fromEntries(
  Object.entries(scenes).map(([name, scene]) => [name, () => show(scene)]),
);
const shownFigures = () => show(scenes.figures);
const spoken = (element: HTMLElement) => textOf(get(element, '[role=status]'));
const choose = (element: HTMLElement, id: string, value: string) => {
  const select = get<HTMLSelectElement>(element, `#${id}`);
  select.value = value;
  select.dispatchEvent(new Event('change'));
};
const optionsOf = (element: HTMLElement, id: string) =>
  [...get<HTMLSelectElement>(element, `#${id}`).options].map(({ value }) => value);
const cells = (element: HTMLElement, id = 'calls') =>
  [...get(element, `#${id}-table`).querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );

const whole = (value: number | null) =>
  value === null ? 'masqué' : value.toLocaleString('fr-FR').replace(/\s/g, ' ');
const share = (value: number | null, none = 'masqué') =>
  value === null ? none : `${value.toLocaleString('fr-FR')} %`;
const hours = (minutes: number) => {
  const rest = minutes % 60;
  return `${whole(Math.floor(minutes / 60))} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
};
const keysOf = (element: HTMLElement, id: string) =>
  [...get(element, `[aria-labelledby=${id}-title]`).querySelectorAll<HTMLElement>('.key')].map(
    textOf,
  );

describe('<sas-statistics>', () => {
  checklist.accessible(stages);
  checklist.renders(tag, shownFigures);
  checklist.hidden(shownFigures);
  checklist.reflects(shownFigures, { theme: 'dark' });
  checklist.defaults(tag, {
    session: false,
    headingLevel: 2,
    baseUrl: '',
    territory: '',
    department: '',
    region: '',
    from: '',
    to: '',
    step: '',
  });
  checklist.themed(shownFigures, { '--sas-color-alarm': ['.aim.failing', 'background-color'] });
  checklist.translated(shownFigures, { fr: 'Chiffres du service', en: 'Figures of the service' });
  checklist.edged(shownFigures, ['.key .aim']);

  it('asks for the figures of the page’s days, of the reader’s territory', async () => {
    const element = await shownFigures();
    expect(serviceOf(element).asked).to.deep.equal([
      { territory: 'le-havre', from: '2026-11-02', to: '2026-11-15', step: 'day' },
    ]);
    expect(textOf(get(element, '[part=scope]'))).to.equal(
      'Le Havre – Fécamp, du 2 au 15 novembre 2026',
    );
    expect(find(element, '#area'), 'one territory alone: nothing to choose').to.equal(null);
  });

  it('tells the figures in French, and whether a target is reached in words and a shape', async () => {
    const element = await shownFigures();
    const { total } = callStatistics({ from: '2026-11-02', to: '2026-11-15', step: 'day' });
    const keys = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.key')].map(textOf);
    const french = (value: number) => String(value).replace(/(\d)(?=\d{3}$)/, '$1 ');
    expect(keys[0]).to.equal(`Reçus ${french(total.presented!)}`);
    expect(keys[1]).to.equal(
      `Part des appels décrochés ${String(total.answeredPercent).replace('.', ',')} % Objectif : 90 % atteint`,
    );
    expect(keys[2]).to.equal('Dont en moins de 30 s 70 % Objectif : 80 % manqué de 10 points');
    expect(keys[3]).to.match(/Aucun objectif fixé$/);
    expect(get(element, '.aim.working svg').innerHTML).not.to.equal(
      get(element, '.aim.failing svg').innerHTML,
    );
  });

  it('has the same figures in its table as the platform answers', async () => {
    const element = await show(scenes.table);
    const answer = callStatistics({ from: '2026-11-02', to: '2026-11-15', step: 'day' });
    const names = Object.keys(answer.total).slice(2) as (keyof typeof answer.total)[];
    const told = (value: unknown) =>
      typeof value === 'number' ? value.toLocaleString('fr-FR').replace(/\s/g, ' ') : 'masqué';
    const rows = cells(element);
    expect(rows).to.have.length(answer.items.length + 2);
    for (const [at, item] of [...answer.items, answer.total].entries()) {
      expect(rows[at + 1]!.slice(1).map((cell) => cell.replace(' %', ''))).to.deep.equal(
        names.map((name) => told(item[name])),
      );
    }
    expect(rows[1]![0]).to.equal('lundi 2 novembre');
    expect(rows.at(-1)![0]).to.equal('Ensemble');
    const table = get(element, 'table');
    expect(textOf(get(table, 'caption'))).to.equal('Appels par jour, du 2 au 15 novembre 2026');
    expect(table.querySelectorAll('thead th[scope=col]')).to.have.length(names.length + 1);
    expect(table.querySelectorAll('tbody th[scope=row]')).to.have.length(answer.items.length);
  });

  it('tells orientations with their delay and distance, and who has no doctor by commune', async () => {
    const element = await shownFigures();
    await untilText(element, 'Délai médian 5 h 20');
    expect(textOf(element)).to.include('Distance médiane 12,4 km');
    expect(textOf(element), 'nobody accepted').to.include('Appels pour un accord –');
    expect(cells(element, 'own-doctor').slice(1)).to.deep.equal([
      ['Le Havre', '812', '170', '20,9 %'],
      ['Fécamp', '64', 'masqué', 'masqué'],
      ['Ensemble', '876', '179', '20,4 %'],
    ]);
    expect(cells(element, 'orientations').at(-1)!.slice(1, 3)).to.deep.equal(
      [orientationStatistics({ from: '2026-11-02', to: '2026-11-15', step: 'day' }).total].flatMap(
        ({ orientations, unscheduledConsultation }) =>
          [orientations, unscheduledConsultation].map((value) =>
            value!.toLocaleString('fr-FR').replace(/\s/g, ' '),
          ),
      ),
    );
  });

  it('tells how many searches found nothing', async () => {
    const element = await shownFigures();
    const { total } = searchStatistics({ from: '2026-11-02', to: '2026-11-15', step: 'day' });
    expect(cells(element, 'searches').at(-1)).to.deep.equal([
      'Ensemble',
      total.searches!.toLocaleString('fr-FR').replace(/\s/g, ' '),
      String(total.empty),
      `${String(total.emptyPercent).replace('.', ',')} %`,
    ]);
    expect(cells(element, 'searches')).to.have.length(16);
  });

  it('tells slots published and used as the platform answers, and masks what it does not tell', async () => {
    const element = await shownFigures();
    const query = { from: '2026-11-02', to: '2026-11-15', step: 'day' } as const;
    const { items, total } = agendaStatistics(query);
    expect(serviceOf(element).askedFurther.agenda).to.deep.equal([
      { territory: 'le-havre', ...query },
    ]);
    const rows = cells(element, 'agenda').slice(1);
    expect(rows.map((row) => row.slice(1))).to.deep.equal(
      [...items, total].map((item) => [
        whole(item.published),
        hours(item.publishedMinutes!),
        whole(item.used),
        share(item.usedPercent),
        whole(item.overbooked),
        whole(item.honoured),
        whole(item.noShows),
        share(item.noShowPercent),
      ]),
    );
    expect(rows[3], 'a day of few').to.include('masqué');
    expect(keysOf(element, 'agenda')[1], 'hours by the thousand').to.match(
      /^Durée publiée 1 \d{3} h/,
    );
  });

  it('tells how each vendor answered as the platform does, of all territories', async () => {
    const element = await shownFigures();
    const query = { from: '2026-11-02', to: '2026-11-15', step: 'day' } as const;
    const { items, totals } = vendorStatistics(query);
    expect(serviceOf(element).askedFurther.vendors, 'of no place').to.deep.equal([query]);
    const rows = cells(element, 'vendors').slice(1);
    expect(rows.map((row) => row.slice(1))).to.deep.equal(
      [...items, ...totals].map((item) => [
        ...[item.asked, item.complete, item.timeout, item.failed, item.refused].map(whole),
        whole(item.circuitOpen),
        share(item.completePercent, '–'),
        item.medianMs === null ? '–' : '320 ms',
        item.p95Ms === null ? '–' : '1,2 s',
      ]),
    );
    expect(rows[0]![0]).to.equal('Agenda de démonstration, lundi 2 novembre');
    expect(rows.at(-1)![0]).to.equal('Second agenda, ensemble');
    const part = textOf(get(element, '[aria-labelledby=vendors-title]'));
    expect(part).to.include('« – » : rien à compter.').and.not.include('Masqué');
    const sum = (name: 'asked' | 'complete') => totals.reduce((all, each) => all + each[name], 0);
    expect(keysOf(element, 'vendors').slice(0, 2)).to.deep.equal([
      `Questions posées ${whole(sum('asked'))}`,
      `Part des réponses complètes ${share(Math.round((sum('complete') * 1000) / sum('asked')) / 10)}`,
    ]);
    const charts = get(element, '[aria-labelledby=vendors-title]').querySelectorAll('[role=img]');
    expect(charts[0]!.getAttribute('aria-label')).to.include('(Second agenda)');
    expect(charts[1]!.getAttribute('aria-label')).to.include('(mardi 3 novembre)');
  });

  it('asks for agendas and vendors by day where calls are asked for by hour', async () => {
    const element = await show({ ...scenes.figures, attributes: { step: 'hour' } });
    const { asked, askedFurther } = serviceOf(element);
    expect(asked[0]?.step).to.equal('hour');
    expect(askedFurther.agenda[0]).to.have.property('step', 'day');
    expect(askedFurther.vendors[0]).to.have.property('step', 'day');
  });

  it('neither shows nor asks for agendas to a reader without the right', async () => {
    const element = await show(scenes['without the right to agendas']);
    expect(find(element, '[aria-labelledby=agenda-title]')).to.equal(null);
    expect(get(element, '[aria-labelledby=vendors-title]')).to.exist;
    expect(serviceOf(element).askedFurther.agenda).to.deep.equal([]);
  });

  it('shows the others where agendas and vendors cannot be read, and reads each again', async () => {
    const element = await show(scenes['agendas and vendors not read']);
    expect(textOf(element)).to.include('Part des appels décrochés');
    serviceOf(element).answers = {};
    press(get(element, '[aria-labelledby=agenda-title]'), 'Réessayer');
    await until(element, '#agenda-table');
    expect(find(element, '#vendors-table'), 'that one alone').to.equal(null);
    press(get(element, '[aria-labelledby=vendors-title]'), 'Réessayer');
    await until(element, '#vendors-table');
  });

  it('says what there is not, of agendas and of vendors', async () => {
    const element = await show(scenes['agendas and vendors empty']);
    expect(textOf(element)).to.include('Aucun créneau n’a été publié pendant cette période.');
    expect(find(element, '#agenda-table')).to.equal(null);
  });

  it('shows the others where one of the figures cannot be read, and reads that one again', async () => {
    const element = await show(scenes['one not read']);
    expect(textOf(element)).to.include('Part des appels décrochés');
    serviceOf(element).answers = {};
    press(element, 'Réessayer');
    await untilText(element, 'Délai médian');
    expect(serviceOf(element).asked, 'the calls are not asked for again').to.have.length(1);
  });

  it('tells who reads rounded figures that they are', async () => {
    const element = await show({
      service: (service) => {
        service.session = reader({ roles: ['payer'], territories: [] });
        service.calls = (query) => callStatistics(query, { roundedTo: 10 });
        service.agenda = (query) => ({ ...agendaStatistics(query), roundedTo: 10 });
      },
      act: (element) => drawn(element),
    });
    expect(textOf(element)).to.include('arrondis vers le bas, à 10 près');
    expect(textOf(get(element, '[aria-labelledby=agenda-title]'))).to.include(
      'masqué ce qui vient de moins de trois cabinets',
    );
  });

  it('says of every chart what is in it', async () => {
    const element = await shownFigures();
    const [calls, waits] = [...element.shadowRoot!.querySelectorAll('svg[role=img]')].map((chart) =>
      chart.getAttribute('aria-label')!.replace(/\s+/g, ' '),
    );
    expect(calls).to.match(
      /^Graphique\. Appels reçus par jour\. Décrochés : de \d+ \(\D+ \d+ novembre\) à/,
    );
    expect(waits).to.include('Dont en moins de 30 s : de 69,');
    expect(waits).to.include('Objectif : 80 %.');
  });

  it('draws each part of a bar in a pattern, each line with a mark of its own', async () => {
    const element = await shownFigures();
    const fills = ['.chart .p0', '.chart .p1', '.chart .p2'].map(
      (part) => getComputedStyle(get(element, `${part} rect`)).fill,
    );
    expect(new Set(fills).size).to.equal(3);
    const marks = ['.l0', '.l1', '.l2'].map((line) =>
      get(element, `${line} .mark`).getAttribute('d'),
    );
    expect(new Set(marks).size).to.equal(3);
  });

  it('draws in the system’s colours where it takes them over', async () => {
    await executeServerCommand('force-colors', 'active');
    try {
      const element = await shownFigures();
      const bar = getComputedStyle(get(element, '.chart .p0 rect'));
      const probe = document.createElement('i');
      probe.style.color = 'CanvasText';
      element.shadowRoot!.append(probe);
      expect(bar.fill).to.equal(getComputedStyle(probe).color);
    } finally {
      await executeServerCommand('force-colors', 'none');
    }
  });

  it('masks what is not told, in the table, in the chart and in the sentence, and says why', async () => {
    const element = await show(scenes['with masked figures']);
    expect(cells(element)[3]).to.include('masqué');
    expect(textOf(element)).to.include('« Masqué » : moins de 11, ou un chiffre qui permettrait');
    expect(get(element, 'svg[role=img]').getAttribute('aria-label')).to.match(
      /valeurs? montrées? sur \d+\s: .*chiffres masqués\.$/,
    );
    expect(find(element, '.chart .prest rect'), 'what is left of the whole').to.exist;
    expect(find(element, '.chart .hidden'), 'a day that is masked whole').to.exist;
    expect(cells(element)[7]!.at(-1), 'a share of nothing').to.equal('–');
  });

  it('shows and hides its table by one key after the charts, and keeps the focus', async () => {
    const element = await shownFigures();
    expect(get(element, '.table').checkVisibility()).to.equal(false);
    get(element, '#calls-toggle').focus();
    await sendKeys({ press: 'Enter' });
    await untilText(element, 'Cacher le tableau');
    expect(get(element, '.table').checkVisibility()).to.equal(true);
    expect(focused()?.id).to.equal('calls-toggle');
    expect(focused()?.getAttribute('aria-controls')).to.equal(get(element, '.table').id);
    await sendKeys({ press: 'Space' });
    await untilText(element, 'Voir le tableau');
  });

  it('is walked by the keyboard: place, period, step, dates, print, table, file', async () => {
    const element = await show({
      service: (service) => {
        service.session = reader({ roles: ['administrator'] });
      },
      act: (element) => drawn(element),
    });
    element.focus();
    const walked: string[] = [];
    for (let at = 0; at < 9; at++) {
      const here = focused()!;
      walked.push(here.id || textOf(here));
      await sendKeys({ press: 'Tab' });
    }
    const stops = walked.filter((stop, at) => stop !== walked[at - 1]);
    expect(stops.slice(0, 6)).to.deep.equal(['Imprimer', 'area', 'period', 'step', 'from', 'to']);
  });

  it('takes a preset in local days, and reads again', async () => {
    const element = await shownFigures();
    choose(element, 'period', 'last-week');
    await when(() => serviceOf(element).asked.length === 2, 'asked again');
    expect(serviceOf(element).asked[1]).to.deep.equal({
      territory: 'le-havre',
      from: '2026-11-16',
      to: '2026-11-22',
      step: 'day',
    });
    await untilText(element, 'du 16 au 22 novembre 2026');
    await when(() => spoken(element).includes('du 16 au 22 novembre'), 'said');
    choose(element, 'step', 'hour');
    await when(() => serviceOf(element).asked.length === 3, 'asked by hour');
    expect(serviceOf(element).asked[2]?.step).to.equal('hour');
  });

  it('asks nothing before the dates that are written are days', async () => {
    const element = await show(scenes['other dates']);
    expect(serviceOf(element).asked).to.have.length(1);
    const input = get<HTMLInputElement>(element, '#to');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    input.value = '2026-11-30';
    input.dispatchEvent(new Event('input'));
    press(element, 'Afficher ces dates');
    await untilText(element, 'du 2 au 30 novembre 2026');
    expect(serviceOf(element).asked[1]?.to).to.equal('2026-11-30');
  });

  it('offers an administrator every territory, department and region', async () => {
    const element = await show({
      service: (service) => {
        service.session = reader({ roles: ['administrator'], territories: [] });
      },
      act: (element) => drawn(element),
    });
    expect(optionsOf(element, 'area')).to.deep.equal([
      'territory le-havre',
      'territory rouen',
      'territory la-reunion',
      'department 76',
      'department 974',
      'region La Réunion',
      'region Normandie',
    ]);
    choose(element, 'area', 'department 76');
    await when(() => serviceOf(element).asked.length === 2, 'asked again');
    expect(serviceOf(element).asked[1]).to.have.property('department', '76');
    expect(serviceOf(element).asked[1]).not.to.have.property('territory');
  });

  it('offers a lead no department that reaches into the territory of another', async () => {
    const element = await show({
      service: (service) => {
        service.session = reader({ territories: ['le-havre', 'la-reunion'] });
      },
      act: (element) => drawn(element),
    });
    expect(optionsOf(element, 'area')).to.deep.equal([
      'territory le-havre',
      'territory la-reunion',
      'department 974',
      'region La Réunion',
    ]);
  });

  it('gives an authority whole months, and nothing else to choose', async () => {
    const element = await show({ ...scenes['for an authority'], attributes: { from: '', to: '' } });
    expect(serviceOf(element).asked[0]).to.deep.equal({
      territory: 'le-havre',
      from: '2025-11-01',
      to: '2026-10-31',
      step: 'month',
    });
    expect(optionsOf(element, 'period')).to.deep.equal(['last-month', 'last-12-months', 'custom']);
    expect(find(element, '#step')).to.equal(null);
  });

  it('follows the page where it asks for another place', async () => {
    const element = await shownFigures();
    element.territory = 'rouen';
    await when(() => serviceOf(element).asked.length === 2, 'asked again');
    expect(serviceOf(element).asked[1]?.territory).to.equal('rouen');
  });

  it('says so where it takes long', async () => {
    const time = new FakeClock();
    time.install();
    try {
      const element = await show(scenes.loading);
      expect(textOf(element)).not.to.include('peut durer une minute');
      time.pass(5000);
      await untilText(element, 'peut durer une minute');
    } finally {
      time.restore();
    }
  });

  it('tells the page and the reader of figures that could not be read, and reads them again', async () => {
    const element = await shownFigures();
    const service = serviceOf(element);
    service.answers = { calls: failing(offline()) };
    const told = oneEvent(element, 'sas-error');
    choose(element, 'period', 'this-week');
    expect(((await told) as unknown as SasErrorEvent).code).to.equal('connection');
    await untilText(element, 'Ces chiffres n’ont pas pu être lus.');
    expect(get(element, '#period'), 'the choice stays').to.exist;
    service.answers = {};
    press(element, 'Réessayer');
    await drawn(element);
  });

  it('offers no retry to a role that may not see them', async () => {
    const element = await show(scenes.refused);
    expect(textOf(get(element, '[part=problem]'))).to.equal(
      'Votre rôle ne permet pas de voir ces chiffres.',
    );
    expect(find(element, '[part=problem] button')).to.equal(null);
  });

  it('shows the last choice alone, though an earlier answer comes later', async () => {
    const element = await shownFigures();
    const service = serviceOf(element);
    service.answers = { calls: hanging };
    choose(element, 'period', 'this-week');
    await untilText(element, 'Calcul des chiffres');
    service.answers = {};
    choose(element, 'period', 'last-week');
    await until(element, '#calls-table');
    expect(get(element, 'caption').textContent.replace(/\s+/g, ' ')).to.include('du 16 au 22');
  });

  it('reads again when it comes back to the page before it was read', async () => {
    const element = await show(scenes.preparing);
    const parent = element.parentElement!;
    element.remove();
    serviceOf(element).answers = {};
    parent.append(element);
    await until(element, 'svg[role=img]');
  });
});
