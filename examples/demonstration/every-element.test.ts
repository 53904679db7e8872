/** A static page, no build, one script tag, the strictest policy: any element of the manifest. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { prepareElements } from './prepare.ts';
import { newReader, openBrowser } from './testing/browser.ts';
import { EmptyData, temporaryFolder } from './testing/folder.ts';
import { type HostPage, type HostSite, startHostSite, strictPolicy } from './testing/host-site.ts';
import { watch } from './testing/watch.ts';

const MOMENT = '2026-11-23T08:10:00+01:00';
const empty = new EmptyData(await temporaryFolder());
const browser = await openBrowser();

/** As far as this test reads the custom elements manifest. */
interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
}

const manifest = JSON.parse(
  await readFile(new URL('../../packages/elements/custom-elements.json', import.meta.url), 'utf8'),
) as Manifest;
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName, attributes = [] }) =>
    tagName === undefined ? [] : { tag: tagName, names: attributes.map(({ name }) => name) },
  );

/** What an element is given where it declares it. */
const VALUES: Record<string, string> = {
  insee: '76351',
  territory: 'le-havre-fecamp',
  facility: 'Urgences de démonstration',
  access: 'regulated',
  source: 'Hôpital de démonstration',
};

/** What the elements of the public show then; others say at least who they are for. */
const SHOWN: Record<string, string> = {
  'sas-access-notice': '[part~=notice]',
  'sas-availability': 'button[role=gridcell]',
  'sas-booking': 'button[role=gridcell]',
  'sas-directory': '[part~=card]',
  'sas-join': '[part~=steps]',
  'sas-news': '[part~=item]',
  'sas-pathway': '[part~=step]',
  'sas-when-to-call': '.number',
};

const CONTENT = `<p>Urgence vitale ou doute : appelez le <a href="tel:15">15</a> ou le
  <a href="tel:112">112</a>. Vous ne pouvez pas parler ou entendre : <a href="sms:114">114</a>
  (SMS, application, urgence114.fr).</p>
  <article id="one" data-type="article"><h3>Une information</h3></article>`;

let demonstration: Demonstration;
let host: HostSite;

before(async () => {
  await prepareElements(() => undefined);
  demonstration = await startDemonstration({
    argv: ['--port', '0', '--data', await empty.copy(), '--log-level', 'silent'],
    clock: MOMENT,
  });
  const { address, credentials } = demonstration;
  const values: Record<string, string> = {
    ...VALUES,
    'base-url': address,
    'publishable-key': credentials.publishableKey,
  };
  const policy = `${strictPolicy(address)}; trusted-types lit-html`;
  const pages = elements.map(({ tag, names }): [string, HostPage] => {
    const given = names.flatMap((name) => (name in values ? `${name}="${values[name]}"` : []));
    const script = `<script type="module" src="/cdn/${tag}.js"></script>`;
    const body = `${script}<${tag} ${given.join(' ')}>${CONTENT}</${tag}>`;
    return [`/${tag}`, { policy, body }];
  });
  host = await startHostSite(Object.fromEntries(pages));
});
after(async () => {
  host?.close();
  await demonstration?.close();
});

/** Waits until the element shows what it is for; `<sas-provider>` shows what is inside it. */
async function untilShown(page: Page, tag: string): Promise<void> {
  const shown = SHOWN[tag];
  if (shown !== undefined) return page.locator(`${tag} ${shown}`).first().waitFor();
  await page.waitForFunction((name) => {
    const element = document.querySelector(`${name}:defined`);
    const root = element?.shadowRoot ?? element;
    return root !== null && root !== undefined && (root.textContent?.trim().length ?? 0) > 20;
  }, tag);
}

test('the manifest has the elements of the public, and each has what it shows', () => {
  const tags = elements.map(({ tag }) => tag);
  assert.ok(tags.length >= 10, tags.join(', '));
  for (const tag of Object.keys(SHOWN)) assert.ok(tags.includes(tag), tag);
});

for (const { tag } of elements) {
  test(`one script tag and the strictest policy: <${tag}>`, async () => {
    const { page } = await newReader(browser);
    const watched = await watch(page);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.clock.setFixedTime(MOMENT);
    await page.goto(`${host.origin}/${tag}`);
    await untilShown(page, tag);
    assert.deepEqual(await watched.violations(), []);
    assert.deepEqual(await watched.kept(), []);
    assert.deepEqual(faults, []);
    for (const origin of watched.origins()) {
      assert.ok([host.origin, demonstration.address].includes(origin), origin);
    }
    await page.context().close();
  });
}
