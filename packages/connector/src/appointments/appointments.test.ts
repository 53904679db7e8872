import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Appointment } from '@sas-kit/fhir';
import { createConnector, type Connector } from '../connector.ts';
import { appointment } from '../testing/appointment.ts';
import { startPlatform, type Platform, type Reply } from '../testing/platform.ts';
import { MemoryQueue } from './memory-queue.ts';
import { AppointmentError, type AppointmentOptions } from './options.ts';

/** What waits for something that never comes is stopped. */
const LIVELY = { timeout: 120_000 };
const FAST = { firstDelayMs: 1, longestDelayMs: 5 };

async function using(
  reply: (index: number) => Reply | undefined,
  use: (connector: Connector, platform: Platform, errors: unknown[]) => Promise<void>,
  options: Partial<AppointmentOptions> = {},
): Promise<void> {
  const platform = await startPlatform((_request, index) => reply(index));
  const errors: unknown[] = [];
  const connector = createConnector({
    agenda: {},
    baseUrl: 'https://agenda.example/fhir',
    appointments: { platformUrl: platform.url, ...FAST, ...options },
    onError: (error) => errors.push(error),
  });
  try {
    await use(connector, platform, errors);
  } finally {
    connector.appointments.stop();
    await platform.close();
  }
}

const methods = ({ requests }: Platform): string[] => requests.map(({ method }) => method);

suite('appointments sent to the platform', () => {
  test('a new one is a POST that names its identifier, a change a PUT', () =>
    using(
      () => undefined,
      async ({ appointments }, platform) => {
        await appointments.created(appointment('a'));
        await appointments.updated(appointment('a', { status: 'cancelled' }));
        assert.equal(await appointments.settled(), true);
        assert.deepEqual(methods(platform), ['POST', 'PUT']);
        for (const { criterion } of platform.requests) {
          assert.equal(criterion, 'https://agenda.example/rdv|a');
        }
        const [known] = [...platform.appointments.values()];
        assert.equal(known.status, 'cancelled');
        assert.equal(known.start, '2026-11-22T09:00:00.000+01:00');
        assert.equal(known.participant[0].actor.identifier.value, '810999001000');
        assert.doesNotMatch(JSON.stringify(known), /Patient/);
      },
    ));

  test('a platform that is away is told once, however often it is tried', () =>
    using(
      (index) => ([503, 503, 503] as const)[index],
      async ({ appointments }, platform, errors) => {
        await appointments.created(appointment('a'));
        assert.equal(await appointments.settled(), true);
        assert.equal(platform.requests.length, 4);
        assert.deepEqual(errors.map(String), ['AppointmentError: To be tried again: HTTP 503']);
      },
    ));

  test('one that may have arrived is repeated by its identifier, never made twice', () =>
    using(
      (index) => (['hang-up', 503, 500] as const)[index],
      async ({ appointments }, platform) => {
        await appointments.created(appointment('a'));
        assert.equal(await appointments.settled(), true);
        assert.deepEqual(methods(platform), ['POST', 'PUT', 'PUT', 'PUT']);
        assert.equal(platform.appointments.size, 1);
      },
    ));

  test('a platform that knows it already, or does not create by PUT, is understood', () =>
    using(
      (index) => [409, 404, 201][index],
      async ({ appointments }, platform) => {
        await appointments.created(appointment('a'));
        assert.equal(await appointments.settled(), true);
        assert.deepEqual(methods(platform), ['POST', 'PUT', 'POST']);
      },
    ));

  test('messages of one appointment keep their order, those of others do not wait', () =>
    using(
      (index) => (index === 0 ? 503 : undefined),
      async ({ appointments }, platform) => {
        await appointments.created(appointment('a'));
        await appointments.updated(appointment('a', { status: 'fulfilled' }));
        for (const value of ['b', 'c', 'd', 'e', 'f', 'g']) {
          await appointments.created(appointment(value));
        }
        assert.equal(await appointments.settled(), true);
        const of = platform.requests
          .filter(({ body }) => body.identifier[0].value === 'a')
          .map(({ body }) => body.status);
        assert.deepEqual(of, ['booked', 'booked', 'fulfilled']);
        assert.equal(platform.appointments.size, 7);
      },
    ));

  test('one that is refused is put apart with the reason and stops no other', async () => {
    const queue = new MemoryQueue();
    await using(
      (index) => (index === 0 ? 422 : undefined),
      async ({ appointments }, platform, errors) => {
        await appointments.created(appointment('a'));
        await appointments.created(appointment('b'));
        assert.equal(await appointments.settled(), true);
        const [abandoned, ...more] = await queue.abandoned();
        assert.equal(more.length, 0);
        assert.equal(abandoned?.task.identifier.value, 'a');
        assert.match(abandoned?.reason ?? '', /^HTTP 422/);
        assert.equal(errors.length, 1);
        assert.deepEqual([...platform.appointments.keys()], ['https://agenda.example/rdv|b']);
      },
      { queue },
    );
  });

  test('a token is asked for anew at each attempt', () => {
    let token = 0;
    return using(
      (index) => (index === 0 ? 401 : undefined),
      async ({ appointments }, platform) => {
        await appointments.created(appointment('a'));
        assert.equal(await appointments.settled(), true);
        assert.deepEqual(
          platform.requests.map(({ authorization }) => authorization),
          ['Bearer 1', 'Bearer 2'],
        );
      },
      { headers: () => ({ Authorization: `Bearer ${(token += 1)}` }) },
    );
  });

  test('a platform that does not answer is given up at the time-out and tried again', () => {
    let calls = 0;
    return using(
      () => undefined,
      async ({ appointments }, platform) => {
        await appointments.created(appointment('a'));
        assert.equal(await appointments.settled(), true);
        assert.equal(calls, 2);
        assert.deepEqual(methods(platform), ['PUT']);
      },
      {
        timeoutMs: 20,
        fetch: (request) => {
          calls += 1;
          // However slow this machine is, only the first is not answered in time.
          if (calls > 1) return fetch(new Request(request, { signal: null }));
          return new Promise((_resolve, reject) => {
            request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
          });
        },
      },
    );
  });
});

suite('a queue that is a slow or failing database', () => {
  test(
    'one that answers late what had arrived meanwhile does not make it leave twice',
    LIVELY,
    async () => {
      let arrived = (): void => undefined;
      const done = new Promise<void>((resolve) => (arrived = resolve));
      let asked = 0;
      class Late extends MemoryQueue {
        override async pending() {
          const tasks = await super.pending();
          asked += 1;
          // The second answer is read while the first message is under way, and told after it arrived.
          if (asked === 2) await done;
          return tasks;
        }
        override async done(id: string) {
          await super.done(id);
          setImmediate(arrived);
        }
      }
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      await using(
        () => undefined,
        async ({ appointments }, platform) => {
          await appointments.created(appointment('a'));
          while (platform.requests.length < 1)
            await new Promise((resolve) => setImmediate(resolve));
          await appointments.created(appointment('b'));
          while (asked < 2) await new Promise((resolve) => setImmediate(resolve));
          release();
          assert.equal(await appointments.settled(), true);
          assert.deepEqual(methods(platform), ['POST', 'POST']);
        },
        {
          queue: new Late(),
          fetch: async (request) => {
            const answer = await fetch(request);
            await held;
            return answer;
          },
        },
      );
    },
  );

  for (const method of ['done', 'update', 'abandon'] as const) {
    test(`one that fails at ${method} is told, and nothing is sent again for it`, async () => {
      const queue = new MemoryQueue();
      const real = queue[method].bind(queue) as (...given: unknown[]) => Promise<void>;
      let failures = 0;
      queue[method] = async (...given: unknown[]) => {
        if ((failures += 1) <= 3) throw new Error('disk full');
        return real(...given);
      };
      await using(
        (index) => (index > 0 ? undefined : { done: undefined, update: 503, abandon: 422 }[method]),
        async ({ appointments }, platform, errors) => {
          await appointments.created(appointment('a'));
          assert.equal(await appointments.settled(), true);
          assert.equal(platform.requests.length, method === 'update' ? 2 : 1);
          assert.equal(errors.filter((error) => /disk full/.test(String(error))).length, 3);
        },
        { queue },
      );
    });
  }
});

test('a message is not kept waiting by another that may not leave yet', LIVELY, async () => {
  const reads: (() => void)[] = [];
  class Slow extends MemoryQueue {
    override async pending() {
      const tasks = await super.pending();
      if (reads.length === 1) await new Promise<void>((resolve) => reads.push(resolve));
      else reads.push(() => undefined);
      return tasks;
    }
  }
  const asked: string[] = [];
  const connector = createConnector({
    agenda: {},
    baseUrl: 'https://agenda.example/fhir',
    appointments: {
      platformUrl: 'https://sas.example/fhir',
      queue: new Slow(),
      fetch: async (request) => {
        const { identifier } = (await request.json()) as any;
        asked.push(identifier[0].value);
        const late = { status: 503, headers: { 'Retry-After': '60' } };
        return identifier[0].value === 'a' ? new Response('', late) : new Response('{}');
      },
    },
  });
  const { appointments } = connector;
  await appointments.created(appointment('a'));
  // The second reading of the queue, after the refusal of “a”, is under way when “b” comes.
  while (reads.length < 2) await new Promise((resolve) => setImmediate(resolve));
  await appointments.created(appointment('b'));
  reads[1]?.();
  while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(asked, ['a', 'b']);
  appointments.stop();
});

test('what the platform writes about people is in the queue, not in the log', async () => {
  const queue = new MemoryQueue();
  await using(
    () => undefined,
    async ({ appointments }, _platform, errors) => {
      await appointments.created(appointment('a'));
      assert.equal(await appointments.settled(), true);
      assert.match(String(errors[0]), /HTTP 422/);
      assert.doesNotMatch(String(errors[0]), /Loridon/);
      assert.match((await queue.abandoned())[0]?.reason ?? '', /Loridon/);
    },
    { queue, fetch: async () => new Response('regulator Loridon unknown', { status: 422 }) },
  );
});

suite('appointments that are not sent', () => {
  const WRONG: [string, Appointment][] = [
    ['no identifier', appointment('')],
    ['no regulator', appointment('a', { regulator: { kind: 'national', value: '' } })],
    ['no practitioner', appointment('a', { practitioner: 'n/a' })],
    ['no date', appointment('a', { start: 'demain' })],
    ['end before start', appointment('a', { end: '2026-11-22T08:00:00+01:00' })],
    ['an unknown state', appointment('a', { status: 'arrived' as never })],
  ];
  for (const [name, of] of WRONG) {
    test(`${name}: refused at once, with the reason`, () =>
      using(
        () => undefined,
        async ({ appointments }, platform) => {
          await assert.rejects(
            appointments.created(of),
            (error) => error instanceof AppointmentError && error.findings.length > 0,
          );
          assert.equal(platform.requests.length, 0);
        },
      ));
  }

  test('without a platform nothing is pretended', async () => {
    const { appointments } = createConnector({ agenda: {}, baseUrl: 'https://a.example/fhir' });
    await assert.rejects(appointments.created(appointment('a')), AppointmentError);
  });

  test('stopped, messages wait; started, they leave', async () => {
    const queue = new MemoryQueue();
    await using(
      () => undefined,
      async ({ appointments }, platform) => {
        appointments.stop();
        await appointments.created(appointment('a'));
        assert.equal(await appointments.settled(20), false);
        assert.equal(platform.requests.length, 0);
        appointments.start();
        assert.equal(await appointments.settled(), true);
        assert.equal(platform.requests.length, 1);
      },
      { queue },
    );
  });
});
