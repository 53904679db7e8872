import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const FOLDER = new URL('./', import.meta.url);

test('the part that concerns SAS is under 100 lines', async () => {
  const names = (await readdir(FOLDER)).filter((name) => !name.endsWith('.test.ts'));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8')));
  const lines = texts.reduce((sum, text) => sum + text.trimEnd().split('\n').length, 0);
  assert.ok(names.length >= 3);
  assert.ok(lines < 100, `${lines} lines in ${names.join(', ')}`);
});

test('nothing else of the program speaks FHIR', async () => {
  const root = new URL('../', FOLDER);
  const names = await readdir(root, { recursive: true });
  const sources = names.filter((name) =>
    /^(?!testing\/|conformance\/|sas\/).*(?<!\.test)\.ts$/.test(name),
  );
  assert.ok(sources.length > 20);
  for (const name of sources) {
    const text = await readFile(new URL(name, root), 'utf8');
    assert.doesNotMatch(text, /resourceType|createConnector|urn:oid/, name);
  }
});
