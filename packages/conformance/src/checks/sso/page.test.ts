import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { startWithPages, type Page } from '../../testing/agenda-pages.ts';
import { startSound } from '../../testing/faulty.ts';
import { runChecks } from '../../runner.ts';
import { NOW } from '../../testing/agenda.ts';
import { SSO_CHECKS } from './sso.ts';

async function statusOf(id: string, page: (url: string) => Page): Promise<string> {
  const { base, config, close } = await startWithPages(page);
  try {
    const checks = SSO_CHECKS.filter((check) => check.id === `sso/${id}`);
    const [verdict] = await runChecks({ base, config, checks, clock: () => NOW });
    return verdict!.status;
  } finally {
    await close();
  }
}

const SCRIPT = '<div id="app"></div><script src="/chunk.js"></script>';

const PAGES: [string, string, Page, string][] = [
  ['without-origin', 'the page of a login', { body: '<h1>Se connecter</h1>' }, 'passed'],
  [
    'without-origin',
    'accents apart',
    { body: '<p>D\u00e9sol\u00e9, lien p\u00e9rim\u00e9</p>' },
    'passed',
  ],
  ['without-origin', 'a refusal in JSON', { body: '{}', type: 'a/json', status: 403 }, 'passed'],
  ['without-origin', 'a page built by a script', { body: SCRIPT }, 'skipped'],
  ['without-origin', 'words inside other words', { body: '<p>Encompteur, 1404</p>' }, 'failed'],
  [
    'with-origin',
    'the page of Pro Santé Connect itself',
    { body: '<footer>Ministère de la Santé et de la Prévention</footer>' },
    'passed',
  ],
  ['with-origin', 'a page built by a script', { body: SCRIPT }, 'skipped'],
  [
    'with-origin',
    'somebody whose name ends alike',
    { to: 'file://x.fakeesante.gouv.fr/' },
    'failed',
  ],
];

suite('what a page is taken for', () => {
  for (const [id, name, page, status] of PAGES) {
    test(`${id}, ${name}: ${status}`, async () => {
      assert.equal(await statusOf(id, () => page), status);
    });
  }
});

test('an example address is not asked', async () => {
  const { base, config, close } = await startSound();
  try {
    const verdicts = await runChecks({ base, config, checks: SSO_CHECKS, clock: () => NOW });
    for (const { status, reason } of verdicts) {
      assert.equal(status, 'skipped');
      assert.match(reason!.en, /agenda\.example/);
    }
  } finally {
    await close();
  }
});

test('where nobody arrives from SAS, that is the reason; who is not sent is kept out all the same', async () => {
  const { base, config, close } = await startWithPages(() => ({ body: '<p>Nos créneaux</p>' }));
  try {
    const verdicts = await runChecks({
      base,
      config: { ...config, sso: { notApplicable: 'no agenda of a practitioner' } },
      checks: SSO_CHECKS,
      clock: () => NOW,
    });
    assert.deepEqual(
      verdicts.map(({ check, status }) => `${check.id} ${status}`),
      ['sso/without-origin failed', 'sso/with-origin skipped', 'sso/unknown-origin warning'],
    );
    assert.match(verdicts[1]!.reason!.en, /not applicable.*no agenda of a practitioner/);
  } finally {
    await close();
  }
});
