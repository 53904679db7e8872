import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { noBroker, until, withHub } from '../testing/hub.ts';
import type { HubCertificate } from './index.ts';

const { SAS_TEST_HUB_TLS: folder, SAS_TEST_HUB_TLS_URL: url } = process.env;
const skip =
  noBroker || (folder && url ? false : 'only a broker of `npm test -- hub` has the certificates');

const certificate = (name: string, authority = 'ca'): HubCertificate => {
  const pem = (file: string): string => readFileSync(join(folder!, file), 'utf8');
  return { key: pem(`${name}.key`), cert: pem(`${name}.pem`), ca: pem(`${authority}.pem`) };
};
const clientId = 'fr.health.test.samu-tls';

suite('mutual TLS', () => {
  test('the certificate says who the program is, without any password', { skip }, () =>
    withHub(
      async (hub) => {
        await hub.consumer({ url: url!, tls: certificate('client') });
        await hub.send(hub.write());
        await until(() => hub.acknowledgements.length === 2);
        assert.deepEqual(hub.problems, []);
      },
      { clientId },
    ),
  );

  const refused: [what: string, host: string, names: [string, string?], problem: RegExp][] = [
    [
      'a certificate of another authority',
      'localhost',
      ['stranger'],
      /alert|ECONNRESET|EPIPE|closed/i,
    ],
    ['a certificate of somebody else', 'localhost', ['wrong-cn'], /ACCESS_REFUSED/],
    ['a broker of another authority', 'localhost', ['client', 'other-ca'], /self-signed/],
    ['a broker that has another name', '127.0.0.2', ['client'], /does not match/],
  ];
  for (const [what, host, names, problem] of refused)
    test(`${what} is no connection`, { skip }, () =>
      withHub(
        async (hub) => {
          const address = url!.replace('localhost', host);
          const consumer = await hub.consumer({ url: address, tls: certificate(...names) });
          await until(() => hub.problems.length === 1);
          assert.match(hub.problems[0]!, problem);
          assert.equal(consumer.state.name, 'connecting');
        },
        { clientId },
      ),
    );
});
