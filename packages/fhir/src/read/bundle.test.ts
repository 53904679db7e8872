import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Flow } from '../guide.ts';
import { copy, places } from '../testing/mutate.ts';
import { of, type Oddity, TOLERATED } from '../testing/oddities.ts';
import { SAMPLE_AGENDA, SAMPLE_OPTIONS } from '../testing/sample-agenda.ts';
import { writeBundle } from '../write/bundle.ts';
import { readBundle } from './bundle.ts';
import { readOperationOutcome } from './operation-outcome.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const written = (flow: Flow) => copy(writeBundle(flow, SAMPLE_AGENDA, SAMPLE_OPTIONS).resource);
for (const [name, flow, change, rule] of TOLERATED) {
  test(`read all the same: ${name}`, () => {
    const { agenda } = readBundle(written(flow));
    const odd = written(flow);
    change(odd);
    const read = readBundle(odd);
    if (rule === 'line') {
      assert.equal(read.agenda.places[1]!.line, '3 place du, Marché');
      return;
    }
    if (rule === 'structure') {
      const [site] = read.agenda.associations[0]!.sites;
      assert.deepEqual(site!.structure, { finess: '760009001' });
      assert.equal(site!.id, 'site-1');
      return;
    }
    assert.deepEqual(read.agenda, agenda);
    if (rule !== null)
      assert.ok(
        read.findings.some((finding) => finding.rule === rule),
        rule,
      );
    else assert.deepEqual(read.findings, readBundle(written(flow)).findings);
  });
}

const dropped: Oddity[] = [
  ['a busy slot', 'ps', (b) => (of(b, 'Slot')[0].status = 'busy'), 'read-status'],
  ['a slot without status', 'ps', (b) => delete of(b, 'Slot')[0].status, 'read-status'],
  ['a day instead of a time', 'ps', (b) => (of(b, 'Slot')[0].start = '2026-11-23'), 'read-time'],
  [
    'a slot that ends before it starts',
    'ps',
    (b) => (of(b, 'Slot')[0].end = '2026-11-23T09:00:00.000+01:00'),
    'read-order',
  ],
  ['a slot without schedule', 'ps', (b) => delete of(b, 'Slot')[0].schedule, 'read-reference'],
  [
    'a slot of a schedule that is not there',
    'ps',
    (b) => (of(b, 'Slot')[0].schedule.reference = 'Schedule/none'),
    'read-reference',
  ],
  [
    'a slot whose schedule is a practitioner',
    'ps',
    (b) => (of(b, 'Slot')[0].schedule.reference = 'Practitioner/pr-1'),
    'read-reference',
  ],
];

for (const [name, flow, change, rule] of dropped) {
  test(`left out alone: ${name}`, () => {
    const odd = written(flow);
    change(odd);
    const { agenda, findings } = readBundle(odd);
    assert.deepEqual(
      agenda.slots.map(({ id }) => id),
      ['slot-2', 'slot-3', 'slot-5'],
    );
    assert.ok(findings.some((finding) => finding.rule === rule && finding.severity === 'error'));
  });
}

test('a practitioner without national identifier costs only its own slots', () => {
  const odd = written('ps');
  of(odd, 'Practitioner')[0].identifier = [];
  const { agenda } = readBundle(odd);
  assert.deepEqual(
    agenda.slots.map(({ id }) => id),
    ['slot-3', 'slot-5'],
  );
});

test('who published is written into every slot', () => {
  const { agenda } = readBundle(written('ps'), { editor: 'agenda' });
  assert.ok(agenda.slots.every(({ editor }) => editor === 'agenda'));
});

test('what is no Bundle gives an empty agenda and says so', () => {
  for (const value of [null, undefined, 1, 'x', [], {}, { resourceType: 'Slot' }]) {
    const { agenda, findings, total } = readBundle(value);
    assert.deepEqual([agenda.slots, total], [[], null]);
    assert.equal(findings[0]?.rule, 'read-bundle');
  }
  const empty = { resourceType: 'Bundle', type: 'searchset', total: 0 };
  assert.deepEqual(readBundle(empty).findings, []);
});

test('whatever a vendor puts anywhere, nothing throws', () => {
  for (const flow of ['ps', 'cpts', 'sos'] as const) {
    const count = places(written(flow)).length;
    fc.assert(
      fc.property(fc.nat(count - 1), fc.jsonValue(), (index, value) => {
        const odd = written(flow);
        const { container, key } = places(odd)[index]!;
        container[key] = value;
        const { agenda } = readBundle(odd);
        assert.ok(agenda.slots.every(({ id }) => typeof id === 'string'));
      }),
      { numRuns: 700 },
    );
  }
});

test('an outcome is read whatever element tells the reason', () => {
  const outcome = (issue: unknown) => ({ resourceType: 'OperationOutcome', issue });
  const cases: [unknown, string][] = [
    [[{ severity: 'error', code: 'invalid', details: { text: 'start manque' } }], 'start manque'],
    [[{ diagnostics: 'too many' }], 'too many'],
    [{ code: 'throttled' }, 'throttled'],
    [[{ details: { coding: [{ display: 'Inconnu' }] } }], 'Inconnu'],
    [[], 'processing'],
    [undefined, 'processing'],
  ];
  for (const [issue, text] of cases) {
    assert.equal(readOperationOutcome(outcome(issue))![0]!.text, text);
  }
  assert.equal(readOperationOutcome({ resourceType: 'Bundle' }), null);
  assert.equal(readOperationOutcome('x'), null);
});
