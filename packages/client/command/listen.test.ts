import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createSasClient, type SasClient } from '@sas-kit/client';
import { verifyWebhook } from '@sas-kit/client/webhooks';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PLATFORM = here('../../platform/bin/sas-platform.js');
const LISTENER = here('../bin/sas-webhooks.js');

interface Program {
  process: ChildProcess;
  /** All that it has written. */
  told(): string;
  ended: Promise<number | null>;
}

function start(file: string, words: readonly string[]): Program {
  const process_ = spawn(process.execPath, [file, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'development' },
  });
  let text = '';
  for (const stream of [process_.stdout, process_.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((done) => process_.on('close', done));
  return { process: process_, told: () => text, ended };
}

/** Waits until a program has told something. */
async function tells(program: Program, pattern: RegExp): Promise<RegExpExecArray> {
  for (const end = Date.now() + 120_000; Date.now() < end; await wait(50)) {
    const found = pattern.exec(program.told());
    if (found !== null) return found;
    if (program.process.exitCode !== null && !pattern.test(program.told())) break;
  }
  throw new Error(`it does not tell ${pattern}: ${program.told()}`);
}

let folder: string;
let platform: Program;
let url: string;
let credentials: string;
let client: SasClient;
let schedule: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sas-listen-'));
  credentials = join(folder, 'credentials.json');
  const data = join(folder, 'data');
  platform = start(PLATFORM, ['--port', '0', '--data', data, '--credentials', credentials]);
  [, url = ''] = await tells(platform, /ready on (\S+)/);
  const { tokens } = JSON.parse(await readFile(credentials, 'utf8')) as {
    tokens: Record<string, string>;
  };
  client = createSasClient({ baseUrl: url, token: tokens['administrator']! });
  ({ id: schedule } = await client.schedules.create({
    structure: { kind: 'practice', name: 'Cabinet fictif' },
    location: { line: '1 rue', postcode: '76600', city: 'Le Havre', insee: '76351' },
  }));
});
after(async () => {
  platform.process.kill('SIGTERM');
  await platform.ended;
  await rm(folder, { recursive: true, force: true });
});

const listen = (...words: string[]) =>
  start(LISTENER, [
    'listen',
    ...['--platform', url, '--credentials', credentials, '--role', 'administrator'],
    ...words,
  ]);

let days = 1;
async function publish(): Promise<void> {
  const day = new Date(Date.now() + (days += 1) * 86_400_000);
  const at = (minutes: number) => new Date(day.getTime() + minutes * 60_000).toISOString();
  await client.slots.create(schedule, {
    start: at(0),
    end: at(20),
    modalities: ['AMB'],
    visibility: ['PUBLIC'],
  });
}

test('events are printed, handed on with their signature, and the endpoint goes by Ctrl+C', async (t) => {
  const received: { body: string; headers: IncomingHttpHeaders }[] = [];
  const app = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ body, headers: request.headers });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => app.listen(0, '127.0.0.1', done));
  t.after(() => app.close());
  const target = `http://127.0.0.1:${(app.address() as AddressInfo).port}/webhooks`;
  const program = listen('--forward', target, '--events', 'slot.published');
  const [, secret = ''] = await tells(program, /Secret, for verifyWebhook: (\S+)/);
  await tells(program, /Ctrl\+C/);
  await publish();
  await tells(program, /slot\.published.*free {2}→ 204 in \d+ ms/);
  const event = await verifyWebhook(received[0]!.body, received[0]!.headers, secret);
  assert.equal(event.subject, schedule);
  assert.equal((await client.webhooks.list()).items.length, 1);
  program.process.kill('SIGINT');
  assert.equal(await program.ended, 0);
  assert.match(program.told(), /The endpoint is removed/);
  assert.deepEqual((await client.webhooks.list()).items, []);
});

test('a handler that is not there is told, and the event comes again', async () => {
  const gone = createServer();
  await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
  const { port } = gone.address() as AddressInfo;
  await new Promise((done) => gone.close(done));
  const program = listen('--forward', `http://127.0.0.1:${port}/webhooks`);
  await tells(program, /Ctrl\+C/);
  await publish();
  await tells(program, /slot\.published.*nobody listens there/);
  const [webhook] = (await client.webhooks.list()).items;
  const { items } = await client.webhooks.deliveries(webhook!.id);
  assert.notEqual(items[0]?.state, 'delivered');
  program.process.kill('SIGTERM');
  assert.equal(await program.ended, 0);
});

const MISTAKES: [string, string[], RegExp][] = [
  ['no command', [], /listen is expected/],
  ['an option that is none', ['listen', '--forwrd', 'x'], /--forwrd/],
  ['no token', ['listen'], /--credentials FILE/],
  ['no address', ['listen', '--token', 't', '--forward', 'localhost:3000'], /http\(s\) address/],
  ['/v1', ['listen', '--token', 't', '--platform', 'http://127.0.0.1:9/v1'], /end before \/v1/],
  ['no platform', ['listen', '--token', 't', '--platform', 'http://127.0.0.1:9'], /no platform/],
];
for (const [what, words, message] of MISTAKES) {
  test(`${what} is told in one line, and it ends with 2`, async () => {
    const program = start(LISTENER, words);
    assert.equal(await program.ended, 2);
    assert.match(program.told(), message);
    assert.doesNotMatch(program.told(), /\n {4}at /);
  });
}

test('a token, a role or a type that the platform refuses is told', async () => {
  const cases: [string[], RegExp][] = [
    [['--token', 'wrong'], /the token is not valid/],
    [['--role', 'regulator'], /editor or administrator may/],
    [['--role', 'nobody'], /no token of nobody/],
    [['--events', 'slot.nothing'], /--events slot\.nothing/],
  ];
  for (const [words, message] of cases) {
    const program = listen(...words);
    assert.equal(await program.ended, 2, program.told());
    assert.match(program.told(), message);
  }
});

test('--help tells every option', async () => {
  const program = start(LISTENER, ['--help']);
  assert.equal(await program.ended, 0);
  for (const option of ['forward', 'platform', 'credentials', 'role', 'token', 'events', 'port'])
    assert.match(program.told(), new RegExp(`--${option} `));
});
