/** The desk of a regulation centre by keyboard alone: each outcome, and each way of booking. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Orientation } from '@sas-kit/client';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { focused, newReader, openBrowser, tabTo, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const CASE = 'DEMO-2026-0001';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
});
after(() => demonstration?.close());

/** Signs in at `/espace`, where the desk is. */
async function sitDown(name: string): Promise<{ page: Page; complaints: string[] }> {
  const reader = await newReader(browser, {
    viewport: { width: 1280, height: 900 },
    // For axe, which is put into the page as no page would be.
    bypassCSP: true,
  });
  const { page } = reader;
  await page.clock.setFixedTime(MOMENT);
  await page.goto(`${demonstration.address}/espace`);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${demonstration.address}/espace`);
  await page.getByRole('heading', { name, exact: true }).waitFor();
  const accept = page.getByRole('button', { name: 'J’accepte' });
  if (await accept.isVisible()) await accept.click();
  await page.getByRole('heading', { name: 'Qui a décidé ?' }).waitFor();
  await tabTo(page, '#shortcuts', 200);
  return reader;
}

/** What scripts complain of; the browser itself tells of each answer that is refused. */
const unexpected = (complaints: readonly string[]) =>
  complaints.filter((text) => !text.startsWith('Failed to load resource'));

/** Presses keys one by one: letters of the desk, as they stand on its buttons. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).first().waitFor();

/** Records what the recap says, and answers what the platform has of it. */
async function record(page: Page, title: string): Promise<Orientation> {
  await heading(page, 'Vérifiez, puis notez');
  assert.equal((await focused(page)).text, 'Vérifiez, puis notez');
  await press(page, 'Enter');
  await heading(page, title);
  assert.equal((await focused(page)).text, title);
  const { items } = (await page.evaluate(
    async (path) => (await fetch(path)).json(),
    `/v1/orientations?caseRef=${CASE}&mine=true&limit=1`,
  )) as { items: Orientation[] };
  return items[0]!;
}

/** The next case, with the focus on its heading. */
async function another(page: Page): Promise<void> {
  await press(page, 'n');
  await heading(page, 'Qu’a décidé le médecin ?');
}

/** Presses Tab to a slot of the search, and Enter. */
async function takeSlot(page: Page): Promise<void> {
  await page.getByRole('gridcell').first().waitFor();
  await tabTo(page, 'gridcell', 120);
  await press(page, 'Enter');
}

/** Writes a time as it is typed in a field of the browser, whatever clock it shows. */
async function writeTime(page: Page, field: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type('0805A');
}

/** Chooses in a list of the browser by its arrows. */
async function choose(page: Page, field: string, index: number): Promise<void> {
  await tabTo(page, field);
  for (let at = 0; at < index; at += 1) await press(page, 'ArrowDown');
}

test('a doctor records every outcome by keyboard alone', async (t) => {
  const { page, complaints } = await sitDown('Maël Corvignac');
  t.after(() => page.close());

  const recorded: [keys: string, outcome: Orientation['outcome'], form: Orientation['form']][] = [
    ['a', 'advice', null],
    ['r', 'advice', 'phone-prescription'],
    ['u', 'emergency-department', null],
  ];
  for (const [key, outcome, form] of recorded) {
    await t.test([outcome, form].filter(Boolean).join(', '), async () => {
      await press(page, 'm', key, 'n');
      const made = await record(page, 'C’est noté');
      assert.deepEqual([made.outcome, made.form, made.state], [outcome, form, 'done']);
      assert.deepEqual([made.decision.kind, made.decision.role], ['own', 'regulator']);
      assert.deepEqual(await violations(page), []);
      await another(page);
    });
  }

  const triggered: [key: string, outcome: Orientation['outcome']][] = [
    ['b', 'ambulance'],
    ['s', 'smur'],
    ['q', 'other-prehospital-team'],
  ];
  for (const [key, outcome] of triggered) {
    await t.test(`${outcome}, triggered in the dispatch software`, async () => {
      await press(page, 'm', key);
      await writeTime(page, '#triggered-at');
      await tabTo(page, 'Continuer');
      await press(page, 'n');
      const made = await record(page, 'C’est noté');
      assert.equal(made.outcome, outcome);
      assert.equal(made.triggeredAt, '2026-11-23T08:05:00+01:00');
      assert.equal(made.caseRef, CASE);
      assert.equal(made.appointment, null);
      await page.getByText(`à 8 h 05, dossier ${CASE}`).waitFor();
      await another(page);
    });
  }

  await t.test('a consultation is left to an operator', async () => {
    await press(page, 'm', 'c', 'n');
    await heading(page, 'Où va le patient ?');
    await press(page, 'w');
    const made = await record(page, 'C’est noté');
    assert.equal(made.state, 'to-execute');
    await another(page);
  });
  assert.deepEqual(unexpected(complaints), []);
});

test('an operator carries out, by keyboard alone, in each way', async (t) => {
  const { page, complaints } = await sitDown('Jordan Vasselin');
  t.after(() => page.close());
  const stated = async (form: string) => {
    await press(page, 'l', 'g', form);
    await writeTime(page, '#decided-at');
    await tabTo(page, 'Continuer');
    await press(page, 'n');
    await heading(page, 'Où va le patient ?');
  };

  await t.test('what a doctor recorded: a slot of the platform, read to the patient', async () => {
    await press(page, 'd');
    await tabTo(page, 'Le Havre, Consultation');
    await press(page, 'Enter', 'n');
    await heading(page, 'Où va le patient ?');
    assert.deepEqual(await violations(page), []);
    await takeSlot(page);
    const made = await record(page, 'C’est réservé');
    assert.equal(made.decision.kind, 'orientation');
    assert.equal(made.decision.role, 'regulator');
    assert.equal(made.followUp, 'booked');
    const read = page.getByRole('region', { name: 'À lire au patient' });
    assert.ok((await read.innerText()).includes(made.reference!));
    assert.deepEqual(await violations(page), []);
    await another(page);
  });

  await t.test('a home visit that a doctor decided in the dispatch software', async () => {
    await stated('v');
    await takeSlot(page);
    const made = await record(page, 'C’est réservé');
    assert.equal(made.form, 'home-visit');
    assert.equal(made.decision.kind, 'dispatch-case');
    assert.equal(made.decision.decidedAt, '2026-11-23T08:05:00+01:00');
    assert.deepEqual(made.appointment?.slot.modalities, ['HH']);
    await another(page);
  });

  await t.test('beside the slots, once the practice said yes', async () => {
    await stated('c');
    await press(page, 'b');
    await heading(page, 'Hors créneaux : qui appeler ?');
    await page.getByRole('button', { name: /Marestin/ }).waitFor();
    await tabTo(page, 'Inès Marestin');
    await press(page, 'Enter', 'y');
    await page.getByLabel('Jour', { exact: true }).waitFor();
    await choose(page, '#beside-date', 2);
    await choose(page, '#beside-time', 3);
    assert.deepEqual(await violations(page), []);
    await tabTo(page, 'Continuer');
    await press(page, 'n');
    const made = await record(page, 'C’est réservé');
    assert.equal(made.appointment?.overbooked, true);
    assert.equal(made.appointment?.slot.start, '2026-11-24T00:30:00+01:00');
    await another(page);
  });

  await t.test('SOS Médecins, by telephone', async () => {
    await stated('c');
    await press(page, 's');
    await page.getByRole('button', { name: /SOS Médecins de démonstration/ }).waitFor();
    await tabTo(page, 'SOS Médecins de démonstration');
    await press(page, 'Enter', 'y');
    await page.getByRole('button', { name: 'Continuer' }).waitFor();
    await press(page, 'n');
    const made = await record(page, 'C’est noté');
    assert.equal(made.recipient?.kind, 'sos');
    assert.equal(made.category, 'SOS');
    assert.deepEqual(await violations(page), []);
    await another(page);
  });

  await t.test('under a protocol, whose version is shown', async () => {
    await press(page, 'p');
    await tabTo(page, 'Consultation non programmée');
    assert.match((await focused(page)).text, /version 1$/);
    await press(page, 'Enter', 'c', 'n');
    await heading(page, 'Où va le patient ?');
    await takeSlot(page);
    const made = await record(page, 'C’est réservé');
    assert.deepEqual([made.decision.kind, made.decision.version], ['protocol', 1]);
    await another(page);
  });

  await t.test(
    'a slot that is booked on its vendor’s page, of which is said what came of it',
    async () => {
      await stated('c');
      const link = page.locator('sas-orientation a[data-cell]').first();
      await link.waitFor();
      const opened = page.waitForEvent('popup');
      await link.focus();
      await press(page, 'Enter');
      await (await opened).close();
      await page.locator('.departure .button:not([aria-disabled])').first().waitFor();
      await tabTo(page, 'Réservé', 200);
      await press(page, 'Enter');
      const made = await record(page, 'C’est réservé');
      assert.equal(made.appointment?.source?.kind, 'editor');
      await another(page);
    },
  );

  await t.test('or gives the patient back to the doctor: nothing is recorded', async () => {
    await stated('t');
    await press(page, 'r');
    await page.getByText('À rendre au médecin régulateur').waitFor();
    assert.match((await focused(page)).text, /^À rendre au médecin régulateur/);
  });
  assert.deepEqual(unexpected(complaints), []);
});
