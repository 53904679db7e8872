/** The guides are pages of Storybook, and lead to each other. Names in them: `documented-names.test.ts`. */
import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { toId } from 'storybook/internal/csf';
import { root } from '../../tools/run.ts';

const folder = join(root, 'stories/guides');
const texts = new Map<string, string>();
const pages = new Map<string, string>();
for await (const path of glob('**/*.{md,mdx}', { cwd: folder })) {
  (path.endsWith('.md') ? texts : pages).set(path, await readFile(join(folder, path), 'utf8'));
}

const titles = new Map(
  [...pages].map(([path, page]) => [path, /<Meta title="([^"]+)" \/>/.exec(page)?.[1] ?? '']),
);

test('every guide has its page, and every page its guide', () => {
  assert.ok(texts.size >= 13);
  assert.deepEqual([...pages.keys()].sort(), [...texts.keys()].map((path) => `${path}x`).sort());
  for (const [path, page] of pages) {
    assert.ok(page.includes(`from './${basename(path, 'x')}?raw'`), path);
  }
  assert.equal(new Set(titles.values()).size, pages.size, 'each has a title of its own');
});

test('the guides for webmasters come first, each list in its order', () => {
  const numbered = [...titles]
    .filter(([path]) => path.includes('/'))
    .map(([path, title]) => [basename(path)[0], /\/(\d)\. /.exec(title)?.[1]]);
  for (const [file, title] of numbered) assert.equal(file, title);
});

test('a link from one guide leads to another one', () => {
  const ids = [...titles.values()].map((title) => toId(title, 'docs'));
  const links = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/\(\?path=\/docs\/([^)]+)\)/g)].map(([, id]) => ({ path, id })),
  );
  assert.notEqual(links.length, 0);
  for (const { path, id } of links) assert.ok(ids.includes(id!), `${path}: ${id}`);
});
