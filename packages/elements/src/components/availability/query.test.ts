import { expect } from '@open-wc/testing';
import { places } from '../../testing/fixtures.ts';
import { availabilityQuery, parseModalities, placeQuery, type SearchState } from './query.ts';

const [commune, , department] = places;
const address = commune && {
  ...commune,
  kind: 'address' as const,
  insee: null,
  lat: 49.5,
  lon: 0.2,
};

describe('the query of a search', () => {
  const cases: [name: string, state: Partial<SearchState>, query: unknown][] = [
    ['is a commune by its code', { place: commune, insee: '1', text: 'x' }, { insee: '76351' }],
    ['is a department by its code', { place: department }, { department: '76' }],
    ['is an address by its coordinates', { place: address }, { lat: 49.5, lon: 0.2 }],
    [
      'is the page’s code before its text',
      { insee: '76351', text: 'Le Havre' },
      { insee: '76351' },
    ],
    ['is the text where nothing better is known', { text: ' 76600 ' }, { q: '76600' }],
    ['is nothing without a place', { text: '  ' }, undefined],
  ];
  for (const [name, state, query] of cases) {
    it(name, () => {
      expect(placeQuery({ place: undefined, insee: '', text: '', ...state })).to.deep.equal(query);
    });
  }

  it('leaves out what is not asked', () => {
    const query = availabilityQuery({
      place: undefined,
      insee: '76351',
      text: '',
      specialty: 'SM54',
      modalities: [],
      from: undefined,
      slotsPerCard: 30,
    });
    expect(query).to.deep.equal({ insee: '76351', specialty: 'SM54', slotsPerCard: 30 });
  });

  it('reads modalities as a page writes them', () => {
    expect(parseModalities('VR, AMB')).to.deep.equal(['AMB', 'VR']);
    expect(parseModalities('amb XX')).to.deep.equal([]);
    expect(parseModalities('')).to.deep.equal([]);
  });
});
