import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { noBroker, until, withHub } from '../testing/hub.ts';
import { MemoryHubStore, type HubState } from './index.ts';

const settings = process.env['SAS_TEST_BROKER'];
const skip = noBroker || (settings ? false : 'only a broker of `npm test -- hub` may be filled');

/** Says how much memory the broker may use before it takes nothing more. */
async function allowMemory(amount: string): Promise<void> {
  const env = JSON.parse(settings!) as Record<string, string>;
  const watermark = ['set_vm_memory_high_watermark', 'absolute', amount];
  await promisify(execFile)('/usr/lib/rabbitmq/bin/rabbitmqctl', watermark, { env });
}

test('a broker that is full is said to be, and everything arrives once it is not', { skip }, () =>
  withHub(async (hub) => {
    const states: HubState['name'][] = [];
    const consumer = await hub.consumer({ onState: ({ name }) => void states.push(name) });
    try {
      await until(() => consumer.state.name === 'connected');
      await allowMemory('1MB');
      // Who publishes is held up: this answer.
      const message = { ...hub.write(), status: 'Actual' as const };
      await consumer.acknowledge(message, 'CONSULTE');
      await until(() => consumer.state.name === 'blocked');
    } finally {
      await allowMemory('512MB');
    }
    await until(() => consumer.state.name === 'connected');
    await until(() => hub.acknowledgements.length === 1);
    assert.deepEqual(states, ['connecting', 'connected', 'blocked', 'connected']);
    assert.deepEqual(hub.problems, []);
  }),
);

test(
  'a stop does not wait for a broker that is full; what is due is left to the next start',
  { skip },
  () =>
    withHub(async (hub) => {
      const store = new MemoryHubStore();
      const consumer = await hub.consumer({ store });
      try {
        await until(() => consumer.state.name === 'connected');
        await allowMemory('1MB');
        await consumer.acknowledge({ ...hub.write(), status: 'Actual' }, 'CONSULTE');
        await until(() => consumer.state.name === 'blocked');
        await consumer.stop(50);
        assert.equal(consumer.state.name, 'stopped');
      } finally {
        await allowMemory('512MB');
      }
      await hub.consumer({ store });
      await until(() => hub.acknowledgements.length >= 1);
      await until(async () => (await store.unanswered()).length === 0);
      assert.equal(consumer.state.name, 'stopped');
    }),
);

test('a broker that falls silent is noticed, and what comes afterwards arrives', { skip }, () =>
  withHub(async (hub) => {
    const pid = Number(await readFile(process.env['SAS_TEST_BROKER_PID']!, 'utf8'));
    const consumer = await hub.consumer({ heartbeatSeconds: 1 });
    await until(() => consumer.state.name === 'connected');
    // The line stands, nobody speaks.
    process.kill(pid, 'SIGSTOP');
    try {
      await until(() => consumer.state.name === 'reconnecting');
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await until(() => consumer.state.name === 'connected');
    await hub.send(hub.write());
    await until(() => hub.acknowledgements.length === 2);
    assert.match(hub.problems[0]!, /^connection: .*[Hh]eartbeat/);
  }),
);
