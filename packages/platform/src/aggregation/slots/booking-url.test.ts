import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openableUrl, withOrigin } from './booking-url.ts';

const OPENABLE: readonly [string, string | null][] = [
  ['https://rdv.example/dr-aubry', 'https://rdv.example/dr-aubry'],
  ['HTTPS://RDV.example/dr-aubry', 'https://rdv.example/dr-aubry'],
  ['http://127.0.0.1:9100/rdv', 'http://127.0.0.1:9100/rdv'],
  ['http://localhost/rdv', 'http://localhost/rdv'],
  ['http://[::1]:80/rdv', 'http://[::1]/rdv'],
  ['http://rdv.example/dr-aubry', null],
  ['http://127.0.0.1.rdv.example/', null],
  ['http://localhost.rdv.example/', null],
  ['https://user:secret@rdv.example/', null],
  ['https://rdv.example@evil.example/', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//rdv.example/', null],
  ['/rdv', null],
  ['rdv.example', null],
  ['', null],
  [`https://rdv.example/${'a'.repeat(2_000)}`, null],
];

for (const [text, expected] of OPENABLE) {
  test(`${text.slice(0, 40) || 'nothing'} is ${expected === null ? 'refused' : 'opened'}`, () => {
    assert.equal(openableUrl(text), expected);
  });
}

const WITH_ORIGIN: readonly [string, string, string][] = [
  ['https://rdv.example/a', 'sas', 'https://rdv.example/a?origin=sas'],
  ['https://rdv.example', 'sas', 'https://rdv.example/?origin=sas'],
  ['https://rdv.example/a?', 'sas', 'https://rdv.example/a?origin=sas'],
  ['https://rdv.example/a?x=1', 'sas', 'https://rdv.example/a?x=1&origin=sas'],
  ['https://rdv.example/a?x=1&', 'sas', 'https://rdv.example/a?x=1&origin=sas'],
  ['https://rdv.example/a#slot-3', 'sas', 'https://rdv.example/a?origin=sas#slot-3'],
  ['https://rdv.example/a?x=1#/r?y=2', 'sas', 'https://rdv.example/a?x=1&origin=sas#/r?y=2'],
  ['https://rdv.example/a?origin=web', 'sas', 'https://rdv.example/a?origin=sas'],
  ['https://rdv.example/a?%6Frigin=web', 'sas', 'https://rdv.example/a?origin=sas'],
  ['https://rdv.example/a?origin&x=1', 'sas', 'https://rdv.example/a?x=1&origin=sas'],
  ['https://rdv.example/a?origin=1&x=1&origin=2', 'sas', 'https://rdv.example/a?x=1&origin=sas'],
  [
    'https://rdv.example/a?origins=1&my.origin=2',
    'sas',
    'https://rdv.example/a?origins=1&my.origin=2&origin=sas',
  ],
  [
    'https://rdv.example/a%20b?q=a%2Bb+c&sig=%3D',
    'sas',
    'https://rdv.example/a%20b?q=a%2Bb+c&sig=%3D&origin=sas',
  ],
  ['https://rdv.example/a', 'sas 76&x=1', 'https://rdv.example/a?origin=sas%2076%26x%3D1'],
];

for (const [url, origin, expected] of WITH_ORIGIN) {
  test(`${url} for ${origin}`, () => {
    assert.equal(withOrigin(url, origin), expected);
    assert.equal(new URL(withOrigin(url, origin)).searchParams.get('origin'), origin);
  });
}
