import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runConformance } from '../testing/conformance.ts';
import { openEditors, type TestEditors } from '../testing/editors.ts';

let editors: TestEditors;
before(async () => {
  editors = await openEditors();
});
after(() => editors.close());

test('sas-conformance --appointments finds nothing wrong, twice on one platform', async () => {
  const config = {
    appointments: {
      headers: { authorization: await editors.token('first') },
      otherEditor: { authorization: await editors.token('second') },
    },
  };
  for (const _round of [1, 2]) {
    const checks = await runConformance(`${editors.url}/fhir`, config, '--appointments');
    assert.deepEqual(
      checks.filter(({ status }) => status !== 'passed'),
      [],
    );
    assert.ok(checks.length > 30);
  }
});
