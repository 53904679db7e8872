import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type PlatformProcess, startProcess } from './testing/platform-process.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let folder: string;
const running = new Set<ChildProcess>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sas-main-'));
});
after(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the command on an embedded database. */
async function start(data: string, ...flags: string[]): Promise<PlatformProcess> {
  const started = await startProcess(['--data', join(folder, data), ...flags]);
  running.add(started.child);
  return started;
}

/** What a start that fails prints. */
async function failure(...parameters: Parameters<typeof start>): Promise<string> {
  return start(...parameters).then(
    () => assert.fail('it started'),
    (error: unknown) => (error as Error).message,
  );
}

test('it says what its database is good for, writes tokens for its owner alone, and stops on SIGTERM', async () => {
  const credentials = join(folder, 'credentials.json');
  const { child, url, output, exited } = await start('one', '--credentials', credentials);
  assert.match(output(), /survives a crash of the process, not a power cut/);
  assert.equal((await stat(credentials)).mode & 0o777, 0o600);
  const file = JSON.parse(await readFile(credentials, 'utf8')) as {
    tokens: Record<string, string>;
  };
  const answer = await fetch(`${url}/v1/schedules`, {
    headers: { authorization: `Bearer ${file.tokens['editor']}` },
  });
  assert.equal(answer.status, 200);
  assert.equal((await stat(`${join(folder, 'one')}.key`)).mode & 0o777, 0o600);
  child.kill('SIGTERM');
  assert.equal(await exited, 0);
});

test('a second process on the same directory says so and stops; after kill -9 the next one takes over at once', async () => {
  const first = await start('two');
  const message = await failure('two');
  assert.match(message, /is in use by process \d+/);
  assert.match(message, /choose another --data/);
  first.child.kill('SIGKILL');
  await first.exited;
  const third = await start('two');
  third.child.kill('SIGTERM');
  assert.equal(await third.exited, 0);
});

test('a wrong setting is named', async () => {
  assert.match(
    await failure('three', '--horizon-days', 'many'),
    /--horizon-days must be a whole number/,
  );
  assert.match(await failure('three', '--colour', 'blue'), /--colour/);
  assert.match(
    await failure('three', '--secret-key', 'c2hvcnQ='),
    /--secret-key must be base64 of 32 bytes/,
  );
});

test('--help lists every setting', async () => {
  const child = spawn(process.execPath, ['--conditions=source', main, '--help']);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((done) => child.on('close', done));
  for (const name of ['--port', 'DATABASE_URL', '--holds-per-address', '[14]'])
    assert.ok(output.includes(name));
});
