import { randomBytes } from 'node:crypto';
import { type Config, ConfigError } from '../config.ts';
import type { Database } from '../database/database.ts';
import { createSecrets, readKeyFile, type Secrets } from './secrets.ts';

/**
 * The secrets of the settings, once the database has taken them: it remembers with which secret it was
 * filled. Another one could open no contact, unless the one before is declared with it: that is a
 * rotation, and from then on the database is of the new one.
 *
 * @param throwAway without a setting, makes a key that nobody keeps; for tests.
 * @throws {ConfigError} for a key of another form or of another database.
 */
export async function openSecrets(
  database: Database,
  config: Pick<Config, 'secretKey' | 'oldSecretKeys' | 'keyFile'>,
  throwAway: boolean,
): Promise<Secrets> {
  const current =
    config.secretKey === null
      ? await (throwAway ? randomBytes(32) : readKeyFile(config.keyFile))
      : readKey('--secret-key', config.secretKey);
  const former = config.oldSecretKeys.map((key) => readKey('--old-secret-keys', key));
  const secrets = createSecrets(current, former);
  await checkFingerprint(database, secrets);
  return secrets;
}

function readKey(flag: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  throw new ConfigError(`${flag} must be base64 of 32 bytes`);
}

async function checkFingerprint(database: Database, secrets: Secrets): Promise<void> {
  const rows = await database.query<{ fingerprint: string }>(
    `insert into secret as known (fingerprint) values ($1)
     on conflict (singleton) do update set fingerprint =
       case when known.fingerprint = any($2::text[]) then $1 else known.fingerprint end
     returning fingerprint`,
    [secrets.fingerprint, secrets.formerFingerprints],
  );
  if (rows[0]!.fingerprint === secrets.fingerprint) return;
  throw new ConfigError(
    'This database was filled with another secret key: give every server the same --secret-key or --key-file, ' +
      'and the one before in --old-secret-keys while you rotate.',
  );
}
