import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { StoryPage } from './browser.ts';
import { HOW_TO_UPDATE, pictureFile } from './kept.ts';
import { look, PLAIN, type View } from './views.ts';

/** Stories of which a picture is kept, every element among them. */
export const PICTURED = [
  'sas-when-to-call/ByDay',
  'sas-when-to-call/NotRead',
  'sas-availability/Results',
  'sas-availability/DeskFiltered',
  'sas-availability/DeskDepartureAsked',
  'sas-booking/SlotKept',
  'sas-booking/Confirmed',
  'sas-agenda/Week',
  'sas-agenda/AddWeekly',
  'sas-directory/Open',
  'sas-news/List',
  'sas-access-notice/Regulated',
  'sas-pathway/LocalNumber',
  'sas-join/MessageReady',
] as const;

/** Light, dark and narrow, beside one another. */
const VIEWS: readonly View[] = [
  { ...PLAIN, width: 640 },
  { ...PLAIN, width: 640, scheme: 'dark' },
  { ...PLAIN, width: 320 },
];

/** No sheet is higher, px: what is below is much the same. */
const HIGHEST = 1100;

/** Distance of the shades that a sheet has: it needs half the bytes, and nobody sees it. */
const SHADE = 8;

/** Share of pixels that may differ: edges of letters, by what the processor rounds. */
const TOLERANCE = 0.001;

async function shoot({ page }: StoryPage): Promise<PNG> {
  const shot = await page.locator('main').screenshot({ animations: 'disabled', caret: 'hide' });
  return PNG.sync.read(shot);
}

/** One sheet with a story in all views. */
export async function sheetOf(stories: StoryPage, story: string): Promise<PNG> {
  const shots: PNG[] = [];
  for (const view of VIEWS) {
    await look(stories.page, view);
    await stories.show(story);
    shots.push(await shoot(stories));
  }
  const height = Math.min(HIGHEST, Math.max(...shots.map((shot) => shot.height)));
  const sheet = new PNG({ width: shots.reduce((sum, { width }) => sum + width, 0), height });
  sheet.data.fill(0xff);
  let x = 0;
  for (const shot of shots) {
    PNG.bitblt(shot, sheet, 0, 0, shot.width, Math.min(height, shot.height), x, 0);
    x += shot.width;
  }
  for (const [at, value] of sheet.data.entries()) {
    sheet.data[at] = Math.min(255, Math.round(value / SHADE) * SHADE);
  }
  return sheet;
}

/** The bytes of a sheet, as few as the format lets them be: no alpha channel, no filter. */
export const encode = (sheet: PNG): Buffer =>
  PNG.sync.write(sheet, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 });

async function writeDifference(story: string, files: Record<string, PNG>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-stories-'));
  for (const [name, picture] of Object.entries(files)) {
    await writeFile(join(folder, `${story.replace('/', '-')}-${name}.png`), encode(picture));
  }
  return folder;
}

/** Compares a story with its kept picture; where they differ, says where the difference can be seen. */
export async function assertPicture(
  stories: StoryPage,
  story: string,
  keptAs = story,
): Promise<void> {
  const sheet = await sheetOf(stories, story);
  const kept = PNG.sync.read(await readFile(pictureFile(keptAs)));
  const { width, height } = sheet;
  if (kept.width !== width || kept.height !== height) {
    const folder = await writeDifference(story, { now: sheet, kept });
    assert.fail(
      `${story} is ${width} × ${height} px, was ${kept.width} × ${kept.height}: ${folder}. ${HOW_TO_UPDATE}`,
    );
  }
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(kept.data, sheet.data, difference.data, width, height, {
    threshold: 0.1,
  });
  if (pixels <= width * height * TOLERANCE) return;
  const folder = await writeDifference(story, { now: sheet, kept, difference });
  assert.fail(`${story} looks otherwise, ${pixels} pixels: ${folder}. ${HOW_TO_UPDATE}`);
}
