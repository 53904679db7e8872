import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSasClient } from '@sas-kit/client';
import { openDemonstration } from '../demonstration.ts';
import { EmptyData, temporaryFolder } from '../testing/folder.ts';
import { NEWS, publishNews } from './news.ts';

test('about ten items, of every kind that has one, none about a person', () => {
  assert.ok(NEWS.length >= 10);
  assert.ok(new Set(NEWS.map(({ type }) => type)).size >= 6);
  for (const { title, summary, url, source } of NEWS) {
    assert.ok(source, title);
    assert.doesNotMatch(`${title} ${summary}`, /\b(Dr|docteur|M\.|Mme)\b/i, title);
    const fictional = url?.startsWith('https://source.example/') === true;
    assert.equal(title.endsWith('(démonstration)'), fictional, title);
  }
});

test('they are published once: what was removed does not come back at the next start', async (t) => {
  const data = await new EmptyData(await temporaryFolder()).copy();
  const demonstration = await openDemonstration({
    argv: ['--port', '0', '--data', data],
  });
  t.after(() => demonstration.close());
  const { address, credentials } = demonstration;
  const token = credentials.tokens['administrator'] ?? '';
  const client = createSasClient({ baseUrl: address, token });
  assert.equal(await publishNews(client), NEWS.length);
  const { items } = await client.news.list({ archived: 'include' });
  assert.equal(items.length, NEWS.length);
  await client.news.remove(items[0]!.id, { ifMatch: '*' });
  assert.equal(await publishNews(client), 0);
  const visitor = createSasClient({ baseUrl: address, key: credentials.publishableKey });
  const experiences = await visitor.news.list({ type: 'experience', area: 'normandie' });
  assert.ok(experiences.items.length >= 1);
});
