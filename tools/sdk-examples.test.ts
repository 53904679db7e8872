import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { exampleText, SDK_EXAMPLES, SDK_EXAMPLES_PAGE, sdkExamplesPage } from './sdk-examples.ts';

test('the page about the examples holds every one of them, as its file stands', async () => {
  const committed = await readFile(new URL(`../${SDK_EXAMPLES_PAGE}`, import.meta.url), 'utf8');
  assert.equal(committed, await sdkExamplesPage());
  const files = await readdir(new URL('../examples/sdk', import.meta.url));
  const programs = files.filter((file) => /^(?!settings)[\w-]+\.ts$/.test(file));
  assert.deepEqual(
    programs.map((file) => file.replace('.ts', '')).sort(),
    Object.keys(SDK_EXAMPLES).sort(),
  );
  for (const name of Object.keys(SDK_EXAMPLES)) {
    assert.ok(committed.includes(await exampleText(name)), name);
  }
});
