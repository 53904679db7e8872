import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isClean } from '../finding.ts';
import { parseInstant } from '../instants.ts';
import { leaves } from '../testing/mutate.ts';
import { officialExamples, SHARED, SHARED_ABSENT } from '../testing/shared.ts';
import { readAppointment } from './appointment.ts';
import { readBundle } from './bundle.ts';
import { readRegulator } from './regulator.ts';

const examples = officialExamples();

/** Elements that say how FHIR is written, not what is said. */
const FORM =
  /\.(resourceType|profile\[\d+\]|system|reference|url|fullUrl|id|div|relation|total|type)$|\.text\.status$|Bundle\.type/;

/** What an example says: values that must be found again in the model, in the form of the model. */
function said(example: unknown): string[] {
  return leaves(example)
    .filter(({ path }) => !FORM.test(path))
    .filter(({ path }) => !/\.type\.coding\[0\]\.code$/.test(path))
    .filter(({ path, value }) => !(path.endsWith('.status') && value === 'free'))
    .filter(({ path, value }) => !(path.endsWith('.code') && value === '604'))
    .map(({ path, value }) => {
      const text = String(value);
      if (/\.(start|end)$/.test(path)) return String(parseInstant(text)!.epochMs);
      if (/(openingTime|closingTime)$/.test(path)) return text.replace(/:00$/, '');
      if (/organization\.identifier\.value$/.test(path)) return text.replace(/^[13]/, '');
      if (/^[13]\d{9,14}$/.test(text)) return text.slice(1);
      return text;
    });
}

/** What a model says, instants as numbers. */
function kept(model: unknown): Set<string> {
  return new Set(
    leaves(model).flatMap(({ value }) => {
      const text = String(value);
      const instant = parseInstant(text)?.epochMs;
      return instant == null ? [text] : [text, String(instant)];
    }),
  );
}

function assertKept(example: unknown, model: unknown, name: string): void {
  const found = kept(model);
  for (const value of said(example)) {
    // The first three official sites are named by numbers that look like prefixed FINESS.
    assert.ok(
      found.has(value) || found.has(`1${value}`) || found.has(`3${value}`),
      `${name}: ${value}`,
    );
  }
}

test('the three official Bundles are read without loss nor error', (t) => {
  if (SHARED === null) return t.skip(SHARED_ABSENT);
  for (const [name, example] of examples) {
    if (example['resourceType'] !== 'Bundle') continue;
    const { agenda, findings } = readBundle(example);
    assert.ok(isClean(findings), `${name} ${JSON.stringify(findings)}`);
    assertKept(example, agenda, name);
    const slots = (example['entry'] as any[]).filter(
      (entry) => entry.resource.resourceType === 'Slot',
    );
    assert.equal(agenda.slots.length, slots.length);
  }
});

test('the official resources, put into one Bundle, are read without loss nor error', (t) => {
  if (SHARED === null) return t.skip(SHARED_ABSENT);
  const alone = [...examples.values()].filter(
    ({ resourceType, id }) =>
      !['Bundle', 'Appointment'].includes(String(resourceType)) && !/Regul/.test(String(id)),
  );
  const bundle = { resourceType: 'Bundle', entry: alone.map((resource) => ({ resource })) };
  const { agenda, findings } = readBundle(bundle);
  assert.ok(isClean(findings), JSON.stringify(findings));
  assertKept(alone, agenda, 'resources');
  assert.equal(agenda.slots.length, 10);
  assert.equal(agenda.communities.length, 2);
  assert.equal(agenda.associations.length, 2);
});

test('the official appointments and accounts are read without loss nor error', (t) => {
  if (SHARED === null) return t.skip(SHARED_ABSENT);
  let read = 0;
  for (const [name, example] of examples) {
    const appointment = example['resourceType'] === 'Appointment';
    if (!appointment && !/Regul/.test(name)) continue;
    const result = appointment ? readAppointment(example) : readRegulator(example);
    assert.ok(isClean(result.findings), `${name} ${JSON.stringify(result.findings)}`);
    const model = 'appointment' in result ? result.appointment : result.regulator;
    assert.notEqual(model, null);
    assertKept(example, model, name);
    read += 1;
  }
  assert.equal(read, 5);
});

test('all 41 examples were read', (t) => {
  if (SHARED === null) return t.skip(SHARED_ABSENT);
  assert.equal(examples.size, 41);
});
