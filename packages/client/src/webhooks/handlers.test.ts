import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import {
  handleOnce,
  isWebhookVerificationError,
  rememberInMemory,
  type SasWebhookEvent,
  signWebhook,
  verifyWebhook,
} from './index.ts';

// The handlers of docs/webhooks.md, each on its own server.

const secret = `whsec_${btoa('a'.repeat(32))}`;
const body = JSON.stringify({ id: 'evt', type: 'webhook.test', data: { text: 'été' } });

async function listen(t: TestContext, server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

/** Sends a good event, and one that somebody changed. */
async function statuses(url: string): Promise<number[]> {
  const headers = { 'content-type': 'application/json', ...(await signWebhook(body, { secret })) };
  const send = async (text: string) =>
    (await fetch(url, { method: 'POST', headers, body: text })).status;
  return [await send(body), await send(body.replace('été', 'eté'))];
}

/** What is done with an event; here, it is kept. */
function keeper() {
  const kept: SasWebhookEvent[] = [];
  const handled = rememberInMemory();
  const take = (event: SasWebhookEvent) => handleOnce(event, handled, () => kept.push(event));
  return { kept, take };
}

test('node:http', async (t) => {
  const { kept, take } = keeper();
  const server = createServer((request, response) => {
    const handle = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      await take(await verifyWebhook(Buffer.concat(chunks), request.headers, secret));
      return 204;
    };
    handle()
      .catch((error: unknown) => (isWebhookVerificationError(error) ? 400 : 500))
      .then((status) => response.writeHead(status).end(), console.error);
  });
  assert.deepEqual(await statuses(await listen(t, server)), [204, 400]);
  assert.equal(kept.length, 1);
});

test('Express, with the raw body on this route', async (t) => {
  const { kept, take } = keeper();
  const app = express();
  app.post('/webhooks', express.raw({ type: 'application/json' }), async (request, response) => {
    try {
      await take(await verifyWebhook(request.body as Buffer, request.headers, secret));
      response.sendStatus(204);
    } catch (error) {
      response.sendStatus(isWebhookVerificationError(error) ? 400 : 500);
    }
  });
  assert.deepEqual(await statuses(await listen(t, createServer(app))), [204, 400]);
  assert.equal(kept.length, 1);
});

test('Express with a parsed body is told what is wrong', async (t) => {
  const told: string[] = [];
  const app = express();
  app.post('/webhooks', express.json(), async (request, response) => {
    await verifyWebhook(request.body as never, request.headers, secret).catch((error: Error) =>
      told.push(error.message),
    );
    response.sendStatus(400);
  });
  await statuses(await listen(t, createServer(app)));
  assert.match(told[0]!, /express\.raw/);
});

test('Fastify, with a parser of its own that leaves the body as it is', async (t) => {
  const { kept, take } = keeper();
  const app = Fastify();
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, raw, done) =>
    done(null, raw),
  );
  app.post('/webhooks', async (request, reply) => {
    await take(await verifyWebhook(request.body as Buffer, request.headers, secret));
    return reply.code(204).send();
  });
  app.setErrorHandler((error, _request, reply) =>
    reply.code(isWebhookVerificationError(error) ? 400 : 500).send(),
  );
  t.after(() => app.close());
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  assert.deepEqual(await statuses(`${url}/webhooks`), [204, 400]);
  assert.equal(kept.length, 1);
});

test('Hono, and whatever else has the request of fetch', async () => {
  const { kept, take } = keeper();
  const app = new Hono();
  app.post('/webhooks', async (context) => {
    await take(await verifyWebhook(await context.req.text(), context.req.raw.headers, secret));
    return context.body(null, 204);
  });
  app.onError((error, context) =>
    context.body(null, isWebhookVerificationError(error) ? 400 : 500),
  );
  const headers = { 'content-type': 'application/json', ...(await signWebhook(body, { secret })) };
  const send = async (text: string) =>
    (await app.request('/webhooks', { method: 'POST', headers, body: text })).status;
  assert.deepEqual([await send(body), await send(`${body} `)], [204, 400]);
  assert.equal(kept.length, 1);
});
