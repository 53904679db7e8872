import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPhone, isFrenchE164, parsePhone, telUri } from './phones.ts';

const numbers: [string, string | null, string?][] = [
  ['02 61 91 10 20', '+33261911020'],
  ['0261911020', '+33261911020'],
  ['(02) 61.91.16.03', '+33261911603'],
  ['02-61-91-10-20', '+33261911020'],
  ['+33 2 61 91 10 20', '+33261911020'],
  ['+33 (0)2 61 91 10 20', '+33261911020'],
  ['+33 02 61 91 10 20', '+33261911020'],
  ['0033261911020', '+33261911020'],
  ['33261911020', '+33261911020'],
  ['261911020', '+33261911020'],
  ['Tél. 02 61 91 10 20', '+33261911020'],
  ['tel:+33261911020', '+33261911020'],
  ['02 61 91 10 20 / 06 39 98 00 10', '+33261911020'],
  ['n/a, 02 61 91 10 20', '+33261911020'],
  ['02 61 91 10 20 poste 12', '+33261911020'],
  ['06 39 98 00 10', '+33639980010'],
  ['0262 12 34 56', '+262262123456'],
  ['+33 262 12 34 56', '+262262123456'],
  ['+262 262 12 34 56', '+262262123456'],
  ['0692 12 34 56', '+262692123456'],
  ['0269 12 34 56', '+262269123456'],
  ['0639 12 34 56', '+262639123456'],
  ['0590 12 34 56', '+590590123456'],
  ['0690 12 34 56', '+590690123456'],
  ['0594 12 34 56', '+594594123456'],
  ['0596 12 34 56', '+596596123456'],
  ['0696 12 34 56', '+596696123456'],
  ['0508 41 12 34', '+508411234'],
  ['41 12 34', '+508411234', '97500'],
  ['40 41 23 45', '+68940412345', '98714'],
  ['26 54 32', '+687265432', '98800'],
  ['72 12 34', '+681721234', '98600'],
  ['0800 12 34 56', '+33800123456'],
  ['+32 2 555 12 12', '+3225551212'],
  ['n/a', null],
  ['', null],
  ['néant', null],
  ['voir secrétariat', null],
  ['02 61 91 10', null],
  ['02 61 91 10 20 20 20 20 20 20', null],
  ['1'.repeat(10_000), null],
];

test('a telephone number typed in any form becomes E.164, overseas included', () => {
  for (const [typed, expected, postalCode] of numbers) {
    const phone = parsePhone(typed, postalCode);
    assert.deepEqual(phone, expected === null ? null : { kind: 'e164', value: expected }, typed);
    if (expected === null || expected.startsWith('+32')) continue;
    assert.ok(isFrenchE164(expected), expected);
    assert.equal(parsePhone(expected)?.value, expected, 'reading it again changes nothing');
    assert.equal(parsePhone(formatPhone(phone!), postalCode)?.value, expected, 'nor showing it');
  }
});

test('short numbers are kept apart', () => {
  for (const typed of ['15', '17', '18', '112', '114', '115', '119', '116 117', '116117', '3624']) {
    const phone = parsePhone(typed);
    assert.deepEqual(phone, { kind: 'short', value: typed.replace(' ', '') });
    assert.ok(!isFrenchE164(phone.value));
  }
  assert.equal(telUri(parsePhone('15')!), 'tel:15');
  assert.equal(formatPhone(parsePhone('116117')!), '116 117');
});

test('numbers are shown as French readers expect them', () => {
  const shown = (typed: string) => formatPhone(parsePhone(typed)!);
  assert.equal(shown('+33261911020'), '02 61 91 10 20');
  assert.equal(shown('0800123456'), '08 00 12 34 56');
  assert.equal(shown('+262262123456'), '0262 12 34 56');
});
