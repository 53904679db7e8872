import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import { createHubConsumer, MemoryHubStore, type HubConsumerOptions } from './index.ts';

const options: HubConsumerOptions = {
  url: 'amqps://samu:secret-word@hub.example/15-15_v2.0',
  clientId: 'fr.health.samu760',
  store: new MemoryHubStore(),
  onAppointment: () => undefined,
};
const tls = { key: 'k', cert: 'c' };

suite('what cannot work is refused before anything is connected', () => {
  const wrong: [what: string, changes: Partial<HubConsumerOptions>, error: RegExp][] = [
    ['an id with an underscore', { clientId: 'fr.health.samu_760' }, /clientId/],
    ['no address', { url: 'secret-word' }, /^TypeError: url is not an address$/],
    ['a web address', { url: 'https://a:b@hub.example' }, /amqps/],
    ['a certificate without TLS', { url: 'amqp://localhost/', tls }, /amqps/],
    ['nobody', { url: 'amqps://hub.example/' }, /certificate/],
    ['a certificate and a password', { tls }, /exclude/],
    ['no prefetch: the broker would send everything', { prefetch: 0 }, /prefetch/],
    ['half a handler', { parallel: 1.5 }, /parallel/],
    ['no heartbeat: a dead connection would never be known', { heartbeatSeconds: 0 }, /heartbeat/],
    ['no pause', { firstDelayMs: 0 }, /firstDelayMs/],
  ];
  for (const [what, changes, error] of wrong)
    test(what, () => {
      assert.throws(
        () => createHubConsumer({ ...options, ...changes }),
        (thrown) => error.test(String(thrown)),
      );
    });
});

test('a password is not sent in the clear over a network, nor shown where an address is refused', () => {
  for (const url of [
    'amqp://samu:secret-word@hub.example/',
    'secret-word',
    'ftp://a:secret-word@b',
  ])
    assert.throws(
      () => createHubConsumer({ ...options, url }),
      (thrown) => thrown instanceof TypeError && !/secret-word/.test(inspect(thrown)),
    );
});

test('a password over TLS, a certificate, and a broker on the own machine are taken', () => {
  createHubConsumer(options);
  createHubConsumer({ ...options, url: 'amqps://hub.example/15-15_v2.0', tls });
  for (const host of ['127.0.0.1', 'localhost', '[::1]'])
    createHubConsumer({ ...options, url: `amqp://a:b@${host}:5672/` });
});

test('a broker that is not there is told once; a stop before any connection ends', async () => {
  const problems: string[] = [];
  let told = (): void => undefined;
  const first = new Promise<void>((resolve) => (told = resolve));
  const consumer = createHubConsumer({
    ...options,
    // The port of discard, where nobody listens.
    url: 'amqp://a:b@127.0.0.1:9/',
    firstDelayMs: 1,
    longestDelayMs: 1,
    onError: (error, during) => {
      problems.push(during);
      assert.doesNotMatch(String(error), /a:b@/);
      told();
    },
  });
  await consumer.start();
  await first;
  assert.equal(consumer.state.name, 'connecting');
  await consumer.stop();
  assert.equal(consumer.state.name, 'stopped');
  assert.deepEqual(problems, ['connection']);
  await assert.rejects(consumer.start(), /once/);
});
