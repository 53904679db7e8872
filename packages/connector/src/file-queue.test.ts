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
import { FileQueue } from './file-queue.ts';
import { startPlatform } from './testing/platform.ts';

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
    assert.deepEqual(await idsOf(await FileQueue.open(path)), ['a', 'c']);
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
    await appointments.created({
      identifier: { system: 'https://agenda.example', value: 'a' },
      status: 'booked',
      start: '2026-11-22T09:00:00+01:00',
      end: '2026-11-22T09:15:00+01:00',
      practitioner: '10999001000',
      regulator: { kind: 'national', value: '3456780581/11242343' },
    });
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
  assert.equal(await appointments.settled(10_000), true);
  assert.equal(platform.appointments.size, 1);
  await queue.close();
  await platform.close();
});
