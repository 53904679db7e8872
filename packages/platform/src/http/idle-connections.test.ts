import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { RawConnection } from '../testing/raw-connection.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const GET = 'GET /healthz HTTP/1.1\r\nHost: sas.example\r\n\r\n';
/** Of an idle connection, kB; a parser and a socket are some ten. */
const MOST_MEMORY = 60;

/** Connections that one process may open here, ten thousand at most. */
function possible(): number {
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  return Math.min(10_000, limit === 'unlimited' ? Infinity : Number(limit) - 500);
}

/** The command in a process of its own, which waits long for slow clients. */
async function start(data: string): Promise<{ child: ChildProcess; url: string }> {
  const flags = [
    '--port',
    '0',
    '--data',
    data,
    '--headers-timeout',
    '600',
    '--idle-timeout',
    '600',
  ];
  const child = spawn(process.execPath, ['--conditions=source', main, ...flags], {
    env: { ...process.env, DATABASE_URL: '' },
  });
  let output = '';
  const url = await new Promise<string>((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^sas-platform ready on (\S+)$/m.exec(output)?.[1];
      if (ready !== undefined) done(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => fail(new Error(output)));
  });
  return { child, url };
}

/** Resident memory of a process, kB. */
function memoryOf({ pid }: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}

test('thousands of idle connections are kept, and the others are answered', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sas-idle-'));
  const { child, url } = await start(join(folder, 'data'));
  t.after(async () => {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  const count = possible();
  const before = memoryOf(child);
  const idle: RawConnection[] = [];
  while (idle.length < count) {
    const some = await Promise.all(
      Array.from({ length: Math.min(200, count - idle.length) }, () => RawConnection.open(url)),
    );
    // Every second one has asked once, the others have said nothing yet.
    const asked = some.filter((_, index) => index % 2 === 0);
    for (const connection of asked) connection.send(GET);
    for (const connection of asked) {
      assert.equal((await connection.untilAnswers(1))[0]?.status, 200);
    }
    idle.push(...some);
  }
  const grown = (memoryOf(child) - before) / count;
  t.diagnostic(`${count} connections, ${grown.toFixed(1)} kB each`);
  assert.ok(grown < MOST_MEMORY, `${grown} kB a connection`);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  assert.ok(idle.every(({ socket }) => !socket.destroyed));
  for (const connection of idle.slice(0, 200)) {
    const answered = connection.answers().length;
    connection.send(GET);
    assert.equal((await connection.untilAnswers(answered + 1)).at(-1)?.status, 200);
  }
  for (const { socket } of idle) socket.destroy();
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
});
