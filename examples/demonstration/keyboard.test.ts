import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, Response } from 'playwright-core';
import { startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { assertEmergencyFirst, focused, newReader, openBrowser, tabTo } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';

const NIGHT = '2026-11-23T03:00:00+01:00';
const SMALL = { width: 320, height: 568 };

/** What a page was made of, to serve it once its server is gone. */
class Copy {
  readonly files = new Map<string, { body: Buffer; contentType: string }>();
  readonly #reading: Promise<void>[] = [];

  constructor(page: Page) {
    page.on('response', (response) => this.#reading.push(this.#read(response)));
  }

  /** Whole, before the page is left: the browser forgets what a page that is gone was sent. */
  async whole(): Promise<void> {
    await Promise.all(this.#reading);
  }

  async #read(response: Response): Promise<void> {
    const kind = response.request().resourceType();
    if (!['document', 'script', 'stylesheet'].includes(kind) || !response.ok()) return;
    const contentType = response.headers()['content-type'] ?? '';
    this.files.set(response.url(), { body: await response.body(), contentType });
  }
}

test('at three in the night, on a small screen, by keyboard alone', async (t) => {
  await prepareElements(() => undefined);
  const browser = await openBrowser();
  const data = await new EmptyData(await temporaryFolder()).copy();
  const demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', data],
    clock: NIGHT,
  });
  t.after(() => demonstration.close());
  const { page, complaints } = await newReader(browser, { viewport: SMALL });
  await page.clock.setFixedTime(NIGHT);
  const copy = new Copy(page);

  await page.goto(demonstration.address);
  await page.getByRole('grid').first().waitFor();
  await assertEmergencyFirst(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), SMALL.width);

  await t.test('the skip link leads to the search, the search to a slot', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, '#place');
    await tabTo(page, 'gridcell');
    const { text } = await focused(page);
    await page.keyboard.press('ArrowDown');
    assert.notEqual((await focused(page)).text, text);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Votre rendez-vous', exact: true }).waitFor();
    await assertEmergencyFirst(page);
  });

  await t.test('the form is filled and sent', async () => {
    await tabTo(page, '#name');
    await page.keyboard.type('Personne Fictive');
    await tabTo(page, '#phone');
    await page.keyboard.type('0639980002');
    await tabTo(page, 'Réserver ce rendez-vous');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Rendez-vous réservé' }).waitFor();
    assert.equal((await focused(page)).text, 'Rendez-vous réservé');
    await assertEmergencyFirst(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), SMALL.width);
    assert.deepEqual(complaints, []);
  });

  await t.test('the link opens the appointment, which is moved', async () => {
    const link = await page.getByLabel('Lien pour annuler ou déplacer').inputValue();
    await copy.whole();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('heading', { name: 'Votre rendez-vous', exact: true }).waitFor();
    await assertEmergencyFirst(page);
    await tabTo(page, 'Déplacer le rendez-vous');
    await page.keyboard.press('Enter');
    await page.getByRole('grid').first().waitFor();
    await tabTo(page, 'gridcell');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Confirmer le déplacement' }).waitFor();
    await assertEmergencyFirst(page);
    await tabTo(page, 'Déplacer le rendez-vous');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Rendez-vous déplacé' }).waitFor();
    assert.equal((await focused(page)).text, 'Rendez-vous déplacé');
    await assertEmergencyFirst(page);
  });

  await t.test('and cancelled, once asked whether it is meant', async () => {
    await tabTo(page, 'Annuler ou déplacer');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Annuler le rendez-vous');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Oui, annuler');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Rendez-vous annulé' }).waitFor();
    assert.equal((await focused(page)).text, 'Rendez-vous annulé');
    await assertEmergencyFirst(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), SMALL.width);
    assert.deepEqual(complaints, []);
  });

  await t.test('without its server, the page still begins with the 15', async () => {
    await copy.whole();
    await demonstration.close();
    await page.route('**/*', async (route) => {
      const file = copy.files.get(route.request().url());
      if (file === undefined) await route.abort('connectionrefused');
      else await route.fulfill(file);
    });
    await page.reload();
    await page.locator('sas-booking [role=alert]').waitFor();
    await assertEmergencyFirst(page);
    assert.match(await page.locator('sas-booking [role=alert]').innerText(), /^Urgence\s: 15\./);
  });
});
