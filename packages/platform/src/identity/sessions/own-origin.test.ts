import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookieCounts, ownOrigin } from './own-origin.ts';

const ORIGINS: [string | null, string | undefined, string | null][] = [
  ['https://sas.example', 'ailleurs.example', 'https://sas.example'],
  ['http://127.0.0.1:8080', undefined, 'http://127.0.0.1:8080'],
  ['http://sas.example', 'sas.example', null], // a cookie would travel in clear
  [null, '127.0.0.1:8080', 'http://127.0.0.1:8080'],
  [null, 'localhost', 'http://localhost'],
  [null, '[::1]:8080', 'http://[::1]:8080'],
  [null, 'ailleurs.example', null], // a name that another site points at this machine
  [null, '127.0.0.1.ailleurs.example', null],
  [null, undefined, null],
];
for (const [publicUrl, host, expected] of ORIGINS) {
  test(`set to ${publicUrl}, asked as ${host}: the origin is ${expected}`, () => {
    assert.equal(ownOrigin(publicUrl, host), expected);
  });
}

const OWN = 'https://sas.example';
const OTHER = 'https://ailleurs.example';
/** Method, `Origin`, `Sec-Fetch-Site`, whether the cookie counts. */
const REQUESTS: [string, string | undefined, string | undefined, boolean][] = [
  ['GET', undefined, undefined, true],
  ['GET', undefined, 'same-origin', true],
  ['GET', undefined, 'none', true],
  ['GET', undefined, 'same-site', false],
  ['GET', undefined, 'cross-site', false],
  ['GET', OTHER, undefined, false],
  ['GET', OWN, 'same-origin', true],
  ['POST', OWN, 'same-origin', true],
  ['POST', OWN, undefined, true],
  ['POST', undefined, 'same-origin', true],
  ['POST', undefined, undefined, false],
  ['POST', undefined, 'none', false],
  ['POST', OWN, 'cross-site', false],
  ['POST', OWN, 'same-site', false],
  ['POST', OTHER, 'same-origin', false],
  ['POST', OTHER, undefined, false],
  ['POST', 'null', undefined, false],
  ['POST', 'null', 'same-origin', true], // a form of a page without referrer
  ['POST', 'null', 'cross-site', false], // a sandboxed frame
  ['POST', 'null', 'same-site', false],
  ['GET', 'null', undefined, false],
  ['DELETE', OTHER, 'cross-site', false],
  ['PATCH', undefined, 'cross-site', false],
];
for (const [method, origin, site, expected] of REQUESTS) {
  test(`${method} of ${origin}, ${site}: the cookie ${expected ? 'counts' : 'does not count'}`, () => {
    assert.equal(cookieCounts({ method, origin, site }, OWN), expected);
  });
}
