import { parseArgs } from 'node:util';
import type { EditorSettings } from './aggregation/asking/asking-settings.ts';
import type { StreamSettings } from './availability/routes.ts';
import type { VendorSettings } from './availability/vendors.ts';
import type { BookingLimits } from './booking/policy.ts';
import type { RateLimits } from './http/limits.ts';
import type { ClientTimeouts } from './http/listener.ts';
import type { MetricsSettings } from './metrics/open-metrics.ts';
import type { RetentionLimits } from './retention.ts';
import type { StatisticsSettings } from './statistics/routes.ts';
import type { SessionSettings } from './identity/sessions/sessions.ts';
import type { ProviderSettings } from './identity/sign-in/provider.ts';
import type { SearchLinkSettings } from './search-link/routes.ts';
import type { HubSettings } from './hub/settings.ts';
import { SETTINGS } from './settings.ts';
import type { GeocoderSettings } from './directory/national-address-base.ts';
import type { WebhookSettings } from './webhooks/open-webhooks.ts';

/** Every setting of the platform. */
export interface Config {
  /** In production, what a demonstration makes up for itself is refused. */
  mode: 'demonstration' | 'production';
  port: number;
  host: string;
  /** Data directory of the embedded database; null with `databaseUrl`. */
  data: string;
  databaseUrl: string | null;
  /** Connections to PostgreSQL. */
  poolSize: number;
  /** Base64 of 32 bytes; null reads `keyFile`. */
  secretKey: string | null;
  keyFile: string;
  /** Keys that were current before, newest first; base64 of 32 bytes each. */
  oldSecretKeys: readonly string[];
  /** Where to write the tokens made at start; null writes none. */
  credentials: string | null;
  /** Web origins that may use the publishable key; `*` is any. */
  origins: readonly string[];
  /** Who answers for the personal data; shown to people. */
  controller: string | null;
  /** Whom people ask about their data; shown to people. */
  dataProtectionContact: string | null;
  /** In production, the territories whose public booking is on. */
  publicBooking: readonly string[];
  /** Origins from which news may be imported by address. */
  newsSources: readonly string[];
  /** Who knows addresses; null asks nobody. */
  geocoder: GeocoderSettings | null;
  searchLink: SearchLinkSettings;
  horizonDays: number;
  bodyLimit: number;
  /** Networks of the proxies in front, whose `X-Forwarded-For` is believed; false believes nobody. */
  trustProxy: string | false;
  /** Address under which the platform is known outside; null takes the one that it listens on. */
  publicUrl: string | null;
  /** File of the programs and pages that may call. */
  clientsFile: string | null;
  /** Days that a key signs tokens. */
  signingKeyDays: number;
  /** Header in which a believed proxy hands on a client's certificate; null believes none. */
  certificateHeader: string | null;
  /** PEM files, for TLS that ends here. */
  tls: { cert: string; key: string; clientAuthorities: string | null } | null;
  /** Seconds of `Strict-Transport-Security`, sent to who came over TLS; 0 sends none. */
  hstsSeconds: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  rateLimits: RateLimits;
  /** Requests of one caller at once, in one process. */
  openRequests: number;
  timeouts: ClientTimeouts;
  streams: StreamSettings;
  booking: BookingLimits;
  retention: RetentionLimits;
  /** Pro Santé Connect; null where nobody signs in. */
  provider: ProviderSettings | null;
  sessions: SessionSettings;
  accounts: {
    /** Days without a sign-in after which an account loses its roles. */
    inactiveDays: number;
    /** Days that a delegation lives at most. */
    delegationDays: number;
    /** National id of the person who becomes administrator where there is none. */
    firstAdministrator: string | null;
  };
  metrics: MetricsSettings;
  statistics: StatisticsSettings;
  webhooks: WebhookSettings;
  /** The Hub Santé; null where dispatch software is told nothing. */
  hub: HubSettings | null;
  editors: EditorSettings;
  vendors: VendorSettings & {
    /** Calls to vendors at once, of one process. */
    callsAtOnce: number;
  };
}

/** A setting that cannot be used; its message names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads flags, then environment variables, then defaults.
 *
 * @throws {ConfigError} naming an unknown flag or a value out of range.
 */
export function readConfig(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const values = readFlags(argv);
  const text = (name: keyof typeof SETTINGS): string | null => {
    const { flag, variable, fallback } = SETTINGS[name];
    return values[flag] ?? (environment[variable] || null) ?? fallback;
  };
  const whole = (name: keyof typeof SETTINGS, least: number, most = 1e9): number => {
    const value = Number(text(name));
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new ConfigError(
      `--${SETTINGS[name].flag} must be a whole number from ${least} to ${most}, not ${text(name)}`,
    );
  };
  const data = text('data')!;
  const mode = readMode(text('mode'), environment['NODE_ENV']);
  return {
    mode,
    port: whole('port', 0, 65_535),
    host: text('host')!,
    data,
    databaseUrl: text('databaseUrl'),
    poolSize: whole('poolSize', 1, 200),
    secretKey: text('secretKey'),
    keyFile: text('keyFile') ?? `${data.replace(/[/\\]+$/, '')}.key`,
    oldSecretKeys: readList(text('oldSecretKeys')),
    credentials: text('credentials'),
    origins: readList(text('origins')),
    controller: text('controller'),
    dataProtectionContact: text('dataProtectionContact'),
    publicBooking: readList(text('publicBooking')),
    newsSources: readList(text('newsSources')).map(readNewsSource),
    geocoder: readGeocoder(text('geocoderUrl'), whole('geocoderTimeout', 50, 10_000)),
    searchLink: {
      page: readSearchPage(text('searchPage')),
      origins: readList(text('searchOrigins')),
    },
    horizonDays: whole('horizonDays', 1, 90),
    bodyLimit: whole('bodyLimit', 1024),
    trustProxy: readTrustProxy(text('trustProxy')),
    publicUrl: readPublicUrl(text('publicUrl')),
    clientsFile: text('clientsFile'),
    signingKeyDays: whole('signingKeyDays', 1, 366),
    certificateHeader: text('certificateHeader'),
    tls: readTls(text('tlsCert'), text('tlsKey'), text('tlsClientCa')),
    hstsSeconds: whole('hstsSeconds', 0),
    logLevel: readLogLevel(text('logLevel')!),
    rateLimits: {
      token: whole('tokenRate', 1),
      keyWithOrigin: whole('keyRate', 1),
      keyWithoutOrigin: whole('bareKeyRate', 1),
      keyInTotal: whole('keyTotalRate', 1),
      anonymous: whole('anonymousRate', 1),
    },
    openRequests: whole('openRequests', 1),
    timeouts: {
      headersSeconds: whole('headersTimeout', 1, 600),
      requestSeconds: whole('requestTimeout', 1, 600),
      idleSeconds: whole('idleTimeout', 1, 600),
    },
    streams: {
      heartbeatSeconds: whole('streamHeartbeat', 1, 60),
      openStreams: whole('openStreams', 1),
    },
    booking: {
      holdSeconds: whole('holdSeconds', 1, 3600),
      holdExtensions: whole('holdExtensions', 0, 10),
      holdsPerAddress: whole('holdsPerAddress', 1),
      publicBookingsPerDay: whole('publicBookingsPerDay', 1),
      bookingWindowHours: whole('bookingWindowHours', 1, 24 * 90),
      proofDifficulty: whole('proofDifficulty', 0, 16),
    },
    provider: readProvider(text),
    sessions: {
      idleMinutes: whole('sessionIdleMinutes', 1, 24 * 60),
      absoluteHours: whole('sessionHours', 1, 24 * 7),
      rotateMinutes: whole('sessionRotateMinutes', 1, 24 * 60),
      graceSeconds: whole('sessionGraceSeconds', 0, 600),
      termsVersion: text('termsVersion'),
    },
    accounts: {
      inactiveDays: whole('inactiveDays', 1, 3660),
      delegationDays: whole('delegationDays', 1, 3660),
      firstAdministrator: readNationalId(text('firstAdministrator')),
    },
    retention: {
      appointmentDays: whole('keepAppointments', 1, 36_500),
      orientationDays: whole('keepOrientations', 1, 36_500),
      slotDays: whole('keepSlots', 1, 36_500),
      auditDays: whole('keepAudit', 1, 36_500),
      idempotencyHours: whole('keepIdempotency', 24, 8_760),
      holdDays: whole('keepHolds', 1, 365),
      counterDays: whole('keepCounters', 1, 365),
      deliveryDays: whole('keepDeliveries', 4, 365),
      callEventDays: whole('keepCallEvents', 1, 36_500),
    },
    statistics: {
      least: whole('statisticsLeast', 1, 1000),
      callEventDays: whole('keepCallEvents', 1, 36_500),
      targets: {
        answeredPercent: text('targetAnswered') === null ? null : whole('targetAnswered', 1, 100),
        within30sPercent:
          text('targetWithin30s') === null ? null : whole('targetWithin30s', 1, 100),
        within60sPercent:
          text('targetWithin60s') === null ? null : whole('targetWithin60s', 1, 100),
      },
    },
    metrics: {
      port: text('metricsPort') === null ? null : whole('metricsPort', 0, 65_535),
      token: readMetricsToken(text('metricsToken')),
    },
    editors: {
      maxBytes: whole('editorBytes', 1024, 64 * 1024 * 1024),
      certificatesFile: text('editorCertificates'),
      authoritiesFile: text('editorAuthorities'),
    },
    webhooks: {
      loopback: readLoopback(text('webhookLoopback'), mode),
      timeoutSeconds: whole('webhookTimeout', 1, 60),
      disableDays: whole('webhookDisableDays', 1, 90),
    },
    hub: readHub(text),
    vendors: {
      deadlineMs: whole('vendorDeadline', 1, 30) * 1000,
      freshMs: whole('vendorFresh', 1, 120) * 1000,
      // Answers are shown for three minutes: they must be asked for again before.
      streamFreshMs: whole('vendorStreamFresh', 1, 150) * 1000,
      callsAtOnce: whole('vendorCalls', 1, 10_000),
    },
  };
}

function readList(text: string | null): string[] {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** Nothing slows down whoever guesses it: it must be long. */
function readMetricsToken(text: string | null): string | null {
  if (text === null || /^[\w.~+/=-]{20,}$/.test(text)) return text;
  throw new ConfigError('--metrics-token must be 20 letters, digits or -._~+/= or more');
}

function readFlags(argv: readonly string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(
    Object.values(SETTINGS).map(({ flag }) => [flag, { type: 'string' as const }]),
  );
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

/** An address over TLS, or one of this machine itself. */
function isConfidential(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const here = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && here);
}

/**
 * A path of this server, or another server's address over TLS. What a fragment carries may not stand in
 * it already.
 */
function readSearchPage(text: string | null): string | null {
  if (text === null) return null;
  const own = /^\/(?![/\\])[^\s#\\]*$/.test(text);
  if (own || (isConfidential(text) && new URL(text).hash === '')) return text;
  throw new ConfigError(`--search-page must be /path or https://…, without #, not ${text}`);
}

/** @throws {ConfigError} for half a provider, or one that is reached in clear. */
function readProvider(text: (name: keyof typeof SETTINGS) => string | null): Config['provider'] {
  const issuer = text('providerIssuer');
  if (issuer === null) return null;
  const [clientId, clientSecret] = [text('providerClientId'), text('providerClientSecret')];
  if (clientId === null) throw new ConfigError('--psc-issuer needs --psc-client-id');
  if (clientSecret === null) throw new ConfigError('--psc-issuer needs --psc-client-secret');
  if (!isConfidential(issuer)) throw new ConfigError(`--psc-issuer must be https, not ${issuer}`);
  const pairs = (text('providerEndpoints') ?? '').split(/\s+/).filter((pair) => pair !== '');
  const endpoints = pairs.map((pair) => {
    const [, name, address] = /^(\w+_(?:endpoint|uri))=(.+)$/.exec(pair) ?? [];
    if (name !== undefined && isConfidential(address!)) return [name, address!] as const;
    throw new ConfigError(`--psc-endpoints must be name=https://…, not ${pair}`);
  });
  return {
    issuer,
    discoveryPath: text('providerDiscovery')!,
    endpoints: Object.fromEntries(endpoints),
    clientId,
    clientSecret,
    scope: text('providerScope')!,
    acrValues: text('providerAcr')!,
  };
}

/** @throws {ConfigError} for half a certificate, and for a Hub without a way in. */
function readHub(text: (name: keyof typeof SETTINGS) => string | null): HubSettings | null {
  const [url, cert, key] = [text('hubUrl'), text('hubCert'), text('hubKey')];
  if (url === null) return null;
  if ((cert === null) !== (key === null))
    throw new ConfigError('--hub-cert and --hub-key go together');
  return {
    url,
    clientId: text('hubClientId')!,
    tls: cert === null || key === null ? null : { cert, key },
    authoritiesFile: text('hubCa'),
  };
}

/** @throws {ConfigError} for what is no origin over TLS, or of this machine itself. */
function readNewsSource(text: string): string {
  if (isConfidential(text) && new URL(text).origin === text.replace(/\/$/, '')) {
    return new URL(text).origin;
  }
  throw new ConfigError(`--news-sources must be origins, https://host, not ${text}`);
}

/** @throws {ConfigError} for an address in clear, or one with a query. */
function readGeocoder(text: string | null, timeoutMs: number): GeocoderSettings | null {
  if (text === null) return null;
  if (isConfidential(text) && !/[?#]/.test(text)) {
    return { url: text.replace(/(\/search)?\/*$/, ''), timeoutMs };
  }
  throw new ConfigError(`--geocoder-url must be https://…, without a query, not ${text}`);
}

function readNationalId(text: string | null): string | null {
  if (text === null || /^(8\d{11}|0(\d\d|2[AB])\d{7})$/.test(text)) return text;
  throw new ConfigError(`--first-administrator must be 8 + RPPS or 0 + ADELI, not ${text}`);
}

function readPublicUrl(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new ConfigError(`--public-url must be https://host or http://host, not ${text}`);
}

function readTls(cert: string | null, key: string | null, ca: string | null): Config['tls'] {
  if (cert !== null && key !== null) return { cert, key, clientAuthorities: ca };
  if (cert === null && key === null && ca === null) return null;
  throw new ConfigError('--tls-cert and --tls-key go together');
}

/** A header that everybody may send is believed from named proxies only. */
function readTrustProxy(text: string | null): string | false {
  if (text === null || text === 'false') return false;
  const network = /^(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-f:]+(\/\d+)?)$/i;
  if (text.split(',').every((each) => network.test(each.trim()))) return text;
  throw new ConfigError(`--trust-proxy must be a list of networks, not ${text}`);
}

function readLogLevel(text: string): Config['logLevel'] {
  const levels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
  const level = levels.find((each) => each === text);
  if (level !== undefined) return level;
  throw new ConfigError(`--log-level must be one of ${levels.join(', ')}, not ${text}`);
}

/** A demonstration sends events to the machine itself unless it is told not to. */
function readLoopback(text: string | null, mode: Config['mode']): boolean {
  if (text === null) return mode === 'demonstration';
  if (text === 'true' || text === 'false') return text === 'true';
  throw new ConfigError(`--webhook-loopback must be true or false, not ${text}`);
}

function readMode(text: string | null, node: string | undefined): Config['mode'] {
  if (text === null) return node === 'production' ? 'production' : 'demonstration';
  if (text === 'production' || text === 'demonstration') return text;
  throw new ConfigError(`--mode must be demonstration or production, not ${text}`);
}
