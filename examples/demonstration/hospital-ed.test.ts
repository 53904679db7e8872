/** The desk of an emergency department beside the demonstration: from its home page to the sheet. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { SCHEME } from './publishing/scheme.ts';
import { newReader, openBrowser, tabTo, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { bookable, caller, cardsAround } from './testing/offers.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const SMALL = { width: 320, height: 900 };
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

/** Says who leaves, by letters alone, and stands before the slots. */
async function say(page: Page): Promise<void> {
  const flow = page.locator('sas-orientation');
  await flow.getByRole('button', { name: /^Réorientation à l’accueil/ }).waitFor();
  await tabTo(page, 'Réorientation à l’accueil');
  for (const key of ['Enter', 'c', 'a', 'o']) await page.keyboard.press(key);
  // Until the page's commune is found, the element asks for it.
  const search = flow.locator('sas-availability');
  for (let press = 0; press < 1000 && (await search.count()) === 0; press += 1) {
    await page.keyboard.press('n');
    await flow.locator('sas-availability, .missing').first().waitFor();
  }
  await flow.locator('[role=gridcell]').first().waitFor();
}

test('by keyboard alone on a small screen: a redirection is made, and what is printed is there', async () => {
  const { page, complaints } = await newReader(browser, { viewport: SMALL });
  await page.goto(`${demonstration.address}/`);
  await page.getByRole('link', { name: 'Exemple : accueil des urgences' }).press('Enter');
  const list = page.locator('sas-orientation-list');
  await list.getByText('Aucune orientation aujourd’hui.').waitFor();
  await say(page);
  const flow = page.locator('sas-orientation');
  const names = await flow.locator('.card .subtitle').allInnerTexts();
  assert.ok(names.length > 0 && names.every((name) => name.includes('Cauvremont')), names.join());
  await tabTo(page, 'gridcell');
  await page.keyboard.press('Enter');
  await flow.locator('.recap', { hasText: 'consignes remises' }).waitFor();
  await page.getByText('Garder la personne aux urgences est toujours possible').waitFor();
  await page.keyboard.press('Enter');
  await flow.getByRole('heading', { name: 'À lire au patient' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await flow.getByText('Vous pouvez revenir aux urgences à tout moment').waitFor();
  await page.emulateMedia({ media: 'screen' });
  await list.getByText('Cauvremont').first().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= SMALL.width, `${wide} px wide`);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('whoever is kept is in no record; every step is accessible, and the reminder stays in sight', async () => {
  // The policy of the page admits no script of a test.
  const { page } = await newReader(browser, { viewport: SMALL, bypassCSP: true });
  await page.goto(`${demonstration.address}/accueil-des-urgences`);
  await page.locator('sas-orientation-list').getByRole('heading').first().waitFor();
  const before = await recorded();
  await say(page);
  assert.deepEqual(await violations(page), []);
  assert.ok(
    await page.locator('.reminder').evaluate((reminder) => {
      window.scrollTo(0, document.body.scrollHeight);
      const { top, bottom } = reminder.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }),
  );
  await page.keyboard.press('u');
  await page.getByText('Rien n’est noté, rien n’est réservé.').first().waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal(await recorded(), before);
  await page.context().close();
});

async function recorded(): Promise<number> {
  const rows = await demonstration.platform.database.query('select 1 from orientation');
  return rows.length;
}

test('with the token of its page a practice outside the scheme is not found, and cannot be chosen', async () => {
  const arrived = await fetch(`${demonstration.address}/accueil-des-urgences`);
  const { origin } = new URL(arrived.url);
  const cookie = arrived.headers.get('set-cookie')!.split(';')[0]!;
  const session = await fetch(`${origin}/token`, { method: 'POST', headers: { cookie } });
  const { token } = (await session.json()) as { token: string };
  const ask = (path: string, body?: object) =>
    fetch(`${demonstration.address}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        ...{ authorization: `Bearer ${token}`, origin, 'content-type': 'application/json' },
        'idempotency-key': crypto.randomUUID(),
      },
    });
  const cards = await cardsAround(caller(demonstration, 'regulator'), { slotsPerCard: 50 });
  const others = cards.filter(
    ({ practitioner }) => !SCHEME.includes(practitioner?.nationalId ?? ''),
  );
  const outside = bookable(others).find(({ visibility }) => visibility.includes('PUBLIC'));
  const found = await (
    await ask('/v1/availability?insee=76351&specialty=SM54&redirection=true')
  ).text();
  assert.ok(SCHEME.some((id) => found.includes(id)));
  assert.ok(!found.includes(outside!.id));
  const [protocol] = (
    (await (await ask('/v1/protocols?purpose=redirection')).json()) as {
      items: { id: string; version: number }[];
    }
  ).items;
  const refused = await ask('/v1/orientations', {
    outcome: 'unscheduled-consultation',
    decision: {
      ...{ kind: 'protocol', id: protocol!.id, version: protocol!.version },
      assessedBy: 'triage-nurse',
    },
    insee: '76351',
    instructionsGiven: true,
    slotId: outside!.id,
  });
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /outside-scheme/);
});
