import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  createLocalJWKSet,
  decodeJwt,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { createSecrets } from '../../booking/secrets.ts';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import {
  startTestPlatform,
  type TestAnswer,
  type TestPlatform,
} from '../../testing/test-platform.ts';
import { SigningKeys } from './signing-keys.ts';

const SECRET = randomBytes(32);
let platform: TestPlatform;
let keys: SigningKeys;

before(async () => {
  platform = await startTestPlatform({ SAS_SECRET_KEY: SECRET.toString('base64') });
  await openAgenda(platform);
  const secrets = createSecrets(SECRET);
  keys = new SigningKeys(platform.database, secrets, { days: 30, tokenSeconds: 900 });
});
after(() => platform.close());

/** Asks the token endpoint as an OAuth client does. */
async function ask(
  form: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: any; headers: Headers }> {
  const response = await fetch(`${platform.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  });
  return {
    status: response.status,
    body: await response.json(),
    headers: response.headers,
  };
}

const editor = () => platform.credentials.clients['editor']!;
const basic = ({ id, secret }: { id: string; secret: string }) =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
const grant = { grant_type: 'client_credentials' };

async function tokenOf(client = editor()): Promise<string> {
  const { body } = await ask(grant, { authorization: basic(client) });
  return body.access_token as string;
}

const schedules = (token: string, headers: Record<string, string> = {}): Promise<TestAnswer> =>
  platform.call('GET', '/v1/schedules', {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });

test('a client gets a token for ten minutes by Basic or in the form, and uses it', async () => {
  const byBasic = await ask(grant, { authorization: basic(editor()) });
  assert.deepEqual(
    [byBasic.status, byBasic.body.token_type, byBasic.body.expires_in],
    [200, 'Bearer', 600],
  );
  assert.equal(byBasic.headers.get('cache-control'), 'no-store');
  const { id, secret } = editor();
  const inForm = await ask({ ...grant, client_id: id, client_secret: secret });
  for (const { body } of [byBasic, inForm]) {
    const { status, body: list } = await schedules(body.access_token);
    assert.deepEqual([status, list.items.length], [200, 1]);
  }
});

test('the token is signed by a published key, for this platform alone', async () => {
  const published = await platform.call('GET', '/.well-known/jwks.json');
  const metadata = await platform.call('GET', '/.well-known/oauth-authorization-server');
  assert.equal(metadata.body.issuer, platform.url);
  const verified = await jwtVerify(await tokenOf(), createLocalJWKSet(published.body), {
    issuer: metadata.body.issuer,
    audience: metadata.body.issuer,
    typ: 'at+jwt',
  });
  assert.equal(verified.payload['client_id'], editor().id);
  assert.equal(JSON.stringify(published.body).includes('"d"'), false);
});

test('what is wrong is told in the words of RFC 6749, and nobody learns which half was wrong', async () => {
  const { id, secret } = editor();
  const cases: [Record<string, string> | string, Record<string, string>, number, string][] = [
    [grant, {}, 401, 'invalid_client'],
    [grant, { authorization: basic({ id, secret: 'x' }) }, 401, 'invalid_client'],
    [grant, { authorization: basic({ id: 'nobody', secret }) }, 401, 'invalid_client'],
    [grant, { authorization: 'Basic §'.replace('§', '!!!') }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, { authorization: basic(editor()) }, 400, 'unsupported_grant_type'],
    ['', { authorization: basic(editor()) }, 400, 'invalid_request'],
    [
      { ...grant, client_secret: secret },
      { authorization: basic(editor()) },
      400,
      'invalid_request',
    ],
  ];
  for (const [form, headers, status, error] of cases) {
    const answer = await ask(form, headers);
    assert.deepEqual([answer.status, answer.body.error], [status, error], JSON.stringify(form));
    assert.match(answer.headers.get('content-type')!, /^application\/json/);
    if (status === 401) assert.ok(answer.headers.get('www-authenticate'));
  }
  const [wrongSecret, wrongId] = await Promise.all([
    ask(grant, { authorization: basic({ id, secret: 'x' }) }),
    ask(grant, { authorization: basic({ id: 'nobody', secret: 'x' }) }),
  ]);
  assert.equal(wrongSecret.body.error_description, wrongId.body.error_description);
});

test('the token endpoint takes a form only, each member once; all else takes JSON only', async () => {
  const json = await platform.call('POST', '/oauth/token', { body: grant });
  assert.equal(json.status, 415);
  const twice = await ask('grant_type=client_credentials&grant_type=client_credentials');
  assert.deepEqual([twice.status, twice.body.code], [400, 'invalid-body']);
  const unknown = await ask({ ...grant, username: 'x' });
  assert.deepEqual([unknown.status, unknown.body.code], [400, 'unknown-member']);
  const form = await platform.call('POST', '/v1/holds', {
    as: 'public',
    body: 'slotId=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  assert.equal(form.status, 415);
});

/** A token signed by the platform's own key, with claims of the attacker's choice. */
async function forged(
  claims: JWTPayload,
  header: { typ?: string } = {},
  at: { iat?: number; exp?: number } = {},
): Promise<string> {
  const { kid, key } = await keys.current();
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    ...decodeJwt(await tokenOf()),
    iat: at.iat ?? now,
    exp: at.exp ?? now + 60,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
    .sign(key);
}

test('no other token opens anything', async () => {
  const good = await tokenOf();
  const claims = decodeJwt(good);
  const { kid } = await keys.current();
  const [jwk] = (await keys.published()).keys as [JWK];
  const now = Math.floor(Date.now() / 1000);
  const stranger = await generateKeyPair('ES256');
  const spki = await exportSPKI((await importJWK(jwk, 'ES256', { extractable: true })) as never);
  const bad: Record<string, string> = {
    'of no algorithm': new UnsecuredJWT(claims).encode(),
    'of no algorithm, with our header': `${Buffer.from(
      JSON.stringify({ alg: 'none', typ: 'at+jwt', kid }),
    ).toString('base64url')}.${good.split('.')[1]}.`,
    'signed by the public key as a shared secret': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
      .sign(new TextEncoder().encode(spki)),
    'of another key': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
      .sign(stranger.privateKey),
    'of an unknown key': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'unknown' })
      .sign(stranger.privateKey),
    'for another audience': await forged({ aud: 'https://other.example' }),
    'of another issuer': await forged({ iss: 'https://other.example' }),
    'that has expired': await forged({}, {}, { iat: now - 700, exp: now - 100 }),
    'from the future': await forged({}, {}, { iat: now + 600, exp: now + 1200 }),
    'not yet valid': await forged({ nbf: now + 600 }),
    'that never expires': await forged({ exp: undefined as never }),
    'of an unknown client': await forged({ client_id: 'nobody' }),
    'of another type': await forged({}, { typ: 'JWT' }),
    'for an element': await forged({}, { typ: 'sas-embed+jwt' }),
    'with its claims changed': good.replace(
      /\.[^.]+\./,
      `.${Buffer.from(JSON.stringify({ ...claims, roles: ['administrator'] })).toString('base64url')}.`,
    ),
    'cut short': good.slice(0, -4),
  };
  assert.equal((await schedules(await forged({}))).status, 200);
  for (const [name, token] of Object.entries(bad)) {
    const { status, body } = await schedules(token);
    assert.deepEqual([status, body.code], [401, 'unauthenticated'], name);
  }
});

test('roles in a token say nothing: the registration does', async () => {
  const token = await forged({ roles: ['administrator'] });
  assert.equal(
    (await platform.call('GET', '/v1/audit', { headers: { authorization: `Bearer ${token}` } }))
      .status,
    403,
  );
});

test('a key signs for its days, and stays published while a token of it may live', async () => {
  const before = (await keys.current()).kid;
  const later = () =>
    new SigningKeys(platform.database, createSecrets(SECRET), { days: 30, tokenSeconds: 900 });
  try {
    await platform.setClock(new Date(Date.now() + 30 * 86_400_000 + 60_000).toISOString());
    const two = await Promise.all([later().current(), later().current()]);
    assert.equal(two[0].kid, two[1].kid);
    assert.notEqual(two[0].kid, before);
    const published = await later().published();
    assert.deepEqual(
      published.keys.map(({ kid }) => kid),
      [two[0].kid, before],
    );
    await platform.setClock(new Date(Date.now() + 30 * 86_400_000 + 901_000).toISOString());
    assert.equal(await later().verifying(before), null);
  } finally {
    await platform.setClock(new Date().toISOString());
  }
});
