import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { SasClient } from './client.ts';
import { json } from './testing/server.ts';
import { start } from './testing/start.ts';
import type { Slot, Territory } from './types.ts';

it('request fills path and query, and answers the operation’s type', async (t) => {
  const { client, received } = await start(t, {}, json(200, { name: 'Le Havre' }));
  const path = { territoryId: 'seine-maritime' };
  const territory: Territory = await client.request('GET', '/v1/territories/{territoryId}', {
    path,
  });
  assert.equal(territory.name, 'Le Havre');
  assert.equal(received[0]?.url, '/v1/territories/seine-maritime');
});

it('what the contract refuses does not compile', () => {
  const never = async (client: SasClient) => {
    // @ts-expect-error -- no such method on this path
    await client.request('GET', '/v1/holds');
    // @ts-expect-error -- its path parameter is missing
    await client.request('GET', '/v1/territories/{territoryId}');
    // @ts-expect-error -- no such query parameter
    await client.availability.search({ commune: '76351' });
    // @ts-expect-error -- not a modality
    await client.availability.search({ insee: '76351', modality: ['XX'] });
    // @ts-expect-error -- an edit needs the version that was read
    await client.rules.remove('s', 'r');
    // @ts-expect-error -- a public card has no source
    const slot: Slot | undefined = (await client.availability.search({})).items[0]?.slots[0];
    // @ts-expect-error -- a status that the practice cannot set
    await client.appointments.update('a', { status: 'booked' });
    return slot;
  };
  assert.equal(typeof never, 'function');
});

it('professionals’ answers are told from the public’s by their sources', () => {
  const never = async (client: SasClient): Promise<Slot | undefined> => {
    const answer = await client.availability.search({ insee: '76351' });
    return 'sources' in answer ? answer.items[0]?.slots[0] : undefined;
  };
  assert.equal(typeof never, 'function');
});
