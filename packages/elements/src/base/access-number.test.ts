import { expect } from '@open-wc/testing';
import type { AccessNumber } from '@sas-kit/client';
import { callableNumber } from './access-number.ts';

const entry = (number: string, change: Partial<AccessNumber> = {}): AccessNumber => ({
  number,
  label: '',
  regimes: ['sas', 'pdsa'],
  hours: null,
  validFrom: null,
  validUntil: null,
  source: '',
  ...change,
});

describe('a territory’s number', () => {
  const day = '2026-11-23';
  const cases: [name: string, numbers: AccessNumber[], found: string | undefined][] = [
    [
      'is the first that can be called',
      [entry('+33261919191'), entry('0261919192')],
      '+33261919191',
    ],
    ['is never one that is to be announced', [entry('to-be-announced')], undefined],
    ['is never one that has expired', [entry('3615', { validUntil: '2026-11-22' })], undefined],
    ['is good on its last day', [entry('3615', { validUntil: day })], '3615'],
    ['is not shown before it opens', [entry('3615', { validFrom: '2026-11-24' })], undefined],
    ['is not what the emergency text already shows', [entry('15'), entry('112')], undefined],
  ];
  for (const [name, numbers, found] of cases) {
    it(name, () => expect(callableNumber(numbers, day)?.number).to.equal(found));
  }
});
