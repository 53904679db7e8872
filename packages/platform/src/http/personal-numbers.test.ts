import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellsWho } from './personal-numbers.ts';

/** Numbers that ARCEP and INSEE give to nobody, written in every way. */
const PERSONAL = [
  '0639980001',
  '06.39.98.00.01',
  '06-39-98-00-01',
  '06/39/98/00/01',
  '06_39_98_00_01',
  '06:39:98:00:01',
  '0.6.3.9.9.8.0.0.0.1',
  '33639980001',
  '33.6.39.98.00.01',
  '+33639980001',
  '0033639980001',
  '0033-6-39-98-00-01',
  'tel:06.39.98.00.01',
  'LRM/0639980001',
  '299127635112393',
  '2-99-12-76-351-123-93',
  '2.99.12.76.351.123.93',
  '2-99-12-76-351-123',
  '2_99_12_2A_351_123',
];
for (const reference of PERSONAL) {
  test(`${reference} tells who somebody is`, () => assert.equal(tellsWho(reference), true));
}

const OPAQUE = [
  'LRM:2026/4711',
  '2026/0000471',
  '4711',
  '1790899200123',
  'fr.health.samu760.DRFR15DDXAAJJJ0000Y',
  '7b0f8a4e-93a1-4c7e-9d7d-06399800017f',
  '299127635112388',
  '06-39',
  'call-1',
];
for (const reference of OPAQUE) {
  test(`${reference} tells of nobody`, () => assert.equal(tellsWho(reference), false));
}
