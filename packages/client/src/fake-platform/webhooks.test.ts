import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { createSasClient } from '../client.ts';
import { contract } from '../generated/contract.ts';
import { createFakePlatform, type FakePlatform, type WebhookEvent } from '../testing.ts';
import { isWebhookVerificationError, verifyWebhook } from '../webhooks/index.ts';
import { faultsOf } from './schema.ts';

function callerOf({ url: baseUrl, fetch, token }: FakePlatform, role: string) {
  return createSasClient({ baseUrl, fetch, token: token(role) });
}

const typesOf = ({ webhooks }: FakePlatform) => webhooks.events.map(({ type }) => type);

describe('events of the fake platform', () => {
  it('tell what happens to bookings and slots, and fit the contract', async () => {
    const platform = createFakePlatform();
    const regulator = callerOf(platform, 'regulator');
    const { items } = await regulator.availability.search({ insee: '76351' });
    const [first, second] = items[0]!.slots.map(({ id }) => id);
    assert.deepEqual(typesOf(platform), []);
    const { id } = await regulator.appointments.book({ slotId: first! });
    await regulator.appointments.reschedule(id, { slotId: second! });
    await regulator.appointments.cancel(id);
    assert.deepEqual(typesOf(platform), [
      ...['slot.taken', 'appointment.booked'],
      ...['slot.released', 'slot.taken', 'appointment.rescheduled'],
      ...['slot.released', 'appointment.cancelled'],
    ]);
    const moved = platform.webhooks.events.find(({ type }) => type === 'appointment.rescheduled')!;
    assert.equal((moved.data as { formerSlotId: string }).formerSlotId, first);
    const sequence = platform.webhooks.events.map((event) => event.sequence);
    assert.deepEqual(
      sequence.toSorted((a, b) => a - b),
      sequence,
    );
    for (const event of platform.webhooks.events) {
      assert.deepEqual(faultsOf(contract.schemas['WebhookEvent']!, event), [], event.type);
    }
  });

  it('tell slots that a vendor publishes and that an absence withdraws', async () => {
    const platform = createFakePlatform({ data: { agendas: [] } });
    const editor = callerOf(platform, 'editor');
    const { id } = await editor.schedules.create({
      structure: { kind: 'practice', name: 'Cabinet de démonstration' },
      location: { line: '1 rue Fictive', postcode: '76600', city: 'Le Havre', insee: '76351' },
    });
    await editor.slots.create(id, {
      start: '2026-11-24T09:00:00+01:00',
      end: '2026-11-24T09:20:00+01:00',
      modalities: ['AMB'],
      visibility: ['PRO'],
    });
    await editor.absences.create(id, {
      from: '2026-11-24T08:00:00+01:00',
      to: '2026-11-24T12:00:00+01:00',
    });
    assert.deepEqual(typesOf(platform), ['slot.published', 'slot.withdrawn']);
    platform.reset();
    assert.deepEqual(typesOf(platform), []);
  });
});

async function bookedEvent(platform: FakePlatform): Promise<WebhookEvent> {
  const regulator = callerOf(platform, 'regulator');
  const { items } = await regulator.availability.search({ insee: '76351' });
  await regulator.appointments.book({ slotId: items[0]!.slots[0]!.id });
  return platform.webhooks.events.find(({ type }) => type === 'appointment.booked')!;
}

describe('an endpoint of one’s own', () => {
  it('verifies what comes, and refuses what is replayed', async () => {
    const platform = createFakePlatform();
    const { webhooks } = platform;
    const event = await bookedEvent(platform);
    const handler = async (request: Request) => {
      try {
        const read = await verifyWebhook(await request.text(), request.headers, webhooks.secret);
        return Response.json({ type: read.type });
      } catch (error) {
        assert.ok(isWebhookVerificationError(error));
        return Response.json({ code: error.code }, { status: 400 });
      }
    };
    const answer = await webhooks.send(event, handler);
    assert.deepEqual(await answer.json(), { type: 'appointment.booked' });
    const replayed = await webhooks.send(event, handler, { at: new Date(0) });
    assert.deepEqual(await replayed.json(), { code: 'too-old' });
  });

  it('is signed for with the secret that making an endpoint answers', async () => {
    const platform = createFakePlatform();
    const answer = await platform.fetch(`${platform.url}/v1/webhooks`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.token('editor')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ url: 'https://vendor.example/sas', events: ['*'] }),
    });
    const { secret } = (await answer.json()) as { secret: string };
    assert.equal(secret, platform.webhooks.secret);
  });

  it('gets it over a real connection, under the id of the event', async (t) => {
    const platform = createFakePlatform();
    const ids: unknown[] = [];
    const server = createServer((request, response) => {
      ids.push(request.headers['webhook-id']);
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const event = await bookedEvent(platform);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
    assert.equal((await platform.webhooks.send(event, address)).status, 204);
    assert.deepEqual(ids, [event.id]);
    server.closeAllConnections();
  });
});
