import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../run.ts';
import { analyze } from './analyze.ts';
import { elementDocs } from './elements.ts';

const source = join(root, 'packages/elements/src');
const docs = elementDocs(await analyze());

/** Everything that the sources under a folder say, without tests. */
async function textOf(folder: string): Promise<string> {
  const texts: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: join(source, folder) })) {
    if (!/\.test\.ts$|testing\//.test(file)) {
      texts.push(await readFile(join(source, folder, file), 'utf8'));
    }
  }
  return texts.join('\n');
}

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, name = '']) => name.split(/\s+/))),
];
const partsIn = (text: string) => all(text, /\bpart="([a-z -]+)"/g);
const missing = (wanted: readonly string[], there: readonly string[]) =>
  wanted.filter((name) => !there.includes(name));

const base = await textOf('base');
const everything = await textOf('.');

test('every element is told, with what it is for', () => {
  assert.ok(docs.length >= 4);
  for (const { tag, summary, attributes, fields, events } of docs) {
    assert.notEqual(summary, '', tag);
    for (const { name, description } of [...attributes, ...fields, ...events]) {
      assert.notEqual(description, '', `${tag} ${name}`);
    }
  }
});

test('every attribute belongs to a property that is told as well', () => {
  for (const { tag, attributes, fields } of docs.filter(({ name }) => name !== 'provider')) {
    const names = attributes.map(({ fieldName = '' }) => fieldName);
    assert.deepEqual(
      missing(
        names,
        fields.map(({ name }) => name),
      ),
      [],
      tag,
    );
  }
});

for (const { tag, name, parts, cssProperties, events } of docs) {
  test(`<${tag}>: its parts, tokens and events are those that its sources have`, async () => {
    const own = await textOf(`components/${name}`);
    assert.deepEqual(missing(partsIn(own), parts), [], 'parts that are not told');
    assert.deepEqual(missing(parts, partsIn(everything)), [], 'parts that do not exist');
    const tokens = all(own, /var\((--sas-[a-z-]+)/g);
    assert.deepEqual(missing(tokens, cssProperties), [], 'tokens that are not told');
    const dispatched = all(own, /new (Sas\w+Event)\(/g);
    const told = events.map(({ type }) => type);
    assert.deepEqual(missing(dispatched, told), [], 'events that are not told');
    if (/this\.report\(/.test(own)) assert.ok(told.includes('SasErrorEvent'));
  });
}

test('every design token is told, and no other', async () => {
  const tokens = await readFile(join(source, 'styles/tokens.styles.ts'), 'utf8');
  const table = tokens.slice(0, tokens.indexOf('const declarations'));
  const colors = all(table, /(?:^|`)([a-z-]+) [\da-f]{3,6} [\da-f]{3,6}/gm).map(
    (name) => `--sas-color-${name}`,
  );
  assert.ok(colors.length > 10);
  const others = all(everything, /var\((--sas-[a-z-]+)/g).filter((name) => !name.endsWith('-'));
  const told = docs.find(({ name }) => name === 'booking')!.cssProperties;
  assert.deepEqual([...told].sort(), [...new Set([...colors, ...others])].sort());
});

test('every event that is told is of a class with that name, in the event maps of the page', () => {
  for (const { tag, events } of docs) {
    for (const { name, type } of events) {
      assert.match(everything, new RegExp(`'${name}': ${type};`), `${tag} ${name}`);
    }
  }
});

test('the parts of the base are told by every element that has it', () => {
  const shared = partsIn(base).filter((name) => name === 'base');
  for (const { tag, parts } of docs.filter(({ name }) => name !== 'provider')) {
    assert.deepEqual(missing(shared, parts), [], tag);
  }
});
