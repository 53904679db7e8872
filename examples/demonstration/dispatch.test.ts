/** The dispatch program beside the demonstration: from its home page to an appointment on a case. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { focused, newReader, openBrowser, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { bookable, caller, cardsAround } from './testing/offers.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'],
    environment: {},
    clock: MOMENT,
  });
});
after(() => demonstration?.close());

test('an appointment that is booked in the page of a case is on it, without typing it again', async () => {
  const { page, complaints } = await newReader(browser, { viewport: { width: 320, height: 900 } });
  await page.goto(`${demonstration.address}/`);
  await page.getByRole('link', { name: 'Exemple : logiciel de régulation' }).click();
  await page.getByText('Pas de file de messages').waitFor();
  await page.locator('sas-orientation-list').getByText('Aucune orientation aujourd’hui.').waitFor();

  await page.getByRole('link', { name: /^DRM-\d{4}-0420$/ }).click();
  const link = page.getByRole('link', { name: /^Ouvrir la recherche du SAS/ });
  const search = new URL((await link.getAttribute('href'))!);
  assert.equal(search.origin + search.pathname, `${demonstration.address}/sas/recherche`);
  const orientation = page.locator('sas-orientation');
  await orientation.locator('button').first().focus();
  for (const key of ['l', 'g', 'c']) await page.keyboard.press(key);
  await orientation.getByLabel('Heure de la décision').fill('08:05');
  await orientation.getByRole('button', { name: 'Continuer' }).click();
  const card = orientation.getByRole('listitem').filter({ hasText: 'Vaudrelle' });
  await card.locator('[part~=slot]').first().click();
  await orientation.getByRole('button', { name: 'Noter l’orientation' }).click();
  await orientation.getByRole('heading', { name: 'C’est réservé' }).waitFor();
  await page.locator('#live').getByText('Pris ici, pas encore reçu du Hub').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide} px wide`);

  await page.getByRole('link', { name: 'Tous les dossiers' }).click();
  const row = page.locator('tbody tr').filter({ hasText: /DRM-\d{4}-0420/ });
  await row.getByText('Pris ici, pas encore reçu du Hub').waitFor();
  assert.deepEqual(complaints, []);

  // The policy of the pages admits no script of a test.
  const { page: second } = await newReader(browser, { bypassCSP: true });
  for (const path of ['/', '/cases/' + (await row.getByRole('link').textContent())!.trim()]) {
    await second.goto(new URL(path, page.url()).href);
    await second
      .locator('sas-orientation, sas-orientation-list')
      .getByRole('heading')
      .first()
      .waitFor();
    assert.deepEqual(await violations(second), [], path);
  }
});

test('an appointment that is in danger is found again in the page of its case', async () => {
  const { page, complaints } = await newReader(browser);
  await page.goto(`${demonstration.address}/logiciel-de-regulation`);
  const row = page.locator('sas-orientation-list [part~=orientation]').first();
  await row.getByText('réservé').waitFor();
  const practice = caller(demonstration, 'practitioner');
  const [made] = (await caller(demonstration, 'regulator').orientations.list()).items;
  const { start: from, end: to } = made!.appointment!.slot;
  const [schedule] = (await practice.schedules.list()).items;
  await practice.absences.create(schedule!.id, { from, to });
  await page.getByRole('button', { name: 'Chercher un autre rendez-vous' }).press('Enter');
  await page.waitForURL(`**/cases/${made!.caseRef}`);
  const orientation = page.locator('sas-orientation');
  await orientation.getByRole('heading', { name: 'Où va le patient ?' }).waitFor();
  await orientation.getByText(/^À la place du rendez-vous/).waitFor();
  assert.equal((await focused(page)).text, 'Où va le patient ?');
  await page.reload();
  await orientation.getByRole('heading', { name: 'Qu’a décidé le médecin ?' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('what has no case in this program is said to be elsewhere, and the list stays', async () => {
  const desk = caller(demonstration, 'regulator');
  const decided = { outcome: 'unscheduled-consultation', decision: { kind: 'own' } } as const;
  const slot = bookable(await cardsAround(desk)).find(({ modalities }) =>
    modalities.includes('AMB'),
  )!;
  const lost = await desk.orientations.create({ ...decided, insee: '76351', slotId: slot.id });
  await caller(demonstration, 'administrator').appointments.cancel(lost.appointment!.id);
  const caseRef = 'AUTRE-2026-0007';
  const waits = await desk.orientations.create({ ...decided, insee: '76351', caseRef });

  const { page, complaints } = await newReader(browser);
  await page.goto(`${demonstration.address}/logiciel-de-regulation`);
  const board = page.url();
  const list = page.locator('sas-orientation-list');
  const said = page.locator('#elsewhere');
  const of = (id: string) => list.locator(`[data-id="${id}"]`);
  await of(lost.id).getByRole('button', { name: 'Chercher un autre rendez-vous' }).press('Enter');
  await said.getByText(/^Cette orientation n’a pas de dossier dans ce logiciel/).waitFor();
  assert.deepEqual(complaints, []);

  await of(waits.id).locator(`[id="${waits.id}-execute"]`).press('Enter');
  await said.getByText(`Le dossier ${caseRef} n’est pas dans ce logiciel`).waitFor();
  assert.ok((await said.boundingBox())!.y >= 0, 'it is on screen where the button is');
  assert.equal(page.url(), board);
});

test('from another machine, or under another name, it is not there', async () => {
  const { hostname, port } = new URL(demonstration.address);
  const status = await new Promise((resolve, reject) => {
    request({ hostname, port, path: '/logiciel-de-regulation', headers: { host: 'evil.example' } })
      .once('response', (response) => resolve(response.statusCode))
      .once('error', reject)
      .end();
  });
  assert.equal(status, 404);
});
