import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSasClient } from '@sas-kit/client';
import { startDemonstration } from '../demonstration.ts';
import { EmptyData, temporaryFolder } from '../testing/folder.ts';
import { callsOf, publishCalls } from './calls.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';

test('a day has the same calls at every start, under ids of their own, within the day', () => {
  const [saturday, monday] = [callsOf('2026-11-21'), callsOf('2026-11-23')];
  assert.deepEqual(callsOf('2026-11-21'), saturday);
  assert.equal(new Set(saturday.map(({ id }) => id)).size, saturday.length);
  assert.ok(saturday.length > monday.length);
  for (const { at, kind } of callsOf('2026-10-25')) {
    if (kind !== 'presented') continue;
    const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date(at));
    assert.equal(day, '2026-10-25', at);
  }
});

test('the figures of the last month are those of its calls, and a second start adds none', async (t) => {
  const data = await new EmptyData(await temporaryFolder()).copy();
  const argv = ['--port', '0', '--data', data];
  const demonstration = await startDemonstration({ argv, clock: MOMENT });
  t.after(() => demonstration.close());
  const { address, credentials } = demonstration;
  const token = credentials.tokens['administrator'] ?? '';
  const client = createSasClient({ baseUrl: address, token });
  const query = { territory: 'le-havre-fecamp', from: '2026-11-22', to: '2026-11-23' } as const;
  const { items } = await client.statistics.calls(query);
  const sunday = callsOf('2026-11-22').filter(({ kind }) => kind === 'presented').length;
  assert.deepEqual(
    items.map(({ presented }) => presented),
    [sunday, 0],
  );
  assert.equal(await publishCalls(client, '2026-11-23'), 0);
});
