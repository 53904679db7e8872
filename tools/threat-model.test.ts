import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { overdue, readArrows, testExists, titlesIn } from './threat-model.ts';

const file = new URL('../docs/threat-model.md', import.meta.url);
const arrows = readArrows(await readFile(file, 'utf8'));
const threats = arrows.flatMap((arrow) => arrow.threats);

/** Lines that wait for a test. To be emptied; never to grow unseen. */
const PENDING: readonly string[] = [];

test('every test that a line names exists', async () => {
  const missing: string[] = [];
  for (const { id, tests, pending } of threats) {
    for (const named of pending === null ? tests : []) {
      if (!(await testExists(named))) missing.push(`${id}: ${named.file} “${named.title}”`);
    }
  }
  assert.deepEqual(missing, []);
});

test('every line names a test, is accepted in writing, or waits', () => {
  for (const { id, tests, accepted, pending } of threats) {
    assert.ok(tests.length > 0 || accepted !== null || pending !== null, id);
    assert.ok(accepted === null || tests.length === 0, `${id} is accepted and tested`);
  }
});

test('an acceptance has a reason and a day within half a year on which it is looked at again', () => {
  for (const { id, accepted } of threats) {
    if (accepted === null) continue;
    assert.ok(accepted.reason.length > 40, id);
    assert.ok(accepted.since < accepted.until, id);
    assert.ok(Date.parse(accepted.until) - Date.parse(accepted.since) <= 184 * 86_400_000, id);
  }
});

test('every arrow has a line for each letter of STRIDE, every line an id of its own', () => {
  for (const { name, threats: lines } of arrows) {
    const letters = new Set(lines.flatMap(({ kinds }) => [...kinds]));
    assert.deepEqual(
      [...'STRIDE'].filter((letter) => !letters.has(letter)),
      [],
      name,
    );
  }
  assert.ok(arrows.length >= 10);
  assert.equal(new Set(threats.map(({ id }) => id)).size, threats.length);
});

test('the lines that wait are those that are known to', (t) => {
  const waiting = threats.filter(({ pending }) => pending !== null);
  for (const { id, pending } of waiting) t.diagnostic(`${id} waits for: ${pending}`);
  assert.deepEqual(
    waiting.map(({ id }) => id),
    PENDING,
  );
});

test('an acceptance holds until its day, that day included', () => {
  const arrow = readArrows(
    '## One\n\n- **A1 · S** Somebody does harm.\n  _accepted 2026-11-22, until 2027-05-22_: so it is.\n',
  );
  assert.deepEqual(overdue(arrow, '2027-05-22'), []);
  assert.deepEqual(overdue(arrow, '2027-05-23'), ['threat A1 was accepted until 2027-05-22']);
});

test('titles are found as they are written, whatever stands in their holes', () => {
  const source = [
    "test('a plain one', () => {});",
    'test(`${role} sees ${count} slots.`, () => {});',
    "  test(\n    'on the next line, with it\\'s quote',",
  ].join('\n');
  const found = (title: string) => titlesIn(source).some((each) => each.test(title));
  assert.ok(found('a plain one') && found('public sees 3 slots.'));
  assert.ok(found("on the next line, with it's quote"));
  for (const other of ['a plain', 'a plain one more', 'public sees 3 slotsx', 'sees slots.'])
    assert.equal(found(other), false, other);
});
