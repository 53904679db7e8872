import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createSasClient } from '@sas-kit/client';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { FIRST_PRACTITIONER } from './publishing/agendas.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { type HostSite, startHostSite, strictPolicy } from './testing/host-site.ts';
import { watch } from './testing/watch.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;
let vendor: HostSite;

before(async () => {
  await prepareElements(() => undefined);
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await empty.copy()],
    clock: MOMENT,
  });
  const { address } = demonstration;
  vendor = await startHostSite({
    '/agenda': {
      policy: strictPolicy(address),
      body: `<script type="module" src="/site.js"></script>
        <script type="module" src="/cdn/sas-agenda.js"></script>
        <sas-agenda base-url="${address}"></sas-agenda>`,
      script: `document.querySelector('sas-agenda').getToken = (refused) => vendorToken(refused);`,
    },
  });
});
after(async () => {
  vendor?.close();
  await demonstration?.close();
});

/** What the vendor's server does for its page: its own credentials, then a session for the element. */
async function embedToken(): Promise<string> {
  const { id, secret } = demonstration.credentials.clients['editor']!;
  const granted = await fetch(`${demonstration.address}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token } = (await granted.json()) as { access_token: string };
  const client = createSasClient({ baseUrl: demonstration.address, token: access_token });
  const session = await client.embedSessions.create({
    element: 'sas-agenda',
    origin: vendor.origin,
    nationalId: FIRST_PRACTITIONER,
  });
  return session.token;
}

test('an agenda on a vendor’s page, whose token runs out in the middle of an edit: nothing is lost', async () => {
  const { page, complaints } = await newReader(browser);
  const watched = await watch(page);
  await page.clock.setFixedTime(MOMENT);
  const asked: (string | undefined)[] = [];
  let runOut = false;
  await page.exposeFunction('vendorToken', async (refused?: string) => {
    asked.push(refused);
    const token = await embedToken();
    // What a token is worth once its time is over: nothing.
    return runOut && !refused ? `${token.slice(0, -6)}AAAAAA` : token;
  });
  const cookies: string[] = [];
  page.on('request', (request) => {
    const cookie = request.headers()['cookie'];
    if (cookie !== undefined) cookies.push(cookie);
  });
  const agenda = page.locator('sas-agenda');
  await page.goto(`${vendor.origin}/agenda`);
  await agenda.locator('[part~=week] button').first().waitFor();

  await agenda.getByRole('button', { name: 'Ajouter une absence' }).click();
  const form = agenda.locator('form');
  await form.locator('input[type=date]').first().fill('2026-12-01');
  await form.locator('input[type=date]').last().fill('2026-12-02');
  runOut = true;
  await form.getByRole('button', { name: /Enregistrer|Ajouter/ }).click();
  await agenda
    .locator('[part~=absences]')
    .getByText(/1er décembre/)
    .waitFor();

  assert.ok(
    asked.some((refused) => refused?.endsWith('AAAAAA')),
    'a new one was asked for',
  );
  assert.deepEqual(await watched.violations(), []);
  assert.deepEqual([...cookies, ...(await watched.kept())], [], 'nothing needs a cookie');
  assert.deepEqual(
    complaints.filter((text) => !text.includes('401')),
    [],
  );
});

test('the token of one page opens nothing on another', async () => {
  const token = await embedToken();
  const answer = await fetch(`${demonstration.address}/v1/schedules`, {
    headers: { authorization: `Bearer ${token}`, origin: 'https://ailleurs.example' },
  });
  assert.equal(answer.status, 403);
});
