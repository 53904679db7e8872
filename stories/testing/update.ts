/** Writes anew what is kept of the stories: `npm run stories:update`. What changed is seen in the diff. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lockedChromium } from '../../tools/chromium.ts';
import { openStories } from './browser.ts';
import { KEPT, pictureFile, treeFile } from './kept.ts';
import { encode, PICTURED, sheetOf } from './pictures.ts';
import { treeOf } from './trees.ts';
import { look, PLAIN } from './views.ts';

async function write(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

const stories = await openStories();
try {
  if (stories.broken.length > 0) throw new Error(stories.broken.join('\n'));
  await rm(join(KEPT, 'trees'), { recursive: true, force: true });
  for (const name of stories.names) {
    await look(stories.page, PLAIN);
    await stories.show(name);
    await write(treeFile(name), await treeOf(stories.page));
  }
  console.log(`${stories.names.length} trees`);
  if ((await lockedChromium()) === undefined) {
    console.log('pictures: only with the Chromium of npm, on Linux x64');
  } else {
    await rm(join(KEPT, 'pictures'), { recursive: true, force: true });
    for (const name of PICTURED)
      await write(pictureFile(name), encode(await sheetOf(stories, name)));
    console.log(`${PICTURED.length} pictures`);
  }
} finally {
  await stories.close();
}
