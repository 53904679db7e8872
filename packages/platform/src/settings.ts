/** One setting: how it is given, its default, and what it is. */
export interface Setting {
  flag: string;
  variable: string;
  fallback: string | null;
  help: string;
}

/** Every setting by the name that the code gives it. Flags win over variables, variables over defaults. */
export const SETTINGS = {
  mode: setting(
    'mode',
    'SAS_MODE',
    null,
    'demonstration, or production (also by NODE_ENV=production), which refuses to start unsafely',
  ),
  port: setting('port', 'SAS_PORT', '8080', 'port; 0 picks a free one'),
  host: setting('host', 'SAS_HOST', '127.0.0.1', 'address to listen on'),
  data: setting('data', 'SAS_DATA', '.sas-data', 'directory of the embedded database'),
  databaseUrl: setting(
    'database-url',
    'DATABASE_URL',
    null,
    'PostgreSQL 15 or later, for anything real; without it an embedded database that survives a crash of the process, not a power cut',
  ),
  poolSize: setting('pool-size', 'SAS_POOL_SIZE', '10', 'connections to PostgreSQL'),
  secretKey: setting('secret-key', 'SAS_SECRET_KEY', null, 'base64 of 32 bytes: seals contacts'),
  keyFile: setting(
    'key-file',
    'SAS_KEY_FILE',
    null,
    'file of the secret key, mode 0600, outside the data directory (default: DATA.key)',
  ),
  oldSecretKeys: setting(
    'old-secret-keys',
    'SAS_OLD_SECRET_KEYS',
    null,
    'keys that were current before, separated by commas, newest first, while they are rotated',
  ),
  credentials: setting('credentials', 'SAS_CREDENTIALS', null, 'file for the tokens made at start'),
  origins: setting(
    'origins',
    'SAS_ORIGINS',
    '*',
    'web origins of the publishable key, separated by commas',
  ),
  controller: setting(
    'controller',
    'SAS_CONTROLLER',
    null,
    'in production, who answers for the personal data; shown to people',
  ),
  dataProtectionContact: setting(
    'data-protection-contact',
    'SAS_DATA_PROTECTION_CONTACT',
    null,
    'in production, whom people ask about their data; shown to people',
  ),
  publicBooking: setting(
    'public-booking',
    'SAS_PUBLIC_BOOKING',
    null,
    'in production, ids of the territories whose public booking is on, separated by commas',
  ),
  newsSources: setting(
    'news-sources',
    'SAS_NEWS_SOURCES',
    null,
    'origins from which news may be imported by address, separated by commas: https://ars.example',
  ),
  geocoderUrl: setting(
    'geocoder-url',
    'SAS_GEOCODER_URL',
    null,
    'national address base, or an addok of your own, up to /search/: https://data.geopf.fr/geocodage; without it addresses are looked for nowhere',
  ),
  geocoderTimeout: setting(
    'geocoder-timeout',
    'SAS_GEOCODER_TIMEOUT',
    '1500',
    'milliseconds that an address is waited for',
  ),
  searchPage: setting(
    'search-page',
    'SAS_SEARCH_PAGE',
    null,
    'page that shows the search which dispatch software opens by /sas/recherche: /espace/recherche, or https://…; without it none is opened',
  ),
  searchOrigins: setting(
    'search-origins',
    'SAS_SEARCH_ORIGINS',
    null,
    'names (`origin`) of the dispatch software that may open it, separated by commas: SAMU76',
  ),
  horizonDays: setting('horizon-days', 'SAS_HORIZON_DAYS', '14', 'days that weekly rules reach'),
  publicUrl: setting('public-url', 'SAS_PUBLIC_URL', null, 'address outside: https://sas.example'),
  clientsFile: setting('clients', 'SAS_CLIENTS', null, 'file of publishable keys and clients'),
  signingKeyDays: setting(
    'signing-key-days',
    'SAS_SIGNING_KEY_DAYS',
    '30',
    'days of a signing key',
  ),
  certificateHeader: setting(
    'certificate-header',
    'SAS_CERTIFICATE_HEADER',
    null,
    "header in which a believed proxy hands on a client's certificate, percent-encoded PEM",
  ),
  tlsCert: setting('tls-cert', 'SAS_TLS_CERT', null, 'PEM file, for TLS that ends here'),
  tlsKey: setting('tls-key', 'SAS_TLS_KEY', null, 'PEM file of its key'),
  tlsClientCa: setting(
    'tls-client-ca',
    'SAS_TLS_CLIENT_CA',
    null,
    "PEM file of clients' authorities",
  ),
  bodyLimit: setting('body-limit', 'SAS_BODY_LIMIT', '262144', 'bytes of a request body'),
  trustProxy: setting(
    'trust-proxy',
    'SAS_TRUST_PROXY',
    null,
    'networks of proxies whose X-Forwarded-For is believed: 10.0.0.0/8, loopback',
  ),
  hstsSeconds: setting(
    'hsts-seconds',
    'SAS_HSTS_SECONDS',
    '31536000',
    'seconds that a browser which came over TLS comes over TLS only; 0 says nothing',
  ),
  logLevel: setting('log-level', 'SAS_LOG_LEVEL', 'warn', 'silent, error, warn, info or debug'),
  tokenRate: setting('rate-token', 'SAS_RATE_TOKEN', '3000', 'requests a minute of one token'),
  keyRate: setting(
    'rate-key',
    'SAS_RATE_KEY',
    '600',
    'requests a minute of a key and address, from a web origin',
  ),
  bareKeyRate: setting(
    'rate-bare-key',
    'SAS_RATE_BARE_KEY',
    '120',
    'requests a minute of a key and address, without origin',
  ),
  keyTotalRate: setting(
    'rate-key-total',
    'SAS_RATE_KEY_TOTAL',
    '60000',
    'requests a minute of a key, all addresses together',
  ),
  anonymousRate: setting(
    'rate-anonymous',
    'SAS_RATE_ANONYMOUS',
    '120',
    'requests a minute of an address without credentials',
  ),
  openRequests: setting(
    'open-requests',
    'SAS_OPEN_REQUESTS',
    '100',
    'requests of a token, or of a key and address, at once in one process',
  ),
  openStreams: setting('open-streams', 'SAS_OPEN_STREAMS', '50', 'streams among them'),
  streamHeartbeat: setting(
    'stream-heartbeat',
    'SAS_STREAM_HEARTBEAT',
    '15',
    'seconds without an event after which a stream sends a sign of life and its caller is looked at anew',
  ),
  headersTimeout: setting(
    'headers-timeout',
    'SAS_HEADERS_TIMEOUT',
    '10',
    'seconds for the headers of a request to arrive',
  ),
  requestTimeout: setting(
    'request-timeout',
    'SAS_REQUEST_TIMEOUT',
    '30',
    'seconds for a whole request to arrive, its body included',
  ),
  idleTimeout: setting(
    'idle-timeout',
    'SAS_IDLE_TIMEOUT',
    '72',
    'seconds that a connection is kept without a request; more than those of a proxy in front',
  ),
  holdSeconds: setting('hold-seconds', 'SAS_HOLD_SECONDS', '300', 'seconds that a slot is kept'),
  holdExtensions: setting('hold-extensions', 'SAS_HOLD_EXTENSIONS', '3', 'extensions of a hold'),
  holdsPerAddress: setting(
    'holds-per-address',
    'SAS_HOLDS_PER_ADDRESS',
    '3',
    'live holds of one address',
  ),
  publicBookingsPerDay: setting(
    'public-bookings',
    'SAS_PUBLIC_BOOKINGS_PER_DAY',
    '20',
    'public bookings of one address and day',
  ),
  bookingWindowHours: setting(
    'booking-window',
    'SAS_BOOKING_WINDOW_HOURS',
    '72',
    'hours ahead that a slot may be booked',
  ),
  proofDifficulty: setting(
    'proof-difficulty',
    'SAS_PROOF_DIFFICULTY',
    '8',
    'bits of the proof of work of a public booking, one more for every two bookings of an address and day; 0 asks for none',
  ),
  providerIssuer: setting(
    'psc-issuer',
    'SAS_PSC_ISSUER',
    null,
    'issuer of Pro Santé Connect: https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet; without it nobody signs in',
  ),
  providerDiscovery: setting(
    'psc-discovery',
    'SAS_PSC_DISCOVERY',
    '/.well-known/wallet-openid-configuration',
    'path of its discovery document after the issuer',
  ),
  providerEndpoints: setting(
    'psc-endpoints',
    'SAS_PSC_ENDPOINTS',
    null,
    'endpoints in place of the discovered ones: authorization_endpoint=https://… token_endpoint=https://…',
  ),
  providerClientId: setting('psc-client-id', 'SAS_PSC_CLIENT_ID', null, 'client id there'),
  providerClientSecret: setting(
    'psc-client-secret',
    'SAS_PSC_CLIENT_SECRET',
    null,
    'client secret there; better in the environment than on the command line',
  ),
  providerScope: setting('psc-scope', 'SAS_PSC_SCOPE', 'openid scope_all', 'scopes asked for'),
  providerAcr: setting('psc-acr', 'SAS_PSC_ACR', 'eidas1', 'level of authentication asked for'),
  sessionIdleMinutes: setting(
    'session-idle',
    'SAS_SESSION_IDLE_MINUTES',
    '30',
    'minutes without a request after which a session is over',
  ),
  sessionHours: setting(
    'session-hours',
    'SAS_SESSION_HOURS',
    '10',
    'hours after which a session is over however much it is used',
  ),
  sessionRotateMinutes: setting(
    'session-rotate',
    'SAS_SESSION_ROTATE_MINUTES',
    '15',
    "minutes after which a session's cookie gets another value",
  ),
  sessionGraceSeconds: setting(
    'session-grace',
    'SAS_SESSION_GRACE_SECONDS',
    '30',
    'seconds for which the value before is still good',
  ),
  termsVersion: setting(
    'terms-version',
    'SAS_TERMS_VERSION',
    null,
    'version of the terms of use that people accept; without it there are none',
  ),
  inactiveDays: setting(
    'inactive-days',
    'SAS_INACTIVE_DAYS',
    '281',
    'days without a sign-in after which an account loses its roles: nine months and a week',
  ),
  delegationDays: setting(
    'delegation-days',
    'SAS_DELEGATION_DAYS',
    '365',
    'days that a delegation lives at most',
  ),
  firstAdministrator: setting(
    'first-administrator',
    'SAS_FIRST_ADMINISTRATOR',
    null,
    'national id (8…, 0…) of the person who becomes administrator where there is none',
  ),
  editorBytes: setting(
    'editor-bytes',
    'SAS_EDITOR_BYTES',
    '4194304',
    "bytes of a connected vendor's answer, decompressed, that are read",
  ),
  editorCertificates: setting(
    'editor-certificates',
    'SAS_EDITOR_CERTIFICATES',
    null,
    'JSON file of client certificates shown to connected vendors: {"name": {"cert": "file.pem", "key": "file.pem"}}',
  ),
  editorAuthorities: setting(
    'editor-ca',
    'SAS_EDITOR_CA',
    null,
    'PEM file of authorities of connected vendors, beside those that Node.js trusts',
  ),
  vendorDeadline: setting(
    'vendor-deadline',
    'SAS_VENDOR_DEADLINE',
    '7',
    'seconds that a search waits for connected vendors in all',
  ),
  vendorFresh: setting(
    'vendor-fresh',
    'SAS_VENDOR_FRESH',
    '20',
    'seconds for which the answer of a vendor serves other searches too',
  ),
  vendorStreamFresh: setting(
    'vendor-stream-fresh',
    'SAS_VENDOR_STREAM_FRESH',
    '120',
    'seconds after which an open stream asks vendors again',
  ),
  vendorCalls: setting(
    'vendor-calls',
    'SAS_VENDOR_CALLS',
    '200',
    'calls to vendors at once, to all of them together',
  ),
  hubUrl: setting(
    'hub-url',
    'SAS_HUB_URL',
    null,
    'broker of the Hub Santé and its perimeter: amqps://HOST:5671/15-15_v2.0, with NAME:PASSWORD@ where there is no certificate; without it dispatch software is told nothing',
  ),
  hubClientId: setting(
    'hub-client-id',
    'SAS_HUB_CLIENT_ID',
    'fr.health.test.ptfsas',
    'own id at the Hub; fr.health.ptfsas in production',
  ),
  hubCert: setting(
    'hub-cert',
    'SAS_HUB_CERT',
    null,
    'PEM file of the certificate that the Hub knows (IGC-Santé)',
  ),
  hubKey: setting('hub-key', 'SAS_HUB_KEY', null, 'PEM file of its key'),
  hubCa: setting(
    'hub-ca',
    'SAS_HUB_CA',
    null,
    'with a certificate, PEM file of the authorities of the broker, in place of those that Node.js trusts',
  ),
  webhookTimeout: setting(
    'webhook-timeout',
    'SAS_WEBHOOK_TIMEOUT',
    '10',
    'seconds that an endpoint has to take an event',
  ),
  webhookDisableDays: setting(
    'webhook-disable',
    'SAS_WEBHOOK_DISABLE_DAYS',
    '5',
    'days of nothing but failure after which an endpoint is switched off',
  ),
  webhookLoopback: setting(
    'webhook-loopback',
    'SAS_WEBHOOK_LOOPBACK',
    null,
    'true sends events to http addresses of this machine too, and asks vendors there, for development (default: in a demonstration)',
  ),
  keepAppointments: setting(
    'keep-appointments',
    'SAS_KEEP_APPOINTMENTS_DAYS',
    '365',
    'days that appointments are kept after their end',
  ),
  keepOrientations: setting(
    'keep-orientations',
    'SAS_KEEP_ORIENTATIONS_DAYS',
    '365',
    'days that orientations and the results of calls to practices are kept',
  ),
  keepSlots: setting(
    'keep-slots',
    'SAS_KEEP_SLOTS_DAYS',
    '30',
    'days that slots without appointment are kept after their end',
  ),
  keepAudit: setting(
    'keep-audit',
    'SAS_KEEP_AUDIT_DAYS',
    '365',
    'days that entries of the audit trail are kept; their seals stay',
  ),
  keepCallEvents: setting(
    'keep-call-events',
    'SAS_KEEP_CALL_EVENTS_DAYS',
    '1095',
    'days that events of calls are kept, from which figures are computed',
  ),
  statisticsLeast: setting(
    'statistics-least',
    'SAS_STATISTICS_LEAST',
    '11',
    'counts below are suppressed in statistics, with those from which they follow; 1 suppresses none',
  ),
  targetAnswered: setting(
    'target-answered',
    'SAS_TARGET_ANSWERED_PERCENT',
    null,
    'target shown beside the share of calls answered, in percent; none by default',
  ),
  targetWithin30s: setting(
    'target-within-30s',
    'SAS_TARGET_WITHIN_30S_PERCENT',
    null,
    'target shown beside the share answered within 30 s, in percent',
  ),
  targetWithin60s: setting(
    'target-within-60s',
    'SAS_TARGET_WITHIN_60S_PERCENT',
    null,
    'target shown beside the share answered within 60 s, in percent',
  ),
  keepDeliveries: setting(
    'keep-deliveries',
    'SAS_KEEP_DELIVERIES_DAYS',
    '30',
    'days that events, their deliveries and what the outbox has sent are kept',
  ),
  keepIdempotency: setting(
    'keep-idempotency',
    'SAS_KEEP_IDEMPOTENCY_HOURS',
    '24',
    'hours that idempotency keys are kept, as hashes',
  ),
  keepHolds: setting(
    'keep-holds',
    'SAS_KEEP_HOLDS_DAYS',
    '2',
    'days that holds are kept after their end',
  ),
  keepCounters: setting(
    'keep-counters',
    'SAS_KEEP_COUNTERS_DAYS',
    '2',
    'days that the number of public bookings of an address is kept, under a hash',
  ),
  metricsPort: setting(
    'metrics-port',
    'SAS_METRICS_PORT',
    null,
    'port of /metrics on a listener of its own, on 127.0.0.1; 0 picks a free one',
  ),
  metricsToken: setting(
    'metrics-token',
    'SAS_METRICS_TOKEN',
    null,
    'bearer token of /metrics beside the API, 20 characters or more',
  ),
} satisfies Record<string, Setting>;

function setting(flag: string, variable: string, fallback: string | null, help: string): Setting {
  return { flag, variable, fallback, help };
}

/** The text that `--help` prints. */
export function helpText(command: string): string {
  const lines = Object.values(SETTINGS).map(({ flag, variable, fallback, help }) => {
    const value = fallback === null ? '' : ` [${fallback}]`;
    return `  --${flag.padEnd(20)} ${variable.padEnd(28)} ${help}${value}`;
  });
  return [`${command} [--setting VALUE …]`, '', ...lines].join('\n');
}
