import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEvents, type ReadEvent } from './event-reader.ts';

const silent = { signal: new AbortController().signal, silenceMs: 60_000, heard: () => undefined };

/** A body that comes in these parts. */
function bodyOf(parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const rest = [...parts];
  return new ReadableStream({
    pull(controller) {
      const part = rest.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
}

async function all(events: AsyncIterable<ReadEvent>): Promise<ReadEvent[]> {
  const read: ReadEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

async function eventsIn(...parts: Uint8Array[]): Promise<ReadEvent[]> {
  return all(readEvents(bodyOf(parts), silent));
}

const bytes = (text: string) => new TextEncoder().encode(text);
const one = { event: 'card', data: { city: 'Fécamp 🦪' } };
const json = JSON.stringify(one.data);

const table: [string, string, ReadEvent[]][] = [
  ['an event', `event: card\ndata: ${json}\n\n`, [one]],
  ['lines that end as on Windows', `event: card\r\ndata: ${json}\r\n\r\n`, [one]],
  ['lines that end as they once did', `event: card\rdata: ${json}\r\r.`, [one]],
  ['a byte order mark', `\u{feff}event: card\ndata: ${json}\n\n`, [one]],
  ['comments', `:\n\n: alive\nevent: card\n:\ndata: ${json}\n\n:\n\n`, [one]],
  ['data on several lines', 'event: card\ndata: {"city":\ndata: "Fécamp 🦪"}\n\n', [one]],
  ['no space after the colon', `event:card\ndata:${json}\n\n`, [one]],
  ['other fields', `id: 1\nretry: 2000\nevent: card\nx: y\ndata: ${json}\n\n`, [one]],
  ['an event without a name', `data: ${json}\n\n`, [{ ...one, event: 'message' }]],
  ['an event without data', `event: card\n\nevent: card\ndata: ${json}\n\n`, [one]],
  ['a last event that is cut off', `event: card\ndata: ${json}\n\nevent: card\ndata: {`, [one]],
];

describe('the reader of events', () => {
  for (const [what, text, expected] of table) {
    it(`reads ${what}, wherever it is cut`, async () => {
      const whole = bytes(text);
      assert.deepEqual(await eventsIn(whole), expected);
      for (let at = 1; at < whole.length; at += 1) {
        assert.deepEqual(
          await eventsIn(whole.subarray(0, at), whole.subarray(at)),
          expected,
          `${at}`,
        );
      }
      const single = [...whole].map((byte) => Uint8Array.of(byte));
      assert.deepEqual(await eventsIn(...single), expected);
    });
  }

  it('refuses data that is no object', async () => {
    for (const data of ['<html>', 'null', '1', '"text"'])
      await assert.rejects(eventsIn(bytes(`data: ${data}\n\n`)), SyntaxError, data);
  });

  it('keeps no more than 8 million characters of an event that does not end', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(bytes(pulled === 1 ? 'data: ' : 'x'.repeat(2 ** 20)));
      },
    });
    await assert.rejects(all(readEvents(endless, silent)), { name: 'RangeError' });
    assert.ok(pulled < 14, `${pulled} MB were read`);
  });

  it('counts the lines of such an event too, however empty they are', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        if (pulled > 100) controller.error(new Error('100 MB were read'));
        else controller.enqueue(bytes('data:\n'.repeat(2 ** 20 / 6)));
      },
    });
    await assert.rejects(all(readEvents(endless, silent)), { name: 'RangeError' });
  });

  it('asks for nothing before what it has was taken', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(bytes(`data: [${pulled}]\n\ndata: [${pulled}]\n\n`));
        },
      },
      { highWaterMark: 0 },
    );
    const events = readEvents(body, silent);
    for (const expected of [1, 1, 2, 2]) {
      assert.deepEqual((await events.next()).value, { event: 'message', data: [expected] });
      assert.equal(pulled, expected);
    }
    await events.return();
  });

  it('takes for silence neither comments nor a reader who is slow', async () => {
    let heard = 0;
    const reading = { ...silent, silenceMs: 1, heard: () => void (heard += 1) };
    const parts = [':\n\n', `data: [1]\n\ndata: [2]\n\n`, ':\n\n'].map(bytes);
    const events = readEvents(bodyOf(parts), reading);
    assert.deepEqual((await events.next()).value?.data, [1]);
    assert.equal(heard, 2);
    await new Promise((done) => setTimeout(done, 20));
    assert.deepEqual((await events.next()).value?.data, [2]);
    assert.equal((await events.next()).done, true);
    assert.equal(heard, 3);
  });

  it('ends in silence, and with its signal, even of a body that listens to nothing', async () => {
    const mute = () => new ReadableStream<Uint8Array>();
    assert.deepEqual(await all(readEvents(mute(), { ...silent, silenceMs: 1 })), []);
    const controller = new AbortController();
    const reading = all(readEvents(mute(), { ...silent, signal: controller.signal }));
    controller.abort();
    assert.deepEqual(await reading, []);
    const late = readEvents(mute(), { ...silent, signal: controller.signal });
    assert.deepEqual(await all(late), []);
  });
});
