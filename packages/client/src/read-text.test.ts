import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'node:test';
import * as errors from './errors.ts';
import { json, raw, type Reply } from './testing/server.ts';
import { failure, start } from './testing/start.ts';

const mebibyte = Buffer.alloc(2 ** 20, '<p>Bad gateway</p> ');

/** A page of so many MiB, as long as somebody reads it; tells how many it has sent. */
function pageOf(mebibytes: number, status: number): { reply: Reply; sent: () => number } {
  let sent = 0;
  const reply: Reply = (response) => {
    response.writeHead(status, { 'content-type': 'text/html', 'x-request-id': 'proxy-1' });
    const more = () => {
      if (response.destroyed) return;
      if (sent === mebibytes) return void response.end();
      sent += 1;
      response.write(mebibyte, more);
    };
    more();
  };
  return { reply, sent: () => sent };
}

describe('the body of an answer', () => {
  it('of fifty megabytes, of a proxy that failed, is not read to its end', async (t) => {
    const page = pageOf(50, 502);
    const { client } = await start(t, { retries: 0 }, page.reply);
    const error = await failure(client.places.search({ q: 'havre' }));
    assert.ok(errors.isInvalidResponse(error));
    assert.equal(error.status, 502);
    assert.equal(error.requestId, 'proxy-1');
    assert.ok(page.sent() < 50, `${page.sent()} MiB were read`);
  });

  it('that is compressed counts as it is read, not as it is sent', async (t) => {
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, ' '));
    const { client } = await start(t, { retries: 0 }, (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length });
      response.end(bomb);
    });
    assert.ok(errors.isInvalidResponse(await failure(client.places.search({ q: 'havre' }))));
  });

  it('of a long list is read whole, wherever it is cut', async (t) => {
    const items = Array.from({ length: 20_000 }, (_, id) => ({ id, label: 'Évreux – Hérouville' }));
    const { client } = await start(t, {}, json(200, { items, next: null }));
    assert.deepEqual(await client.places.search({ q: 'havre' }), { items, next: null });
  });

  it('may begin with a byte order mark', async (t) => {
    const { client } = await start(t, {}, raw(200, '\uFEFF{"items":[],"next":null}'));
    assert.deepEqual(await client.places.search({ q: 'havre' }), { items: [], next: null });
  });
});
