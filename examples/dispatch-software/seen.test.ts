import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { demonstrationCases } from './cases.ts';
import type { Entry } from './journal.ts';
import { startProgram } from './program.ts';
import { cookieOf } from './testing/cookie.ts';

const [file] = demonstrationCases(new Date('2026-11-23T09:00:00+01:00'));

function told(minute: number, changes: object): Entry {
  return {
    kind: 'message',
    distributionID: `fr.health.test.ptfsas_${minute}`,
    senderID: 'fr.health.test.ptfsas',
    status: 'Exercise',
    sentAt: `2026-11-23T09:0${minute}:00+01:00`,
    appointment: {
      appointmentId: 'rdv-1',
      method: minute === 1 ? 'CreateAppointment' : 'UpdateAppointment',
      created: '2026-11-23T09:01:00+01:00',
      start: '2026-11-23T15:00:00+01:00',
      status: 'booked',
      orientationCategory: 'PS',
      practitioner: { rppsId: '810999001000', lastName: 'LEROY', firstName: 'Camille' },
      regulator: { regulatorEmail: file!.regulatorEmails[0]! },
      ...changes,
    },
  };
}

const EVENING = { start: '2026-11-23T18:00:00+01:00' };
const KEPT: Entry[] = [
  { kind: 'case', case: file! },
  { kind: 'attached', appointmentId: 'rdv-1', caseId: file!.caseId, start: null },
  told(1, {}),
  told(2, EVENING),
  told(3, { ...EVENING, status: 'cancelled' }),
];

/** What the form of the page says, whatever stands around it. */
const shownIn = (page: string) => {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1];
  return {
    attention: value('attention')!,
    distributionID: value('distributionID')!,
    exercise: value('exercise')!,
  };
};

test('a cancellation that came after the page was shown is not seen with it: it is shown', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'sas-dispatch-'));
  t.after(() => rm(data, { recursive: true }));
  await writeFile(join(data, 'desk.jsonl'), KEPT.map((each) => JSON.stringify(each)).join('\n'));
  const running = await startProgram({ port: 0, data, hub: null, platform: null });
  t.after(() => running.close());
  const address = `${running.origin}/cases/${file!.caseId}`;
  const cookie = await cookieOf(running.origin);
  const see = (shown: Record<string, string>) =>
    fetch(`${running.origin}/appointments/rdv-1/seen`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(shown),
      redirect: 'manual',
    });
  const attention = () => running.desk.board.caseOf(file!.caseId)!.attention;
  const now = shownIn(await (await fetch(address)).text());
  const last = { attention: 'cancelled', distributionID: 'fr.health.test.ptfsas_3' };
  assert.deepEqual(now, { ...last, exercise: 'true' });
  for (const shown of [
    { attention: 'moved', distributionID: 'fr.health.test.ptfsas_2' },
    { attention: 'moved', distributionID: 'fr.health.test.ptfsas_3' },
    { attention: 'cancelled' },
    {},
  ]) {
    const late = await see({ ...shown, exercise: 'true' });
    assert.equal(late.status, 409, JSON.stringify(shown));
    const page = await late.text();
    assert.match(page, /a encore changé/);
    assert.match(page, /Rendez-vous annulé/);
    assert.match(page, />Exercice</);
    assert.deepEqual(shownIn(page), now);
    assert.equal(attention(), 'cancelled');
  }
  assert.equal((await see(now)).status, 303);
  assert.equal(attention(), null);
  assert.equal((await see(now)).status, 303, 'a second click');
});
