/** Whatever the documentation tells a page to load, write or listen to exists. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { ensureElements } from '../build.ts';
import { root } from '../run.ts';
import { analyze } from './analyze.ts';
import { type ElementDoc, elementDocs } from './elements.ts';

const docs = elementDocs(await analyze());
const byTag = new Map(docs.map((doc) => [doc.tag, doc]));
const events = new Set(docs.flatMap((doc) => doc.events.map(({ name }) => name)));
const tokens = new Set(docs.flatMap((doc) => doc.cssProperties));

/** Attributes that HTML itself has, in the examples. */
const GLOBAL = ['class', 'id', 'lang', 'hidden', 'style', 'slot', 'ref'];

const pages: { path: string; text: string }[] = [];

before(async () => {
  await ensureElements();
  const patterns = [
    'README.md',
    'docs/*.md',
    'packages/elements/*.md',
    'examples/recipes/*/*.{html,ts,tsx,vue}',
    'stories/guides/**/*.md',
    'examples/{hospital-portal,practice-page,professional-site}/*.html',
  ];
  for await (const path of glob(patterns, { cwd: root })) {
    pages.push({ path, text: await readFile(join(root, path), 'utf8') });
  }
});

/** Every match on every page, each with where it stands. */
function named(pattern: RegExp): { path: string; match: RegExpMatchArray }[] {
  const found = pages.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ path, match })),
  );
  assert.notEqual(found.length, 0, `${pattern} finds nothing: what is there to check?`);
  return found;
}

function elementOf(tag: string, path: string): ElementDoc {
  const doc = byTag.get(tag);
  assert.ok(doc, `${path}: <${tag}>`);
  return doc;
}

test('every script of the examples is built', () => {
  for (const { path, match } of named(/<script\b[^>]*?\bsrc="[^"]*\/cdn\/([^"]+)"/g)) {
    assert.ok(
      existsSync(join(root, 'packages/elements/dist/cdn', match[1]!)),
      `${path}: ${match[1]}`,
    );
  }
});

test('every file that is named is built', () => {
  for (const { path, match } of named(
    /`(?:cdn\/)?((?:sas-[a-z]|loader|integrity)[a-z-]*\.js(?:on)?)`/g,
  )) {
    assert.ok(
      existsSync(join(root, 'packages/elements/dist/cdn', match[1]!)),
      `${path}: ${match[1]}`,
    );
  }
});

test('every module that is imported is exported', async () => {
  const manifest = await readFile(join(root, 'packages/elements/package.json'), 'utf8');
  const { exports } = JSON.parse(manifest) as { exports: object };
  for (const { path, match } of named(/['"`]@sas-kit\/elements\/([\w.-]+)['"`]/g)) {
    const name = match[1]!;
    assert.ok(`./${name}` in exports || byTag.has(`sas-${name}`), `${path}: ${match[0]}`);
  }
});

/** Names of what stands in a tag: `key`, `:client`, `@sas-book`, `onsas-book`, `v-if`. */
const attributesIn = (text: string) =>
  [...text.replaceAll(/"[^"]*"|\{[^}]*\}/g, '').matchAll(/[\w:@.-]+/g)].map(([name]) => name);

/** A handler of React or Vue names an event; any other attribute one of the element, or its property. */
function assertKnown(doc: ElementDoc, attribute: string, place: string): void {
  const name = attribute.replace(/^:/, '');
  const event = /^(?:@|on(?=sas-))(.+)$/.exec(name)?.[1];
  if (event !== undefined) {
    assert.ok(
      doc.events.some((each) => each.name === event),
      `${place} has no event ${event}`,
    );
    return;
  }
  const known = [...doc.attributes, ...doc.fields].map((each) => each.name);
  assert.ok([...known, ...GLOBAL].includes(name), `${place} has no ${name}`);
}

test('every tag is an element, every attribute one of its own', () => {
  for (const { path, match } of named(
    /<(sas-[a-z-]+)((?:\s+[\w:@.-]+(?:=(?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\}))?)*)\s*\/?>/g,
  )) {
    const [, tag = '', attributes = ''] = match;
    const doc = elementOf(tag, path);
    const plain = attributes.replaceAll(/=\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
    for (const name of attributesIn(plain)) assertKnown(doc, name, `${path}: <${tag}>`);
  }
});

test('the list of the README and the page on embedding tell every element', () => {
  for (const path of ['README.md', 'docs/embedding.md']) {
    const { text } = pages.find((page) => page.path === path)!;
    for (const { tag } of docs) assert.ok(text.includes(`\`<${tag}>\``), `${path}: <${tag}>`);
  }
});

test('every data-sas names an element, its data-* attributes of it', () => {
  for (const { path, match } of named(/<\w+\s+data-sas="([a-z-]+)"([^>]*)>/g)) {
    const [, name = '', rest = ''] = match;
    if (name === '…') continue;
    const doc = elementOf(`sas-${name}`, path);
    for (const [, attribute = ''] of rest.matchAll(/\bdata-([a-z-]+)=/g)) {
      assertKnown(doc, attribute, `${path}: data-sas="${name}"`);
    }
  }
});

test('every part belongs to the element that is styled', () => {
  for (const { path, match } of named(/(sas-[a-z-]+)::part\(([\w-]+)\)/g)) {
    const [, tag = '', part = ''] = match;
    assert.ok(elementOf(tag, path).parts.includes(part), `${path}: ${match[0]}`);
  }
});

test('every token is one', () => {
  for (const { path, match } of named(/--sas-[a-z]+(?:-[a-z]+)*/g)) {
    assert.ok(tokens.has(match[0]), `${path}: ${match[0]}`);
  }
});

test('every event that is listened to is one', () => {
  for (const { path, match } of named(/addEventListener\(\s*'(sas-[a-z-]+)'/g)) {
    assert.ok(events.has(match[1]!), `${path}: ${match[1]}`);
  }
});

test('every tag that the text names is an element', () => {
  for (const { path, match } of named(/`<(sas-[a-z-]+)>`/g)) elementOf(match[1]!, path);
});

test('the names that the documentation does not have are refused', () => {
  const booking = elementOf('sas-booking', '');
  assert.throws(() => elementOf('sas-bookings', ''));
  for (const name of ['inseee', ':clients', '@sas-booked', 'onsas-agenda-change']) {
    assert.throws(() => assertKnown(booking, name, ''), name);
  }
  for (const name of ['insee', ':client', '@sas-book', 'onsas-book', 'slotsPerCard']) {
    assertKnown(booking, name, '');
  }
});
