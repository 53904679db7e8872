import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { GUIDE_DIFFERENCES } from '@sas-kit/fhir';
import { GUIDE_PAGE, guidePage } from './guide-page.ts';

test('the page about the versions of the guide is as its table', async () => {
  const committed = await readFile(new URL(`../${GUIDE_PAGE}`, import.meta.url), 'utf8');
  assert.equal(committed, await guidePage());
  for (const { subject, written } of GUIDE_DIFFERENCES) {
    for (const text of [subject.fr, subject.en, written.fr, written.en]) {
      assert.ok(committed.includes(text), text);
    }
  }
});
