import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig } from '../../config.ts';

const ISSUER = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet';
const CLIENT = { SAS_PSC_CLIENT_ID: 'sas', SAS_PSC_CLIENT_SECRET: 'secret' };
const read = (environment: Record<string, string>) => readConfig([], environment);

test('without an issuer nobody signs in', () => {
  assert.equal(read(CLIENT).provider, null);
});

test('Pro Santé Connect is what is set, with its own discovery path, scopes and level', () => {
  assert.deepEqual(read({ ...CLIENT, SAS_PSC_ISSUER: ISSUER }).provider, {
    issuer: ISSUER,
    discoveryPath: '/.well-known/wallet-openid-configuration',
    endpoints: {},
    clientId: 'sas',
    clientSecret: 'secret',
    scope: 'openid scope_all',
    acrValues: 'eidas1',
  });
});

test('endpoints may be set in place of those that are discovered', () => {
  const SAS_PSC_ENDPOINTS =
    'authorization_endpoint=https://wallet.bas.psc.esante.gouv.fr/auth?a=1  jwks_uri=https://a.example/keys';
  const { provider } = read({ ...CLIENT, SAS_PSC_ISSUER: ISSUER, SAS_PSC_ENDPOINTS });
  assert.deepEqual(provider?.endpoints, {
    authorization_endpoint: 'https://wallet.bas.psc.esante.gouv.fr/auth?a=1',
    jwks_uri: 'https://a.example/keys',
  });
});

const REFUSED: [string, Record<string, string>, RegExp][] = [
  ['no client', { SAS_PSC_ISSUER: ISSUER }, /--psc-client-id/],
  ['no secret', { SAS_PSC_ISSUER: ISSUER, SAS_PSC_CLIENT_ID: 'sas' }, /--psc-client-secret/],
  ['a provider in clear', { ...CLIENT, SAS_PSC_ISSUER: 'http://psc.example' }, /must be https/],
  ['no address', { ...CLIENT, SAS_PSC_ISSUER: 'psc.example' }, /must be https/],
  [
    'an endpoint in clear',
    { ...CLIENT, SAS_PSC_ISSUER: ISSUER, SAS_PSC_ENDPOINTS: 'token_endpoint=http://a.example' },
    /--psc-endpoints/,
  ],
  [
    'no endpoint',
    { ...CLIENT, SAS_PSC_ISSUER: ISSUER, SAS_PSC_ENDPOINTS: 'https://a.example' },
    /--psc-endpoints/,
  ],
  ['an administrator who is none', { SAS_FIRST_ADMINISTRATOR: '1760000001' }, /8 \+ RPPS/],
  ['a session without end', { SAS_SESSION_HOURS: '0' }, /--session-hours/],
];
for (const [what, environment, message] of REFUSED) {
  test(`${what} is told before the start`, () => {
    assert.throws(() => read(environment), { name: ConfigError.name, message });
  });
}
