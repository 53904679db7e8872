import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSasClient } from '@sas-kit/client';
import { startDemonstration } from '../demonstration.ts';
import { EmptyData, temporaryFolder } from '../testing/folder.ts';
import { PROTOCOLS } from './protocols.ts';

test('the demonstration has one protocol of each purpose in force, which says what it is', async (t) => {
  const data = await new EmptyData(await temporaryFolder()).copy();
  const demonstration = await startDemonstration({ argv: ['--port', '0', '--data', data] });
  t.after(() => demonstration.close());
  const { address, credentials } = demonstration;
  const token = credentials.tokens['triage-nurse'] ?? '';
  const client = createSasClient({ baseUrl: address, token });
  const { items } = await client.protocols.list({ state: 'in-force' });
  assert.deepEqual(items.map(({ purpose }) => purpose).sort(), ['redirection', 'regulation']);
  for (const { title, text, source } of items) {
    assert.match(title, /\(démonstration\)$/);
    assert.match(text, /^Texte de démonstration, non validé\./);
    assert.match(source, /non validé/);
  }
  await demonstration.publish();
  const again = await client.protocols.list();
  assert.equal(again.items.length, PROTOCOLS.length);
});
