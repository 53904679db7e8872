import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as errors from './errors.ts';
import { json, problem, silence, type Reply } from './testing/server.ts';
import { failure, open } from './testing/start.ts';

/** Sends one event and leaves the line open. */
const oneEvent: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('event: done\ndata: {}\n\n');
};

const search = { query: { insee: '76351' } } as const;

describe('an answer that is read as it comes', () => {
  it('is there with its headers, its body unread', async (t) => {
    const { transport, received } = await open(t, {}, oneEvent);
    const controller = new AbortController();
    const { signal } = controller;
    const response = await transport.open('GET', '/v1/availability', { ...search, signal });
    assert.equal(response.bodyUsed, false);
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    assert.equal(new TextDecoder().decode(value), 'event: done\ndata: {}\n\n');
    assert.equal(received[0]?.headers.accept, 'text/event-stream, application/problem+json');
    assert.equal(received[0].headers['x-sas-key'], 'pk_test');
    controller.abort();
    await assert.rejects(reader.read(), { name: 'AbortError' });
  });

  it('lasts longer than a time-out, which ends with its headers', async (t) => {
    let send!: () => void;
    const later: Reply = (response) => {
      response.writeHead(200).flushHeaders();
      send = () => void response.end('late');
    };
    const { transport } = await open(t, {}, later);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const response = await transport.open('GET', '/v1/availability', search);
    t.mock.timers.tick(60_000);
    send();
    assert.equal(await response.text(), 'late');
  });

  it('is tried again until it opens', async (t) => {
    const { transport, received, waits } = await open(
      t,
      {},
      problem(503, 'unavailable'),
      json(200, {}),
    );
    const response = await transport.open('GET', '/v1/availability', search);
    assert.equal(response.status, 200);
    assert.equal(received.length, 2);
    assert.deepEqual(waits, [150]);
  });

  it('renews its token', async (t) => {
    const token = (refused?: string) => (refused ? 'new' : 'old');
    const { transport, received } = await open(
      t,
      { token },
      problem(401, 'unauthenticated'),
      oneEvent,
    );
    await (await transport.open('GET', '/v1/availability', search)).body!.cancel();
    assert.equal(received[1]?.headers.authorization, 'Bearer new');
  });

  it('that is refused is the error of a call', async (t) => {
    const { transport } = await open(t, {}, problem(403, 'origin-not-allowed'));
    const error = await failure(transport.open('GET', '/v1/availability', search));
    assert.ok(errors.isPermission(error));
    assert.equal(error.requestId, 'req-1');
  });

  it('that never begins ends with the time-out', async (t) => {
    const { transport } = await open(t, { timeoutMs: 40, retries: 0 }, silence);
    const error = await failure(transport.open('GET', '/v1/availability', search));
    assert.ok(errors.isTimeout(error));
  });
});
