import type { Database } from '../../database/database.ts';
import { created, type Handlers, ok } from '../../http/handler.ts';
import { formatPlaceless } from '../../http/instants.ts';
import type { AccessTokens } from './access-tokens.ts';
import { ACCESS_TOKEN_SECONDS, type FindClient, grantClientCredentials } from './clients.ts';
import { createEmbedSession } from './embed-sessions.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Keys change slowly; a new one signs for a whole token's life before an old one leaves. */
const SHARED = { 'cache-control': 'public, max-age=60' };

export function machineRoutes(
  database: Database,
  keys: SigningKeys,
  tokens: AccessTokens,
  find: FindClient,
  issuer: () => string,
): Handlers<'issueToken' | 'getSigningKeys' | 'getAuthorizationServer' | 'openEmbedSession'> {
  return {
    issueToken: async ({ body, presented }) => {
      const { token } = await grantClientCredentials(
        {
          grantType: body.grant_type,
          authorization: presented.authorization,
          clientId: body.client_id,
          clientSecret: body.client_secret,
          certificate: presented.certificate,
        },
        find,
        tokens,
      );
      return ok(
        { access_token: token, token_type: 'Bearer' as const, expires_in: ACCESS_TOKEN_SECONDS },
        { 'cache-control': 'no-store', pragma: 'no-cache' },
      );
    },
    getSigningKeys: async () => ok((await keys.published()) as never, SHARED),
    getAuthorizationServer: async () =>
      ok(
        {
          issuer: issuer(),
          token_endpoint: `${issuer()}/oauth/token`,
          jwks_uri: `${issuer()}/.well-known/jwks.json`,
          grant_types_supported: ['client_credentials' as const],
          response_types_supported: [],
          token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
          tls_client_certificate_bound_access_tokens: true,
        },
        SHARED,
      ),
    openEmbedSession: async ({ caller, body }) => {
      const { token, expiresAt } = await createEmbedSession(database, tokens, caller, body);
      const session = { token, expiresAt: formatPlaceless(expiresAt) };
      return created('/v1/session', session);
    },
  };
}
