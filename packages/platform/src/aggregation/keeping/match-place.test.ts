import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KnownPlace, matchPlace } from './match-place.ts';

const metres = (count: number) => count / 111_195;
const place = (facts: Partial<KnownPlace> = {}): KnownPlace => ({
  editor: 'one',
  structureIds: [],
  lat: 49.4938,
  lon: 0.1077,
  line: '12 rue des Galets',
  postcode: '76600',
  city: 'Le Havre',
  ...facts,
});
const elsewhere = { lat: 49.6, lon: 0.3, line: '3 quai des Exemples' };
const nowhere = { lat: null, lon: null };

const structureIds = ['1760000001'];

/** What editor `one` describes, and what is known. */
const CASES: readonly [string, KnownPlace, readonly KnownPlace[], number | null][] = [
  ['no place is known', place(), [], null],
  ['the same place', place(), [place(elsewhere), place()], 1],
  [
    'the structure decides before the address',
    place({ structureIds: ['1760000001'], ...elsewhere }),
    [place(elsewhere), place({ structureIds: ['1760000001'] })],
    1,
  ],
  [
    'any id of the structure',
    place({ structureIds: ['376000000100012', '1760000001'], ...elsewhere }),
    [place({ structureIds: ['1760000001'] })],
    0,
  ],
  [
    'two doors of a structure: the nearer one',
    place({ structureIds: ['1760000001'] }),
    [
      place({ structureIds: ['1760000001'], ...elsewhere }),
      place({ structureIds: ['1760000001'] }),
    ],
    1,
  ],
  [
    'two doors of a structure without coordinates: the address',
    place({ structureIds: ['1760000001'], ...nowhere }),
    [
      place({ structureIds: ['1760000001'], ...elsewhere }),
      place({ structureIds: ['1760000001'] }),
    ],
    1,
  ],
  [
    'empty ids are not the same',
    place({ structureIds: [''], ...elsewhere }),
    [place({ structureIds: [''] })],
    null,
  ],
  [
    'no id and no id are not the same',
    place({ ...elsewhere }),
    [place({ structureIds: ['1760000001'] }), place()],
    null,
  ],
  ['9 m away', place({ lat: 49.4938 + metres(9), line: '' }), [place()], 0],
  [
    '11 m away, without an address',
    place({ lat: 49.4938 + metres(11), line: '' }),
    [place()],
    null,
  ],
  [
    'the nearest within 10 m',
    place({ line: '' }),
    [place({ lat: 49.4938 + metres(8) }), place({ lat: 49.4938 + metres(3) })],
    1,
  ],
  ['far away by coordinates, the same address', place({ lat: 49.4, lon: 0.2 }), [place()], 0],
  [
    'the address in other letters',
    place({ ...nowhere, line: '12, RUE DES GALETS', city: 'le havre' }),
    [place()],
    0,
  ],
  ['the same street in another town', place({ ...nowhere, city: 'Fécamp' }), [place()], null],
  [
    'no street here and no street there',
    place({ ...nowhere, line: '' }),
    [place({ ...nowhere, line: '' })],
    null,
  ],
  [
    'the structure, at an agenda of the platform’s own',
    place({ structureIds, ...elsewhere }),
    [place({ editor: null, structureIds })],
    0,
  ],
  [
    'the structure alone, at an agenda of another editor: a new place',
    place({ structureIds }),
    [place({ editor: 'two', structureIds, ...elsewhere })],
    null,
  ],
  [
    'the structure at an agenda of another editor, and the address',
    place({ structureIds, ...nowhere }),
    [place({ editor: 'two', structureIds })],
    0,
  ],
  [
    'another editor’s agenda 9 m away',
    place({ lat: 49.4938 + metres(9), line: '' }),
    [place({ editor: 'two' })],
    0,
  ],
  [
    'the structure at another editor’s agenda, one’s own at the address',
    place({ structureIds, ...nowhere }),
    [place({ editor: 'two', structureIds, ...elsewhere }), place()],
    1,
  ],
  [
    'one’s own before the platform’s before another editor’s, though all are within 10 m',
    place({ line: '' }),
    [
      place({ editor: 'two' }),
      place({ editor: null, lat: 49.4938 + metres(3) }),
      place({ lat: 49.4938 + metres(8) }),
    ],
    2,
  ],
  [
    'the platform’s before another editor’s',
    place(),
    [place({ editor: 'two' }), place({ editor: null, lat: 49.4938 + metres(3) })],
    1,
  ],
];

for (const [name, described, known, expected] of CASES) {
  test(name, () => {
    assert.equal(matchPlace(described, 'one', known), expected === null ? null : known[expected]);
  });
}
