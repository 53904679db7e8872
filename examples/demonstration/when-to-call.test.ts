import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';

const MONDAY = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy()];
  demonstration = await startDemonstration({ argv, clock: MONDAY });
});
after(() => demonstration.close());

/** The portal at an instant, and its element. */
async function portal(instant: string) {
  const reader = await newReader(browser, { viewport: { width: 320, height: 800 } });
  await reader.page.clock.setFixedTime(instant);
  await reader.page.goto(demonstration.address);
  return { ...reader, element: reader.page.locator('sas-when-to-call') };
}

test('the portal says whom to call now, by day, on a Saturday and on Christmas Day', async () => {
  for (const [instant, regime, until] of [
    [MONDAY, 'En journée', 'Jusqu’à 20 h.'],
    ['2026-11-28T15:00:00+01:00', 'Soirs, nuits, week-ends', 'Jusqu’au lundi 30 novembre, 7 h.'],
    ['2026-12-25T10:00:00+01:00', 'Soirs, nuits, week-ends', 'Jusqu’à demain, 8 h.'],
  ] as const) {
    const { page, element, complaints } = await portal(instant);
    await element.locator('.number').first().waitFor();
    const text = (await element.locator('.root').innerText()).replaceAll('\u00a0', ' ');
    assert.ok(text.includes(regime) && text.includes(until), text);
    assert.deepEqual(await element.locator('.number').allInnerTexts(), ['15', '116\u00a0117']);
    assert.ok(text.includes('texte de démonstration, non validé'));
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});

test('it says the same as the platform, which counts the regime itself', async () => {
  const address = `${demonstration.address}/v1/territories/le-havre-fecamp/regime`;
  const answer = (await (await fetch(`${address}?at=2026-12-25T09:00:00Z`)).json()) as {
    reason: string;
    holiday: string;
    until: string;
  };
  assert.deepEqual(
    [answer.reason, answer.holiday, answer.until],
    ['public-holiday', 'christmas', '2026-12-26T08:00:00+01:00'],
  );
  const { page, element } = await portal('2026-12-25T10:00:00+01:00');
  await element.getByText('C’est un jour férié : Noël.').waitFor();
  await page.context().close();
});

test('the first element of the page has the whole emergency text, the second one line', async () => {
  const { page } = await portal(MONDAY);
  const texts = page.locator(':is(sas-when-to-call, sas-booking) .emergency');
  await texts.nth(1).waitFor();
  await page.locator('sas-when-to-call .number').first().waitFor();
  const [first = '', second = ''] = await texts.allInnerTexts();
  assert.match(first, /application/);
  assert.doesNotMatch(second, /application/);
  for (const number of ['15', '112', '114']) assert.ok(second.includes(number));
  await page.context().close();
});

test('nobody answers: 15 first, and the emergency text above it', async () => {
  const reader = await newReader(browser, {});
  await reader.page.route('**/v1/territories/**', (route) => route.abort());
  await reader.page.goto(demonstration.address);
  const alert = reader.page.locator('sas-when-to-call [role=alert]');
  await alert.waitFor();
  assert.match((await alert.innerText()).replaceAll('\u00a0', ' '), /^Urgence : 15\./);
  await reader.page.unroute('**/v1/territories/**');
  await alert.getByRole('button', { name: 'Réessayer' }).click();
  await reader.page.locator('sas-when-to-call .number').first().waitFor();
  await reader.page.context().close();
});
