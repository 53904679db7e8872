import assert from 'node:assert/strict';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { CDN_FOLDER, prepareElements } from '../demonstration/prepare.ts';
import { newReader, openBrowser } from '../demonstration/testing/browser.ts';
import { type Site, startSite } from '../static-site.ts';

/** The tools are read when they run. */
interface WorkerBuild {
  readonly buildFakePlatformWorker: (folder: string) => Promise<string>;
}

const browser = await openBrowser();
let folder: string;
let site: Site;

before(async () => {
  await prepareElements(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'sas-fake-platform-'));
  const tool = new URL('../../tools/build.ts', import.meta.url).href;
  const { buildFakePlatformWorker } = (await import(tool)) as WorkerBuild;
  const worker = await buildFakePlatformWorker(folder);
  for (const name of ['index.html', 'page.js']) {
    await cp(new URL(name, import.meta.url), join(folder, name));
  }
  await copyFile(worker, join(folder, 'service-worker.js'));
  site = await startSite({ '': folder, cdn: fileURLToPath(CDN_FOLDER) });
});
after(async () => {
  site?.close();
  await rm(folder, { recursive: true, force: true });
});

const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const slots = (page: Page) => page.locator('sas-booking button[role=gridcell]');

async function open() {
  const reader = await newReader(browser);
  const asked: string[] = [];
  reader.page.context().on('request', (request) => {
    // What the worker answers goes nowhere.
    if (request.serviceWorker() !== null) asked.push(request.url());
  });
  await reader.page.goto(`${site.origin}/index.html`);
  await slots(reader.page).first().waitFor();
  return { ...reader, asked };
}

test('an element as it is books on a page without any platform', async () => {
  const { page, complaints, asked } = await open();
  const name = await slots(page).first().getAttribute('aria-label');
  await slots(page).first().click();
  await title(page, 'Votre rendez-vous').waitFor();
  await page.getByLabel('Nom et prénom').fill('Personne Fictive');
  await page.getByLabel('Téléphone').fill('06 39 98 00 01');
  await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
  await title(page, 'Rendez-vous réservé').waitFor();
  assert.match(await page.locator('sas-booking .reference dd').innerText(), /^[2-9A-Z]{4}$/);
  assert.deepEqual(complaints, []);
  assert.deepEqual(
    asked.filter((url) => url.startsWith('https://sas.example')),
    [],
  );
  await page.reload();
  await slots(page).first().waitFor();
  assert.notEqual(await slots(page).first().getAttribute('aria-label'), name);
  await page.context().close();
});

test('a page tells its platform to fail', async () => {
  const { page } = await open();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        const message = { call: 'fail', operation: 'createHold', fault: { kind: 'taken' } };
        navigator.serviceWorker.controller!.postMessage(message, [port2]);
      }),
  );
  await slots(page).first().click();
  await page
    .getByText(/vient d’être pris/)
    .first()
    .waitFor();
  await page.context().close();
});
