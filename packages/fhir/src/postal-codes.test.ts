import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendPostalCode } from './postal-codes.ts';
import { mendTime } from './times-of-day.ts';

test('a postal code is mended where it can be', () => {
  const cases: [string, string | null][] = [
    ['76600', '76600'],
    ['76 600', '76600'],
    ['F-76600', '76600'],
    ['fr 76600', '76600'],
    ['1000', '01000'],
    ['766000', null],
    ['2A004', null],
    ['CEDEX', null],
    ['', null],
  ];
  for (const [typed, code] of cases) assert.equal(mendPostalCode(typed), code, typed);
});

test('a time of day is mended where it can be', () => {
  const cases: [string, string | null][] = [
    ['08:00', '08:00:00'],
    ['8:00', '08:00:00'],
    ['8h', '08:00:00'],
    ['8h30', '08:30:00'],
    ['08:30:15', '08:30:15'],
    ['24:00', '23:59:59'],
    ['24:30', null],
    ['25:00', null],
    ['midi', null],
    ['', null],
  ];
  for (const [typed, time] of cases) assert.equal(mendTime(typed), time, typed);
});
