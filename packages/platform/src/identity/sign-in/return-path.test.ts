import assert from 'node:assert/strict';
import { test } from 'node:test';
import { returnPath } from './return-path.ts';

const KEPT = ['/', '/espace', '/espace?a=1&b=2#c', '/a/../b'];
for (const wanted of KEPT) {
  test(`${wanted} is a place of this server`, () => {
    assert.equal(returnPath(wanted), wanted === '/a/../b' ? '/b' : wanted);
  });
}

const REFUSED = [
  undefined,
  '',
  'espace',
  'https://ailleurs.example/',
  '//ailleurs.example',
  '///ailleurs.example',
  '/\\ailleurs.example',
  '\\\\ailleurs.example',
  '/\t/ailleurs.example',
  '/\n/ailleurs.example',
  '/.//ailleurs.example',
  '/a/..//ailleurs.example',
  ' //ailleurs.example',
  'javascript:alert(1)',
  '/auth/sign-in?return=/auth/sign-in',
  '//[',
];
for (const wanted of REFUSED) {
  test(`${JSON.stringify(wanted)} leads nowhere but home`, () => {
    assert.equal(returnPath(wanted), '/');
  });
}
