import { expect } from '@open-wc/testing';
import { readTerritories, type DirectoryEntry } from '../../static/territories.ts';
import { coverageOf, filterEntries } from './directory-filter.ts';

const read = (records: unknown[]): readonly DirectoryEntry[] =>
  readTerritories({ territories: records })?.items ?? [];

const entries = read([
  { id: 'a', name: 'Le Havre – Fécamp', region: 'Normandie', communes: ['76351', '97411'] },
  { id: 'b', name: 'Isère', region: 'Auvergne-Rhône-Alpes', departments: ['38'] },
  { id: 'c', name: 'La Réunion', region: 'La Réunion', composition: { departments: ['974'] } },
]);

describe('the directory’s filter', () => {
  const none = { text: '', region: '', department: '', status: '' };
  const cases: [name: string, filter: object, ids: string[]][] = [
    ['leaves all by default', {}, ['b', 'c', 'a']],
    ['finds words without accents', { text: 'isere' }, ['b']],
    ['finds the department of a commune', { text: 'seine-maritime' }, ['a']],
    ['finds a code', { text: '76' }, ['a']],
    ['finds by the beginning of every word', { text: 'hav fec' }, ['a']],
    ['finds nothing by the middle of a word', { text: 'avre' }, []],
    ['knows a region however it is written', { region: 'Auvergne Rhône Alpes' }, ['b']],
    ['knows overseas departments', { department: '974' }, ['c', 'a']],
  ];
  for (const [name, filter, ids] of cases) {
    it(name, () => {
      const found = filterEntries(entries, { ...none, ...filter }).map(({ id }) => id);
      expect(found).to.deep.equal(ids);
    });
  }
});

describe('coverage', () => {
  const pilot = [{ status: 'pilot', from: '2021', source: 's' }];
  it('counts a department once, whole before in part, and none that is only being designed', () => {
    const covered = coverageOf(
      read([
        { id: 'a', name: 'A', region: 'R', statuses: pilot, departments: ['38', '73'] },
        { id: 'b', name: 'B', region: 'R', statuses: pilot, communes: ['38185', '76351'] },
        { id: 'c', name: 'C', region: 'R', statuses: [], departments: ['63'] },
        { id: 'd', name: 'D', region: 'R', statuses: pilot, departments: ['99'] },
        {
          id: 'e',
          name: 'E',
          region: 'R',
          statuses: [{ status: 'in-design', from: null, source: 's' }],
          departments: ['42'],
        },
      ]),
    );
    expect([covered.territories, covered.whole, covered.part, covered.of]).to.deep.equal([
      5, 2, 1, 101,
    ]);
    expect([...covered.byStatus]).to.deep.equal([
      ['pilot', 3],
      ['in-design', 1],
    ]);
  });
});

describe('a list that nobody checked', () => {
  it('loses its bad records and members only', () => {
    const reading = readTerritories({
      updated: '2026-11-01',
      territories: [
        {
          id: 'a',
          name: ' A ',
          region: 'R',
          statuses: [{ status: 'closed' }, { status: 'pilot', from: '01/2021' }, 'pilot'],
          accessNumbers: [{ number: 'javascript:alert(1)' }, { number: '15' }],
          contacts: [{ label: 'C', phone: '02 61 91 91 91', url: 'https://' }],
          partners: [{ name: 'Z' }, { name: 'É' }, {}],
        },
        { id: 'b' },
        null,
      ],
    });
    expect(reading?.unreadable).to.equal(2);
    expect(reading?.updated).to.equal('2026-11-01');
    const [entry] = reading?.items ?? [];
    expect(entry?.name).to.equal('A');
    expect(entry?.statuses).to.deep.equal([{ status: 'pilot', from: null, source: null }]);
    expect(entry?.numbers.map(({ number }) => number)).to.deep.equal(['15']);
    expect(entry?.contacts).to.deep.equal([
      { label: 'C', phone: '0261919191', email: null, url: null },
    ]);
    expect(entry?.partners).to.deep.equal(['É', 'Z']);
  });

  for (const file of [null, [], 'text', {}, { territories: 'none' }]) {
    it(`is no list: ${JSON.stringify(file)}`, () => {
      expect(readTerritories(file)).to.equal(undefined);
    });
  }
});
