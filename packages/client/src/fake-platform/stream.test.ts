import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createSasClient } from '../client.ts';
import { contract } from '../generated/contract.ts';
import { createFakePlatform, type FakePlatform } from '../testing.ts';
import { watchAvailability } from '../watch.ts';
import { faultsOf } from './schema.ts';

const MINUTE = 60_000;

interface StreamedEvent {
  event: string;
  // Tests look into events of every shape; each has been checked against the contract.
  data: any;
}

/** Reads a stream, every event checked against the contract. */
async function read(t: TestContext, platform: FakePlatform, query: string, as?: string) {
  const stop = new AbortController();
  t.after(() => stop.abort());
  const answer = await platform.fetch(`${platform.url}/v1/availability/stream?${query}`, {
    headers: as === undefined ? {} : { authorization: `Bearer ${platform.token(as)}` },
    signal: stop.signal,
  });
  const schema = contract.schemas[as ? 'AvailabilityEvent' : 'PublicAvailabilityEvent']!;
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const events: StreamedEvent[] = [];
  return {
    answer,
    stop,
    /** The events up to the first that fits; fails where the stream ends before. */
    async until(fits: (event: StreamedEvent) => boolean): Promise<StreamedEvent[]> {
      for (;;) {
        const at = events.findIndex(fits);
        if (at >= 0) return events.splice(0, at + 1);
        const { done, value = '' } = await reader.read();
        assert.equal(done, false, 'the stream has ended');
        text += value;
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) {
          const parts = /^event: (\w+)\ndata: (.*)$/.exec(block);
          if (!parts) continue;
          const event = { event: parts[1]!, data: JSON.parse(parts[2]!) as unknown };
          assert.deepEqual(faultsOf(schema, event), [], event.event);
          events.push(event);
        }
      }
    },
    next: () => reader.read(),
  };
}

const isDone = ({ event }: StreamedEvent) => event === 'done';
const removes = (id: string) => (each: StreamedEvent) =>
  each.event === 'slot' && (each.data.removed as string[]).includes(id);
const brings = (id: string) => (each: StreamedEvent) =>
  each.event === 'slot' && (each.data.slots as { id: string }[]).some((slot) => slot.id === id);

describe('the stream of the fake platform', () => {
  it('begins with the page of the search, card by card, in its order', async (t) => {
    const platform = createFakePlatform();
    const { url: baseUrl, fetch } = platform;
    const client = createSasClient({ baseUrl, token: platform.token('regulator'), fetch });
    const { items } = await client.availability.search({ insee: '76351' });
    const stream = await read(t, platform, 'insee=76351', 'regulator');
    assert.equal(stream.answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    const events = await stream.until(isDone);
    const cards = events.filter(({ event }) => event === 'card').map(({ data }) => data);
    assert.deepEqual(
      cards.map(({ card }) => card as unknown),
      items,
    );
    const ranks = cards.map(({ rank }) => rank as string);
    assert.deepEqual([...ranks].sort(), ranks);
  });

  it('tells a slot that is held, given back by time, booked', async (t) => {
    const platform = createFakePlatform();
    const { url: baseUrl, fetch, key } = platform;
    const client = createSasClient({ baseUrl, token: platform.token('regulator'), fetch });
    const stream = await read(t, platform, `insee=76351&key=${key}`);
    const [first] = await stream.until(isDone);
    const slotId = first!.data.card.slots[0].id as string;
    await client.holds.create({ slotId });
    await stream.until(removes(slotId));
    platform.advance(5 * MINUTE);
    await stream.until(brings(slotId));
    await client.appointments.book({ slotId });
    const told = await stream.until(removes(slotId));
    assert.equal(told.at(-1)!.data.card, first!.data.id);
    platform.advance(24 * 60 * MINUTE);
    const later = await stream.until(({ data }) => (data.slots as [])?.length > 0);
    assert.ok(later.at(-1)!.data.slots.at(-1).start > '2026-11-25');
  });

  it('refuses like a search, and without credentials', async (t) => {
    const platform = createFakePlatform();
    const { answer } = await read(t, platform, 'insee=76351');
    assert.equal(answer.status, 401);
    const unknown = await read(t, platform, 'insee=99999', 'regulator');
    assert.equal(unknown.answer.status, 422);
  });

  it('does not go on after a HEAD', async () => {
    const platform = createFakePlatform();
    const answer = await platform.fetch(`${platform.url}/v1/availability/stream?insee=76351`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${platform.token('regulator')}` },
    });
    assert.deepEqual([answer.status, answer.body], [200, null]);
  });

  it('ends with its reader’s signal, with a reset, and where it is cut', async (t) => {
    const platform = createFakePlatform();
    const aborted = await read(t, platform, 'insee=76351', 'regulator');
    await aborted.until(isDone);
    aborted.stop.abort();
    await assert.rejects(aborted.next(), { name: 'AbortError' });
    const reset = await read(t, platform, 'insee=76351', 'regulator');
    await reset.until(isDone);
    platform.reset();
    assert.equal((await reset.next()).done, true);
    platform.fail('streamAvailability', { kind: 'cut' });
    const cut = await read(t, platform, 'insee=76351', 'regulator');
    await assert.rejects(cut.until(isDone), TypeError);
  });

  it('is watched by a client, whose connection breaks once', async (t) => {
    const platform = createFakePlatform();
    const { url: baseUrl, fetch } = platform;
    const client = createSasClient({ baseUrl, token: platform.token('regulator'), fetch });
    platform.fail('streamAvailability', { kind: 'cut' });
    const watch = watchAvailability(client.availability, { insee: '76351' });
    t.after(() => watch.close());
    const shown = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const leave = watch.subscribe(() => {
          if (!holds()) return;
          leave();
          resolve();
        });
      });
    await shown(() => watch.getSnapshot().state === 'live');
    const slotId = watch.getSnapshot().cards[0]!.slots[0]!.id;
    const isShown = () =>
      watch.getSnapshot().cards.some(({ slots }) => slots.some(({ id }) => id === slotId));
    assert.ok(isShown());
    const gone = shown(() => !isShown());
    await client.appointments.book({ slotId });
    await gone;
  });
});
