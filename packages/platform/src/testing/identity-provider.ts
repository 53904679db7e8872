import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

/** What an ID token may be told to lie about. */
export type Lie = 'nonce' | 'audience' | 'issuer' | 'expired' | 'key' | 'none' | 'userinfo-subject';

const CLIENT = { id: 'sas-kit-test', secret: randomBytes(16).toString('hex') };

interface Code {
  redirectUri: string;
  nonce: string;
  challenge: string;
  claims: Record<string, unknown>;
}

/**
 * An OpenID provider on a socket of its own that speaks as Pro Santé Connect does, and lies when told
 * to: the demonstration's is a real one, which cannot.
 */
export interface TestProvider {
  issuer: string;
  /** For `startTestPlatform`. */
  settings: Record<string, string>;
  /** Claims of the person who sits at the browser. */
  person: Record<string, unknown>;
  lie: Lie | null;
  /** Queries of the authorization requests. */
  asked: URLSearchParams[];
  /** Paths that were signed out at. */
  signedOut: URLSearchParams[];
  /** Answers nothing in order any more. */
  broken: boolean;
  close(): Promise<void>;
}

export async function startTestProvider(): Promise<TestProvider> {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const otherKeys = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Code>();
  const tokens = new Map<string, Record<string, unknown>>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/auth/realms/esante-wallet`;

  const provider: TestProvider = {
    issuer,
    settings: {
      SAS_PSC_ISSUER: issuer,
      SAS_PSC_CLIENT_ID: CLIENT.id,
      SAS_PSC_CLIENT_SECRET: CLIENT.secret,
    },
    person: {},
    lie: null,
    asked: [],
    signedOut: [],
    broken: false,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return provider;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (provider.broken) return void response.writeHead(502).end('down');
    const json = (status: number, body: unknown) =>
      void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    switch (url.pathname.replace('/auth/realms/esante-wallet', '')) {
      case '/.well-known/wallet-openid-configuration':
        return json(200, {
          issuer,
          authorization_endpoint: `${origin}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          end_session_endpoint: `${issuer}/logout`,
          id_token_signing_alg_values_supported: ['RS256'],
          authorization_response_iss_parameter_supported: true,
        });
      case '/jwks':
        return json(200, { keys: [jwk] });
      case '/authorize':
        return authorize(url.searchParams, response);
      case '/token':
        return json(...(await token(new URLSearchParams(await bodyOf(request)))));
      case '/userinfo': {
        const bearer = request.headers.authorization?.slice('Bearer '.length) ?? '';
        const claims = tokens.get(bearer);
        return claims === undefined ? json(401, {}) : json(200, claims);
      }
      case '/logout':
        provider.signedOut.push(url.searchParams);
        return void response.writeHead(200).end();
      default:
        return json(404, {});
    }
  }

  /** The person agrees at once. */
  function authorize(query: URLSearchParams, response: ServerResponse): void {
    provider.asked.push(query);
    const code = randomBytes(16).toString('hex');
    const redirectUri = query.get('redirect_uri') ?? '';
    codes.set(code, {
      redirectUri,
      nonce: query.get('nonce') ?? '',
      challenge: query.get('code_challenge') ?? '',
      claims: { sub: subjectOf(provider.person), ...provider.person },
    });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    back.searchParams.set('iss', issuer);
    back.searchParams.set('session_state', 'as-keycloak-sends');
    response.writeHead(303, { location: back.href }).end();
  }

  async function token(form: URLSearchParams): Promise<[number, unknown]> {
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verifier = createHash('sha256').update(form.get('code_verifier') ?? '');
    const valid =
      form.get('client_id') === CLIENT.id &&
      form.get('client_secret') === CLIENT.secret &&
      code !== undefined &&
      code.redirectUri === form.get('redirect_uri') &&
      code.challenge === verifier.digest('base64url');
    if (!valid) return [400, { error: 'invalid_grant' }];
    const access = randomBytes(16).toString('hex');
    const sub = provider.lie === 'userinfo-subject' ? 'somebody-else' : code.claims['sub'];
    tokens.set(access, { ...code.claims, sub });
    return [
      200,
      {
        access_token: access,
        token_type: 'Bearer',
        expires_in: 120,
        id_token: await idToken(code),
      },
    ];
  }

  async function idToken({ claims, nonce }: Code): Promise<string> {
    const { lie } = provider;
    const now = Math.floor(Date.now() / 1000);
    const payload: JWTPayload = {
      iss: lie === 'issuer' ? `${issuer}/other` : issuer,
      aud: lie === 'audience' ? 'another-client' : CLIENT.id,
      sub: claims['sub'] as string,
      iat: lie === 'expired' ? now - 7_200 : now,
      exp: lie === 'expired' ? now - 3_600 : now + 120,
      nonce: lie === 'nonce' ? 'another-nonce' : nonce,
    };
    if (lie === 'none') return new UnsecuredJWT(payload).encode();
    const key = lie === 'key' ? otherKeys.privateKey : keys.privateKey;
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  }
}

function subjectOf(person: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(person)).digest('hex').slice(0, 16);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}

/** Claims of a fictional person, as Pro Santé Connect gives them. */
export function claimsOf(
  nationalId: string,
  { family = 'FICTIF', given = 'Dominique', profession = '10', regulation = false } = {},
): Record<string, unknown> {
  return {
    SubjectNameID: nationalId,
    preferred_username: nationalId,
    family_name: family,
    given_name: given,
    Secteur_Activite: 'SA07^1.2.250.1.71.4.2.4',
    Acces_Regulation_Medicale: regulation ? 'VRAI' : 'FAUX',
    SubjectRefPro: {
      codeCivilite: 'M',
      exercices: [{ codeProfession: profession, codeSavoirFaire: 'SM54', activities: [] }],
    },
  };
}
