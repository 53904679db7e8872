import assert from 'node:assert/strict';
import { glob } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { after, suite, test } from 'node:test';
import { lockedChromium } from '../../tools/chromium.ts';
import { root } from '../../tools/run.ts';
import { COLOURS, STRONG_COLOURS, violations } from './axe.ts';
import { openStories } from './browser.ts';
import { type Fault, show, tidy } from './faulty-page.ts';
import { walk } from './keyboard-walk.ts';
import { assertMedia } from './media.ts';
import { assertPicture, PICTURED } from './pictures.ts';
import { assertTree } from './trees.ts';
import { look, PLAIN } from './views.ts';

const stories = await openStories();
const { page, watched } = stories;
after(() => stories.close());

const NARROW = { ...PLAIN, width: 320 };
const DARK = { ...PLAIN, scheme: 'dark' } as const;

/** No fault that axe knows: all rules in two widths, those of colours in the other colours. */
async function accessible(): Promise<void> {
  assert.deepEqual(await violations(page), [], 'light, 1280 px');
  await look(page, DARK);
  assert.deepEqual(await violations(page, COLOURS), [], 'dark');
  await look(page, { ...DARK, preset: 'contrast' });
  assert.deepEqual(await violations(page, STRONG_COLOURS), [], 'high contrast, dark');
  await look(page, { ...PLAIN, preset: 'contrast' });
  assert.deepEqual(await violations(page, STRONG_COLOURS), [], 'high contrast, light');
  await look(page, NARROW);
  assert.deepEqual(await violations(page), [], '320 px');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= NARROW.width, `${wide} px wide`);
}

test('there are stories of every element', async () => {
  assert.deepEqual(stories.broken, []);
  const elements = new Set(stories.names.map((name) => name.split('/')[0]));
  for await (const file of glob('packages/elements/src/components/*/testing/', { cwd: root })) {
    const tag = `sas-${basename(dirname(file))}`;
    assert.ok(elements.has(tag), `no story of ${tag}`);
  }
});

suite('the checks find', () => {
  after(() => tidy(page));
  const walked = {
    'a control that Tab passes over': /has no tab stop/,
    'a part that no arrow reaches': /arrows never reach/,
    'focus that is not seen': /its focus is not seen/,
    'focus outside of the window': /outside of the window/,
    'a trap': /never leaves/,
    'a pop-up that Escape leaves open': /Escape leaves/,
  } as const;
  for (const [fault, said] of Object.entries(walked)) {
    test(fault, async () => {
      await show(page, fault as Fault);
      await assert.rejects(walk(page), said);
    });
  }
  const seen = {
    'a choice that only its ground shows': /not seen to be chosen: button « A »/,
    'a control without an edge': /no edge: button « A »/,
    'a thing that moves': /p « A »/,
    'a text that is cut': /cut: p « Un texte assez long »/,
  } as const;
  for (const [fault, said] of Object.entries(seen)) {
    test(fault, async () => {
      await show(page, fault as Fault);
      await assert.rejects(assertMedia(page), said);
    });
  }
  test('a text at 3:1', async () => {
    await show(page, 'a text at 3:1');
    assert.match((await violations(page, COLOURS)).join(), /color-contrast /);
  });
  test('a text at 5:1, in high contrast alone', async () => {
    await show(page, 'a text at 5:1');
    assert.deepEqual(await violations(page, COLOURS), []);
    assert.match((await violations(page, STRONG_COLOURS)).join(), /color-contrast-enhanced /);
  });
  test('a story that reads otherwise', async () => {
    await show(page, 'a text at 5:1');
    await assert.rejects(assertTree(page, PICTURED[0]), /reads otherwise/);
  });
  test('a field without a name', async () => {
    await show(page, 'a field without a name');
    assert.match((await violations(page)).join(), /^label /);
  });
});

for (const name of stories.names) {
  suite(name, { timeout: 300_000 }, () => {
    test('its gestures lead to its state', async () => {
      await look(page, PLAIN);
      await stories.show(name);
    });
    test('it reads as it was kept', () => assertTree(page, name));
    test('axe finds nothing', accessible);
    test('it stands still, in forced colours and on paper', async () => {
      await look(page, PLAIN);
      await assertMedia(page);
    });
    test('it is walked by keyboard alone', async () => {
      await look(page, PLAIN);
      await walk(page);
    });
    test('it asks no other origin, keeps nothing, breaks no policy', async () => {
      assert.deepEqual(await watched.faults(), []);
    });
  });
}

const locked = await lockedChromium();
suite('pictures', { skip: locked ? false : 'only with the Chromium of npm, on Linux x64' }, () => {
  for (const name of PICTURED) {
    test(`${name} looks as it was kept`, () => assertPicture(stories, name));
  }
  test('a story that looks otherwise is found', () =>
    assert.rejects(assertPicture(stories, PICTURED[0], PICTURED[1]), /otherwise|px, was/));
});
