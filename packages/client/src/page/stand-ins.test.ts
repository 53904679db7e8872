import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { registerHooks } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import * as onServer from '../attempt.ts';
import type { Ending, PreparedRequest } from '../attempt.ts';
import { hangUp, json, raw, serve, silence, stall, type Received } from '../testing/server.ts';

const standIns = new Map(
  ['bare-fetch', 'cause-facts', 'observing', 'read-text', 'was-sent'].map((name) => [
    `./${name}.ts`,
    `./page/${name}.ts`,
  ]),
);

/** `attempt.ts?page` is what pages load: the stand-ins are where it asks for what servers have. */
const hooks = registerHooks({
  resolve: (specifier, context, next) => {
    const standIn = context.parentURL?.endsWith('?page') ? standIns.get(specifier) : undefined;
    return next(standIn ?? specifier, context);
  },
});
after(() => hooks.deregister());

const ofPages = '../attempt.ts?page';
const onPage = (await import(ofPages)) as typeof onServer;

const credentials = { headers: { 'x-sas-key': 'pk_test' }, renewable: undefined };
const never = new AbortController().signal;

const read: Omit<PreparedRequest, 'url'> = {
  method: 'GET',
  headers: { accept: 'application/json' },
  body: undefined,
  keepalive: false,
};
const write = {
  ...read,
  method: 'POST',
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: '{"name":"Hélène"}',
} as const;

/** What a caller sees of an ending. */
function told(ending: Ending) {
  if (ending.kind === 'connection') {
    return { kind: ending.kind, sent: ending.sent, name: (ending.cause as Error).name };
  }
  if (ending.kind !== 'response') return ending;
  const { response, text, renewable } = ending;
  const { status, ok, type, redirected } = response;
  return { status, ok, type, redirected, text, renewable, etag: response.headers.get('etag') };
}

/** How the same request ends on a server and on a page. */
async function both(
  request: PreparedRequest,
  signal: () => AbortSignal = () => never,
  fetcher?: typeof globalThis.fetch,
) {
  const one = await onServer.exchange(request, credentials, fetcher, signal());
  const other = await onPage.exchange(request, credentials, fetcher, signal());
  return [told(one), told(other)] as const;
}

/** What the platform sees of a request. */
const seen = ({ method, url, headers, body }: Received) => ({ method, url, headers, body });

describe('the client of a page', () => {
  it('is another than that of a server', () => {
    assert.notEqual(onPage.exchange, onServer.exchange);
  });

  const answers = {
    'a list': [json(200, { items: [] }, { etag: '"7"' }), read],
    'a booking': [json(201, { id: 'a1' }), write],
    'a change': [json(200, { id: 's1' }), { ...write, method: 'PATCH' }],
    'a deletion that outlives its page': [
      raw(204, ''),
      { ...read, method: 'DELETE', keepalive: true },
    ],
    'a refusal': [json(409, { code: 'slot-taken', status: 409 }), write],
    'a failure that asks for a second attempt': [raw(503, 'busy', { 'retry-after': '1' }), read],
    'a redirection, not followed': [raw(302, '', { location: '/elsewhere' }), write],
    'a line cut': [hangUp, read],
  } as const;
  for (const [name, [reply, request]] of Object.entries(answers)) {
    it(`sends once and gives back the same: ${name}`, async (t) => {
      const { baseUrl, received } = await serve(t, reply);
      const [one, other] = await both({ ...request, url: `${baseUrl}/v1/things?q=Le%20Havre` });
      assert.deepEqual(other, one);
      assert.equal(received.length, 2);
      const [first, second] = received.map(seen);
      assert.deepEqual(second, first);
    });
  }

  it('ends the same when aborted before, while waiting, and inside the answer', async (t) => {
    const { baseUrl } = await serve(t, silence, silence, stall);
    const request = { ...read, url: `${baseUrl}/v1/things` };
    const soon = () => AbortSignal.timeout(100);
    for (const signal of [() => AbortSignal.abort(), soon, soon]) {
      const [one, other] = await both(request, signal);
      assert.equal(one.kind, 'connection');
      assert.deepEqual(other, one);
    }
  });

  it('ends the same where nobody listens, but that a browser cannot tell', async () => {
    const gone = await new Promise<string>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(`http://127.0.0.1:${port}`));
      });
    });
    const [one, other] = await both({ ...read, url: `${gone}/v1/things` });
    assert.deepEqual(one, { kind: 'connection', sent: false, name: 'TypeError' });
    assert.deepEqual(other, { ...one, sent: true });
  });

  it('asks the given fetch for no credentials and no redirection', async (t) => {
    const { baseUrl } = await serve(t, raw(204, ''));
    const asked: object[] = [];
    const request = { ...read, method: 'DELETE', url: `${baseUrl}/v1/holds/h1`, keepalive: true };
    await both(request as PreparedRequest, undefined, (input, init) => {
      const { credentials, redirect, keepalive, method, url } = new Request(input, init);
      asked.push({ credentials, redirect, keepalive, method, url });
      return fetch(input, init);
    });
    const { method, url, keepalive } = request;
    const wanted = { credentials: 'omit', redirect: 'manual', keepalive, method, url };
    assert.deepEqual(asked, [wanted, wanted]);
  });
});
