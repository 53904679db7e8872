import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildSearchLink, type LinkSearch } from '@sas-kit/fhir/link';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { FIRST_PRACTITIONER } from './publishing/agendas.ts';
import { newReader, openBrowser, tabTo, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
/** What may stand in no address, no storage, no header and no log. */
const TOLD = /venelle|galets-secrets|Vaudrelle|Aline|streetname/i;
const ADDRESS = {
  streetNumber: '4217',
  streetName: 'venelle des Galets-Secrets',
  inseeCode: '76351',
};

const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy()];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
});
after(() => demonstration.close());

/** The address that dispatch software opens. */
function link(search: Partial<LinkSearch> = {}): string {
  const rpps = FIRST_PRACTITIONER.slice(1);
  const known = { origin: 'SAMU76', address: ADDRESS, practitioner: { rpps } };
  return buildSearchLink(demonstration.address, { ...known, ...search });
}

async function reader(width = 1280, options: Parameters<typeof newReader>[1] = {}) {
  const made = await newReader(browser, { viewport: { width, height: 800 }, ...options });
  await made.page.clock.setFixedTime(MOMENT);
  return made;
}

/** Signs in where the page asks for it, and accepts the terms, the first time. */
async function signIn(page: Page, name = 'Maël Corvignac'): Promise<void> {
  await page.locator('#visiteur a').click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${demonstration.address}/espace/recherche`);
  await page
    .locator('#accepter, #refus h2, #recherche sas-availability')
    .filter({ visible: true })
    .first()
    .waitFor();
  const accept = page.locator('#accepter');
  if (await accept.isVisible()) await accept.click();
}

/** The page with the search of a link, as a regulator sees it. */
async function opened() {
  const made = await reader();
  await made.page.goto(link());
  await signIn(made.page);
  await made.page.locator('#transmise').waitFor();
  return made;
}

test('the address is clean at once, the search waits for the sign-in, and comes back', async () => {
  const { page } = await reader();
  const asked: string[] = [];
  const told: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${demonstration.address}/sas/recherche?`))
      asked.push(request.url());
    told.push(request.headers()['referer'] ?? '', request.postData() ?? '');
  });
  await page.goto(link());
  assert.equal(page.url(), `${demonstration.address}/espace/recherche`);
  await page.getByRole('heading', { name: 'Vous n’êtes pas connecté' }).waitFor();
  await page.getByText('est gardée').waitFor();
  await signIn(page);
  await page.getByRole('heading', { name: 'Recherche transmise par SAMU76' }).waitFor();
  assert.equal(
    await page.locator('#lieu').innerText(),
    '4217 venelle des Galets-Secrets, Le Havre',
  );
  assert.equal(await page.locator('#medecin').innerText(), 'Aline Vaudrelle');
  await page.locator('sas-availability .card').first().waitFor();
  assert.doesNotMatch(asked.join('\n'), TOLD, 'an address that was asked for');
  assert.doesNotMatch(told.join('\n'), TOLD, 'a referrer or a body');
  assert.doesNotMatch(page.url(), TOLD);
  assert.doesNotMatch(
    await page.evaluate(() =>
      JSON.stringify([
        { ...sessionStorage },
        { ...localStorage },
        history.state,
        document.referrer,
        document.cookie,
      ]),
    ),
    TOLD,
  );
  await page.context().close();
});

test('what is behind in the history of the tab tells nothing', async () => {
  const { page } = await reader();
  await page.goto(`${demonstration.address}/simple.html`);
  await page.goto(link());
  await signIn(page);
  await page.locator('#transmise').waitFor();
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  assert.ok(entries.length >= 3);
  assert.doesNotMatch(JSON.stringify(entries), TOLD);
  await page.context().close();
});

test('the own doctor comes first, under a banner, and nowhere else', async () => {
  const { page, complaints } = await opened();
  const search = page.locator('sas-availability');
  const banner = search.getByRole('heading', { name: 'Médecin traitant' });
  await banner.waitFor();
  const [first] = await search.locator('.card .subtitle').allInnerTexts();
  assert.equal(first, 'Aline Vaudrelle');
  const names = await search.locator('.card .subtitle').allInnerTexts();
  assert.equal(names.filter((name) => name === 'Aline Vaudrelle').length, 1);
  assert.equal(await search.locator('#place').inputValue(), 'Le Havre');
  assert.deepEqual(
    complaints.filter((text) => !text.includes('401')),
    [],
  );
  await page.context().close();
});

test('an own doctor who is not identified is told in words, and the search goes on', async () => {
  for (const [practitioner, words] of [
    [
      'Dr Sansnom',
      'Le médecin traitant transmis par le logiciel de régulation n’a pas pu être identifié.',
    ],
    [undefined, 'Le logiciel de régulation n’a pas transmis de médecin traitant.'],
  ] as const) {
    const search = { origin: 'SAMU76', address: ADDRESS, ...(practitioner && { practitioner }) };
    const { page } = await reader();
    await page.goto(buildSearchLink(demonstration.address, search));
    await signIn(page);
    await page.getByText(words).waitFor();
    await page.locator('sas-availability .card').first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(/own doctor.*could not be identified|sent no own doctor/).waitFor();
    await page.getByRole('heading', { name: 'Find a slot for a caller' }).waitFor();
    await page.getByRole('heading', { name: 'Free slots within 48 hours' }).waitFor();
    await page.context().close();
  }
});

test('a missing city is told in words, and asked for', async () => {
  const { page } = await reader();
  await page.goto(`${demonstration.address}/sas/recherche?origin=SAMU76&streetname=venelle`);
  await signIn(page);
  await page.getByText('n’a pas transmis de commune').waitFor();
  const search = page.locator('sas-availability');
  assert.equal(await search.locator('#place').inputValue(), '');
  await search.locator('#place').fill('Fécamp');
  await search.getByRole('button', { name: 'Chercher' }).click();
  await search.locator('.card').first().waitFor();
  await page.context().close();
});

test('software that is not known is told so, in place of a search', async () => {
  const { page } = await reader(320, { bypassCSP: true });
  await page.goto(link({ origin: 'AILLEURS' }));
  await page
    .getByRole('heading', { name: 'Ce logiciel de régulation n’est pas connu ici' })
    .waitFor();
  assert.equal(page.url(), `${demonstration.address}/sas/recherche?refusal=origin-unknown`);
  assert.deepEqual(await violations(page), []);
  await page.getByRole('link', { name: 'Ouvrir la recherche' }).click();
  await page.getByRole('heading', { name: 'Vous n’êtes pas connecté' }).waitFor();
  await page.context().close();
});

test('a practitioner who does not regulate opens no search that was handed over', async () => {
  const { page } = await reader();
  await page.goto(link());
  await signIn(page, 'Aline Vaudrelle');
  await page.getByRole('heading', { name: 'Votre rôle n’ouvre pas cette recherche' }).waitFor();
  assert.equal(await page.locator('sas-availability').count(), 0);
  await page.context().close();
});

test('the terms accepted with a double click open one search', async () => {
  const { page } = await reader();
  const accepted: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/session/terms')) accepted.push(request.method());
  });
  await page.goto(`${demonstration.address}/espace/recherche`);
  await page.locator('#visiteur a').click();
  await page.getByRole('button', { name: 'Jordan Vasselin' }).click();
  await page.locator('#accepter').dblclick();
  await page.locator('sas-availability').waitFor();
  assert.deepEqual(accepted, ['POST']);
  await page.context().close();
});

test('loaded again, the page shows the same search; after a quarter of an hour it says to open it again', async () => {
  const { page } = await opened();
  await page.reload();
  await page.getByRole('heading', { name: 'Recherche transmise par SAMU76' }).waitFor();
  const { database } = demonstration.platform;
  await database.query(`update clock set shift = shift + interval '16 minutes'`);
  await page.reload();
  await page.getByText('rouvrez-la depuis votre logiciel').waitFor();
  await database.query(`update clock set shift = shift - interval '16 minutes'`);
  await page.context().close();
});

test('the page has no fault that axe finds, at 320 and 1280 px, light and dark', async () => {
  for (const width of [320, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await reader(width, { colorScheme, bypassCSP: true });
      await page.goto(link({ practitioner: 'Dr Sansnom' }));
      await page.locator('#visiteur').waitFor();
      assert.deepEqual(await violations(page), [], `${width} ${colorScheme} signed out`);
      await signIn(page);
      await page.locator('sas-availability .card').first().waitFor();
      assert.deepEqual(await violations(page), [], `${width} ${colorScheme}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      await page.context().close();
    }
  }
});

test('the keyboard reaches the search, its place and a slot', async () => {
  const { page } = await opened();
  await page.locator('sas-availability [role=gridcell]').first().waitFor();
  await tabTo(page, '#langue');
  await tabTo(page, '#place');
  await tabTo(page, 'gridcell');
  await page.context().close();
});
