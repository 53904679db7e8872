import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AppointmentTask } from './appointments/queue.ts';
import { createConnector } from './connector.ts';
import { FileQueue, FileTakenError } from './file-queue.ts';
import { appointment } from './testing/appointment.ts';
import { startPlatform } from './testing/platform.ts';
import { unlessInstalled } from './testing/programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'sas-connector-queue-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = (): string => join(folder, `queue-${(files += 1)}.jsonl`);

const task = (id: string): AppointmentTask => ({
  id,
  kind: 'created',
  identifier: { system: 'https://agenda.example', value: id },
  body: '{}',
  addedAt: 0,
  attempts: 0,
  notBefore: 0,
});
const idsOf = async (queue: FileQueue): Promise<string[]> =>
  (await queue.pending()).map(({ id }) => id);
/** What waits in a file, as the next process that opens it finds it. */
async function idsIn(path: string): Promise<string[]> {
  const queue = await FileQueue.open(path);
  const ids = await idsOf(queue);
  await queue.close();
  return ids;
}

/**
 * Runs a program of its own over a queue, which has `add` to add t0, t1 … and say so.
 *
 * @param killAfter kills it once it has said so many.
 * @returns the ids whose promises were fulfilled.
 */
async function run(
  program: string,
  path: string,
  shell = '',
  killAfter = Infinity,
): Promise<{ readonly accepted: readonly string[] }> {
  const source = `
    import { spawnSync } from 'node:child_process';
    import { writeSync } from 'node:fs';
    import { FileQueue } from ${JSON.stringify(import.meta.resolve('./file-queue.ts'))};
    const queue = await FileQueue.open(${JSON.stringify(path)});
    const task = ${JSON.stringify(task(''))};
    let count = 0;
    const add = async () => {
      const id = 't' + count++;
      await queue.add({ ...task, id, body: 'x'.repeat(200) });
      writeSync(1, id + '\\n');
    };
    ${program}
  `;
  // A signal that the shell ignores is ignored by what it runs: the limit is an error then.
  const child = spawn(
    'sh',
    [
      '-c',
      `trap '' XFSZ; ${shell} exec "$@"`,
      'sh',
      process.execPath,
      '--conditions=source',
      '--input-type=module',
      '--eval',
      source,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    if (said.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('close', resolve));
  return { accepted: said.split('\n').slice(0, -1) };
}

suite('a queue in a file', () => {
  test('is there again after a restart: what waits, what changed, what was abandoned', async () => {
    const path = newPath();
    const queue = await FileQueue.open(path);
    for (const id of ['a', 'b', 'c', 'd']) await queue.add(task(id));
    await queue.done('a');
    await queue.update({ ...task('b'), attempts: 3 });
    await queue.abandon('c', 'HTTP 422');
    await queue.close();
    for (let restart = 0; restart < 2; restart += 1) {
      const again = await FileQueue.open(path);
      assert.deepEqual(await idsOf(again), ['b', 'd']);
      assert.equal((await again.pending())[0]?.attempts, 3);
      const [abandoned] = await again.abandoned();
      assert.deepEqual([abandoned?.task.id, abandoned?.reason], ['c', 'HTTP 422']);
      await again.close();
    }
  });

  test('a line that a crash cut is passed over', async () => {
    const path = newPath();
    const queue = await FileQueue.open(path);
    await queue.add(task('a'));
    await queue.close();
    appendFileSync(path, JSON.stringify({ add: task('b') }).slice(0, 30));
    const again = await FileQueue.open(path);
    assert.deepEqual(await idsOf(again), ['a']);
    await again.add(task('c'));
    await again.close();
    assert.deepEqual(await idsIn(path), ['a', 'c']);
  });

  test('what arrived takes no room after a restart', async () => {
    const path = newPath();
    const queue = await FileQueue.open(path);
    for (let index = 0; index < 50; index += 1) {
      await queue.add(task(`t${index}`));
      await queue.done(`t${index}`);
    }
    await queue.close();
    await (await FileQueue.open(path)).close();
    assert.equal(readFileSync(path, 'utf8'), '');
  });

  test('is readable by its owner only', async () => {
    const path = newPath();
    writeFileSync(path, '', { mode: 0o644 });
    await (await FileQueue.open(path)).close();
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  test('keeps the order of calls made at once', async () => {
    const path = newPath();
    const queue = await FileQueue.open(path);
    const ids = Array.from({ length: 20 }, (_, index) => `t${index}`);
    await Promise.all(ids.map((id) => queue.add(task(id))));
    assert.deepEqual(await idsOf(queue), ids);
    await queue.close();
  });
});

suite('a queue in a file that is hurt', () => {
  test('lines that are none of ours cost nothing but themselves', async () => {
    const path = newPath();
    const lines = [
      '123',
      'null',
      '[]',
      '"add"',
      '{"add":null}',
      '{"add":{"id":"half"}}',
      '{"done":5}',
      '{"__proto__":{"done":"a"}}',
      '\u0000\u0000\u0000',
      JSON.stringify({ add: task('a') }),
    ];
    writeFileSync(path, lines.join('\n'));
    assert.deepEqual(await idsIn(path), ['a']);
  });

  test('a crash while it was opened loses nothing of either half', async () => {
    const path = newPath();
    const line = (id: string): string => `${JSON.stringify({ add: task(id) })}\n`;
    writeFileSync(`${path}.old`, line('a') + line('b'));
    assert.deepEqual(await idsIn(path), ['a', 'b']);
    writeFileSync(`${path}.old`, line('a') + line('b'));
    writeFileSync(path, `${line('a')}${line('b')}${JSON.stringify({ done: 'a' })}\n${line('c')}`);
    assert.deepEqual(await idsIn(path), ['b', 'c']);
  });

  test(
    'a full disk refuses; what is accepted once there is room again is not lost with the torn line',
    { skip: unlessInstalled('prlimit', '--version') },
    async () => {
      const path = newPath();
      const { accepted } = await run(
        `
        let refused = null;
        while (refused === null) await add().catch((error) => (refused = error.code));
        if (refused !== 'EFBIG') throw new Error(refused);
        spawnSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited']);
        await add();
        await add();
        process.kill(process.pid, 'SIGKILL');
        `,
        path,
        'ulimit -S -f 6;',
      );
      assert.ok(accepted.length > 3);
      assert.deepEqual(await idsIn(path), accepted);
    },
  );

  test('killed at any moment, it has all that it accepted', async () => {
    for (let round = 0; round < 3; round += 1) {
      const path = newPath();
      const { accepted } = await run('for (;;) await add();', path, '', 5 + round * 40);
      const ids = await idsIn(path);
      assert.deepEqual(ids.slice(0, accepted.length), accepted);
      // One more may have reached the disk before it could be said.
      assert.ok(ids.length <= accepted.length + 1, `${ids.length} of ${accepted.length}`);
    }
  });
});

suite('a queue in a file that two processes open', () => {
  test('belongs to the last one; the other is refused and sends nothing more', async () => {
    const path = newPath();
    const first = await FileQueue.open(path);
    await first.add(task('a'));
    const second = await FileQueue.open(path);
    await assert.rejects(first.add(task('b')), FileTakenError);
    await assert.rejects(first.pending(), FileTakenError);
    await second.add(task('c'));
    await Promise.all([first.close(), second.close()]);
    assert.deepEqual(await idsIn(path), ['a', 'c']);
  });

  test('loses nothing that the other accepted while it was taken over', async () => {
    for (let round = 0; round < 20; round += 1) {
      const path = newPath();
      const first = await FileQueue.open(path);
      const ids = Array.from({ length: 20 }, (_, index) => `t${index}`);
      const adding = ids.map((id) => first.add(task(id)));
      await Promise.all(adding.slice(0, round));
      const second = await FileQueue.open(path);
      const results = await Promise.allSettled(adding);
      const accepted = ids.filter((_, index) => results[index]?.status === 'fulfilled');
      const there = await idsOf(second);
      assert.deepEqual(there.slice(0, accepted.length), accepted);
      await Promise.all([first.close(), second.close()]);
    }
  });
});

test('an appointment accepted before a crash arrives after it', async () => {
  const path = newPath();
  const program = `
    import { createConnector } from ${JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)))};
    import { FileQueue } from ${JSON.stringify(fileURLToPath(new URL('./file-queue.ts', import.meta.url)))};
    const { appointments } = createConnector({
      agenda: {},
      baseUrl: 'https://agenda.example/fhir',
      appointments: { platformUrl: 'http://127.0.0.1:1/fhir', queue: await FileQueue.open(${JSON.stringify(path)}) },
      onError: () => {},
    });
    await appointments.created(${JSON.stringify(appointment('a'))});
    process.kill(process.pid, 'SIGKILL');
  `;
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--input-type=module', '--eval', program],
    { stdio: 'inherit' },
  );
  const signal = await new Promise((resolve) => child.on('exit', (_code, by) => resolve(by)));
  assert.equal(signal, 'SIGKILL');

  const platform = await startPlatform();
  const queue = await FileQueue.open(path);
  const { appointments } = createConnector({
    agenda: {},
    baseUrl: 'https://agenda.example/fhir',
    appointments: { platformUrl: platform.url, queue },
  });
  appointments.start();
  assert.equal(await appointments.settled(), true);
  assert.equal(platform.appointments.size, 1);
  await queue.close();
  await platform.close();
});
