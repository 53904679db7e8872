import * as oidc from 'openid-client';
import { SignInRefused } from './professional.ts';

/** How Pro Santé Connect, or whoever plays it, is reached. */
export interface ProviderSettings {
  issuer: string;
  /** Path of the discovery document after the issuer; Pro Santé Connect's is not the standard one. */
  discoveryPath: string;
  /** Endpoints in place of those that are discovered, by their names in the metadata. */
  endpoints: Readonly<Record<string, string>>;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** Level of authentication asked for. */
  acrValues: string;
}

/** What one attempt must bring back. */
export interface Checks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Seconds that the provider has for one answer. */
const TIMEOUT_SECONDS = 10;

/** The identity provider: OpenID Connect, authorization code with PKCE, state and nonce. */
export class Provider {
  readonly #settings: ProviderSettings;
  #configuration: Promise<oidc.Configuration> | null = null;

  constructor(settings: ProviderSettings) {
    this.#settings = settings;
  }

  /** Secrets of a new attempt. */
  newChecks(): Checks {
    return {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
  }

  /** Where the browser goes to sign in. @throws {SignInRefused} `provider-unreachable` */
  async authorizationUrl(checks: Checks, redirectUri: string): Promise<URL> {
    const configuration = await this.#configure();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.#settings.scope,
      acr_values: this.#settings.acrValues,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Trades the code for what the provider says of the person. State, nonce, signature, issuer,
   * audience and times are checked by the library, and so is that userinfo and ID token are of one person.
   *
   * @param callback the address that the browser came back to, with its query.
   * @throws {SignInRefused} `cancelled`, `not-verified`, `provider-unreachable`
   */
  async exchange(
    callback: URL,
    checks: Checks,
  ): Promise<{ claims: Record<string, unknown>; idToken: string }> {
    const configuration = await this.#configure();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      const subject = tokens.claims()!.sub;
      const claims = await oidc.fetchUserInfo(configuration, tokens.access_token, subject);
      return { claims: { ...claims }, idToken: tokens.id_token! };
    } catch (error) {
      throw refusedBy(error);
    }
  }

  /** Where the browser signs out at the provider; null where it offers nothing or does not answer. */
  async endSessionUrl(idToken: string, returnTo: string): Promise<URL | null> {
    const configuration = await this.#configure().catch(() => null);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: returnTo,
    });
  }

  /** Discovers once; after a failure the next attempt asks again. */
  #configure(): Promise<oidc.Configuration> {
    this.#configuration ??= this.#discover().catch((error: unknown) => {
      this.#configuration = null;
      throw refusedBy(error);
    });
    return this.#configuration;
  }

  async #discover(): Promise<oidc.Configuration> {
    const { issuer, discoveryPath, endpoints, clientId, clientSecret } = this.#settings;
    // Settings allow plain http for this machine only.
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const address = new URL(issuer.replace(/\/$/, '') + discoveryPath);
    const found = await oidc.discovery(address, clientId, undefined, undefined, {
      execute,
      timeout: TIMEOUT_SECONDS,
    });
    const metadata = found.serverMetadata();
    // At an address that is not the standard's, the library leaves this to its caller (RFC 8414, 3.3).
    if (metadata.issuer !== issuer) {
      throw new SignInRefused('not-verified', 'issuer of the discovery document');
    }
    const configuration = new oidc.Configuration(
      { ...metadata, ...endpoints },
      clientId,
      { id_token_signed_response_alg: signingAlgorithm(metadata) },
      oidc.ClientSecretPost(clientSecret),
    );
    configuration.timeout = TIMEOUT_SECONDS;
    for (const extend of execute) extend(configuration);
    // The connection vouches for an ID token that came from the token endpoint; its signature does, too.
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

/** The first of the provider's algorithms that is asymmetric and widely spoken. */
function signingAlgorithm({ id_token_signing_alg_values_supported: offered }: oidc.ServerMetadata) {
  const known = ['RS256', 'PS256', 'ES256'];
  return known.find((each) => offered?.includes(each)) ?? 'RS256';
}

/** Which page a failure of the library leads to. */
function refusedBy(error: unknown): SignInRefused {
  if (error instanceof SignInRefused) return error;
  if (error instanceof oidc.AuthorizationResponseError) {
    const cancelled = error.error === 'access_denied' || error.error === 'login_required';
    return new SignInRefused(cancelled ? 'cancelled' : 'not-verified', error.error.slice(0, 80));
  }
  if (error instanceof oidc.ResponseBodyError) {
    const down = error.status >= 500;
    return new SignInRefused(
      down ? 'provider-unreachable' : 'not-verified',
      error.error.slice(0, 80),
    );
  }
  const code = (error as { code?: unknown }).code;
  if (error instanceof oidc.ClientError && !isUnreachable(code)) {
    return new SignInRefused('not-verified', typeof code === 'string' ? code : null);
  }
  return new SignInRefused('provider-unreachable', typeof code === 'string' ? code : null);
}

/** No answer in time, or one that no provider in order gives. */
function isUnreachable(code: unknown): boolean {
  return [
    'OAUTH_TIMEOUT',
    'OAUTH_ABORT',
    'OAUTH_RESPONSE_IS_NOT_CONFORM',
    'OAUTH_RESPONSE_IS_NOT_JSON',
    'OAUTH_PARSE_ERROR',
  ].includes(String(code));
}
