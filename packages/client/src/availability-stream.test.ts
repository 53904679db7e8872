import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { streamAvailability } from './availability-stream.ts';
import { card, done, gone } from './testing/cards.ts';
import { ended, streaming } from './testing/events.ts';
import type { Reply } from './testing/server.ts';
import { open } from './testing/start.ts';
import type { StreamState } from './stream.ts';

async function stream(t: TestContext, ...replies: [Reply, ...Reply[]]) {
  const { transport, received } = await open(t, { retries: 0 }, ...replies);
  const states: StreamState[] = [];
  const events = streamAvailability(
    transport,
    { insee: '76351', specialty: 'SM54' },
    { onState: ({ state }) => states.push(state) },
    { wait: async () => undefined },
  );
  t.after(() => events.return());
  const take = async (count: number) => {
    const taken: unknown[] = [];
    while (taken.length < count) taken.push((await events.next()).value);
    return taken;
  };
  return { take, received, states };
}

describe('the stream of a search', () => {
  it('asks what a search asks, and ends its page with done', async (t) => {
    const { take, received, states } = await stream(t, streaming([card('a'), done(), done()]));
    assert.deepEqual(await take(2), [card('a'), done()]);
    assert.equal(received[0]?.url, '/v1/availability/stream?insee=76351&specialty=SM54');
    assert.deepEqual(states, ['connecting']);
    await take(1);
    assert.deepEqual(states, ['connecting', 'live']);
  });

  it('tells what went while its connection was lost, and keeps its order', async (t) => {
    const { take, received, states } = await stream(
      t,
      streaming([card('a'), card('b'), done('ab12')], ended),
      streaming([card('b'), card('c'), done('ab12'), done('ab12')]),
    );
    assert.deepEqual(await take(8), [
      card('a'),
      card('b'),
      done('ab12'),
      card('b'),
      card('c'),
      gone('a'),
      done('ab12'),
      done('ab12'),
    ]);
    assert.match(received[1]?.url ?? '', /&seed=ab12$/);
    assert.deepEqual(states, ['connecting', 'live', 'stale', 'live']);
  });

  it('that is lost before its page was whole takes nothing away', async (t) => {
    const { take, states } = await stream(
      t,
      streaming([card('a'), card('b'), done()], ended),
      streaming([card('b')], ended),
      streaming([card('a'), done(), done()]),
    );
    const taken = await take(8);
    assert.deepEqual(taken.slice(3), [card('b'), card('a'), gone('b'), done(), done()]);
    assert.deepEqual(states, ['connecting', 'live', 'stale', 'stale', 'live']);
  });

  it('tells a card once that goes, and none that never came', async (t) => {
    const { take } = await stream(
      t,
      streaming([card('a'), done(), gone('a'), gone('x'), card('b')], ended),
      streaming([card('b'), done()]),
    );
    assert.deepEqual((await take(6)).slice(2), [gone('a'), card('b'), card('b'), done()]);
  });
});
