import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReader, openBrowser, tabTo, violations } from '../testing/browser.ts';
import { createRegulator, regulator } from '../testing/fhir.ts';
import { startVendor } from '../testing/vendor.ts';

const browser = await openBrowser();
const { origin, base, store } = await startVendor();
await createRegulator(base, regulator('3760009001/4242'));
store.bookings.take('lambreval-2', '', new Date('2026-11-23T07:10:00.000Z'));

const VIEWS = [
  { width: 320, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const PAGES = [
  '/agenda',
  '/praticiens/lambreval',
  '/praticiens/lambreval?vue=jour',
  '/sites/sos-bassin',
  '/creneaux/lambreval-2?fait=reserve',
  '/creneaux/lambreval-6?fait=pris',
  '/regulateurs',
  '/plateforme',
  '/rdv?praticien=lambreval&creneau=lambreval-1',
  '/rdv?praticien=lambreval&creneau=lambreval-1&origin=sas',
];

for (const { width, colorScheme } of VIEWS) {
  test(`no page has a fault that axe finds or is wider than ${width} px, ${colorScheme}`, async () => {
    const { page, complaints } = await newReader(browser, {
      viewport: { width, height: 800 },
      colorScheme,
      bypassCSP: true,
    });
    for (const path of PAGES) {
      await page.goto(origin + path);
      assert.deepEqual(await violations(page), [], path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${path} is ${wide} px wide`);
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test('by keyboard alone: the secretary books, says who gets a slot, cancels', async () => {
  const { page, complaints } = await newReader(browser, { viewport: { width: 320, height: 568 } });
  await page.goto(`${origin}/agenda`);
  await tabTo(page, 'Aller au contenu');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Gildas HOUSSART');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Gildas HOUSSART' }).waitFor();
  await tabTo(page, '12 h 10 – 12 h 25');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Le créneau' }).waitFor();
  await tabTo(page, 'Réserver');
  await page.keyboard.press('Enter');
  const status = page.getByRole('status');
  await status.waitFor();
  assert.equal(await status.evaluate((element) => element === document.activeElement), true);
  const reference = store.bookings.of('houssart-1')[0]!.reference;
  await page.getByText(reference).first().waitFor();

  await tabTo(page, 'Annuler ce rendez-vous');
  await page.keyboard.press('Enter');
  await tabTo(page, `Annuler ${reference}`);
  await page.keyboard.press('Enter');
  await page.getByText('Rendez-vous annulé').waitFor();
  assert.equal(store.slots.find('houssart-1')?.booked, 0);

  await tabTo(page, 'Tout le monde');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Enregistrer le partage');
  await page.keyboard.press('Enter');
  await page.getByText('réservé à la patientèle').waitFor();
  assert.equal(store.slots.find('houssart-1')?.audience, 'own-patients');
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('a regulator follows the address from SAS to the confirmation', async () => {
  const { page, complaints } = await newReader(browser);
  await page.goto(`${origin}/sos?centre=plateau&creneau=1&origin=sas`);
  await page.getByLabel('Fictive Régulatrice').check();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Le créneau choisi' }).waitFor();
  await page
    .getByRole('button', { name: /^Réserver/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Rendez-vous pris' }).waitFor();
  const [booking] = store.bookings.of('sos-plateau-1');
  await page.getByText(booking!.reference).waitFor();
  assert.equal(store.accounts.find(booking!.regulator)?.family, 'Régulatrice');
  assert.deepEqual(complaints, []);
  await page.context().close();
});
