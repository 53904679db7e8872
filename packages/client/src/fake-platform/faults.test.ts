import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSasClient } from '../client.ts';
import { ConnectionError, RateLimitError, ServerError, TimeoutError } from '../errors.ts';
import type { ClientOptions } from '../options.ts';
import { failure } from '../testing/start.ts';
import { createFakePlatform, type FakePlatformOptions } from '../testing.ts';

function start(options: FakePlatformOptions = {}, client: Partial<ClientOptions> = {}) {
  const platform = createFakePlatform(options);
  const { url: baseUrl, fetch } = platform;
  const token = platform.token('regulator');
  return { platform, client: createSasClient({ baseUrl, token, fetch, retries: 0, ...client }) };
}

type Started = ReturnType<typeof start>;

const slotOf = ({ platform }: Started): string =>
  platform.state.slots.find(({ booking }) => booking === 'ROUTINE')!.id;
const operationsOf = ({ platform }: Started) =>
  platform.requests.map(({ operation, status }) => `${operation} ${status}`);

describe('faults of the fake platform', () => {
  it('nobody listens: nothing is done', async () => {
    const started = start();
    started.platform.fail('bookAppointment', { kind: 'refused' });
    const error = await failure(started.client.appointments.book({ slotId: slotOf(started) }));
    assert.ok(error instanceof ConnectionError);
    assert.equal(started.platform.state.appointments.length, 0);
    assert.deepEqual(operationsOf(started), ['bookAppointment null']);
  });

  it('the answer is lost after the work: a second attempt makes no second appointment', async () => {
    const started = start({}, { retries: 2 });
    started.platform.fail('bookAppointment', { kind: 'answer-lost' });
    const { id } = await started.client.appointments.book({ slotId: slotOf(started) });
    const { appointments } = started.platform.state;
    assert.deepEqual(
      appointments.map((each) => each.id),
      [id],
    );
    assert.deepEqual(operationsOf(started), ['bookAppointment null', 'bookAppointment 201']);
    const keys = started.platform.requests.map(({ headers }) => headers['idempotency-key']);
    assert.equal(new Set(keys).size, 1);
  });

  it('an answer is cut in its body', async () => {
    const { platform, client } = start();
    platform.fail('searchAvailability', { kind: 'cut' });
    assert.ok(
      (await failure(client.availability.search({ insee: '76351' }))) instanceof ConnectionError,
    );
  });

  it('an answer never comes: the caller’s own time-out ends the call', async () => {
    const { platform, client } = start({}, { timeoutMs: 20 });
    platform.fail('searchPlaces', { kind: 'hang' });
    assert.ok((await failure(client.places.search({ q: 'Le Havre' }))) instanceof TimeoutError);
  });

  it('429 and 503 say when to come back', async () => {
    const { platform, client } = start();
    platform.fail('searchPlaces', { kind: 'rate-limited', retryAfter: 7 });
    const limited = await failure(client.places.search({ q: 'Le Havre' }));
    assert.ok(limited instanceof RateLimitError);
    assert.equal(limited.status, 429);
    platform.fail('searchPlaces', { kind: 'unavailable' });
    assert.ok((await failure(client.places.search({ q: 'Le Havre' }))) instanceof ServerError);
    const plain = await platform.fetch(`${platform.url}/v1/places?q=Paris`);
    assert.equal(plain.status, 200);
  });

  it('a proxy answers a page, or nothing', async () => {
    const { platform, client } = start();
    platform.fail('searchPlaces', { kind: 'html' });
    assert.equal((await failure(client.places.search({ q: 'Le Havre' }))).status, 502);
    platform.fail('searchPlaces', { kind: 'empty', status: 500 });
    assert.equal((await failure(client.places.search({ q: 'Le Havre' }))).status, 500);
  });

  it('somebody else is faster', async () => {
    const started = start();
    const slotId = slotOf(started);
    started.platform.fail('createHold', { kind: 'taken' });
    const error = await failure(started.client.holds.create({ slotId }));
    assert.equal(error.code, 'slot-taken');
    assert.ok((error.problem?.alternatives?.length ?? 0) > 0);
  });

  it('any problem of the contract can be asked for', async () => {
    const { platform, client } = start();
    platform.fail('searchPlaces', { kind: 'problem', code: 'terms-not-accepted' });
    const error = await failure(client.places.search({ q: 'Le Havre' }));
    assert.deepEqual([error.code, error.status], ['terms-not-accepted', 403]);
  });

  it('is for the calls that it names: the n-th, some times, by a condition', async () => {
    const { platform, client } = start();
    const statuses = async (calls: number) => {
      const seen: (number | null)[] = [];
      for (let call = 0; call < calls; call += 1) {
        await client.places.search({ q: 'Le Havre' }).catch(() => undefined);
        seen.push(platform.requests.at(-1)!.status);
      }
      return seen;
    };
    platform.fail({ operation: 'searchPlaces', call: 2 }, { kind: 'html' }, 2);
    assert.deepEqual(await statuses(4), [200, 502, 502, 200]);
    platform.fail(({ query }) => query.includes('Paris'), { kind: 'html' });
    assert.deepEqual(await statuses(1), [200]);
    assert.equal((await failure(client.places.search({ q: 'Paris' }))).status, 502);
    assert.equal((await client.specialties.search()).items.length > 0, true);
  });

  it('refuses an operation that the contract does not have, and time that goes back', () => {
    const { platform } = start();
    const misspelt = 'bookApointment' as 'bookAppointment';
    assert.throws(() => platform.fail(misspelt, { kind: 'html' }), RangeError);
    assert.throws(() => platform.advance(-1), RangeError);
  });

  it('faults that it begins with come back with a reset', async () => {
    const { platform, client } = start({ faults: [['searchPlaces', { kind: 'html' }]] });
    for (let round = 0; round < 2; round += 1) {
      assert.equal((await failure(client.places.search({ q: 'Paris' }))).status, 502);
      await client.places.search({ q: 'Paris' });
      platform.reset();
    }
  });

  it('an answer that takes time is given up by the caller', async () => {
    const started = start({ latency: [60_000, 90_000] });
    const stop = new AbortController();
    const { signal } = stop;
    const call = started.platform.fetch(`${started.platform.url}/v1/places?q=Paris`, { signal });
    // The request is on its way before its caller gives it up.
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await assert.rejects(call, { name: 'AbortError' });
    assert.deepEqual(operationsOf(started), ['searchPlaces null']);
  });
});
