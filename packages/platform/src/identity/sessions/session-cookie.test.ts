import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCookieSecret, readCookie, writeCookie } from './session-cookie.ts';

const VALUE = newCookieSecret();

test('over TLS the cookie is bound to this host, out of the reach of scripts and of plain http', () => {
  assert.equal(
    writeCookie('session', VALUE, { secure: true, maxAgeSeconds: 60 }),
    `__Host-sas-session=${VALUE}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure`,
  );
});

test('256 bits, another one each time', () => {
  assert.equal(Buffer.from(VALUE, 'base64url').length, 32);
  assert.notEqual(newCookieSecret(), newCookieSecret());
});

test('over TLS a cookie without its prefix is not read, and one that stands twice is not believed', () => {
  assert.equal(readCookie(`a=1; __Host-sas-session=${VALUE}`, 'session', true), VALUE);
  assert.equal(readCookie(`sas-session=${VALUE}`, 'session', true), null);
  const twice = `__Host-sas-session=${VALUE}; __Host-sas-session=${newCookieSecret()}`;
  assert.equal(readCookie(twice, 'session', true), null);
});

test('what is no value of ours is not looked up', () => {
  for (const value of ['', 'short', `${VALUE}x`, `${VALUE.slice(1)}'`, 'x'.repeat(5000)]) {
    assert.equal(readCookie(`sas-session=${value}`, 'session', false), null);
  }
  assert.equal(readCookie(undefined, 'session', false), null);
});
