import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { noBroker, until, withHub } from '../testing/hub.ts';
import { HubRefusal, MemoryHubStore, type HubState } from './index.ts';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

suite('nothing is lost', () => {
  test(
    'a store that fails is asked again; the broker keeps the message until it holds',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const store = new MemoryHubStore();
        const taken: string[] = [];
        let failures = 0;
        let full = true;
        const keep = store.keep.bind(store);
        store.keep = (...given) => {
          if (!full) return keep(...given);
          failures += 1;
          return Promise.reject(new Error('disk full'));
        };
        await hub.consumer({
          store,
          onAppointment: ({ appointment }) => void taken.push(appointment.appointmentId),
        });
        for (const appointmentId of ['a', 'b', 'c']) await hub.send(hub.write({ appointmentId }));
        await until(() => failures > 2);
        assert.deepEqual([taken, hub.acknowledgements], [[], []]);
        full = false;
        await until(() => hub.acknowledgements.length === 6);
        assert.deepEqual(taken, ['a', 'b', 'c']);
        assert.deepEqual(hub.problems, ['store: Error: disk full']);
      }),
  );

  test(
    'a store that fails once the program has taken a message does not have it taken twice',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const store = new MemoryHubStore();
        let calls = 0;
        let failures = 0;
        const handled = store.handled.bind(store);
        store.handled = (...given) =>
          (failures += 1) < 3 ? Promise.reject(new Error('busy')) : handled(...given);
        await hub.consumer({ store, onAppointment: () => void (calls += 1) });
        await hub.send(hub.write());
        await until(() => hub.acknowledgements.length === 2);
        assert.equal(calls, 1);
      }),
  );

  test(
    'stopped while handlers run: they end, what waits is left to the next start',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const store = new MemoryHubStore();
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        const taken: string[] = [];
        const first = await hub.consumer({
          store,
          parallel: 1,
          onAppointment: async ({ appointment }) => {
            await held;
            taken.push(`first ${appointment.appointmentId}`);
          },
        });
        for (const appointmentId of ['a', 'b', 'c']) await hub.send(hub.write({ appointmentId }));
        await until(() => hub.acknowledgements.length === 3);
        const stopped = first.stop(60_000);
        await soon();
        release();
        await stopped;
        assert.deepEqual(taken, ['first a']);
        assert.equal(first.state.name, 'stopped');
        await hub.consumer({
          store,
          onAppointment: ({ appointment }) => void taken.push(appointment.appointmentId),
        });
        await until(() => hub.acknowledgements.length === 6);
        assert.deepEqual(taken, ['first a', 'b', 'c']);
      }),
  );

  test(
    'a handler that never ends does not hold up a stop, and its message stays',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const store = new MemoryHubStore();
        let called = false;
        const consumer = await hub.consumer({
          store,
          onAppointment: () => {
            called = true;
            return new Promise(() => undefined);
          },
        });
        await hub.send(hub.write());
        await until(() => called);
        await consumer.stop(50);
        assert.equal((await store.unhandled()).length, 1);
      }),
  );

  test(
    'an answer that the broker refuses is told once, and arrives when it takes it',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const consumer = await hub.consumer({});
        await until(() => consumer.state.name === 'connected');
        const giveBack = await hub.removeExchange();
        const message = hub.write();
        await hub.put('message', JSON.stringify(message));
        await until(() => hub.problems.length === 1);
        assert.match(hub.problems[0]!, /^answer: .*NOT_FOUND.*hubsante/);
        await giveBack();
        await until(() => hub.acknowledgements.length === 2);
        assert.equal(hub.problems.length, 1);
        assert.equal(consumer.state.name, 'connected');
      }),
  );

  test('an answer that leads nowhere is not taken for delivered', { skip: noBroker }, () =>
    withHub(async (hub) => {
      const store = new MemoryHubStore();
      await hub.consumer({ store });
      const giveBack = await hub.removeExchange();
      await hub.makeExchange();
      await hub.put('message', JSON.stringify(hub.write()));
      await until(() => hub.problems.some((problem) => /leads nowhere/.test(problem)));
      await until(async () => (await store.unanswered()).length === 2);
      await giveBack();
      await until(() => hub.acknowledgements.length === 2);
    }),
  );

  test(
    'callbacks that throw stop nothing; what can never be sent is refused at once',
    { skip: noBroker },
    (t) =>
      withHub(async (hub) => {
        t.mock.method(console, 'error', () => undefined);
        const fail = (): never => {
          throw new Error('of the program');
        };
        const consumer = await hub.consumer({ onState: fail, onError: fail });
        await hub.put('message', 'odd');
        await hub.send(hub.write());
        await until(() => hub.acknowledgements.length === 2);
        await assert.rejects(
          consumer.acknowledge(
            { ...hub.write(), senderID: 'nobody', status: 'Actual' },
            'CONSULTE',
          ),
          RangeError,
        );
        assert.throws(() => new HubRefusal(704, ''), RangeError);
        assert.throws(() => new HubRefusal(409 as never, 'as the guide says'), RangeError);
      }),
  );

  test(
    'where queues are missing nothing comes, it is told once, and comes when they are there',
    { skip: noBroker },
    () =>
      withHub(async (hub) => {
        const states: HubState['name'][] = [];
        const consumer = await hub.consumer({
          clientId: `${hub.clientId}-new`,
          onState: ({ name }) => void states.push(name),
        });
        await until(() => hub.problems.length === 1);
        assert.match(hub.problems[0]!, /^connection: .*(NOT_FOUND|ACCESS_REFUSED)/);
        await consumer.stop();
        assert.deepEqual(states, ['connecting', 'stopped']);
        assert.equal(hub.problems.length, 1);
      }),
  );

  test('a queue that is taken away and given back is consumed again', { skip: noBroker }, () =>
    withHub(async (hub) => {
      const states: HubState['name'][] = [];
      const taken: string[] = [];
      await hub.consumer({
        onState: ({ name }) => void states.push(name),
        onAppointment: ({ appointment }) => void taken.push(appointment.appointmentId),
      });
      await until(() => states.includes('connected'));
      await hub.removeQueue('message');
      await until(() => states.includes('reconnecting'));
      await hub.giveQueue('message');
      await until(() => states.filter((name) => name === 'connected').length === 2);
      await hub.send(hub.write());
      await until(() => taken.length === 1);
    }),
  );
});
