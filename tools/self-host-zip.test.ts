import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { ensureElements } from './build.ts';
import { integrityOf, type Integrity } from './integrity.ts';
import { root } from './run.ts';
import { writeZip } from './self-host-zip.ts';

test('the archive holds every script and preset that integrity.json tells, and the licence', async () => {
  await ensureElements();
  const files = unzipSync(await readFile(join(root, await writeZip())));
  const text = (name: string) => new TextDecoder().decode(files[`sas-kit/${name}`]);
  const integrity = JSON.parse(text('integrity.json')) as Integrity;
  assert.ok(Object.keys(integrity).length > 5);
  for (const [name, value] of Object.entries(integrity)) {
    assert.equal(integrityOf(files[`sas-kit/${name}`]!), value, name);
  }
  const told = Object.keys(files).filter((name) => /\.(css|js)$/.test(name));
  assert.equal(told.length, Object.keys(integrity).length);
  for (const preset of ['neutral', 'dark', 'contrast', 'dsfr'])
    assert.ok(`presets/${preset}.css` in integrity, preset);
  assert.match(text('LICENSE.txt'), /MIT/);
  assert.match(text('sas-kit.licenses.txt'), /lit-html/);
});
