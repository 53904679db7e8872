import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSasClient, type SasClient } from '../client.ts';
import { contract } from '../generated/contract.ts';
import { failure } from '../testing/start.ts';
import { createFakePlatform, type FakePlatform } from '../testing.ts';
import { isImitated } from './answer.ts';
import { plainSchema, type Operation } from './contract.ts';
import { exampleOf } from './example.ts';
import { faultsOf } from './schema.ts';

const LE_HAVRE = { insee: '76351', specialty: 'SM54' };
const contact = { name: 'Camille Fictif', phone: '06 39 98 00 01' };
const MINUTE = 60_000;

const visitorOf = ({ url: baseUrl, key, fetch }: FakePlatform) =>
  createSasClient({ baseUrl, key, fetch });
const callerOf = (platform: FakePlatform, role: string) =>
  createSasClient({ baseUrl: platform.url, token: platform.token(role), fetch: platform.fetch });

async function firstSlot(client: SasClient): Promise<string> {
  const { items } = await client.availability.search(LE_HAVRE);
  return items[0]!.slots[0]!.id;
}

async function book(client: SasClient, slotId: string) {
  const { id: holdId } = await client.holds.create({ slotId });
  return client.appointments.book({ slotId, holdId, contact });
}

describe('the fake platform', () => {
  it('has slots for three days around Le Havre and in Paris, and none in Savoie', async () => {
    const client = visitorOf(createFakePlatform());
    const to = '2026-11-26T08:00:00+01:00';
    for (const insee of ['76351', '75056']) {
      const { items } = await client.availability.search({ insee, to });
      const days = items.flatMap(({ slots }) => slots.map(({ start }) => start.slice(0, 10)));
      assert.deepEqual(
        [...new Set(days)].sort(),
        ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].slice(0, new Set(days).size),
      );
      assert.ok(new Set(days).size >= 3, insee);
    }
    const { items, nextAvailable } = await client.availability.search({ insee: '73065' });
    assert.deepEqual([items, nextAvailable], [[], null]);
  });

  it('shows every state of a card', async () => {
    const { items } = await visitorOf(createFakePlatform()).availability.search(LE_HAVRE);
    const states = new Set(items.map(({ state }) => state));
    assert.deepEqual([...states].sort(), ['free', 'none-free', 'not-connected']);
  });

  it('what is booked is taken, and comes back when it is cancelled', async () => {
    const platform = createFakePlatform();
    const client = visitorOf(platform);
    const slotId = await firstSlot(client);
    const { id, manageToken } = await book(client, slotId);
    const error = await failure(client.holds.create({ slotId }));
    assert.equal(error.code, 'slot-taken');
    assert.ok((error.problem?.alternatives?.length ?? 0) > 0);
    assert.notEqual(await firstSlot(client), slotId);
    await client.appointments.cancel(id, { manageToken });
    assert.equal(await firstSlot(client), slotId);
    assert.deepEqual(
      platform.state.appointments.map(({ status }) => status),
      ['cancelled'],
    );
  });

  it('a hold ends by the clock of the platform', async () => {
    const platform = createFakePlatform();
    const client = visitorOf(platform);
    const slotId = await firstSlot(client);
    const hold = await client.holds.create({ slotId });
    assert.equal(hold.remainingSeconds, 300);
    platform.advance(4 * MINUTE);
    assert.notEqual(await firstSlot(client), slotId);
    platform.advance(1 * MINUTE);
    assert.equal(await firstSlot(client), slotId);
    const error = await failure(client.appointments.book({ slotId, holdId: hold.id, contact }));
    assert.equal(error.code, 'hold-expired');
    const again = await client.holds.extend(hold.id);
    assert.equal(again.extensionsLeft, 2);
  });

  it('weekly rules reach as far after a month as on the first day', async () => {
    const platform = createFakePlatform();
    platform.advance(30 * 24 * 60 * MINUTE);
    const { items } = await visitorOf(platform).availability.search(LE_HAVRE);
    assert.ok(items[0]!.slots[0]!.start.startsWith('2026-12-23'));
  });

  it('one agenda is read by its doctor and by its vendor, not by others', async () => {
    const platform = createFakePlatform();
    const { items } = await callerOf(platform, 'practitioner').schedules.list();
    assert.equal(items.length, 1);
    const all = await callerOf(platform, 'editor').schedules.list({ limit: 100 });
    assert.equal(all.items.length, platform.state.schedules.length);
    const error = await failure(callerOf(platform, 'regulator').schedules.list());
    assert.equal(error.code, 'forbidden');
  });

  it('a client with its secret gets a token that works', async () => {
    const platform = createFakePlatform();
    const answer = await platform.fetch(`${platform.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'fake-editor',
        client_secret: 'fake-editor-secret',
      }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const client = createSasClient({ baseUrl: platform.url, token, fetch: platform.fetch });
    assert.equal((await client.session.get()).subject, 'fake-editor');
    platform.advance(11 * MINUTE);
    assert.equal((await failure(client.session.get())).code, 'unauthenticated');
  });

  it('an element’s token does what its element does, and no more', async () => {
    const platform = createFakePlatform();
    const nationalId = platform.state.schedules[0]!.practitioner!.nationalId!;
    const { token } = await callerOf(platform, 'editor').embedSessions.create({
      element: 'sas-agenda',
      origin: 'https://agenda.example',
      nationalId,
    });
    const client = createSasClient({ baseUrl: platform.url, token, fetch: platform.fetch });
    assert.equal((await client.schedules.list()).items.length, 1);
    assert.equal((await failure(client.availability.search(LE_HAVRE))).code, 'forbidden');
  });

  it('the same seed makes the same platform, another one other people', async () => {
    const facts = async (seed: number) => {
      const client = visitorOf(createFakePlatform({ seed }));
      const { items } = await client.availability.search(LE_HAVRE);
      const { reference } = await book(client, items[0]!.slots[0]!.id);
      return [reference, ...items.map(({ id, practitioner }) => `${id} ${practitioner?.family}`)];
    };
    assert.deepEqual(await facts(3), await facts(3));
    assert.notDeepEqual(await facts(3), await facts(4));
  });

  it('begins again: what was booked is free, the clock is back, nothing is remembered', async () => {
    const platform = createFakePlatform();
    const client = visitorOf(platform);
    const slotId = await firstSlot(client);
    await book(client, slotId);
    platform.advance(60 * MINUTE);
    platform.fail('*', { kind: 'html' }, 99);
    platform.reset();
    assert.equal(platform.requests.length, 0);
    assert.equal(await firstSlot(client), slotId);
    assert.equal(platform.now(), Date.parse('2026-11-23T08:00:00+01:00'));
  });

  it('its state is a copy: whoever changes it changes nothing', async () => {
    const platform = createFakePlatform();
    for (const slot of platform.state.slots) slot.booked = slot.capacity;
    assert.ok((await firstSlot(visitorOf(platform))) !== '');
  });

  it('runs with a clock of one’s own, and refuses what is no instant', async () => {
    let at = Date.parse('2026-06-01T10:00:00+02:00');
    const platform = createFakePlatform({ now: () => at });
    const client = visitorOf(platform);
    assert.equal((await client.availability.search(LE_HAVRE)).asOf, '2026-06-01T10:00:00+02:00');
    at += MINUTE;
    assert.equal((await client.availability.search(LE_HAVRE)).asOf, '2026-06-01T10:01:00+02:00');
    assert.throws(() => createFakePlatform({ now: 'tomorrow' }), RangeError);
    assert.throws(() => platform.token('king'), RangeError);
  });

  it('knows what it is given in place of what it makes up', async () => {
    const platform = createFakePlatform({ data: { agendas: [], news: [] } });
    const client = visitorOf(platform);
    assert.deepEqual((await client.availability.search(LE_HAVRE)).items, []);
    assert.deepEqual((await client.news.list()).items, []);
  });
});

/** Every 200 or 201 of an operation that answers JSON, whoever may ask for it. */
describe('what the fake platform does not imitate', () => {
  const left = contract.operations.filter(
    ({ id, responses }) => !isImitated(id) && (responses['200'] ?? responses['201']),
  );

  const addressOf = ({ path, parameters }: Operation): string => {
    const query = parameters
      .filter(({ in: place, required }) => place === 'query' && required)
      .map(({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(schema)))}`);
    const named = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const parameter = parameters.find((each) => each.in === 'path' && each.name === name)!;
      return String(exampleOf(parameter.schema));
    });
    return `${named}?${query.join('&')}`;
  };

  const roleOf = ({ right }: Operation): string | undefined =>
    Object.keys(contract.rights[right ?? ''] ?? {}).find((role) => role !== 'public');

  for (const operation of left) {
    it(`${operation.id} answers an example that fits the contract, and says so`, async () => {
      const platform = createFakePlatform({ data: { agendas: [] } });
      const role = roleOf(operation);
      const body = operation.body ? JSON.stringify(exampleOf(operation.body)) : null;
      const headers = {
        ...(role !== undefined && { authorization: `Bearer ${platform.token(role)}` }),
        ...(body !== null && { 'content-type': 'application/json' }),
      };
      const send = (more: Record<string, string>) =>
        platform.fetch(platform.url + addressOf(operation), {
          method: operation.method,
          headers: { ...headers, ...more },
          body,
        });
      const conditional = operation.parameters.some(({ name }) => name === 'If-Match');
      if (conditional) assert.equal((await send({})).status, 428);
      const answer = await send({ 'if-match': '"1"' });
      const value: unknown = await answer.json();
      assert.ok(answer.ok, JSON.stringify(value));
      assert.equal(answer.headers.get('sas-fake'), 'example');
      const schema = operation.responses[String(answer.status)]!;
      assert.deepEqual(faultsOf(plainSchema(schema), value), []);
    });
  }
});
