import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { type HostPage, type HostSite, startHostSite, strictPolicy } from './testing/host-site.ts';
import {
  HOSTILE_TEXT,
  type HostilePlatform,
  startHostilePlatform,
} from './testing/hostile-platform.ts';
import { watch } from './testing/watch.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();
let demonstration: Demonstration;
let platform: HostilePlatform;
let host: HostSite;

before(async () => {
  await prepareElements(() => undefined);
  const argv = ['--port', '0', '--data', await empty.copy()];
  demonstration = await startDemonstration({ argv, clock: MOMENT });
  platform = await startHostilePlatform(demonstration.address);
  host = await startHostSite(pages());
});
after(async () => {
  host?.close();
  platform?.close();
  await demonstration?.close();
});

/** Every element under the strict policy, and under none: nothing may depend on the policy. */
function pages(): Record<string, HostPage> {
  const { publishableKey, tokens } = demonstration.credentials;
  const at = `base-url="${platform.origin}" key="${publishableKey}" place="Le Havre" insee="76351"
    territory="le-havre-fecamp"`;
  const script = `document.querySelector('sas-agenda').getToken = async () => '${tokens['practitioner']}'`;
  const bodies = {
    'sas-booking': `<sas-booking ${at}></sas-booking>`,
    'sas-availability': `<sas-availability ${at}></sas-availability>`,
    'sas-agenda': `<script type="module" src="/site.js"></script>
      <sas-agenda base-url="${platform.origin}"></sas-agenda>`,
  };
  const all = Object.entries(bodies).flatMap(([element, markup]) => {
    const body = `<script type="module" src="/cdn/${element}.js"></script>${markup}`;
    const page = { body, ...(element === 'sas-agenda' ? { script } : {}) };
    return [
      [`/strict/${element}`, { ...page, policy: strictPolicy(platform.origin) }],
      [`/bare/${element}`, { ...page, policy: null }],
    ] as const;
  });
  return Object.fromEntries(all);
}

const SCHEMES = ['https:', 'tel:', 'sms:', 'mailto:', 'blob:', 'http:'];

/** Script that ran, elements that no template holds, links that lead to script: what must not be. */
async function harm(page: Page): Promise<string[]> {
  const { ran, tags, links, seen } = await page.evaluate(() => {
    const all: Element[] = [];
    const collect = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        all.push(element);
        if (element.shadowRoot) collect(element.shadowRoot);
      }
    };
    for (const element of document.querySelectorAll('sas-availability, sas-booking, sas-agenda')) {
      if (element.shadowRoot) collect(element.shadowRoot);
    }
    const bad = all.filter((element) =>
      element.matches(
        'script, img, iframe, object, embed, base, svg[onload], form[action], [formaction], [onerror], [style]',
      ),
    );
    return {
      ran: 'ran' in globalThis,
      seen: all.length,
      tags: bad.map(({ outerHTML }) => outerHTML.slice(0, 200)),
      links: all.filter((each) => each instanceof HTMLAnchorElement).map(({ href }) => href),
    };
  });
  assert.ok(seen > 20, 'nothing was looked at');
  const scripts = links.filter((href) => !SCHEMES.includes(new URL(href).protocol));
  return [...(ran ? ['script ran'] : []), ...tags, ...scripts];
}

const slots = (page: Page) => page.locator('button[role=gridcell]');

/** Everything that the element shows, step by step. */
const USES: Record<string, (page: Page, look: () => Promise<void>) => Promise<void>> = {
  'sas-availability': async (page, look) => {
    await slots(page).first().waitFor();
    await look();
  },
  'sas-booking': async (page, look) => {
    await slots(page).first().click();
    await page.getByLabel('Nom et prénom').fill('Personne Fictive');
    await look();
    await page.getByLabel('Téléphone').fill('06 39 98 00 01');
    await page.getByRole('button', { name: 'Réserver ce rendez-vous' }).click();
    await page.getByRole('heading', { name: 'Rendez-vous réservé' }).waitFor();
    await look();
    const link = await page.getByLabel('Lien pour annuler ou déplacer').inputValue();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('heading', { name: 'Votre rendez-vous', exact: true }).waitFor();
    await look();
  },
  'sas-agenda': async (page, look) => {
    await page.locator('sas-agenda [part~=week] button').first().click();
    await look();
  },
};

for (const [element, use] of Object.entries(USES)) {
  for (const policy of ['strict', 'bare']) {
    test(`script in every text and address that ${element} is given stays a text, policy: ${policy}`, async () => {
      const { page } = await newReader(browser);
      const watched = await watch(page);
      await page.clock.setFixedTime(MOMENT);
      await page.goto(`${host.origin}/${policy}/${element}`);
      await use(page, async () => assert.deepEqual(await harm(page), []));
      assert.deepEqual(await watched.violations(), []);
      assert.deepEqual(watched.origins(), [platform.origin, host.origin].sort());
      await page.context().close();
    });
  }
}

test('the look finds script, markup and addresses that did get through', async () => {
  const { page } = await newReader(browser);
  await page.goto(`${host.origin}/bare/sas-availability`);
  await slots(page).first().waitFor();
  await page.evaluate((text) => {
    const root = document.querySelector('sas-availability')!.shadowRoot!;
    root.querySelector('a')!.setAttribute('href', 'javascript:0');
    const box = document.createElement('div');
    box.innerHTML = text;
    root.append(box);
  }, HOSTILE_TEXT);
  await page.waitForFunction(() => 'ran' in globalThis);
  const found = (await harm(page)).join('\n');
  for (const expected of ['script ran', '<img', '<svg', '<script', 'javascript:0'])
    assert.ok(found.includes(expected), found);
  await page.context().close();
});

test('an address to book at that runs script is not offered', async () => {
  platform.sendElsewhere = true;
  const { page } = await newReader(browser);
  await page.clock.setFixedTime(MOMENT);
  await page.goto(`${host.origin}/bare/sas-booking`);
  for (let round = 0; round < 5; round += 1) {
    await slots(page).first().click();
    await page.getByRole('heading', { name: /site/ }).waitFor();
    assert.deepEqual(await harm(page), []);
    await page
      .getByRole('button', { name: /Retour|Choisir/ })
      .first()
      .click();
  }
  await page.context().close();
});

test('the texts of people, places, bodies, numbers and problems all carried script', () => {
  for (const name of [
    'family',
    'given',
    'name',
    'line',
    'city',
    'label',
    'phone',
    'number',
    'bookingUrl',
    'controller',
    'dataProtectionContact',
    'reference',
  ]) {
    assert.ok(
      platform.spoilt.has(name),
      `${name} never came: ${[...platform.spoilt.keys()].join(', ')}`,
    );
  }
});
