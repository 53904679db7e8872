import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { noBroker, withHub } from '../testing/test-hub.ts';
import { until } from '../testing/until.ts';

const { SAS_TEST_HUB_TLS: folder = '', SAS_TEST_HUB_TLS_URL: url = '' } = process.env;
const skip =
  noBroker || (folder && url ? false : 'only a broker of `npm test -- hub` has the certificates');

const certificate = (name: string) => ({
  SAS_HUB_URL: url,
  SAS_HUB_CERT: join(folder, `${name}.pem`),
  SAS_HUB_KEY: join(folder, `${name}.key`),
  SAS_HUB_CA: join(folder, 'ca.pem'),
});
/** Whom the certificate names. */
const platformId = 'fr.health.test.samu-tls';

suite('mutual TLS', () => {
  test('the certificate says who the platform is, without any password', { skip }, () =>
    withHub(
      async (hub) => {
        const appointment = await hub.book();
        await until(async () => (await hub.told(appointment)).state === 'accepted');
      },
      { platformId, settings: certificate('client') },
    ),
  );

  for (const name of ['stranger', 'wrong-cn'])
    test(
      `a certificate that the Hub does not know (${name}): it waits, and bookings go on`,
      { skip },
      () =>
        withHub(
          async (hub) => {
            await until(() => hub.platform.logged().includes('"hub":"lost"'));
            assert.equal((await hub.told(await hub.book())).state, 'queued');
          },
          { platformId, settings: certificate(name) },
        ),
    );
});
