import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from './refusal.ts';
import { route, type Operation } from './route.ts';

const ALL = new Set<Operation>([
  'search-slots',
  'search-schedules',
  'create-regulator',
  'update-regulator',
  'metadata',
]);

const ROUTES: [string, string, Operation | number][] = [
  ['GET', '/fhir/Slot', 'search-slots'],
  ['HEAD', '/fhir/Slot/', 'search-slots'],
  ['GET', '/Slot', 'search-slots'],
  ['GET', '/fhir/Schedule', 'search-schedules'],
  ['GET', '/fhir/metadata', 'metadata'],
  ['POST', '/fhir/Practitioner', 'create-regulator'],
  ['PUT', '/fhir/Practitioner', 'update-regulator'],
  ['POST', '/fhir/Slot', 405],
  ['DELETE', '/fhir/Practitioner', 405],
  ['GET', '/fhir', 404],
  ['GET', '/fhir/', 404],
  ['GET', '/', 404],
  ['GET', '/fhir/slot', 404],
  ['GET', '/fhir/Slot/1', 404],
  ['GET', '/fhir/Slot//', 404],
  ['POST', '/fhir/Slot/_search', 404],
  ['GET', '/other/Slot', 404],
  ['GET', '/fhir/constructor', 404],
  ['GET', '/fhir/__proto__', 404],
  ['GET', '/fhir/toString', 404],
  ['GET', '/fhir/Patient', 404],
];
for (const [method, path, expected] of ROUTES) {
  test(`${method} ${path}: ${expected}`, () => {
    if (typeof expected === 'string') assert.equal(route(method, path, '/fhir', ALL), expected);
    else {
      assert.throws(
        () => route(method, path, '/fhir', ALL),
        (error) => error instanceof Refusal && error.status === expected,
      );
    }
  });
}

test('what a vendor does not have is not there', () => {
  assert.throws(
    () => route('GET', '/fhir/Practitioner', '/fhir', new Set(['metadata'])),
    (error) => error instanceof Refusal && error.status === 404,
  );
});
