import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { noBroker, until, withHub } from '../testing/hub.ts';
import { FileHubStore, FileTakenError, MemoryHubStore } from './index.ts';

async function inFolder(use: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-hub-'));
  try {
    await use(join(folder, 'hub.jsonl'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

suite('a dispatch program that ends at the worst moment', () => {
  test(
    'killed between store and broker: the message is taken once after the restart',
    { skip: noBroker },
    () =>
      withHub((hub) =>
        inFolder(async (path) => {
          const message = hub.write();
          await hub.send(message);
          const program = fileURLToPath(new URL('../testing/hub-crash.ts', import.meta.url));
          const args = ['--conditions=source', program, hub.url, hub.clientId, path];
          const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
          const signal = await new Promise((resolve) => {
            child.once('exit', (_code, killed) => resolve(killed));
          });
          assert.equal(signal, 'SIGKILL');
          assert.equal(hub.acknowledgements.length, 0);
          // The broker has it still, and so has the store.
          await until(async () => (await hub.waiting()) === 1);
          const store = await FileHubStore.open(path);
          const taken: string[] = [];
          const consumer = await hub.consumer({
            store,
            onAppointment: ({ distributionID }) => void taken.push(distributionID),
          });
          await until(() => hub.acknowledgements.some(({ step }) => step === 'INTEGRE'));
          await until(async () => (await store.unanswered()).length === 0);
          await consumer.stop();
          assert.equal(await hub.waiting(), 0);
          assert.deepEqual(taken, [message.distributionID]);
          await store.close();
        }),
      ),
  );

  test(
    'told by its store that another process has it, while an answer is due: it stops',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const store = new MemoryHubStore();
        store.answered = () => Promise.reject(new FileTakenError('hub.jsonl'));
        const unanswered = store.unanswered.bind(store);
        let asked = 0;
        store.unanswered = () => {
          asked += 1;
          return unanswered();
        };
        const consumer = await hub.consumer({ store });
        await hub.send(hub.write());
        await until(() => consumer.state.name === 'stopped');
        assert.match(hub.problems[0]!, /^store: FileTakenError/);
        assert.ok(asked < 10, `asked ${asked} times`);
      }),
  );

  test(
    'a second process takes the file over: the first stops, and the second goes on with all',
    { skip: noBroker },
    () =>
      withHub((hub) =>
        inFolder(async (path) => {
          const taken: string[] = [];
          const before = await FileHubStore.open(path);
          const first = await hub.consumer({
            store: before,
            onAppointment: () => void taken.push('first'),
          });
          await hub.send(hub.write());
          await until(() => hub.acknowledgements.length === 2);
          await until(async () => (await before.unanswered()).length === 0);
          const store = await FileHubStore.open(path);
          await hub.send(hub.write({ appointmentId: 'rdv-2' }));
          await until(() => first.state.name === 'stopped');
          assert.match(hub.problems[0]!, /^store: FileTakenError/);
          await hub.consumer({ store, onAppointment: () => void taken.push('second') });
          await until(() => hub.acknowledgements.length === 4);
          assert.deepEqual(taken, ['first', 'second']);
          await before.close();
          await store.close();
        }),
      ),
  );
});
