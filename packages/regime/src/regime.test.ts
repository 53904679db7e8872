import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regimeAt } from './regime.ts';
import type { BridgeDay, RegimeTerritory } from './territory.ts';
import { opening, territory } from './testing/territories.ts';

type Row = [instant: string, regime: string, reason: string, until: string];

/** What is said at instants, in short. */
function told(place: RegimeTerritory, instants: string[]): Row[] {
  return instants.map((instant) => {
    const { regime, reason, holiday, until } = regimeAt(place, instant);
    return [instant, String(regime), holiday ? `${reason} ${holiday}` : reason, String(until)];
  });
}

function holds(name: string, place: RegimeTerritory, rows: Row[]): void {
  test(name, () => {
    const instants = rows.map(([instant]) => instant);
    assert.deepEqual(told(place, instants), rows);
  });
}

const ALL_BRIDGES: BridgeDay[] = [
  'monday-before-holiday',
  'friday-after-holiday',
  'saturday-after-holiday',
];

holds('an ordinary week changes at 8 h, 20 h and Saturday noon', territory(), [
  ['2026-11-23T07:59:59+01:00', 'pdsa', 'night', '2026-11-23T08:00:00+01:00'],
  ['2026-11-23T08:00:00+01:00', 'sas', 'sas-hours', '2026-11-23T20:00:00+01:00'],
  ['2026-11-23T19:59:59+01:00', 'sas', 'sas-hours', '2026-11-23T20:00:00+01:00'],
  ['2026-11-23T20:00:00+01:00', 'pdsa', 'night', '2026-11-24T08:00:00+01:00'],
  ['2026-11-28T11:59:59+01:00', 'sas', 'sas-hours', '2026-11-28T12:00:00+01:00'],
  ['2026-11-28T12:00:00+01:00', 'pdsa', 'saturday', '2026-11-30T08:00:00+01:00'],
  ['2026-11-28T22:00:00+01:00', 'pdsa', 'night', '2026-11-30T08:00:00+01:00'],
  ['2026-11-29T10:00:00+01:00', 'pdsa', 'sunday', '2026-11-30T08:00:00+01:00'],
]);

holds('public holidays are PDSA from the night before to the morning after', territory(), [
  [
    '2025-04-21T10:00:00+02:00',
    'pdsa',
    'public-holiday easter-monday',
    '2025-04-22T08:00:00+02:00',
  ],
  [
    '2026-04-06T10:00:00+02:00',
    'pdsa',
    'public-holiday easter-monday',
    '2026-04-07T08:00:00+02:00',
  ],
  [
    '2027-03-29T10:00:00+02:00',
    'pdsa',
    'public-holiday easter-monday',
    '2027-03-30T08:00:00+02:00',
  ],
  [
    '2028-04-17T10:00:00+02:00',
    'pdsa',
    'public-holiday easter-monday',
    '2028-04-18T08:00:00+02:00',
  ],
  ['2025-05-29T10:00:00+02:00', 'pdsa', 'public-holiday ascension', '2025-05-30T08:00:00+02:00'],
  ['2026-05-14T10:00:00+02:00', 'pdsa', 'public-holiday ascension', '2026-05-15T08:00:00+02:00'],
  ['2027-05-06T10:00:00+02:00', 'pdsa', 'public-holiday ascension', '2027-05-07T08:00:00+02:00'],
  ['2025-06-09T10:00:00+02:00', 'pdsa', 'public-holiday whit-monday', '2025-06-10T08:00:00+02:00'],
  ['2026-05-25T10:00:00+02:00', 'pdsa', 'public-holiday whit-monday', '2026-05-26T08:00:00+02:00'],
  ['2027-05-17T10:00:00+02:00', 'pdsa', 'public-holiday whit-monday', '2027-05-18T08:00:00+02:00'],
  ['2026-12-31T21:00:00+01:00', 'pdsa', 'night', '2027-01-02T08:00:00+01:00'],
  [
    '2026-11-11T23:30:00+01:00',
    'pdsa',
    'public-holiday armistice-1918',
    '2026-11-12T08:00:00+01:00',
  ],
]);

holds('bridge days are SAS hours where the area does not count them', territory(), [
  ['2026-05-15T10:00:00+02:00', 'sas', 'sas-hours', '2026-05-15T20:00:00+02:00'],
  ['2026-05-16T10:00:00+02:00', 'sas', 'sas-hours', '2026-05-16T12:00:00+02:00'],
  ['2026-07-13T10:00:00+02:00', 'sas', 'sas-hours', '2026-07-13T20:00:00+02:00'],
]);

holds(
  'bridge days are PDSA where it does',
  territory({ openingHours: [opening({ bridgeDays: ALL_BRIDGES })] }),
  [
    ['2026-05-13T21:00:00+02:00', 'pdsa', 'night', '2026-05-18T08:00:00+02:00'],
    ['2026-05-15T10:00:00+02:00', 'pdsa', 'bridge-day ascension', '2026-05-18T08:00:00+02:00'],
    ['2026-05-16T10:00:00+02:00', 'pdsa', 'bridge-day ascension', '2026-05-18T08:00:00+02:00'],
    ['2026-05-09T10:00:00+02:00', 'pdsa', 'bridge-day victory-1945', '2026-05-11T08:00:00+02:00'],
    ['2026-07-13T10:00:00+02:00', 'pdsa', 'bridge-day bastille-day', '2026-07-15T08:00:00+02:00'],
    ['2026-07-16T10:00:00+02:00', 'sas', 'sas-hours', '2026-07-16T20:00:00+02:00'],
  ],
);

holds(
  'an area may count only some of them',
  territory({ openingHours: [opening({ bridgeDays: ['friday-after-holiday'] })] }),
  [
    ['2026-05-15T10:00:00+02:00', 'pdsa', 'bridge-day ascension', '2026-05-16T08:00:00+02:00'],
    ['2026-05-16T10:00:00+02:00', 'sas', 'sas-hours', '2026-05-16T12:00:00+02:00'],
    ['2026-07-13T10:00:00+02:00', 'sas', 'sas-hours', '2026-07-13T20:00:00+02:00'],
  ],
);

holds(
  'Alsace and Moselle have Good Friday and 26 December',
  territory({ openingHours: [opening({ holidays: 'alsace-moselle' })] }),
  [
    [
      '2026-04-03T10:00:00+02:00',
      'pdsa',
      'public-holiday good-friday',
      '2026-04-04T08:00:00+02:00',
    ],
    [
      '2025-12-26T10:00:00+01:00',
      'pdsa',
      'public-holiday second-day-of-christmas',
      '2025-12-27T08:00:00+01:00',
    ],
  ],
);

holds('elsewhere they are working days', territory(), [
  ['2026-04-03T10:00:00+02:00', 'sas', 'sas-hours', '2026-04-03T20:00:00+02:00'],
  ['2025-12-26T10:00:00+01:00', 'sas', 'sas-hours', '2025-12-26T20:00:00+01:00'],
]);

holds(
  'Martinique goes by its own clocks and holidays',
  territory({
    timeZone: 'America/Martinique',
    openingHours: [opening({ holidays: 'martinique' })],
  }),
  [
    [
      '2026-05-22T10:00:00-04:00',
      'pdsa',
      'public-holiday abolition-of-slavery',
      '2026-05-23T08:00:00-04:00',
    ],
    ['2026-05-21T12:00:00+00:00', 'sas', 'sas-hours', '2026-05-21T20:00:00-04:00'],
    ['2026-05-22T01:00:00+00:00', 'pdsa', 'night', '2026-05-23T08:00:00-04:00'],
  ],
);

holds(
  'La Réunion too, four hours ahead of UTC',
  territory({
    timeZone: 'Indian/Reunion',
    openingHours: [opening({ holidays: 'la-reunion' })],
  }),
  [
    [
      '2027-12-20T06:00:00Z',
      'pdsa',
      'public-holiday abolition-of-slavery',
      '2027-12-21T08:00:00+04:00',
    ],
    ['2026-11-23T04:00:00Z', 'sas', 'sas-hours', '2026-11-23T20:00:00+04:00'],
    ['2026-11-23T03:59:00Z', 'pdsa', 'night', '2026-11-23T08:00:00+04:00'],
  ],
);

holds('the night in which the clocks go forward is an hour shorter', territory(), [
  ['2027-03-28T01:59:00+01:00', 'pdsa', 'sunday', '2027-03-30T08:00:00+02:00'],
  ['2026-03-29T03:00:00+02:00', 'pdsa', 'sunday', '2026-03-30T08:00:00+02:00'],
]);

holds('the night in which they go back is an hour longer', territory(), [
  ['2026-10-25T02:30:00+02:00', 'pdsa', 'sunday', '2026-10-26T08:00:00+01:00'],
  ['2026-10-25T02:30:00+01:00', 'pdsa', 'sunday', '2026-10-26T08:00:00+01:00'],
]);

const NIGHTS = territory({
  openingHours: [opening({ sas: [{ days: ['sun'], from: '02:30', to: '03:30' }] })],
});

holds('an hour that is skipped opens after the gap, one that is shown twice opens once', NIGHTS, [
  ['2026-03-29T01:59:00+01:00', 'pdsa', 'sunday', '2026-04-05T02:30:00+02:00'],
  ['2026-10-25T02:29:00+02:00', 'pdsa', 'sunday', '2026-10-25T02:30:00+02:00'],
  ['2026-10-25T02:30:00+02:00', 'sas', 'sas-hours', '2026-10-25T03:30:00+01:00'],
  ['2026-10-25T02:10:00+01:00', 'sas', 'sas-hours', '2026-10-25T03:30:00+01:00'],
]);

holds(
  'a pause at noon is outside hours',
  territory({
    openingHours: [
      opening({
        sas: [
          { days: ['mon'], from: '08:00', to: '12:00' },
          { days: ['mon'], from: '14:00', to: '24:00' },
          { days: ['tue'], from: '00:00', to: '10:00' },
        ],
      }),
    ],
  }),
  [
    ['2026-11-23T13:00:00+01:00', 'pdsa', 'outside-hours', '2026-11-23T14:00:00+01:00'],
    ['2026-11-23T23:00:00+01:00', 'sas', 'sas-hours', '2026-11-24T10:00:00+01:00'],
  ],
);

test('hours that change on a date hold from that date', () => {
  const place = territory({
    openingHours: [
      opening({ validUntil: '2026-11' }),
      opening({
        validFrom: '2026-12',
        sas: [{ days: ['tue'], from: '07:00', to: '20:00' }],
      }),
    ],
  });
  assert.equal(regimeAt(place, '2026-11-24T07:30:00+01:00').regime, 'pdsa');
  assert.equal(regimeAt(place, '2026-12-01T07:30:00+01:00').regime, 'sas');
});

test('hours that are not known are said not to be, and change nothing by themselves', () => {
  const unknown = regimeAt(territory({ openingHours: [] }), '2026-11-23T10:00:00+01:00');
  assert.equal(unknown.regime, null);
  assert.equal(unknown.reason, 'hours-to-be-announced');
  assert.equal(unknown.until, null);
  assert.equal(unknown.next, null);
  const over = territory({ openingHours: [opening({ validUntil: '2026-11-22' })] });
  assert.equal(regimeAt(over, '2026-11-23T10:00:00+01:00').regime, null);
});

test('the answer says what comes next, and the instant on the territory’s clocks', () => {
  const answer = regimeAt(territory(), new Date('2026-11-23T09:20:00Z'));
  assert.equal(answer.asOf, '2026-11-23T10:20:00+01:00');
  assert.deepEqual([answer.next?.regime, answer.next?.reason], ['pdsa', 'night']);
  assert.deepEqual(
    answer.next?.numbers.map(({ number }) => number),
    ['116117'],
  );
});

test('what is no instant or no zone is refused', () => {
  assert.throws(() => regimeAt(territory(), 'tomorrow'), RangeError);
  assert.throws(() => regimeAt(territory({ timeZone: 'Europe/Le_Havre' }), 0), RangeError);
});
