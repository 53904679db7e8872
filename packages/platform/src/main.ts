#!/usr/bin/env node
import { ConfigError, helpText, readConfig } from './config.ts';
import { DirectoryLockedError } from './database/lock.ts';
import { ROLES } from './identity/caller.ts';
import { issueCredentials, writeCredentials } from './identity/credentials.ts';
import { createPlatform, databaseNotice } from './platform.ts';
import { stopOnSignal } from './signals.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return say(helpText('sas-platform'));
  const config = readConfig(process.argv.slice(2), process.env);
  const identities = ROLES.filter((role) => role !== 'public').map((role) => ({
    subject: role,
    roles: [role],
  }));
  const { credentials, file } = issueCredentials(identities, config.origins);
  const platform = await createPlatform({ config, credentials });
  if (config.credentials !== null) await writeCredentials(config.credentials, file);
  stopOnSignal(() => platform.close());
  const address = await platform.listen();
  say(databaseNotice(platform.database));
  say(`sas-platform ready on ${address}`);
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DirectoryLockedError;
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
