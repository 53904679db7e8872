import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpointRefusal } from './endpoint.ts';

for (const [address, loopback, refusal] of [
  ['https://agenda.example/fhir', false, null],
  ['https://10.1.2.3:8443/fhir', false, null],
  ['http://127.0.0.1:9100/fhir', true, null],
  ['http://[::1]:9100/fhir', true, null],
  ['http://localhost/fhir', true, null],
  ['http://127.0.0.1:9100/fhir', false, /https/],
  ['http://agenda.example/fhir', true, /https/],
  ['http://localhost.agenda.example/fhir', true, /https/],
  ['ftp://agenda.example', true, /https/],
  ['https://me:secret@agenda.example', true, /user/],
  ['https://agenda.example/fhir?x=1', true, /query/],
  ['https://agenda.example/fhir#', true, /fragment/],
  ['/fhir', true, /not an address/],
] as const) {
  test(`${address}${loopback ? ' in a demonstration' : ''}: ${String(refusal)}`, () => {
    const told = endpointRefusal(address, loopback);
    if (refusal === null) assert.equal(told, null);
    else assert.match(told!, refusal);
  });
}
