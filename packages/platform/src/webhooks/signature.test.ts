import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { makeWebhookSecret, signedHeaders } from './signature.ts';

const body = '{"type":"webhook.test","é":"à"}';
const now = () => Math.floor(Date.now() / 1000);

test('the reference library of Standard Webhooks takes our signature, by each of two secrets', () => {
  const secrets = [makeWebhookSecret(), makeWebhookSecret()];
  const headers = signedHeaders('evt', body, secrets, now());
  for (const secret of secrets) {
    assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body));
  }
});

test('it refuses another body, id, time or secret', () => {
  const secret = makeWebhookSecret();
  const headers = signedHeaders('evt', body, [secret], now());
  const check = new Webhook(secret);
  assert.throws(() => check.verify(`${body} `, headers));
  assert.throws(() => check.verify(body, { ...headers, 'webhook-id': 'other' }));
  assert.throws(() => check.verify(body, { ...headers, 'webhook-timestamp': String(now() + 1) }));
  assert.throws(() => new Webhook(makeWebhookSecret()).verify(body, headers));
});
