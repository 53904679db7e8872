import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { AppointmentQuery } from './appointments.ts';
import { eachItem } from './pages.ts';
import { json } from './testing/server.ts';
import { start } from './testing/start.ts';

const page = (ids: string[], next: string | null) =>
  json(200, { items: ids.map((id) => ({ id })), next });

it('every item comes once, whatever page repeats it', async (t) => {
  const pages = [page(['a', 'b'], 'c1'), page(['b', 'c'], 'c2'), page([], null)] as const;
  const { client, received } = await start(t, {}, ...pages);
  const ids: string[] = [];
  const query = { insee: '76351' };
  for await (const card of eachItem((more) => client.availability.search(more), query)) {
    ids.push(card.id);
  }
  assert.deepEqual(ids, ['a', 'b', 'c']);
  assert.deepEqual(
    received.map(({ url }) => url),
    [
      '/v1/availability?insee=76351',
      '/v1/availability?insee=76351&cursor=c1',
      '/v1/availability?insee=76351&cursor=c2',
    ],
  );
});

it('pages that nobody looks at are not fetched', async (t) => {
  const { client, received } = await start(t, {}, page(['a', 'b'], 'c1'));
  for await (const territory of eachItem((query) => client.territories.list(query), {})) {
    assert.equal(territory.id, 'a');
    break;
  }
  assert.equal(received.length, 1);
});

it('a query of literals is of the type that the list takes', async (t) => {
  const { client, received } = await start(t, {}, page(['a'], null));
  const booked = (query: AppointmentQuery) => client.appointments.list(query, { retries: 0 });
  for await (const { id } of eachItem(booked, { status: ['booked'] })) assert.equal(id, 'a');
  // @ts-expect-error: no status of an appointment
  await eachItem(booked, { status: ['nothing'] }).next();
  assert.deepEqual(
    received.map(({ url }) => url),
    ['/v1/appointments?status=booked', '/v1/appointments?status=nothing'],
  );
});
