import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../tools/run.ts';

const page = await readFile(join(root, 'docs/accessibility.md'), 'utf8');
const sheet = await readFile(join(root, 'docs/accessibility-screen-readers.md'), 'utf8');

/** Tags of the elements that show something. */
async function tags(): Promise<string[]> {
  const found: string[] = [];
  for await (const folder of glob('packages/elements/src/components/*/', { cwd: root }))
    found.push(`sas-${basename(folder)}`);
  return found.filter((tag) => tag !== 'sas-provider').sort();
}

test('the self-evaluation has every element, and a state of each for every criterion', async () => {
  const named = [...page.matchAll(/\b[A-Z]{2} `(sas-[a-z-]+)`/g)].map(([, tag]) => tag!);
  for (const tag of await tags()) assert.ok(named.includes(tag), tag);
  const rows = [...page.matchAll(/^\| \d[\d., ]*\|.*$/gm)].map(([row]) => row);
  assert.ok(rows.length > 30);
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    const states = cells.slice(3, -2);
    assert.equal(states.length, named.length, row);
    for (const state of states) assert.match(state, /^(C|NC|NV|·)$/, row);
    const seenBy = cells.at(-2)!;
    assert.ok(!states.includes('C') || /[A-Z]\b|code relu/.test(seenBy), `not said how: ${row}`);
  }
});

test('the sheet for screen readers has every element', async () => {
  for (const tag of await tags()) assert.ok(sheet.includes(`\`${tag}\``), tag);
});
