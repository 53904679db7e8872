import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { OptionError, readOptions } from './options.ts';
import { type Running, startProgram } from './program.ts';

const data = await mkdtemp(join(tmpdir(), 'sas-dispatch-'));
after(() => rm(data, { recursive: true }));
const platform = { url: 'https://sas.example', clientId: 'id', clientSecret: 'secret' };

async function withProgram(use: (running: Running) => Promise<void>): Promise<void> {
  const running = await startProgram({ port: 0, data, hub: null, platform });
  try {
    await use(running);
  } finally {
    await running.close();
  }
}

const form = (appointmentId: string) => ({
  method: 'POST',
  body: new URLSearchParams({ appointmentId }),
  redirect: 'manual' as const,
});

test('without a broker the page says so, and shows the cases with the link to the search', () =>
  withProgram(async ({ origin, desk }) => {
    const board = await (await fetch(`${origin}/`)).text();
    assert.match(board, /Pas de file de messages : aucun rendez-vous n’arrive/);
    const { caseId } = desk.board.cases[0]!.file;
    assert.ok(board.includes(caseId));
    const page = await (await fetch(`${origin}/cases/${caseId}`)).text();
    assert.match(page, /href="https:\/\/sas\.example\/sas\/recherche\?origin=SAMU76&amp;/);
    assert.match(page, new RegExp(`<sas-orientation[^>]*case-ref="${caseId}"`));
    assert.ok(!page.includes('secret'));
  }));

test('what is attached stays, also after the program was started again', async () => {
  let caseId = '';
  await withProgram(async ({ origin, desk }) => {
    caseId = desk.board.cases[0]!.file.caseId;
    const other = desk.board.cases[1]!.file.caseId;
    const answer = await fetch(`${origin}/cases/${caseId}/appointments`, form('rdv-1'));
    assert.equal(answer.status, 303);
    assert.equal((await fetch(`${origin}/cases/${other}/appointments`, form('rdv-1'))).status, 409);
    assert.equal((await fetch(`${origin}/cases/none/appointments`, form('rdv-2'))).status, 409);
    assert.equal((await fetch(`${origin}/appointments/none/seen`, form('x'))).status, 409);
  });
  // A line that a crash cut off.
  await appendFile(join(data, 'desk.jsonl'), '{"kind":"attached","appoi');
  await withProgram(async ({ desk }) => assert.equal(desk.board.attachedTo('rdv-1'), caseId));
  await withProgram(async ({ desk }) => assert.equal(await desk.attach('rdv-3', caseId), true));
  await withProgram(async ({ desk }) => assert.equal(desk.board.attachedTo('rdv-3'), caseId));
});

test('another site opens and changes nothing; the door shows nothing of what is unknown', () =>
  withProgram(async ({ origin, desk }) => {
    const { caseId } = desk.board.cases[0]!.file;
    const foreign = { headers: { origin: 'https://evil.example' }, ...form('rdv-9') };
    const path = `${origin}/cases/${caseId}/appointments`;
    assert.equal((await fetch(path, foreign)).status, 403);
    assert.equal((await fetch(`${origin}/token`, foreign)).status, 403);
    assert.equal(desk.board.attachedTo('rdv-9'), null);
    const door = await fetch(`${origin}/lrm/appointments?appointmentId=none`);
    assert.deepEqual(await door.json(), []);
    assert.equal((await fetch(`${origin}/public/../main.ts`)).status, 404);
    assert.equal((await fetch(`${origin}/cdn/sas-orientation.js`)).status, 404);
  }));

test('what the page follows tells a change', () =>
  withProgram(async ({ origin, desk }) => {
    const events = await fetch(`${origin}/events`);
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let said = (await reader.read()).value ?? '';
    await desk.attach('rdv-4', desk.board.cases[0]!.file.caseId);
    while (!said.includes('event: changed')) said += (await reader.read()).value ?? '';
    await reader.cancel();
  }));

test('options that cannot be used are named', () => {
  assert.deepEqual(readOptions([], {}), {
    port: 8095,
    data: '.sas-dispatch',
    hub: null,
    platform: null,
  });
  assert.equal(
    readOptions([], { LRM_HUB: 'amqps://a:b@h/v' }).hub?.client,
    'fr.health.test.samu760',
  );
  for (const [argv, environment, said] of [
    [['--port', 'x'], {}, /--port/],
    [['--nonsense'], {}, /nonsense/],
    [['--platform', 'sas.example'], {}, /--platform: an http/],
    [['--platform', 'http://sas.example'], {}, /LRM_ID and LRM_SECRET/],
    [[], { LRM_HUB: 'http://hub' }, /LRM_HUB/],
    [[], { LRM_HUB: 'amqp://hub', LRM_CLIENT: 'x' }, /LRM_CLIENT/],
  ] as const)
    assert.throws(
      () => readOptions(argv, environment),
      (error) => {
        return error instanceof OptionError && said.test(error.message);
      },
    );
});
