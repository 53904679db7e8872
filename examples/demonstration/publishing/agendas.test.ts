import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemonstrationAgenda, Hours } from './agenda.ts';
import { AGENDAS } from './agendas.ts';
import { EVERY_DAY } from './calendar.ts';
import { PRACTICES } from './practices.ts';
import { pushedSlots } from './publish.ts';

function overlap(a: Hours, b: Hours): boolean {
  const sameDay = (a.days ?? EVERY_DAY).some((day) => (b.days ?? EVERY_DAY).includes(day));
  return sameDay && a.from < b.to && b.from < a.to;
}

function refsAt(agenda: DemonstrationAgenda, now: string): string[] {
  return pushedSlots(agenda, now).map(({ ref }) => ref);
}

test('hours of one agenda never overlap, weekly and pushed ones alike', () => {
  for (const { ref, weekly = [], pushed = [] } of AGENDAS) {
    const all = [...weekly, ...pushed];
    for (const [index, hours] of all.entries()) {
      assert.ok(!all.slice(index + 1).some((other) => overlap(hours, other)), ref);
    }
  }
});

test('what a practice says of itself is that of an agenda, and every filter has an answer', () => {
  const refs = AGENDAS.map(({ ref }) => ref);
  for (const ref of Object.keys(PRACTICES)) assert.ok(refs.includes(ref), ref);
  const said = AGENDAS.flatMap(({ practice }) => practice ?? []);
  for (const flag of ['thirdPartyPayment', 'wheelchair', 'newPatients'] as const) {
    assert.deepEqual(new Set(said.map((practice) => practice[flag])).size, 3, flag);
  }
  assert.equal(new Set(said.map(({ feeSector }) => feeSector)).size, 5);
  assert.ok(said.length < AGENDAS.length);
});

test('every slot starts on the grid of twenty minutes', () => {
  for (const agenda of AGENDAS) {
    for (const { from, to, minutes = 20 } of [...(agenda.weekly ?? []), ...(agenda.pushed ?? [])]) {
      assert.match(from, /:[024]0$/, agenda.ref);
      assert.match(to, /:[024]0$/, agenda.ref);
      assert.equal(minutes % 20, 0, agenda.ref);
    }
  }
});

test('a push two days later names the slots of the first one in the same way', () => {
  for (const agenda of AGENDAS) {
    const first = new Set(refsAt(agenda, '2026-10-24T10:10:00+02:00'));
    const again = refsAt(agenda, '2026-10-26T10:10:00+01:00');
    const known = again.filter((ref) => first.has(ref));
    assert.equal(known.length > 0, (agenda.pushed ?? []).length > 0, agenda.ref);
    assert.equal(new Set(again).size, again.length, agenda.ref);
  }
});

test('a pushed slot is named by its agenda and its local start', () => {
  const agenda = { ref: 'galets', pushed: [{ from: '09:00', to: '09:40' }] };
  const [first, second] = pushedSlots(agenda, '2026-11-23T08:00:00+01:00');
  assert.equal(first?.ref, 'demo-galets-20261123T0900');
  assert.equal(first?.start, '2026-11-23T09:00:00+01:00');
  assert.equal(second?.ref, 'demo-galets-20261123T0920');
});

test('what has begun is not pushed', () => {
  const agenda = { ref: 'galets', pushed: [{ from: '09:00', to: '09:40' }] };
  assert.equal(
    pushedSlots(agenda, '2026-11-23T09:00:30+01:00')[0]?.ref,
    'demo-galets-20261123T0920',
  );
});
