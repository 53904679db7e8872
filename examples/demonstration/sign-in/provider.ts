import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHeaders } from '@sas-kit/platform';
import Provider from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { claimsOf, PEOPLE } from './people.ts';
import { choicePage, errorPage, signOutPage } from './pages.ts';

/** A provider that plays Pro Santé Connect for the fictional people, on this machine only. */
export interface DemonstrationProvider {
  /** Settings of the platform that signs in here. */
  settings: Record<string, string>;
  /** `http://127.0.0.1:54321` */
  issuer: string;
  /** Begins to answer, once it is known where the platform is. */
  serve(platformAddress: string): void;
  close(): Promise<void>;
}

const CLIENT_ID = 'sas-kit-demonstration';
const SCOPES = ['openid', 'scope_all'];
const STYLE = new URL('../pages/public/site.css', import.meta.url);
/** Pro Santé Connect keeps its description elsewhere than the standard says. */
const DISCOVERY = '/.well-known/wallet-openid-configuration';

/** Opens its port. Keys and secrets are new each time. */
export async function openProvider(): Promise<DemonstrationProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = randomBytes(32).toString('base64url');
  return {
    issuer,
    settings: {
      SAS_PSC_ISSUER: issuer,
      SAS_PSC_DISCOVERY: DISCOVERY,
      SAS_PSC_CLIENT_ID: CLIENT_ID,
      SAS_PSC_CLIENT_SECRET: secret,
    },
    serve(platformAddress) {
      const provider = createProvider(issuer, platformAddress, secret);
      const answer = provider.callback();
      server.on('request', (request, response) => {
        serveRequest(provider, answer, platformAddress, request, response).catch(() => {
          if (!response.headersSent) response.writeHead(400);
          response.end();
        });
      });
    },
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

function createProvider(issuer: string, platformAddress: string, secret: string): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: secret,
        redirect_uris: [`${platformAddress}/auth/callback`],
        post_logout_redirect_uris: [`${platformAddress}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    // Nothing of it outlives the demonstration.
    adapter: createMemoryAdapter(),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    scopes: SCOPES,
    claims: { openid: ['sub'], scope_all: Object.keys(claimsOf(PEOPLE[0]!)) },
    acrValues: ['eidas1'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: 120,
      AuthorizationCode: 60,
      IdToken: 120,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, key) => {
      const person = PEOPLE.find((each) => each.key === key);
      if (person === undefined) return undefined;
      return { accountId: key, claims: async () => ({ sub: key, ...claimsOf(person) }) };
    },
    // Pro Santé Connect asks nobody for a consent.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      });
      grant.addOIDCScope(SCOPES.join(' '));
      await grant.save();
      return grant;
    },
    renderError: (context, { error }) => {
      context.type = 'html';
      context.body = errorPage(error);
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form);
        },
      },
    },
  });
}

type Answer = ReturnType<Provider['callback']>;

async function serveRequest(
  provider: Provider,
  answer: Answer,
  platformAddress: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A form here ends at the platform, by redirections.
  const sources = { 'style-src': "'self'", 'form-action': `'self' ${platformAddress}` };
  for (const [name, value] of Object.entries(pageHeaders(sources))) response.setHeader(name, value);
  const path = request.url?.split('?')[0] ?? '/';
  if (path === '/site.css') {
    response.setHeader('content-type', 'text/css; charset=utf-8').end(await readFile(STYLE));
  } else if (path.startsWith('/interaction/')) {
    await interact(provider, request, response);
  } else {
    if (path === DISCOVERY) request.url = '/.well-known/openid-configuration';
    await answer(request, response);
  }
}

/** Shows who may sign in; signs in whoever was chosen. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(choicePage(PEOPLE, `/interaction/${uid}`));
    return;
  }
  const key = new URLSearchParams(await bodyOf(request)).get('person') ?? '';
  const known = PEOPLE.some((person) => person.key === key);
  const result = known ? { login: { accountId: key } } : { error: 'access_denied' };
  await provider.interactionFinished(request, response, result);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}
