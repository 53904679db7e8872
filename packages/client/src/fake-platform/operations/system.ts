import { type Handlers, ok } from '../handler.ts';

type Operations = 'getHealth' | 'getReadiness' | 'getAuthorizationServer';

export const system: Pick<Handlers, Operations> = {
  getHealth: () => ok({ status: 'ok' }),
  getReadiness: () => ok({ status: 'ok' }),
  getAuthorizationServer: ({ world: { url } }) =>
    ok(
      {
        issuer: url,
        token_endpoint: `${url}/oauth/token`,
        jwks_uri: `${url}/.well-known/jwks.json`,
        grant_types_supported: ['client_credentials'],
        response_types_supported: [],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        tls_client_certificate_bound_access_tokens: true,
      },
      { 'cache-control': 'public, max-age=60' },
    ),
};
