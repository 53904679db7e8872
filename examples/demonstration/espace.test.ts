import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { AGENDAS, FIRST_PRACTITIONER } from './publishing/agendas.ts';
import { PEOPLE } from './sign-in/people.ts';
import { newReader, openBrowser, violations } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { VENDORS } from './vendors/offices.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const COOKIE = 'sas-session';
/** Doctors in the directory whose agendas are at a vendor's. */
const OFFICES = VENDORS.flatMap(({ offices }) => offices).length;

const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy()];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
});
after(() => demonstration.close());

/** Opens `/espace` in a browser of its own and signs in as one of the people. */
async function signIn(name: string): Promise<{ page: Page; complaints: string[] }> {
  const reader = await newReader(browser);
  const { page } = reader;
  await page.clock.setFixedTime(MOMENT);
  await page.goto(`${demonstration.address}/espace`);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${demonstration.address}/espace`);
  return reader;
}

/** Signs in and accepts the terms of use, the first time. */
async function enter(name: string): Promise<{ page: Page; complaints: string[] }> {
  const reader = await signIn(name);
  await reader.page.getByRole('heading', { name, exact: true }).waitFor();
  const accept = reader.page.getByRole('button', { name: 'J’accepte' });
  if (await accept.isVisible()) await accept.click();
  await reader.page.getByText('Connecté.').waitFor();
  return reader;
}

/** The browser itself tells of answers that are refused. */
const withoutRefusals = (complaints: readonly string[]) =>
  complaints.filter((text) => !/Failed to load resource: .* status of 40[13]/.test(text));

/** What the page, with the session of its browser, is answered. */
const ask = (page: Page, path: string): Promise<{ status: number; body: any }> =>
  page.evaluate(async (address) => {
    const response = await fetch(address);
    return { status: response.status, body: await response.json() };
  }, path);

/** How many slots of a search are for regulators alone. */
async function regulatedSlots(page: Page): Promise<number> {
  const { body } = await ask(page, '/v1/availability?insee=76351&specialty=SM54&slotsPerCard=200');
  const slots = body.items.flatMap((card: { slots: unknown[] }) => card.slots);
  return slots.filter(({ visibility }: { visibility: string[] }) => visibility.join() === 'SNP')
    .length;
}

interface Expected {
  name: string;
  roles: string;
  /** Status of what its session asks. */
  accounts: 200 | 403;
  audit: 200 | 403;
  schedules: 200 | 403;
  appointments: 200 | 403;
  /** Agendas that it manages, slots for regulators that it finds. */
  agendas: 'none' | 'own' | 'all';
  regulated: 'own' | 'none' | 'all';
}

/** What the table of rights gives to each of them. */
const TABLE: Expected[] = [
  {
    name: 'Maël Corvignac',
    roles: 'professionnel, médecin régulateur',
    accounts: 403,
    audit: 403,
    schedules: 200,
    appointments: 200,
    agendas: 'none',
    regulated: 'all',
  },
  {
    name: 'Aline Vaudrelle',
    roles: 'professionnel',
    accounts: 403,
    audit: 403,
    schedules: 200,
    appointments: 200,
    agendas: 'own',
    regulated: 'own',
  },
  {
    name: 'Sabine Ortelande',
    roles: 'délégataire',
    accounts: 403,
    audit: 403,
    schedules: 200,
    appointments: 200,
    agendas: 'none',
    regulated: 'none',
  },
  {
    name: 'Édouard Plumereau',
    roles: 'administrateur',
    accounts: 200,
    audit: 200,
    schedules: 200,
    appointments: 200,
    agendas: 'all',
    regulated: 'all',
  },
];

for (const { name, roles, agendas, regulated, ...statuses } of TABLE) {
  test(`${name} signs in and sees what its roles give, and nothing else`, async () => {
    const { page, complaints } = await enter(name);
    assert.equal(await page.locator('#roles').innerText(), roles);
    for (const [resource, status] of Object.entries(statuses)) {
      assert.equal((await ask(page, `/v1/${resource}`)).status, status, resource);
    }
    const { body } = await ask(page, '/v1/schedules?limit=100');
    const kept = { none: 0, own: 1, all: AGENDAS.length + OFFICES }[agendas];
    assert.equal(body.items.length, kept);
    const found = await regulatedSlots(page);
    if (regulated === 'none') assert.equal(found, 0);
    else assert.ok(regulated === 'all' ? found > 6 : found > 0 && found <= 6, `${found} SNP`);
    assert.deepEqual(withoutRefusals(complaints), []);
    await page.context().close();
  });
}

test('no role, no right and no territory is told by its code', async () => {
  for (const { given, family } of PEOPLE.filter(({ key }) => key !== 'inconnu')) {
    const name = `${given} ${family}`;
    const { page } = await signIn(name);
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByText('Ce que vous pouvez faire').click();
    assert.match((await page.locator('#fin').textContent())!, / 2026 à \d+\u00a0h(\u00a0\d\d)?$/);
    const rights = await page.locator('#droits li').allInnerTexts();
    assert.ok(rights.length > 5, name);
    const told = [...rights, await page.locator('#roles, #territoires').allInnerTexts()].join();
    assert.doesNotMatch(told, /[a-z]:[a-z]|[a-z]-fecamp|regulator|operator|nurse|manager/, name);
    await page.context().close();
  }
});

test('a practitioner keeps her agenda by the session of the page, without a token', async () => {
  const { page } = await enter('Aline Vaudrelle');
  await page.locator('sas-agenda [part~=week] button').first().waitFor();
  await page.getByRole('heading', { name: 'Agenda d’Aline Vaudrelle' }).waitFor();
  const cookies = await page.context().cookies();
  const session = cookies.find((cookie) => cookie.name === COOKIE)!;
  assert.deepEqual([session.httpOnly, session.sameSite], [true, 'Lax']);
  assert.equal(await page.evaluate(() => document.cookie), '');
  await page.context().close();
});

test('a practitioner says how she takes part, and leads no territory', async () => {
  const { page, complaints } = await enter('Aline Vaudrelle');
  const participation = page.locator('sas-participation');
  await participation.getByText(FIRST_PRACTITIONER).waitFor();
  assert.equal(await page.locator('sas-territory-settings').count(), 0);
  assert.deepEqual(withoutRefusals(complaints), []);
  await page.context().close();
});

test('a practitioner sees the figures of her own agenda, said to be simulated', async () => {
  const { page, complaints } = await enter('Aline Vaudrelle');
  const figures = page.locator('sas-statistics');
  await figures.getByRole('heading', { name: 'Chiffres de vos agendas' }).waitFor();
  await figures.getByRole('img', { name: /^Graphique\. Créneaux publiés et utilisés/ }).waitFor();
  await figures.getByText(/^Chiffres simulés/).waitFor();
  const { body } = await ask(page, '/v1/statistics/agenda?from=2026-10-26&to=2026-11-22&step=week');
  const told = await figures.locator('.key .value').allInnerTexts();
  assert.deepEqual(told.slice(0, 2), [String(body.total.published), String(body.total.used)]);
  assert.deepEqual(withoutRefusals(complaints), []);
  await page.context().close();
});

test('the manager of a structure says how it takes part', async () => {
  const { page } = await enter('Lucas Tervanche');
  await page.locator('sas-participation[kind=structure] form').waitFor();
  await page.context().close();
});

test('a territory lead sees the settings of the territory, and changes one', async () => {
  const { page, complaints } = await enter('Ghislaine Fontarel');
  const settings = page.locator('sas-territory-settings');
  await settings.getByText('Le Havre – Fécamp').first().waitFor();
  assert.equal(await page.locator('sas-participation').count(), 0);
  await settings.getByText('Partenaires').click();
  await settings
    .getByRole('button', { name: /^Ajouter/ })
    .filter({ visible: true })
    .click();
  await settings.getByLabel('Nom').filter({ visible: true }).last().fill('CPTS de démonstration');
  await settings.getByRole('button', { name: 'Enregistrer' }).click();
  await settings.getByText('Enregistré. C’est en vigueur.').first().waitFor();
  assert.deepEqual(withoutRefusals(complaints), []);
  await page.context().close();
});

test('a territory lead sees the figures of the service, in the table as the platform answers them', async () => {
  const { page, complaints } = await enter('Ghislaine Fontarel');
  const figures = page.locator('sas-statistics');
  await figures.getByRole('img', { name: /^Graphique\. Appels reçus par jour/ }).waitFor();
  await figures.getByRole('button', { name: 'Voir le tableau' }).first().click();
  const rows = await figures.locator('#calls-table tbody tr').all();
  const told = await Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  const { body } = await ask(
    page,
    '/v1/statistics/calls?territory=le-havre-fecamp&from=2026-10-24&to=2026-11-22&step=day',
  );
  const counts = ['presented', 'answered', 'answeredWithin30s', 'answeredWithin60s'];
  assert.deepEqual(
    told.map((cells) => cells.slice(0, counts.length)),
    body.items.map((item: Record<string, number | null>) =>
      counts.map((name) => String(item[name] ?? 'masqué')),
    ),
  );
  assert.deepEqual(withoutRefusals(complaints), []);
  await page.context().close();
});

test('a delegation is asked for, accepted, used, and ended at once', async () => {
  const secretary = (await enter('Sabine Ortelande')).page;
  const doctor = (await enter('Aline Vaudrelle')).page;
  await secretary.getByLabel('Identifiant national').fill(FIRST_PRACTITIONER);
  await secretary.getByRole('button', { name: 'Demander' }).click();
  await secretary.getByText('en attente').waitFor();
  await doctor.reload();
  await doctor.getByText('Sabine Ortelande').waitFor();
  await doctor.getByRole('button', { name: 'Accepter' }).click();
  await doctor.getByText('acceptée').waitFor();
  await secretary.reload();
  await secretary.locator('sas-agenda [part~=week] button').first().waitFor();
  await doctor.getByRole('button', { name: 'Mettre fin' }).click();
  await doctor.getByText('terminée').waitFor();
  assert.deepEqual((await ask(secretary, '/v1/schedules')).body.items, []);
  await secretary.context().close();
  await doctor.context().close();
});

test('the page and the choice of a person have no fault that axe finds', async () => {
  const { page } = await newReader(browser, {
    viewport: { width: 320, height: 800 },
    bypassCSP: true,
  });
  await page.clock.setFixedTime(MOMENT);
  for (const address of ['/espace', '/auth/sign-in?return=/espace']) {
    await page.goto(demonstration.address + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.deepEqual(await violations(page), [], address);
  }
  await page.getByRole('button', { name: 'Aline Vaudrelle' }).click();
  await page.locator('sas-agenda [part~=week] button').first().waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.context().close();
});

test('until the terms are accepted, nothing else is answered', async () => {
  const { page } = await signIn('Jordan Vasselin');
  await page.getByText('Acceptez d’abord').waitFor();
  const { status, body } = await ask(page, '/v1/schedules');
  assert.deepEqual([status, body.code], [403, 'forbidden']);
  const search = await ask(page, '/v1/availability?insee=76351');
  assert.deepEqual([search.status, search.body.code], [403, 'terms-not-accepted']);
  await page.context().close();
});

test('who has no account is told so, in French', async () => {
  const { page } = await newReader(browser);
  await page.goto(`${demonstration.address}/auth/sign-in?return=/espace`);
  await page.getByRole('button', { name: 'Marceau Dubreuille' }).click();
  await page.getByRole('heading', { name: 'Vous n’avez pas encore de compte' }).waitFor();
  await page.context().close();
});

test('the sign-out ends the session here and there; a stolen cookie is worth nothing any more', async () => {
  const { page } = await enter('Maël Corvignac');
  const cookies = await page.context().cookies();
  const stolen = cookies.find((cookie) => cookie.name === COOKIE)!.value;
  const asThief = () =>
    fetch(`${demonstration.address}/v1/session`, { headers: { cookie: `${COOKIE}=${stolen}` } });
  assert.equal((await asThief()).status, 200);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Oui, me déconnecter' }).click();
  await page.waitForURL(`${demonstration.address}/`);
  assert.equal((await asThief()).status, 401);
  await page.goto(`${demonstration.address}/espace`);
  await page.getByRole('heading', { name: 'Vous n’êtes pas connecté' }).waitFor();
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Qui se connecte ?' }).waitFor();
  await page.context().close();
});

test('a page of another origin of this machine does nothing with the session, cookie and all', async (t) => {
  const { page } = await enter('Aline Vaudrelle');
  // The same site: the browser does send the cookie from there.
  const form = `<form method="post" action="${demonstration.address}/auth/sign-out">`;
  const elsewhere = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(`${form}<button>Gagner</button></form>`);
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  t.after(() => elsewhere.close());
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`);
  await page.getByRole('button', { name: 'Gagner' }).click();
  await page.getByRole('heading', { name: 'Demande refusée' }).waitFor();
  await page.goto(`${demonstration.address}/espace`);
  await page.getByRole('heading', { name: 'Aline Vaudrelle', exact: true }).waitFor();
  await page.context().close();
});
