import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import {
  handleOnce,
  isWebhookVerificationError,
  rememberInMemory,
  type SasWebhookEvent,
  signWebhook,
  verifyWebhook,
  type WebhookErrorCode,
} from './index.ts';

const secret = `whsec_${btoa('a'.repeat(32))}`;
const other = `whsec_${btoa('b'.repeat(32))}`;
const sent = {
  id: '5b2cbb1f-3a35-4f0e-9a5b-6a4f2f0d2b11',
  type: 'slot.taken',
  createdAt: '2026-11-23T09:20:00+01:00',
  subject: 'agenda',
  sequence: 7,
  apiVersion: '0.1.0',
  data: { schedule: { id: 'agenda', ref: 'é' }, slots: [] },
};
const body = JSON.stringify(sent);
const at = new Date('2026-11-23T09:20:00+01:00');
const now = () => at.getTime();
const signed = (given: Partial<Parameters<typeof signWebhook>[1]> = {}, text = body) =>
  signWebhook(text, { secret, id: sent.id, at, ...given });

async function refusal(call: Promise<unknown>): Promise<WebhookErrorCode> {
  const error: unknown = await call.then(
    () => assert.fail('it was taken'),
    (reason: unknown) => reason,
  );
  assert.ok(isWebhookVerificationError(error), String(error));
  assert.ok(error.message.length > 20);
  return error.code;
}

describe('verifyWebhook', () => {
  it('takes text, bytes and buffers, and headers of fetch and of Node', async () => {
    const headers = await signed();
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const bytes = new TextEncoder().encode(body);
    for (const given of [body, bytes, Buffer.from(body), bytes.buffer]) {
      for (const each of [headers, new Headers(headers), upper]) {
        assert.deepEqual(await verifyWebhook(given, each, secret, { now }), sent);
      }
    }
  });

  it('agrees with the reference library of Standard Webhooks, both ways', async () => {
    const check = new Webhook(secret);
    const headers = await signWebhook(body, { secret });
    assert.deepEqual(check.verify(body, headers), sent);
    const theirs = {
      'webhook-id': 'evt',
      'webhook-timestamp': String(now() / 1000),
      'webhook-signature': check.sign('evt', at, body),
    };
    assert.deepEqual(await verifyWebhook(body, theirs, secret, { now }), sent);
  });

  it('takes any of several secrets and any of several signatures', async () => {
    const [old, renewed] = [await signed(), await signed({ secret: other })];
    const both = {
      ...old,
      'webhook-signature': `v1a,AAAA ${old['webhook-signature']} ${renewed['webhook-signature']}`,
    };
    for (const secrets of [secret, other, [other, secret]]) {
      assert.deepEqual(await verifyWebhook(body, both, secrets, { now }), sent);
    }
    assert.deepEqual(await verifyWebhook(body, old, [other, secret], { now }), sent);
  });

  const table: [string, WebhookErrorCode, () => Promise<unknown>][] = [
    [
      'a parsed body',
      'body-not-raw',
      async () => verifyWebhook(sent as never, await signed(), secret, { now }),
    ],
    [
      'a body that was written again',
      'signature-mismatch',
      async () => verifyWebhook(JSON.stringify(sent, null, 2), await signed(), secret, { now }),
    ],
    [
      'a body that another wrote',
      'signature-mismatch',
      async () => verifyWebhook(body.replace('7', '8'), await signed(), secret, { now }),
    ],
    [
      'another id',
      'signature-mismatch',
      async () =>
        verifyWebhook(body, { ...(await signed()), 'webhook-id': 'other' }, secret, { now }),
    ],
    [
      'the secret of another endpoint',
      'signature-mismatch',
      async () => verifyWebhook(body, await signed(), other, { now }),
    ],
    ['no headers', 'header-missing', () => verifyWebhook(body, {}, secret, { now })],
    [
      'headers that are not given',
      'header-missing',
      () => verifyWebhook(body, undefined as never, secret, { now }),
    ],
    [
      'a time that is none',
      'header-invalid',
      async () =>
        verifyWebhook(body, { ...(await signed()), 'webhook-timestamp': '1e3' }, secret, { now }),
    ],
    [
      'a signature of another version',
      'header-invalid',
      async () =>
        verifyWebhook(body, { ...(await signed()), 'webhook-signature': 'v2,AAAA' }, secret, {
          now,
        }),
    ],
    ['no secret', 'secret-invalid', async () => verifyWebhook(body, await signed(), [], { now })],
    [
      'a setting that is not there as the secret',
      'secret-invalid',
      async () => verifyWebhook(body, await signed(), undefined as never, { now }),
    ],
    [
      'something else as a secret',
      'secret-invalid',
      async () => verifyWebhook(body, await signed(), 'pk_abc', { now }),
    ],
    [
      'a secret that is not set',
      'secret-invalid',
      async () => verifyWebhook(body, await signed(), [undefined as never], { now }),
    ],
    [
      'a signed text that is no event',
      'body-invalid',
      async () => verifyWebhook('null', await signed({}, 'null'), secret, { now }),
    ],
    [
      'a request that is replayed after a while',
      'too-old',
      async () => verifyWebhook(body, await signed(), secret, { now: () => now() + 301_000 }),
    ],
    [
      'a clock that is behind',
      'too-new',
      async () => verifyWebhook(body, await signed(), secret, { now: () => now() - 301_000 }),
    ],
  ];
  for (const [what, code, call] of table) {
    it(`refuses ${what}: ${code}`, async () => assert.equal(await refusal(call()), code));
  }

  it('the tolerance is one’s own', async () => {
    const late = { now: () => now() + 301_000, toleranceSeconds: 302 };
    assert.deepEqual(await verifyWebhook(body, await signed(), secret, late), sent);
    const strict = { now: () => now() + 11_000, toleranceSeconds: 10 };
    assert.equal(await refusal(verifyWebhook(body, await signed(), secret, strict)), 'too-old');
  });

  it('a tolerance that is no number is the usual one', async () => {
    const usual = { now, toleranceSeconds: Number(undefined) };
    assert.deepEqual(await verifyWebhook(body, await signed(), secret, usual), sent);
    const old = { now: () => now() + 86_400_000, toleranceSeconds: Number(undefined) };
    assert.equal(await refusal(verifyWebhook(body, await signed(), secret, old)), 'too-old');
    const early = { now: () => now() - 86_400_000, toleranceSeconds: Number('5 min') };
    assert.equal(await refusal(verifyWebhook(body, await signed(), secret, early)), 'too-new');
  });

  it('an event of a type to come is given as unknown, with all that it says', async () => {
    const text = JSON.stringify({ ...sent, type: 'case.opened', data: { case: 'c' } });
    const event: SasWebhookEvent = await verifyWebhook(text, await signed({}, text), secret, {
      now,
    });
    assert.ok(event.type === 'unknown');
    assert.equal(event.originalType, 'case.opened');
    assert.deepEqual(event.data, { case: 'c' });
  });
});

describe('handleOnce', () => {
  const event = { id: 'evt' };

  it('handles an event once, also when it comes twice at once', async () => {
    const handled = rememberInMemory();
    let calls = 0;
    const handle = () => handleOnce(event, handled, () => (calls += 1));
    assert.deepEqual(await Promise.all([handle(), handle()]), [true, false]);
    assert.equal(await handle(), false);
    assert.equal(calls, 1);
  });

  it('an event whose handling failed is handled when it comes again', async () => {
    const handled = rememberInMemory();
    const failing = handleOnce(event, handled, () => Promise.reject(new Error('down')));
    await assert.rejects(failing, /down/);
    assert.equal(await handleOnce(event, handled, () => undefined), true);
  });

  it('an event that comes again while it is handled fails with the first, and is sent again', async () => {
    const handled = rememberInMemory();
    let fail!: (error: Error) => void;
    const work = new Promise<never>((_, reject) => (fail = reject));
    const first = handleOnce(event, handled, () => work);
    const second = handleOnce(event, handled, () => assert.fail('handled twice'));
    fail(new Error('down'));
    await assert.rejects(first, /down/);
    await assert.rejects(second, /down/);
    assert.equal(await handleOnce(event, handled, () => undefined), true);
  });

  it('the memory is bounded: the oldest are forgotten', async () => {
    const handled = rememberInMemory(2);
    for (const id of ['a', 'b', 'c']) assert.equal(handled.add(id, 60), true);
    assert.equal(handled.add('c', 60), false);
    assert.equal(handled.add('a', 60), true);
  });
});

it('a handler of node:http takes an event once, and answers 400 to what is not one', async (t) => {
  const handled = rememberInMemory();
  const seen: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      try {
        const event = await verifyWebhook(Buffer.concat(chunks), request.headers, secret);
        await handleOnce(event, handled, () => seen.push(event.type));
        response.writeHead(204).end();
      } catch (error) {
        response.writeHead(isWebhookVerificationError(error) ? 400 : 500).end();
      }
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = async (headers: Record<string, string>) =>
    (await fetch(url, { method: 'POST', headers, body })).status;
  const headers = await signWebhook(body, { secret });
  assert.deepEqual([await send(headers), await send(headers)], [204, 204]);
  assert.equal(await send({ ...headers, 'webhook-id': 'x' }), 400);
  assert.deepEqual(seen, ['slot.taken']);
});
