import assert from 'node:assert/strict';
import { getEventListeners, once } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { isPermission } from './errors.ts';
import { card, done, slotAt, slots, source } from './testing/cards.ts';
import { ended, eventText, streaming } from './testing/events.ts';
import { hangUp, problem, type Reply } from './testing/server.ts';
import { start } from './testing/start.ts';
import { watchAvailability, type AvailabilitySnapshot, type WatchOptions } from './watch.ts';

async function watch(t: TestContext, options: WatchOptions, ...replies: [Reply, ...Reply[]]) {
  const { client } = await start(t, { retries: 0 }, ...replies);
  const watched = watchAvailability(client.availability, { insee: '76351' }, options);
  t.after(watched.close);
  const until = (fits: (snapshot: AvailabilitySnapshot) => boolean) =>
    new Promise<AvailabilitySnapshot>((found) => {
      const look = () => {
        const snapshot = watched.getSnapshot();
        if (!fits(snapshot)) return;
        stop();
        found(snapshot);
      };
      const stop = watched.subscribe(look);
      look();
    });
  return { watched, until };
}

const isLive = ({ state }: AvailabilitySnapshot) => state === 'live';
const hasEnded = (snapshot: AvailabilitySnapshot) => snapshot.ended;

describe('a watch', () => {
  it('shows cards as they come, and is live once all are told', async (t) => {
    let finish: () => void = () => undefined;
    const slowly = streaming([card('b')], (response) => {
      finish = () =>
        response.write(eventText('card', card('a').data) + eventText('done', done().data));
    });
    const { watched, until } = await watch(t, {}, slowly);
    assert.equal(watched.getSnapshot().state, 'connecting');
    const first = await until(({ cards }) => cards.length > 0);
    assert.equal(first.state, 'connecting');
    finish();
    const live = await until(isLive);
    assert.deepEqual(
      live.cards.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.ok(live.since >= first.since);
    assert.equal(live.error, null);
  });

  it('never changes a snapshot, and gives the same one until something changes', async (t) => {
    let more: () => void = () => undefined;
    const page = streaming([card('a'), done()], (response) => {
      more = () => response.write(eventText('slot', slots('a', [slotAt('s', '09:00')]).data));
    });
    const { watched, until } = await watch(t, {}, page);
    const before = await until(isLive);
    assert.equal(before.frame?.radiusKm, 10);
    const settled = watched.getSnapshot();
    assert.equal(watched.getSnapshot(), settled);
    more();
    const after = await until(({ cards }) => cards[0]?.slots.length === 1);
    assert.notEqual(after, settled);
    assert.equal(before.cards[0]?.slots.length, 0);
    assert.equal(settled.cards[0]?.slots.length, 0);
  });

  it('is stale while its connection is lost, keeps what it knows, and comes back', async (t) => {
    const { until } = await watch(
      t,
      {},
      streaming([card('a'), card('b'), done()], ended),
      hangUp,
      streaming([card('b'), done()]),
    );
    const stale = await until(({ state }) => state === 'stale');
    assert.deepEqual(
      stale.cards.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.ok(stale.since <= Date.now());
    const back = await until((each) => isLive(each) && each.cards.length === 1);
    assert.equal(back.error, null);
  });

  it('tells how vendors stand as its connection does, and no vendor of one that is lost', async (t) => {
    const { until } = await watch(
      t,
      {},
      streaming([card('a'), source('one'), source('two'), done()], ended),
      hangUp,
      streaming([card('a'), source('two'), done()]),
    );
    const editors = ({ sources }: AvailabilitySnapshot) => sources.map(({ editor }) => editor);
    assert.deepEqual(editors(await until(isLive)), ['one', 'two']);
    assert.deepEqual(editors(await until(({ state }) => state === 'stale')), []);
    assert.deepEqual(editors(await until(isLive)), ['two']);
  });

  it('connects until it can, and says why it cannot', async (t) => {
    const { until } = await watch(t, {}, hangUp, streaming([card('a'), done()]));
    const waiting = await until(({ error }) => error !== null);
    assert.deepEqual([waiting.state, waiting.error?.code], ['connecting', 'connection']);
    assert.equal((await until(isLive)).error, null);
  });

  it('ends with what the platform refuses', async (t) => {
    const { until } = await watch(
      t,
      {},
      streaming([card('a'), done()], ended),
      problem(403, 'forbidden'),
    );
    const over = await until(hasEnded);
    assert.ok(isPermission(over.error));
    assert.equal(over.state, 'stale');
    assert.equal(over.cards.length, 1);
  });

  it('leaves nothing behind when it is closed, by itself or by a signal', async (t) => {
    for (const how of ['close', 'signal']) {
      let isClosed: Promise<unknown> = Promise.resolve();
      const page = streaming([card('a'), done()], (response) => {
        isClosed = once(response, 'close');
      });
      const controller = new AbortController();
      const { watched, until } = await watch(t, { signal: controller.signal }, page);
      await until(isLive);
      if (how === 'close') watched.close();
      else controller.abort();
      const over = await until(hasEnded);
      assert.deepEqual([over.state, over.error, over.cards.length], ['stale', null, 1]);
      await isClosed;
      assert.deepEqual(getEventListeners(controller.signal, 'abort'), []);
    }
  });

  it('tells no one who has stopped listening', async (t) => {
    const { watched, until } = await watch(t, {}, streaming([card('a'), done()]));
    let told = 0;
    const listener = () => (told += 1);
    const [one, other] = [watched.subscribe(listener), watched.subscribe(listener)];
    one();
    other();
    await until(isLive);
    assert.equal(told, 0);
  });
});
