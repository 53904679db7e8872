import type { AgendaStatistics } from '@sas-kit/client';
import { expect, fixture, html } from '@open-wc/testing';
import * as checklist from '../../testing/checklists.ts';
import { find, get, textOf, until, untilText, when } from '../../testing/tree.ts';
import './statistics.ts';
import type { SasStatistics } from './statistics.ts';
import { practitioner, reader } from './testing/fake-service.ts';
import { agendas, ownAgendaStatistics, ownFigures } from './testing/own-agendas.ts';
import {
  createStatistics,
  drawn,
  playStatistics,
  serviceOf,
  statisticsScenes as scenes,
  type StatisticsScene,
} from './testing/statistics-scenes.ts';

/** A page that asks for no days. */
const unset = { from: '', to: '' };
/** The last four weeks of the fixtures' day. */
const WEEKS = { from: '2026-10-26', to: '2026-11-22', step: 'week' } as const;

/** Puts the element on the page in a language and plays its scene. */
async function show(scene: StatisticsScene, lang = 'fr'): Promise<SasStatistics> {
  const parent = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const element = createStatistics(scene);
  parent.append(element);
  await element.updateComplete;
  await playStatistics(scene, element);
  await element.updateComplete;
  return element;
}

const choose = (element: HTMLElement, id: string, value: string) => {
  const select = get<HTMLSelectElement>(element, `#${id}`);
  select.value = value;
  select.dispatchEvent(new Event('change'));
};
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const cells = (element: HTMLElement) =>
  [...get(element, '#own-agenda-table').querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => plain(cell.textContent)),
  );
const headings = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll('h2, h3')].map(({ textContent }) => plain(textContent));

type Figures = AgendaStatistics['total'];

const share = (value: number | null) =>
  value === null ? '–' : `${value.toLocaleString('fr-FR')} %`;
const hours = (minutes: number) =>
  `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60}`}`;

/** The cells of a row of the table. */
const figuresOf = (figures: Figures) => [
  String(figures.published),
  hours(figures.publishedMinutes ?? 0),
  String(figures.used),
  share(figures.usedPercent),
  String(figures.overbooked),
  String(figures.honoured),
  String(figures.noShows),
  share(figures.noShowPercent),
];

/** Figures of several weeks together. */
function added(some: readonly Figures[]): Figures {
  const names = ['published', 'used', 'overbooked', 'honoured', 'noShows'] as const;
  const [published, ...others] = names.map((name) =>
    some.reduce((all, each) => all + (each[name] ?? 0), 0),
  ) as [number, number, number, number, number];
  return ownFigures(['', ''], null, [published, ...others]);
}

/** A lead or an authority that keeps an agenda, too. */
const both = (role: string) => reader({ roles: [role, 'practitioner'] });

describe('<sas-statistics> of a practice', () => {
  checklist.accessible({
    'one agenda': () => show(scenes['of one’s own agenda']),
    'several agendas': () => show(scenes['of several agendas']),
    'no slot': () => show(scenes['without slots of one’s own']),
  });

  it('shows its own agendas of the last four weeks, and nothing of a place that the page names', async () => {
    const element = await show({
      ...scenes['of one’s own agenda'],
      attributes: { ...unset, territory: 'le-havre' },
    });
    expect(headings(element)).to.deep.equal([
      'Chiffres de vos agendas',
      'Créneaux et patients venus',
    ]);
    const { asked, askedFurther } = serviceOf(element);
    expect(askedFurther).to.deep.equal({ agenda: [WEEKS], vendors: [] });
    expect(asked, 'no calls').to.deep.equal([]);
    expect(textOf(get(element, '[part=scope]'))).to.equal(
      'Vos agendas, du 26 octobre au 22 novembre 2026',
    );
    expect(find(element, '#area'), 'nothing to choose').to.equal(null);
  });

  it('tells every figure as the platform does, small ones as well', async () => {
    const element = await show(scenes['of one’s own agenda']);
    const { items, total } = ownAgendaStatistics(WEEKS);
    const rows = cells(element).slice(1);
    expect(rows.map((row) => row.slice(1))).to.deep.equal([...items, total].map(figuresOf));
    expect(rows.map(([label]) => label)).to.deep.equal([
      'du 26 octobre au 1er novembre 2026',
      'du 2 au 8 novembre 2026',
      'du 9 au 15 novembre 2026',
      'du 16 au 22 novembre 2026',
      'Ensemble',
    ]);
    const keys = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.key')].map(textOf);
    expect(keys).to.deep.equal([
      'Créneaux publiés 48',
      'Créneaux utilisés 31',
      'Part des créneaux utilisés 64,6 %',
      'Patients non venus 2',
      'Part des patients non venus 6,9 %',
    ]);
    expect(textOf(element)).not.to.match(/masqu/i);
  });

  it('tells several agendas apart in the table, and adds them up in the charts', async () => {
    const element = await show(scenes['of several agendas']);
    const { items, total } = ownAgendaStatistics(WEEKS, Object.values(agendas));
    const rows = cells(element).slice(1);
    const [own, house] = Object.keys(agendas).map((id) =>
      items.filter(({ agenda }) => agenda?.scheduleId === id),
    );
    expect(rows.map((row) => row.slice(1))).to.deep.equal(
      [...own!, ...house!, added(own!), added(house!), total].map(figuresOf),
    );
    const labels = rows.map(([label]) => label);
    expect([labels[0], labels[4], ...labels.slice(-3)]).to.deep.equal([
      'Aline Vaudrelle, Cabinet des Galets, du 26 octobre au 1er novembre 2026',
      'Maison médicale de garde, du 26 octobre au 1er novembre 2026',
      'Aline Vaudrelle, Cabinet des Galets, ensemble',
      'Maison médicale de garde, ensemble',
      'Ensemble',
    ]);
    const [slots, patients] = [...element.shadowRoot!.querySelectorAll('[role=img]')].map((chart) =>
      plain(chart.getAttribute('aria-label') ?? ''),
    );
    expect(slots).to.equal(
      'Graphique. Créneaux publiés et utilisés par semaine. Créneaux publiés : 27. ' +
        'Créneaux utilisés : de 15 (du 26 octobre au 1er novembre 2026) à 17 (du 9 au 15 novembre 2026).',
    );
    expect(patients).to.include('Patients non venus : 1.');
  });

  it('offers no step of an hour, and a period as everybody', async () => {
    const element = await show(scenes['of one’s own agenda']);
    const options = (id: string) =>
      [...get<HTMLSelectElement>(element, `#${id}`).options].map(({ value }) => value);
    expect(options('step')).to.deep.equal(['day', 'week', 'month']);
    choose(element, 'period', 'today');
    await when(() => serviceOf(element).askedFurther.agenda.length === 2, 'asked again');
    expect(serviceOf(element).askedFurther.agenda[1]).to.deep.equal({
      from: '2026-11-23',
      to: '2026-11-23',
      step: 'day',
    });
  });

  it('lets a lead who keeps an agenda choose between the territory and this agenda', async () => {
    const element = await show({
      service: (service) => {
        service.session = both('territory-lead');
      },
      act: (element) => drawn(element),
    });
    const { askedFurther } = serviceOf(element);
    expect(headings(element)[0]).to.equal('Chiffres du service');
    expect(askedFurther.agenda[0], 'the place first').to.have.property('territory', 'le-havre');
    const options = [...get<HTMLSelectElement>(element, '#area').options].map(textOf);
    expect(options).to.deep.equal(['Le Havre – Fécamp', 'Vos agendas']);
    choose(element, 'area', 'own ');
    await until(element, '#own-agenda-table');
    expect(askedFurther.agenda.at(-1)).not.to.have.property('territory');
    expect(find(element, '#calls-table')).to.equal(null);
    choose(element, 'area', 'territory le-havre');
    await until(element, '#calls-table');
    expect(find(element, '#own-agenda-table')).to.equal(null);
  });

  it('gives whoever reads whole months of places the weeks of its own agenda', async () => {
    const element = await show({
      service: (service) => {
        service.session = both('authority');
      },
      attributes: unset,
      act: (element) => drawn(element),
    });
    const { askedFurther } = serviceOf(element);
    expect(askedFurther.agenda[0]).to.have.property('step', 'month');
    choose(element, 'area', 'own ');
    await until(element, '#own-agenda-table');
    choose(element, 'period', 'last-4-weeks');
    await when(() => askedFurther.agenda.length === 3, 'asked again');
    expect(askedFurther.agenda[2]).to.deep.equal(WEEKS);
    choose(element, 'area', 'territory le-havre');
    await until(element, '#calls-table');
    expect(askedFurther.agenda[3], 'months again').to.have.property('step', 'month');
  });

  it('shows what the page has to say of its figures, above them', async () => {
    const element = await show(scenes['of one’s own agenda']);
    const note = document.createElement('p');
    note.slot = 'note';
    note.textContent = 'Chiffres simulés.';
    element.append(note);
    const figures = get(element, '[part=part]').getBoundingClientRect();
    const { top, bottom, height } = note.getBoundingClientRect();
    expect(height).to.be.greaterThan(0);
    expect(top).to.be.at.least(get(element, '[part=scope]').getBoundingClientRect().bottom);
    expect(bottom).to.be.at.most(figures.top);
  });

  it('is told in English', async () => {
    const element = await show(
      { service: (service) => void (service.session = practitioner()), attributes: unset },
      'en',
    );
    await untilText(element, 'Slots and patients who came');
    await until(element, '#own-agenda-table');
    expect(textOf(get(element, '[part=scope]'))).to.match(/^Your agendas, /);
  });
});
