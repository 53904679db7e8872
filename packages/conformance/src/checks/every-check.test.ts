/** Every check is green on a sound server, and red with the right finding on a faulty one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Check, groupOf, type Verdict } from '../check.ts';
import { runChecks } from '../runner.ts';
import { NOW } from '../testing/agenda.ts';
import { FAULTS } from '../testing/faults.ts';
import { startFaulty, startSound, type Tested } from '../testing/faulty.ts';
import { SKIPPED, SOUND_SERVERS } from '../testing/own-servers.ts';
import { APPOINTMENT_CHECKS } from '../appointments/index.ts';
import { CHECKS } from './index.ts';

const ALL: readonly Check[] = [...CHECKS, ...APPOINTMENT_CHECKS];

async function run(start: () => Promise<Tested>, checks: readonly Check[]): Promise<Verdict[]> {
  const { base, config, close } = await start();
  try {
    return await runChecks({ base, config, checks, clock: () => NOW });
  } finally {
    await close();
  }
}

for (const group of new Set(ALL.map(groupOf))) {
  test(`${group}: the sound server is green`, { skip: SKIPPED[group] ?? false }, async () => {
    const checks = ALL.filter((check) => groupOf(check) === group);
    const verdicts = await run(SOUND_SERVERS[group] ?? startSound, checks);
    const others = verdicts.filter(({ status }) => status !== 'passed');
    const told = others.map(({ check, status, findings, reason }) => {
      return { id: check.id, status, reason, findings: findings.map(({ message }) => message.en) };
    });
    assert.deepEqual(told, []);
  });
}

for (const faulty of FAULTS) {
  test(`${faulty.check} sees: ${faulty.name}`, { skip: faulty.skip ?? false }, async () => {
    const checks = ALL.filter(({ id }) => id === faulty.check);
    assert.equal(checks.length, 1);
    const [verdict] = await run(() => startFaulty(faulty), checks);
    const { status, findings } = verdict!;
    assert.equal(status, faulty.status ?? 'failed', JSON.stringify(findings, null, 1));
    const rule = faulty.rule ?? faulty.check;
    const found = findings.find((finding) => finding.rule === rule);
    assert.ok(found, `${rule} is not among ${findings.map((each) => each.rule).join(', ')}`);
    assert.ok(found.place !== '' && found.source && found.mend);
    assert.ok(found.message.fr !== '' && found.message.fr !== found.message.en);
  });
}

test('every check has a fault, every fault a check', () => {
  const shown = new Set(FAULTS.map(({ check }) => check));
  assert.deepEqual(
    ALL.map(({ id }) => id).filter((id) => !shown.has(id)),
    [],
  );
});

test('every check has its own id, both languages, a source and a way to mend', () => {
  assert.equal(new Set(ALL.map(({ id }) => id)).size, ALL.length);
  for (const { id, title, mend, source } of ALL) {
    assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const text of [title.fr, title.en, mend.fr, mend.en, source]) assert.ok(text.trim(), id);
    assert.notEqual(title.fr, title.en);
  }
});
