import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { createSasClient } from '../client.ts';
import { createFakePlatform } from '../testing.ts';
import { listen } from './node.ts';
import { failure } from './start.ts';

async function start(t: TestContext) {
  const platform = createFakePlatform();
  const { url: baseUrl, close } = await listen(platform);
  t.after(close);
  const client = createSasClient({ baseUrl, key: platform.key, retries: 0 });
  return { platform, baseUrl, client };
}

it('a program books over a real connection', async (t) => {
  const { platform, client } = await start(t);
  const { items } = await client.availability.search({ insee: '76351' });
  const slotId = items[0]!.slots[0]!.id;
  const { id: holdId } = await client.holds.create({ slotId });
  const contact = { name: 'Camille Fictif', phone: '06 39 98 00 01' };
  const { id } = await client.appointments.book({ slotId, holdId, contact });
  assert.equal(platform.state.appointments[0]?.id, id);
});

it('a page of another origin may ask, after a preflight', async (t) => {
  const { platform, baseUrl } = await start(t);
  const origin = 'https://site.example';
  const preflight = await fetch(`${baseUrl}/v1/holds`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get('access-control-allow-headers')!, /Idempotency-Key/);
  const answer = await fetch(`${baseUrl}/v1/availability?insee=76351`, {
    headers: { origin, 'x-sas-key': platform.key },
  });
  assert.equal(answer.headers.get('access-control-allow-origin'), origin);
  assert.equal(((await answer.json()) as { items: unknown[] }).items.length > 0, true);
});

it('a stream tells what changes, over a real connection', async (t) => {
  const { client } = await start(t);
  let slotId = '';
  for await (const { event, data } of client.availability.stream({ insee: '76351' })) {
    if (event === 'card' && slotId === '') slotId = data.card?.slots[0]?.id ?? '';
    if (event === 'done') await client.holds.create({ slotId });
    if (event === 'slot') {
      assert.deepEqual(data.removed, [slotId]);
      break;
    }
  }
});

it('HEAD answers like GET, without a body', async (t) => {
  const { baseUrl } = await start(t);
  const answer = await fetch(`${baseUrl}/healthz`, { method: 'HEAD' });
  assert.deepEqual([answer.status, await answer.text()], [200, '']);
});

it('its faults are those of a wire', async (t) => {
  const { platform, baseUrl, client } = await start(t);
  const search = () => failure(client.places.search({ q: 'Paris' }));
  for (const kind of ['refused', 'answer-lost', 'cut'] as const) {
    platform.fail('searchPlaces', { kind });
    assert.equal((await search()).code, 'connection', kind);
  }
  platform.fail('searchPlaces', { kind: 'html' });
  assert.equal((await search()).status, 502);
  platform.fail('searchPlaces', { kind: 'hang' });
  const patient = createSasClient({ baseUrl, retries: 0, timeoutMs: 50 });
  assert.equal((await failure(patient.places.search({ q: 'Paris' }))).code, 'timeout');
});

it('a port that is taken is told', async (t) => {
  const { baseUrl } = await start(t);
  const port = Number(new URL(baseUrl).port);
  await assert.rejects(listen(createFakePlatform(), { port }), { code: 'EADDRINUSE' });
});
