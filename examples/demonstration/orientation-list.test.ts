/** A practice is away after all: a desk reads it as it happens, books another time, dispatch software is told. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createSasClient, type Orientation } from '@sas-kit/client';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { FIRST_PRACTITIONER } from './publishing/agendas.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { type HostSite, startHostSite, strictPolicy } from './testing/host-site.ts';
import { bookable, caller, cardsAround } from './testing/offers.ts';
import { watch } from './testing/watch.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;
let dispatch: HostSite;

before(async () => {
  await prepareElements(() => undefined);
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'],
    clock: MOMENT,
  });
  const { address } = demonstration;
  await caller(demonstration, 'administrator').transmissions.replaceDispatch('le-havre-fecamp', {
    hubRecipient: 'fr.health.test.samu760',
    desk: { family: 'RÉGULATION', given: 'Démonstration', email: 'regulation@samu.example' },
  });
  dispatch = await startHostSite({
    '/desk': {
      policy: `${strictPolicy(address)}; trusted-types lit-html`,
      body: `<script type="module" src="/site.js"></script>
        <script type="module" src="/cdn/sas-orientation-list.js"></script>
        <sas-orientation-list base-url="${address}"></sas-orientation-list>`,
      script: `document.querySelector('sas-orientation-list').getToken = () => deskToken();`,
    },
  });
});
after(async () => {
  dispatch?.close();
  await demonstration?.close();
});

/** What the server of the dispatch program does for its page. */
async function deskToken(): Promise<string> {
  const { id, secret } = demonstration.credentials.clients['dispatch-software']!;
  const granted = await fetch(`${demonstration.address}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token } = (await granted.json()) as { access_token: string };
  const client = createSasClient({ baseUrl: demonstration.address, token: access_token });
  const { token } = await client.embedSessions.create({
    element: 'sas-orientation',
    origin: dispatch.origin,
    role: 'unscheduled-care-operator',
  });
  return token;
}

/** What the desk's own page calls with: the same person in front of it. */
async function desk() {
  const token = await deskToken();
  const { origin } = dispatch;
  return createSasClient({
    baseUrl: demonstration.address,
    token,
    fetch: (input, init) => {
      const request = new Request(input, init);
      request.headers.set('origin', origin);
      return fetch(request);
    },
  });
}

/** The practice's free slots, the earliest first. */
async function slots() {
  const cards = await cardsAround(caller(demonstration, 'regulator'), { slotsPerCard: 50 });
  const own = cards.filter(({ practitioner }) => practitioner?.nationalId === FIRST_PRACTITIONER);
  return bookable(own);
}

async function book(): Promise<Orientation> {
  const [slot] = await slots();
  return (await desk()).orientations.create({
    outcome: 'unscheduled-consultation',
    decision: { kind: 'dispatch-case', role: 'regulator', decidedAt: '2026-11-23T08:00:00+01:00' },
    caseRef: 'SAMU76-2026-0412',
    insee: '76351',
    slotId: slot!.id,
  });
}

/** The message to dispatch software, as the program would have answered. */
const received = (appointment: string) =>
  demonstration.platform.database.query(
    `update transmission set state = 'acknowledged', step = 'INTEGRE' where appointment_id = $1`,
    [appointment],
  );

test('an absence over a booked slot: read as it happens, looked after, booked elsewhere, told', async () => {
  const { page } = await newReader(browser, { viewport: { width: 1280, height: 900 } });
  const watched = await watch(page);
  await page.exposeFunction('deskToken', deskToken);
  await page.goto(`${dispatch.origin}/desk`);
  const list = page.locator('sas-orientation-list');
  await list.getByText('Aucune orientation aujourd’hui.').waitFor();

  const made = await book();
  const appointment = made.appointment!;
  const row = list.locator(`[data-id="${made.id}"]`);
  await row.getByText('réservé').waitFor();
  await row.getByText('en attente d’envoi').waitFor();
  await received(appointment.id);
  await row.getByText('reçu, intégré').waitFor();

  const { items } = await caller(demonstration, 'practitioner').schedules.list();
  const { start, end } = appointment.slot;
  await caller(demonstration, 'practitioner').absences.create(items[0]!.id, {
    from: start,
    to: end,
  });
  await list.getByRole('heading', { name: 'À traiter (1)' }).waitFor();
  await list
    .getByRole('alert')
    .getByText(/^Cabinet absent à l’heure du rendez-vous/)
    .waitFor();
  await row.getByText('toujours inscrit, mais le cabinet a noté une absence').waitFor();

  const asked = page.evaluate(
    () =>
      new Promise<string>((tell) =>
        addEventListener('sas-orientation-again', (event) =>
          tell((event as Event & { orientation: Orientation }).orientation.id),
        ),
      ),
  );
  await list.locator('input').first().focus();
  await page.keyboard.press('a');
  await page.keyboard.press('c');
  assert.equal(await asked, made.id);

  const later = (await slots()).find((slot) => Date.parse(slot.start) >= Date.parse(end));
  await (await desk()).appointments.reschedule(appointment.id, { slotId: later!.id });
  await row.getByText('déplacé').first().waitFor();
  await row.getByText('en attente d’envoi').waitFor();
  await row.getByText('J’ai vu').waitFor();
  await received(appointment.id);
  await row.getByText('reçu, intégré').waitFor();

  await page.keyboard.press('a');
  await page.keyboard.press('v');
  await list.getByRole('heading', { name: 'À traiter' }).waitFor({ state: 'detached' });
  await row.getByText('déplacé').waitFor();
  const seen = await caller(demonstration, 'regulator').orientations.get(made.id);
  assert.notEqual(seen.attention?.acknowledgedAt, null);
  assert.deepEqual(await watched.violations(), []);
  await page.context().close();
});
