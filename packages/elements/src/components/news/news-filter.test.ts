import { expect } from '@open-wc/testing';
import { filterNews, newsChoices, noFilter, type Filtered } from './news-filter.ts';
import { addressWithFilter, filterOfAddress } from './news-address.ts';

const item = (
  title: string,
  published: string | null,
  change: Partial<Filtered> = {},
): Filtered => ({
  title,
  published,
  type: 'article',
  sectors: [],
  areas: [],
  archived: false,
  ...change,
});

const items = [
  item('Été', '2026-08-23'),
  item('Année', '2026'),
  item('sans', null),
  item('Avant', '2026-08-22'),
  item('Mois', '2026-08'),
  item('Vieux', '2021-01', { archived: true }),
];
const found = (change: Partial<typeof noFilter>) =>
  filterNews(items, { ...noFilter, ...change }, '2026-11-23').map(({ title }) => title);

describe('the filter of information', () => {
  const cases: [name: string, change: Partial<typeof noFilter>, titles: string[]][] = [
    ['puts the newest first', {}, ['Été', 'Avant', 'Mois', 'Année', 'sans']],
    ['puts the oldest first', { sort: 'oldest' }, ['Année', 'Mois', 'Avant', 'Été', 'sans']],
    ['sorts by title', { sort: 'title' }, ['Année', 'Avant', 'Été', 'Mois', 'sans']],
    ['keeps what may be within three months', { period: 'P3M' }, ['Été', 'Mois', 'Année']],
    ['keeps a year', { period: '2021', archived: true }, ['Vieux']],
    ['keeps what has no date', { period: 'undated' }, ['sans']],
    ['knows no other word for a period', { period: '1999' }, []],
  ];
  for (const [name, change, titles] of cases) {
    it(name, () => expect(found(change)).to.deep.equal(titles));
  }

  it('offers what some item has, each once however it is written', () => {
    const choices = newsChoices([
      ...items,
      item('a', '2026-01-01', { areas: ['Île-de-France'], type: '' }),
      item('b', '2026-01-01', { areas: ['ile de france', 'Corse'] }),
    ]);
    expect(choices.areas).to.have.length(2);
    expect(choices.types).to.deep.equal(['article']);
    expect(choices.years).to.deep.equal(['2026', '2021']);
    expect([choices.undated, choices.archived]).to.deep.equal([true, 1]);
  });
});

describe('the filter in an address', () => {
  it('is the same after a round', () => {
    const filter = { ...noFilter, type: 'a&b', area: 'Côte d’Azur', period: 'P3M', archived: true };
    const address = addressWithFilter('https://site.example/?page=2#top', filter);
    expect(filterOfAddress(address)).to.deep.equal(filter);
    expect(addressWithFilter(address, noFilter)).to.equal('https://site.example/?page=2#top');
  });

  it('is none where the address says nothing', () => {
    expect(filterOfAddress('https://site.example/?type=a')).to.equal(undefined);
  });
});
