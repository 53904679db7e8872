import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { bookable, cardsAround, visitor } from './testing/offers.ts';
import { runDemonstration, spawnDemonstration, whenReady } from './testing/process.ts';

const folder = await temporaryFolder();
const empty = new EmptyData(folder);

test('it prints its line once everything can be booked, and stops cleanly', async (t) => {
  const data = await empty.copy();
  const running = await spawnDemonstration(data);
  t.after(() => running.end('SIGKILL'));

  await t.test('agendas are published before the line', async () => {
    assert.ok(bookable(await cardsAround(visitor(running))).length >= 40);
    assert.match(running.stdout, /Démonstration de SAS Kit/);
    assert.match(running.stdout, /embedded database/);
  });

  await t.test('the credentials are for their owner alone', async () => {
    assert.equal((await stat(running.credentialsFile)).mode & 0o777, 0o600);
    const { publishableKey, tokens } = running.credentials;
    assert.match(publishableKey, /^pk_/);
    assert.ok(Object.values(tokens).every((token) => token.length >= 40));
  });

  await t.test('a second process on the same directory is refused, without a stack', async () => {
    const second = await runDemonstration(['--port', '0', '--data', data]);
    assert.equal(second.code, 1);
    assert.match(second.stderr, /^The data directory .* is in use by process \d+/);
    assert.doesNotMatch(second.stderr, /\n\s+at /);
    assert.doesNotMatch(second.stdout, /ready on/);
  });

  await t.test('SIGTERM ends it cleanly: in the eight seconds that it gives itself', async () => {
    const { code, stderr } = await running.end('SIGTERM');
    assert.equal(code, 0);
    assert.equal(stderr, '');
  });
});

test('a signal to npm, which reaches nobody else, ends it too', { timeout: 300_000 }, async (t) => {
  const npm = spawn('npm', ['start', '--', '--port', '0', '--data', await empty.copy()], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  t.after(() => npm.kill('SIGKILL'));
  const closed = once(npm, 'close');
  const address = await whenReady(npm);
  npm.kill('SIGTERM');
  // Closed once the last of its processes, ours, has ended.
  await closed;
  await assert.rejects(fetch(`${address}/healthz`));
});

test('a setting that cannot be used ends it with one line', async () => {
  for (const argv of [['--port', 'eighty'], ['--nonsense']]) {
    const { code, stdout, stderr } = await runDemonstration(argv);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, new RegExp(argv[0]!));
    assert.equal(stderr.trim().split('\n').length, 1);
  }
});

test('a port in use ends it with one line', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const { port } = other.address() as { port: number };
  const data = await empty.copy();
  const { code, stderr } = await runDemonstration(['--port', String(port), '--data', data]);
  assert.equal(code, 1);
  assert.equal(stderr, `Port ${port} is in use: choose another one with --port.\n`);
});

test('in production mode a demonstration does not start', async () => {
  const data = join(folder, 'production');
  const { code, stderr } = await runDemonstration(['--port', '0', '--data', data], {
    NODE_ENV: 'production',
  });
  assert.equal(code, 1);
  assert.match(stderr, /^Production mode refuses to start/);
  assert.match(
    stderr,
    /^ {2}SAS_CLIENTS .* tokens of every role are made for demonstrations only$/m,
  );
  await assert.rejects(stat(data));
});

test('--help lists the settings', async () => {
  const { code, stdout } = await runDemonstration(['--help']);
  assert.equal(code, 0);
  assert.match(stdout, /--credentials/);
});

test('npm start runs this program', async () => {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(manifest) as { scripts: Record<string, string> };
  assert.ok(scripts['start']?.endsWith(join('examples', 'demonstration', 'main.ts')));
});
