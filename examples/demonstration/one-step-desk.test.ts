/** A desk books with a practice's own program in one step, by keyboard alone and by the real clock. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Appointment, Orientation } from '@sas-kit/client';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { focused, newReader, openBrowser, tabTo, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { caller, cardsAround, slotsOf } from './testing/offers.ts';
import { PracticeProgram, STREET } from './testing/practice-program.ts';

/** How long the desk may take back what it recorded, ms. */
const UNDO_MS = 10_000;
const folder = await temporaryFolder();
const browser = await openBrowser();
let program: PracticeProgram;
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  program = new PracticeProgram(folder);
  await program.start();
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await new EmptyData(folder).copy(), '--log-level', 'silent'],
  });
  await program.connect(caller(demonstration, 'editor'), caller(demonstration, 'administrator'));
});
after(async () => {
  await demonstration?.close();
  await program?.kill();
});

/** A doctor at the desk of `/espace`, who has decided that somebody needs a consultation. */
async function decided(): Promise<{ page: Page; complaints: string[] }> {
  const reader = await newReader(browser, {
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
  });
  const { page } = reader;
  const name = 'Maël Corvignac';
  await page.goto(`${demonstration.address}/espace`);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  const accept = page.getByRole('button', { name: 'J’accepte' });
  if (await accept.isVisible()) await accept.click();
  await page.getByRole('heading', { name: 'Qui a décidé ?' }).waitFor();
  await tabTo(page, 'Moi, médecin régulateur', 200);
  for (const key of ['m', 'c', 'n']) await page.keyboard.press(key);
  await heading(page, 'Où va le patient ?');
  return reader;
}

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).first().waitFor();

/** Slots of the practice's program in the search of the desk. */
const cells = (page: Page) =>
  page.locator('sas-orientation .card', { hasText: STREET }).locator('button[role=gridcell]');

/** Takes the first slot of the program, and records what the recap says. */
async function book(page: Page): Promise<{ cell: string; made: Orientation; at: number }> {
  const cell = (await cells(page).first().getAttribute('aria-label'))!.replaceAll(/\s+/g, ' ');
  await tabTo(page, cell, 200);
  await page.keyboard.press('Enter');
  await heading(page, 'Vérifiez, puis notez');
  const recorded = page.waitForResponse(
    (response) =>
      response.url().endsWith('/v1/orientations') && response.request().method() === 'POST',
  );
  await page.keyboard.press('Enter');
  const made = (await (await recorded).json()) as Orientation;
  const at = performance.now();
  await heading(page, 'C’est réservé');
  return { cell, made, at };
}

/** Whether a search of the desk still offers a slot. */
async function isFree(appointment: Orientation['appointment']): Promise<boolean> {
  const cards = await cardsAround(caller(demonstration, 'regulator'), { slotsPerCard: 50 });
  return slotsOf(cards).some(({ id, remaining }) => id === appointment!.slot.id && remaining > 0);
}

const known = (id: string): Promise<Appointment> =>
  caller(demonstration, 'regulator').appointments.get(id);

test('taken back within ten seconds: nothing is left of it, at the practice either', async (t) => {
  const { page, complaints } = await decided();
  t.after(() => page.context().close());
  const { cell, made } = await book(page);
  assert.equal((await focused(page)).text, 'C’est réservé');
  assert.equal(made.followUp, 'booked');
  assert.equal(made.appointment?.source?.kind, 'editor');
  assert.ok(await program.reads(made.reference!));
  assert.equal(await isFree(made.appointment), false);
  const read = page.getByRole('region', { name: 'À lire au patient' });
  assert.match(await read.innerText(), new RegExp(made.reference!));
  assert.deepEqual(await violations(page), []);

  await page.keyboard.press('z');
  await heading(page, 'Où va le patient ?');
  await page.getByText('C’est repris : rien n’est noté, rien n’est réservé.').waitFor();
  assert.equal((await focused(page)).text, 'Où va le patient ?');
  assert.equal((await known(made.appointment.id)).status, 'cancelled');
  assert.equal(await program.reads(made.reference!), false);
  const seen = await caller(demonstration, 'regulator').orientations.get(made.id);
  assert.deepEqual([seen.state, seen.attention], ['withdrawn', null]);
  assert.equal(await isFree(made.appointment), true);
  await page.getByRole('gridcell', { name: cell }).waitFor();
  const unexpected = complaints.filter((text) => !text.startsWith('Failed to load resource'));
  assert.deepEqual(unexpected, []);
});

test('after ten seconds it is no more taken back: the practice keeps it', async (t) => {
  const { page } = await decided();
  t.after(() => page.context().close());
  const { made, at } = await book(page);
  const undo = page.getByRole('button', { name: /^Reprendre/ });
  await undo.focus();
  await undo.waitFor({ state: 'detached' });
  const passed = performance.now() - at;
  assert.ok(passed > UNDO_MS - 1_000 && passed < UNDO_MS + 3_000, `${passed} ms`);
  assert.equal((await focused(page)).text, 'C’est réservé');

  await page.keyboard.press('z');
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Qui a décidé ?' }).waitFor();
  assert.ok(await program.reads(made.reference!));
  assert.equal((await known(made.appointment!.id)).status, 'booked');
  const seen = await caller(demonstration, 'regulator').orientations.get(made.id);
  assert.deepEqual([seen.state, seen.followUp], ['done', 'booked']);
  assert.equal(await isFree(made.appointment), false);
});
