import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regimeAt } from './regime.ts';
import type { RegimeNumber } from './territory.ts';
import { number, territory } from './testing/territories.ts';

const MONDAY = '2026-11-23T10:00:00+01:00';
const NIGHT = '2026-11-23T22:00:00+01:00';

const at = (accessNumbers: RegimeNumber[], instant = MONDAY) =>
  regimeAt(territory({ accessNumbers }), instant);
const called = (numbers: RegimeNumber[] = []) => numbers.map((each) => each.number);

const CASES: [name: string, change: Partial<RegimeNumber>, shown: boolean, status: string][] = [
  ['without dates is shown', {}, true, 'known'],
  ['is good on its first day', { validFrom: '2026-11-23' }, true, 'known'],
  ['is not shown the day before', { validFrom: '2026-11-24' }, false, 'to-be-announced'],
  ['is good on its last day', { validUntil: '2026-11-23' }, true, 'known'],
  ['is not shown the day after', { validUntil: '2026-11-22' }, false, 'expired'],
  ['is good to the end of a month', { validUntil: '2026-11' }, true, 'known'],
  ['is good to the end of a year', { validUntil: '2026' }, true, 'known'],
  ['is over with its year', { validUntil: '2025' }, false, 'expired'],
  ['is over with its month', { validUntil: '2026-10' }, false, 'expired'],
  ['begins with its year', { validFrom: '2026' }, true, 'known'],
  ['does not begin before its month', { validFrom: '2026-12' }, false, 'to-be-announced'],
  ['to be announced is none', { number: 'to-be-announced' }, false, 'to-be-announced'],
  ['of nights is not shown by day', { regimes: ['pdsa'] }, false, 'other-hours'],
];

for (const [name, change, shown, status] of CASES) {
  test(`a number ${name}`, () => {
    const answer = at([number(change)]);
    assert.deepEqual(called(answer.numbers), shown ? ['116117'] : []);
    assert.equal(answer.numbersStatus, status);
  });
}

test('numbers follow the regime, in the territory’s order', () => {
  const numbers = [
    number({ number: '+33261919191', regimes: ['sas'] }),
    number({ number: '15' }),
    number({ number: '116117', regimes: ['pdsa'] }),
  ];
  assert.deepEqual(called(at(numbers).numbers), ['+33261919191', '15']);
  assert.deepEqual(called(at(numbers).next?.numbers), ['15', '116117']);
  assert.deepEqual(called(at(numbers, NIGHT).numbers), ['15', '116117']);
});

test('where the hours are not known, a number of some hours only is not given', () => {
  const accessNumbers = [number({ number: '15' }), number({ regimes: ['pdsa'] })];
  const { numbers } = regimeAt(territory({ accessNumbers, openingHours: [] }), MONDAY);
  assert.deepEqual(called(numbers), ['15']);
});

test('a number that begins or ends is a change, at midnight on the territory’s clocks', () => {
  const accessNumbers = [
    number({ number: '+33261919191', validUntil: '2026-11-23' }),
    number({ validFrom: '2026-11-24' }),
  ];
  const here = territory({ accessNumbers, openingHours: [] });
  const answer = regimeAt(here, MONDAY);
  assert.equal(answer.until, '2026-11-24T00:00:00+01:00');
  assert.deepEqual(called(answer.numbers), ['+33261919191']);
  assert.deepEqual(called(answer.next?.numbers), ['116117']);
  const overseas = regimeAt({ ...here, timeZone: 'Indian/Reunion' }, MONDAY);
  assert.equal(overseas.until, '2026-11-24T00:00:00+04:00');
});

test('15, 112 and 114 are there whatever a territory says', () => {
  const hostile = [number({ number: '15', validUntil: '2020' }), number({ number: '112' })];
  for (const numbers of [hostile, [], [number({ number: 'to-be-announced' })]]) {
    assert.deepEqual(at(numbers).emergencyNumbers, ['15', '112', '114']);
  }
});
