/** The nurse of an emergency department, from the protocol to the sheet, by keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PublicSlot } from '@sas-kit/client';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { SCHEME } from './publishing/scheme.ts';
import { newReader, openBrowser, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { caller, cardsAround } from './testing/offers.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'],
    clock: MOMENT,
  });
});
after(() => demonstration.close());

test('a nurse redirects under a signed protocol, and the sheet is of A5', async () => {
  const { page } = await newReader(browser, {
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
  });
  await page.clock.setFixedTime(MOMENT);
  await page.goto(`${demonstration.address}/espace`);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Noémie Brisquet' }).click();
  await page.getByRole('button', { name: 'J’accepte' }).click();
  const flow = page.locator('#reorientation sas-orientation');
  const protocol = flow.getByRole('button', { name: /^Réorientation à l’accueil .*version 1$/ });
  await protocol.focus();
  for (const key of ['Enter', 'c', 'a', 'o']) await page.keyboard.press(key);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('n');
  const slot = flow.locator('[role=gridcell]').first();
  await slot.waitFor();
  const names = await flow.locator('.card .subtitle').allInnerTexts();
  assert.ok(
    names.every((name) => name.includes('Cauvremont')),
    names.join(),
  );
  await slot.focus();
  await page.keyboard.press('Enter');
  const recap = flow.locator('.recap', { hasText: 'consignes remises' });
  await recap.waitFor();
  assert.match(await recap.innerText(), /version\s1, évaluation\s: Infirmier d’accueil \(IOA\)/);
  await page.keyboard.press('Enter');
  await flow.getByRole('heading', { name: 'À lire au patient' }).waitFor();

  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.keyboard.press('i');
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = [...sheet.matchAll(/\/MediaBox \[0 0 (\d+)\S* (\d+)/g)].map(([, w, h]) => [w, h]);
  assert.deepEqual(pages, [['420', '594']]);
  await page.context().close();
});

test('outside the scheme she is refused, whatever page she uses', async () => {
  const cards = await cardsAround(caller(demonstration, 'regulator'), { slotsPerCard: 50 });
  const other = cards.find(
    ({ practitioner, slots }) =>
      practitioner && !SCHEME.includes(practitioner.nationalId ?? '') && slots.length > 0,
  )!;
  const nurse = caller(demonstration, 'triage-nurse');
  const { items } = await nurse.protocols.list({ purpose: 'redirection' });
  const [{ id, version }] = items as [(typeof items)[0]];
  const own = (other.slots as PublicSlot[]).find(({ visibility }) =>
    visibility.includes('PUBLIC'),
  )!;
  await assert.rejects(
    nurse.orientations.create({
      outcome: 'unscheduled-consultation',
      decision: { kind: 'protocol', id, version, assessedBy: 'triage-nurse' },
      insee: '76351',
      instructionsGiven: true,
      slotId: own.id,
    }),
    { code: 'outside-scheme' },
  );
});
