/** The list of a desk fills the element above it, by keyboard alone: another appointment, a decision that waits. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Orientation } from '@sas-kit/client';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { FIRST_PRACTITIONER } from './publishing/agendas.ts';
import { focused, newReader, openBrowser, tabTo, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { bookable, caller, cardsAround } from './testing/offers.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const CASE = 'SAMU76-2026-0412';
const OTHER_CASE = 'SAMU76-2026-0413';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
  await caller(demonstration, 'administrator').transmissions.replaceDispatch('le-havre-fecamp', {
    hubRecipient: 'fr.health.test.samu760',
    desk: { family: 'RÉGULATION', given: 'Démonstration', email: 'regulation@samu.example' },
  });
});
after(() => demonstration?.close());

/** The operator of the demonstration at their desk: their own case on screen, their list below. */
async function sitDown(t: { after(end: () => Promise<void>): void }): Promise<Page> {
  // For axe, which is put into the page as no page would be.
  const { page } = await newReader(browser, {
    viewport: { width: 1280, height: 900 },
    bypassCSP: true,
  });
  t.after(() => page.context().close());
  await page.clock.setFixedTime(MOMENT);
  await page.goto(`${demonstration.address}/espace`);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Jordan Vasselin' }).click();
  await page.waitForURL(`${demonstration.address}/espace`);
  await page.getByRole('heading', { name: 'Jordan Vasselin', exact: true }).waitFor();
  const accept = page.getByRole('button', { name: 'J’accepte' });
  if (await accept.isVisible()) await accept.click();
  await page.getByRole('heading', { name: 'Qui a décidé ?' }).waitFor();
  await listOf(page).getByText('À jour, en direct.').waitFor();
  return page;
}

const listOf = (page: Page) => page.locator('sas-orientation-list');
const deskOf = (page: Page) => page.locator('sas-orientation');

/** Records as whoever sits in front of the page. */
const record = (page: Page, body: object) =>
  page.evaluate(async (sent): Promise<Orientation> => {
    const response = await fetch('/v1/orientations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(sent),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json() as Promise<Orientation>;
  }, body);

/** An appointment of the first practice, of what a doctor decided in the dispatch program. */
async function book(page: Page): Promise<Orientation> {
  const cards = await cardsAround(caller(demonstration, 'regulator'), { slotsPerCard: 50 });
  const [slot] = bookable(
    cards.filter(({ practitioner }) => practitioner?.nationalId === FIRST_PRACTITIONER),
  );
  return record(page, {
    outcome: 'unscheduled-consultation',
    decision: { kind: 'dispatch-case', role: 'regulator', decidedAt: '2026-11-23T08:00:00+01:00' },
    caseRef: CASE,
    insee: '76351',
    slotId: slot!.id,
  });
}

/** When the page shows an alarm, on this machine's clock: that of the page stands still. */
async function watchAlarm(page: Page): Promise<{ shown: Promise<number> }> {
  let seen: (at: number) => void;
  const shown = new Promise<number>((resolve) => (seen = resolve));
  await page.exposeFunction('alarmShown', () => seen(performance.now()));
  await listOf(page).evaluate((list) => {
    const { alarmShown } = globalThis as unknown as { alarmShown: () => void };
    const observer = new MutationObserver(() => {
      if (list.shadowRoot!.querySelector('[part=alarm]') === null) return;
      observer.disconnect();
      alarmShown();
    });
    observer.observe(list.shadowRoot!, { childList: true, subtree: true });
  });
  return { shown };
}

const heading = (page: Page, name: string) =>
  deskOf(page).getByRole('heading', { name, exact: true }).first().waitFor();

/** Presses Tab to a slot of the search, and Enter. */
async function takeSlot(page: Page): Promise<void> {
  await deskOf(page).getByRole('gridcell').first().waitFor();
  await tabTo(page, 'gridcell', 120);
  await page.keyboard.press('Enter');
  await heading(page, 'Vérifiez, puis notez');
  assert.equal((await focused(page)).text, 'Vérifiez, puis notez');
}

/** What dispatch software is told of an appointment, in order. */
const told = async (appointment: string) =>
  (
    await demonstration.platform.database.query<{ method: string }>(
      'select method from transmission where appointment_id = $1 order by number',
      [appointment],
    )
  ).map(({ method }) => method);

test('an absence over a booked slot: an alarm within a second, another slot, dispatch software is told', async (t) => {
  const page = await sitDown(t);
  const list = listOf(page);
  assert.equal(await list.getByRole('radio', { name: 'Les miennes' }).isChecked(), true);
  const made = await book(page);
  const { id, slot } = made.appointment!;
  const row = list.locator(`[data-id="${made.id}"]`);
  await row.getByText('réservé').waitFor();

  const { shown } = await watchAlarm(page);
  const practice = caller(demonstration, 'practitioner');
  const { items } = await practice.schedules.list();
  await practice.absences.create(items[0]!.id, { from: slot.start, to: slot.end });
  const answered = performance.now();
  assert.ok((await shown) - answered < 1000, 'the alarm comes within a second');
  await list.getByRole('heading', { name: 'À traiter (1)' }).waitFor();

  await tabTo(page, `#${made.id}-acknowledge`, 200);
  await page.keyboard.press('c');
  await heading(page, 'Où va le patient ?');
  assert.equal((await focused(page)).text, 'Où va le patient ?');
  await deskOf(page)
    .getByText(/^À la place du rendez-vous/)
    .waitFor();
  await deskOf(page).locator('.head').getByText(CASE).waitFor();
  assert.deepEqual(await violations(page), []);
  await takeSlot(page);
  await deskOf(page).getByText('Ce rendez-vous sera déplacé.').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Enter');
  await heading(page, 'C’est déplacé');
  assert.equal((await focused(page)).text, 'C’est déplacé');

  assert.deepEqual(await told(id), ['CreateAppointment', 'UpdateAppointment']);
  const moved = await caller(demonstration, 'regulator').orientations.get(made.id);
  assert.deepEqual([moved.appointmentId, moved.caseRef], [id, CASE]);
  assert.notEqual(moved.appointment?.slot.id, slot.id);

  await tabTo(page, `#${made.id}-acknowledge`, 200);
  await page.keyboard.press('v');
  await list.getByRole('heading', { name: /^À traiter/ }).waitFor({ state: 'detached' });
});

test('a decision that waits, in the list of another case: asked before what is under way is left', async (t) => {
  const page = await sitDown(t);
  const waiting = await caller(demonstration, 'regulator').orientations.create({
    outcome: 'unscheduled-consultation',
    decision: { kind: 'own' },
    caseRef: OTHER_CASE,
    insee: '76351',
  });
  const execute = `#${waiting.id}-execute`;
  await listOf(page).locator(`[data-id="${waiting.id}"]`).waitFor();

  await tabTo(page, 'Un médecin, dans le logiciel de régulation', 200);
  await page.keyboard.press('Enter');
  await tabTo(page, execute, 200);
  await page.keyboard.press('Enter');
  await deskOf(page).getByText('Une orientation est commencée').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await deskOf(page).getByText('Une orientation est commencée').waitFor({ state: 'detached' });
  await deskOf(page).getByText('Heure de la décision').waitFor();

  await tabTo(page, execute, 200);
  await page.keyboard.press('Enter');
  await deskOf(page).getByText('Une orientation est commencée').waitFor();
  await page.keyboard.press('x');
  await heading(page, 'Où va le patient ?');
  await takeSlot(page);
  await page.keyboard.press('Enter');
  await heading(page, 'C’est réservé');
  const decided = await caller(demonstration, 'regulator').orientations.get(waiting.id);
  assert.equal(decided.state, 'executed');
  const made = await caller(demonstration, 'regulator').orientations.get(decided.executedIn!);
  assert.equal(made.caseRef, OTHER_CASE);
});
