import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { isSlotTaken, type PublicSlot } from '@sas-kit/client';
import type { Page } from 'playwright-core';
import { fictiveProfessional } from './publishing/national-id.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { temporaryFolder } from './testing/folder.ts';
import { caller, cardOf, cardsAround, type Reachable, visitor } from './testing/offers.ts';
import { spawnDemonstration } from './testing/process.ts';

const FAMILY = 'Marcheterre';
// The demonstration asks for none; a platform for the public does.
process.env['SAS_PROOF_DIFFICULTY'] = '8';
const MINUTE = 60_000;

/** A vendor opens an agenda and pushes slots that begin in two hours. */
async function publish(platform: Reachable): Promise<void> {
  const editor = caller(platform, 'editor');
  const { id } = await editor.schedules.create({
    ref: 'walk',
    practitioner: {
      nationalId: fictiveProfessional(90),
      family: FAMILY,
      given: 'Camille',
      specialties: ['SM54'],
    },
    structure: { kind: 'practice', name: 'Cabinet de démonstration de la Promenade' },
    location: {
      line: '1 rue de la Promenade',
      postcode: '76600',
      city: 'Le Havre',
      insee: '76351',
      phone: '02 61 91 10 90',
    },
    publicDisplay: true,
  });
  const first = Math.ceil(Date.now() / (20 * MINUTE)) * 20 * MINUTE + 120 * MINUTE;
  const at = (minutes: number) => new Date(first + minutes * MINUTE).toISOString();
  const slots = [0, 20, 40].map((minutes) => ({
    ref: `walk-${minutes}`,
    start: at(minutes),
    end: at(minutes + 20),
    modalities: ['AMB' as const],
    visibility: ['PUBLIC' as const],
    publicDisplay: true,
  }));
  await editor.schedules.replaceSlots(id, { from: at(0), to: at(60), slots });
}

async function freeSlots(platform: Reachable): Promise<PublicSlot[]> {
  return cardOf(await cardsAround(visitor(platform)), FAMILY).slots;
}

/** The doctor's slots in the page, by start. */
const slotsIn = (page: Page) =>
  page.getByRole('grid', { name: new RegExp(FAMILY) }).locator('button[role=gridcell]');

const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** Books the doctor's first slot; answers the reference and the link that the page shows. */
async function book(page: Page): Promise<{ reference: string; link: string }> {
  await slotsIn(page).first().click();
  await title(page, 'Votre rendez-vous').waitFor();
  await page.getByLabel('Nom et prénom').fill('Personne Fictive');
  await page.getByLabel('Téléphone').fill('06 39 98 00 01');
  await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
  await title(page, 'Rendez-vous réservé').waitFor();
  const link = await page.getByLabel('Lien pour annuler ou déplacer').inputValue();
  return { reference: await referenceIn(page), link };
}

async function referenceIn(page: Page): Promise<string> {
  const text = await page.locator('sas-booking .reference dd').innerText();
  assert.match(text, /^[2-9A-Z]{4}$/);
  return text;
}

/** Opens the link of the confirmation; it leaves the address bar at once. */
async function manage(page: Page, address: string, link: string): Promise<void> {
  await page.goto(`${address}/${new URL(link).hash}`);
  await title(page, 'Votre rendez-vous').waitFor();
  assert.equal(page.url(), `${address}/`);
}

test('published by the SDK, found, booked, kept through kill -9, moved and cancelled by link', async (t) => {
  const browser = await openBrowser();
  const data = join(await temporaryFolder(), 'data');
  let running = await spawnDemonstration(data);
  t.after(() => running.end('SIGKILL'));

  await publish(running);
  const [first, second] = await freeSlots(running);
  assert.ok(first && second);

  const { page, complaints } = await newReader(browser);
  await page.goto(running.address);
  const { reference, link } = await book(page);
  assert.deepEqual(complaints, []);

  await t.test('a second visitor no longer sees the slot', async () => {
    const other = await newReader(browser);
    await other.page.goto(running.address);
    await slotsIn(other.page).first().waitFor();
    assert.equal(await slotsIn(other.page).count(), 2);
    assert.ok(!(await freeSlots(running)).some(({ id }) => id === first.id));
  });

  await t.test('after kill -9 the appointment stands and its slot is not free', async () => {
    await running.end('SIGKILL');
    running = await spawnDemonstration(data);
    const again = await newReader(browser);
    await manage(again.page, running.address, link);
    assert.equal(await referenceIn(again.page), reference);
    await assert.rejects(visitor(running).holds.create({ slotId: first.id }), isSlotTaken);
  });

  await t.test('the link moves it, and the first slot is free again', async () => {
    const mover = await newReader(browser);
    await manage(mover.page, running.address, link);
    await mover.page.getByRole('button', { name: 'Déplacer le rendez-vous' }).click();
    await slotsIn(mover.page).first().click();
    await title(mover.page, 'Confirmer le déplacement').waitFor();
    await mover.page.getByRole('button', { name: 'Déplacer le rendez-vous' }).click();
    await title(mover.page, 'Rendez-vous déplacé').waitFor();
    assert.equal(await referenceIn(mover.page), reference);
    const free = (await freeSlots(running)).map(({ id }) => id);
    assert.ok(free.includes(first.id));
    assert.ok(!free.includes(second.id));
  });

  await t.test('the link cancels it, and the place is given back', async () => {
    const canceller = await newReader(browser);
    await manage(canceller.page, running.address, link);
    await canceller.page.getByRole('button', { name: 'Annuler le rendez-vous' }).click();
    await canceller.page.getByRole('button', { name: 'Oui, annuler' }).click();
    await title(canceller.page, 'Rendez-vous annulé').waitFor();
    assert.ok((await freeSlots(running)).some(({ id }) => id === second.id));
  });
});
