import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  announced,
  namedBy,
  releasedSurfaces,
  reportedSurfaces,
  unannounced,
} from './released-surface.ts';

test('a change of a public surface has a changeset (npx changeset)', async () => {
  const now = await reportedSurfaces();
  assert.ok(Object.keys(now).includes('client') && Object.keys(now).includes('elements'));
  assert.deepEqual(unannounced(now, await releasedSurfaces(), await announced()), []);
});

test('what changed and is not named, and what is new and not named, is told', () => {
  const released = { client: 'a', fhir: 'b' };
  const now = { client: 'a', fhir: 'c', regime: 'd', elements: 'e' };
  assert.deepEqual(unannounced(now, released, new Set(['regime'])), ['fhir', 'elements']);
});

test('a changeset names packages in its head alone', () => {
  const text =
    "---\n'@sas-kit/client': minor\n\"@sas-kit/fhir\": patch\n---\n\n'@sas-kit/regime': no\n";
  assert.deepEqual(namedBy(text), ['client', 'fhir']);
});
