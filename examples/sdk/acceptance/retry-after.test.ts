/** Acceptance 3: a platform that says when to come back is believed, in both forms, within the call's time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRateLimited } from '@sas-kit/client';
import { failure } from './failure.ts';
import { instead } from './faults.ts';
import { startScene } from './platform.ts';

const SPECIALTIES = '/v1/specialties';

const busy = (retryAfter: string) => instead(503, '', { 'retry-after': retryAfter });
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

function between(value: number, low: number, high: number): void {
  assert.ok(value >= low && value <= high, `${value} is not between ${low} and ${high}`);
}

/** Chance, and the most milliseconds that it may add to the first wait. */
const JITTERS = { without: [0, 0], with: [0.999, 300] } as const;

for (const [jitter, [random, most]] of Object.entries(JITTERS)) {
  test(`${jitter} jitter`, async (t) => {
    const scene = await startScene(t, { random });
    const { proxy } = scene;

    /** What the client waits when it is told to, and whether it then has its answer. */
    async function waited(retryAfter: string): Promise<number> {
      const { client, waits } = scene.client(null);
      proxy.fault(SPECIALTIES, busy(retryAfter));
      assert.ok((await client.specialties.search({})).items.length > 0);
      assert.equal(waits.length, 1);
      return waits[0]!;
    }

    await t.test('seconds', async () => between(await waited('7'), 7_000, 7_000 + most));
    await t.test('no seconds at all', async () => between(await waited('0'), 0, most));
    // A date has whole seconds, and the clock goes on meanwhile.
    await t.test('an HTTP date', async () =>
      between(await waited(inSeconds(25)), 10_000, 25_000 + most),
    );
    await t.test('a date that is over', async () => between(await waited(inSeconds(-60)), 0, most));
    await t.test('what is neither', async () => between(await waited('soon'), 0, most));

    for (const [name, retryAfter] of [
      ['an hour', () => '3600'],
      ['the date in an hour', () => inSeconds(3600)],
    ] as const) {
      await t.test(`${name} is longer than the call: it gives up at once`, async () => {
        const { client, waits } = scene.client(null);
        const before = proxy.received.length;
        proxy.fault(SPECIALTIES, busy(retryAfter()));
        const error = await failure(client.specialties.search({}));
        assert.deepEqual(waits, []);
        assert.equal(proxy.received.length - before, 1);
        assert.ok(error.retryable);
        between(error.retryAfterSeconds!, 3_000, 3_600);
      });
    }
  });
}

test('the limit of the platform itself is told with its wait', async (t) => {
  const scene = await startScene(t, { environment: { SAS_RATE_BARE_KEY: '3' } });
  const { client } = scene.client(null, { retries: 0 });
  const calls = async () => {
    // The fourth call, or a later one where a minute ends meanwhile.
    for (let call = 0; call < 100; call += 1) await client.specialties.search({});
  };

  const error = await failure(calls());

  assert.ok(isRateLimited(error));
  assert.ok(error.retryable);
  between(error.retryAfterSeconds!, 1, 60);
});
