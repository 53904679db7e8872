import { type Config, ConfigError } from './config.ts';
import { isTestHubId } from './hub/dispatch.ts';
import type { Credentials } from './identity/credentials.ts';

/** A setting that production needs otherwise, and why. */
export interface ProductionFault {
  /** Environment variable. */
  setting: string;
  why: string;
}

/** What one start is made of. */
export interface Start {
  config: Config;
  credentials: Pick<Credentials, 'tokens' | 'keys'>;
}

interface Rule extends ProductionFault {
  holds(start: Start): boolean;
}

/** Fewer different bytes than any 32 random ones have: a key that somebody typed. */
const DISTINCT_BYTES = 16;

function isRandom(base64: string): boolean {
  return new Set(Buffer.from(base64, 'base64')).size >= DISTINCT_BYTES;
}

/** Each rule names the setting that mends it. */
const RULES: readonly Rule[] = [
  {
    setting: 'DATABASE_URL',
    why: 'PostgreSQL: the embedded database does not survive a power cut',
    holds: ({ config }) => config.databaseUrl !== null,
  },
  {
    setting: 'SAS_SECRET_KEY',
    why: 'base64 of 32 random bytes, kept apart from the database and its copies',
    holds: ({ config }) => config.secretKey !== null && isRandom(config.secretKey),
  },
  {
    setting: 'SAS_CLIENTS',
    why: 'the registered programs and keys: tokens of every role are made for demonstrations only',
    holds: ({ config, credentials }) =>
      config.clientsFile !== null && credentials.tokens.size === 0,
  },
  {
    setting: 'SAS_ORIGINS',
    why: 'or the origins of a key in SAS_CLIENTS: a publishable key belongs to named sites, never to *',
    holds: ({ credentials }) => credentials.keys.every(({ origins }) => !origins.includes('*')),
  },
  {
    setting: 'SAS_CREDENTIALS',
    why: 'to be left out: it writes the tokens of a demonstration',
    holds: ({ config }) => config.credentials === null,
  },
  {
    setting: 'SAS_PUBLIC_URL',
    why: 'the https address under which the platform is known',
    holds: ({ config }) => config.publicUrl?.startsWith('https://') === true,
  },
  {
    setting: 'SAS_TLS_CERT',
    why: 'and SAS_TLS_KEY, or SAS_TRUST_PROXY where a proxy of yours ends TLS',
    holds: ({ config }) => config.tls !== null || config.trustProxy !== false,
  },
  {
    setting: 'SAS_CONTROLLER',
    why: 'who answers for the personal data (GDPR art. 4): people are told',
    holds: ({ config }) => config.controller !== null,
  },
  {
    setting: 'SAS_DATA_PROTECTION_CONTACT',
    why: 'whom people ask about their data (GDPR art. 13): they are told',
    holds: ({ config }) => config.dataProtectionContact !== null,
  },
  {
    setting: 'SAS_PROOF_DIFFICULTY',
    why: 'more than 0: a robot must not book for nothing',
    holds: ({ config }) => config.booking.proofDifficulty > 0,
  },
  {
    setting: 'SAS_WEBHOOK_LOOPBACK',
    why: 'to be left out: events and questions to vendors would be sent to programs of the server itself',
    holds: ({ config }) => !config.webhooks.loopback,
  },
  {
    setting: 'SAS_HUB_CLIENT_ID',
    why: 'the id of production at the Hub Santé, fr.health.…: what fr.health.test.… sends is an exercise',
    holds: ({ config }) => config.hub === null || !isTestHubId(config.hub.clientId),
  },
];

/** What keeps a start from being fit for real people; empty where nothing does. */
export function productionFaults(start: Start): ProductionFault[] {
  return RULES.filter((rule) => !rule.holds(start)).map(({ setting, why }) => ({ setting, why }));
}

/**
 * In production mode, refuses to go on with what a demonstration makes up for itself.
 *
 * @throws {ConfigError} naming every setting that is missing or unsafe.
 */
export function checkProduction(start: Start): void {
  if (start.config.mode !== 'production') return;
  const faults = productionFaults(start);
  if (faults.length === 0) return;
  const lines = faults.map(({ setting, why }) => `  ${setting.padEnd(28)} ${why}`);
  throw new ConfigError(
    [
      'Production mode refuses to start. Missing or unsafe:',
      ...lines,
      'SAS_MODE=demonstration starts without them, for fictional people only.',
    ].join('\n'),
  );
}
