import assert from 'node:assert/strict';
import { once } from 'node:events';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { OptionError } from '../embedding-server/options.ts';
import { readOptions } from './options.ts';
import { type Running, startProgram } from './program.ts';
import { cookieOf } from './testing/cookie.ts';

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

const formOf = (cookie: string) => (appointmentId: string) => ({
  method: 'POST',
  headers: { cookie },
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
    const form = formOf(await cookieOf(origin));
    const answer = await fetch(`${origin}/cases/${caseId}/appointments`, form('rdv-1'));
    assert.equal(answer.status, 303);
    assert.equal((await fetch(`${origin}/cases/${other}/appointments`, form('rdv-1'))).status, 409);
    assert.equal((await fetch(`${origin}/cases/none/appointments`, form('rdv-2'))).status, 409);
    assert.equal((await fetch(`${origin}/appointments/none/seen`, form('x'))).status, 409);
  });
  // A line that a crash cut off.
  await appendFile(join(data, 'desk.jsonl'), '{"kind":"attached","appoi');
  await withProgram(async ({ desk }) => assert.equal(desk.board.attachedTo('rdv-1', true), caseId));
  await withProgram(async ({ desk }) => assert.equal(await desk.attach('rdv-3', caseId), true));
  await withProgram(async ({ desk }) => assert.equal(desk.board.attachedTo('rdv-3', true), caseId));
});

test('another site opens and changes nothing; the door shows nothing of what is unknown', () =>
  withProgram(async ({ origin, desk }) => {
    const { caseId } = desk.board.cases[0]!.file;
    const given = (await fetch(`${origin}/`)).headers.getSetCookie();
    assert.match(given.join(), /^desk-\d+=[\w-]{36}; HttpOnly; SameSite=Strict; Path=\/$/);
    const cookie = await cookieOf(origin);
    const own = formOf(cookie)('rdv-9');
    const foreign = { ...own, headers: { cookie, origin: 'https://evil.example' } };
    const made = formOf(cookie.replace(/=.*/, `=${crypto.randomUUID()}`))('rdv-9');
    const path = `${origin}/cases/${caseId}/appointments`;
    // Another site; a process of this machine, which says no origin; one that makes up a cookie.
    for (const refused of [foreign, formOf('')('rdv-9'), made])
      for (const where of [path, `${origin}/token`, `${origin}/appointments/rdv-9/seen`])
        assert.equal((await fetch(where, refused)).status, 403, where);
    assert.equal(desk.board.attachedTo('rdv-9', true), null);
    const door = await fetch(`${origin}/lrm/appointments?appointmentId=none`);
    assert.deepEqual(await door.json(), []);
    assert.equal((await fetch(`${origin}/public/../main.ts`)).status, 404);
    assert.equal((await fetch(`${origin}/%E0%A4%A`)).status, 400);
    const again = await fetch(`${origin}/`, { headers: { cookie } });
    assert.deepEqual(again.headers.getSetCookie(), [], 'one session for all its pages');
    assert.equal((await fetch(`${origin}/cdn/sas-orientation.js`)).status, 404);
  }));

test('each browser is a caller of its own on the platform, by an opaque id', async (t) => {
  const asked: Record<string, unknown>[] = [];
  const sas = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (request.url !== '/v1/embed-sessions')
        return response.end(
          JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 900 }),
        );
      asked.push(JSON.parse(text));
      response.statusCode = 201;
      return response.end(JSON.stringify({ token: 't', expiresAt: '2026-11-23T09:15:00+01:00' }));
    });
  }).listen(0, '127.0.0.1');
  await once(sas, 'listening');
  t.after(() => sas.close());
  const url = `http://127.0.0.1:${(sas.address() as AddressInfo).port}`;
  const options = { port: 0, data, hub: null, platform: { ...platform, url } };
  const running = await startProgram(options);
  t.after(() => running.close());
  const [one, other] = [await cookieOf(running.origin), await cookieOf(running.origin)];
  for (const cookie of [one, one, other]) {
    const given = await fetch(`${running.origin}/token`, { method: 'POST', headers: { cookie } });
    assert.equal(given.status, 200);
  }
  const users = asked.map(({ user }) => String(user));
  assert.match(users[0]!, /^desk1-[a-z]{20}$/);
  assert.deepEqual([users[1] === users[0], users[2] === users[0]], [true, false]);
});

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
