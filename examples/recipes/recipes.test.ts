import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from '../demonstration/demonstration.ts';
import { newReader, openBrowser } from '../demonstration/testing/browser.ts';
import { EmptyData, temporaryFolder } from '../demonstration/testing/folder.ts';
import { strictPolicy } from '../demonstration/testing/host-site.ts';
import { watch } from '../demonstration/testing/watch.ts';
import { type Site, startSite } from '../static-site.ts';
import { createProject, type Project } from './testing/project.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const BUILT = ['vite', 'react', 'vue'];
const browser = await openBrowser();
const empty = new EmptyData(await temporaryFolder());
let demonstration: Demonstration;
let project: Project | string;
let site: Site;

before(async () => {
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await empty.copy()],
    clock: MOMENT,
  });
  const { address, credentials } = demonstration;
  project = await createProject({
    'https://your-platform.example': address,
    'pk_…': credentials.publishableKey,
  });
  if (typeof project === 'string') return;
  const { folder } = project;
  const folders = Object.fromEntries([
    ['cdn', join(folder, 'node_modules/@sas-kit/elements/dist/cdn')],
    ...['plain', 'filtered'].map((name) => [name, join(folder, name)]),
    ...BUILT.map((name) => [name, join(folder, name, 'dist')]),
  ]) as Record<string, string>;
  site = await startSite(folders, { policy: strictPolicy(address) });
});
after(async () => {
  site?.close();
  await demonstration?.close();
  if (typeof project !== 'string') await project?.remove();
});

/** The project; without a registry the test is skipped, and says why. */
function installed(context: TestContext): Project | null {
  if (typeof project !== 'string') return project;
  context.skip(project);
  return null;
}

async function book(page: Page): Promise<void> {
  await page.locator('sas-booking button[role=gridcell]').first().click();
  await page.getByLabel('Nom et prénom').fill('Personne Fictive');
  await page.getByLabel('Téléphone').fill('06 39 98 00 01');
  await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
  await page.getByRole('heading', { name: 'Rendez-vous réservé' }).waitFor();
}

/** Opens a recipe, uses it, and holds it to the strictest policy. */
async function open(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await newReader(browser);
  const watched = await watch(page);
  await page.clock.setFixedTime(MOMENT);
  await page.goto(`${site.origin}/${path}/`);
  await use(page);
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual(complaints, []);
  assert.deepEqual(watched.origins(), [demonstration.address, site.origin].sort());
  await page.context().close();
}

test('plain HTML: one tag, one file of the installed package', async (context) => {
  if (installed(context)) await open('plain', book);
});

test('a filtered page shows three elements by data-sas', async (context) => {
  if (!installed(context)) return;
  await open('filtered', async (page) => {
    await page.locator('div > sas-when-to-call .number').first().waitFor();
    await page.locator('div > sas-availability button[role=gridcell]').first().waitFor();
    await page.locator('div > sas-booking button[role=gridcell]').first().waitFor();
  });
});

/** Faults in a recipe that its types must find: what stands in the file, and what is put there. */
const FAULTS: Record<string, { file: string; faults: Record<string, [string, string]> }> = {
  vite: {
    file: 'main.ts',
    faults: { 'a field that the event has not': ['appointment.reference', 'appointment.ref'] },
  },
  react: {
    file: 'booking.tsx',
    faults: {
      'a property that the element has not': ['slotsPerCard', 'slotsPerCart'],
      'an event that the element has not': ['onsas-book', 'onsas-booked'],
      'a field that the event has not': ['appointment.reference', 'appointment.ref'],
    },
  },
  vue: {
    file: 'booking.vue',
    faults: {
      'a value of the wrong type': [':slotsPerCard="12"', 'slotsPerCard="12"'],
      'a handler of another event': ['@sas-book=', '@sas-hold='],
    },
  },
};

/** Writes a copy of the recipe with each fault in it. Answers the names of the copies. */
async function addFaults({ folder }: Project, name: string): Promise<string[]> {
  const { file, faults } = FAULTS[name]!;
  const text = await readFile(join(folder, name, file), 'utf8');
  return Promise.all(
    Object.entries(faults).map(async ([fault, [from, to]]) => {
      assert.ok(text.includes(from), `${file} has ${from}`);
      const copy = `${fault.replaceAll(' ', '-')}${extname(file)}`;
      await writeFile(join(folder, name, copy), text.replaceAll(from, to));
      return copy;
    }),
  );
}

for (const name of BUILT) {
  test(`${name}: the types find the faults, and no others`, async (context) => {
    const there = installed(context);
    if (!there) return;
    const faulty = await addFaults(there, name);
    const compiler = name === 'vue' ? 'vue-tsc' : 'tsc';
    const { output } = await there.run(name, compiler, '-p', 'tsconfig.json', '--pretty', 'false');
    const found = [...output.matchAll(/^([^(\n]+)\(\d+,\d+\): error TS\d+/gm)];
    assert.deepEqual([...new Set(found.map(([, file]) => file))].sort(), faulty.sort(), output);
  });

  test(`${name}: built, it runs in a browser, and the page is told of the booking`, async (context) => {
    const there = installed(context);
    if (!there) return;
    const built = await there.run(name, 'vite', 'build', '--base', `/${name}/`);
    assert.ok(built.ok, built.output);
    await open(name, async (page) => {
      await book(page);
      await page.getByText(/^Référence \w{4}$/).waitFor();
    });
  });
}
