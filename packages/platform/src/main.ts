#!/usr/bin/env node
import { type Command, COMMANDS_HELP, readCommand } from './commands/command-line.ts';
import { runCommand } from './commands/run-command.ts';
import { ConfigError, readConfig } from './config.ts';
import { DirectoryLockedError } from './database/lock.ts';
import { ROLES } from './identity/caller.ts';
import { issueCredentials, writeCredentials } from './identity/credentials.ts';
import { makeSecret, secretHash } from './identity/machines/clients.ts';
import { readRegistry, RegistryError } from './identity/registry.ts';
import { createPlatform, databaseNotice } from './platform.ts';
import { UnknownPersonError } from './privacy/person.ts';
import { helpText } from './settings.ts';
import { stopOnSignal } from './signals.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `sas-platform secret`: for a client of the registry, and for whoever runs that client. */
function sayNewSecret(): void {
  const secret = makeSecret();
  say(`secret      ${secret}`);
  say(`secretHash  ${secretHash(secret)}`);
}

/** `sas-platform export`, `erase`, `verify-audit`. */
async function carryOut(command: Command, settings: readonly string[]): Promise<void> {
  const { answer, ok } = await runCommand(command, readConfig(settings, process.env));
  say(JSON.stringify(answer, null, 2));
  if (!ok) process.exitCode = 1;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return say(`${helpText('sas-platform')}\n${COMMANDS_HELP}`);
  if (process.argv[2] === 'secret') return sayNewSecret();
  const asked = readCommand(process.argv.slice(2));
  if (asked !== null) return carryOut(asked.command, asked.settings);
  const config = readConfig(process.argv.slice(2), process.env);
  const identities = ROLES.filter((role) => role !== 'public').map((role) => ({
    subject: role,
    roles: [role],
  }));
  const production = config.mode === 'production';
  const { credentials, file } = issueCredentials(production ? [] : identities, config.origins);
  const registry = config.clientsFile === null ? null : await readRegistry(config.clientsFile);
  const known = registry === null ? credentials : { ...credentials, ...registry };
  const platform = await createPlatform({ config, credentials: known });
  if (config.credentials !== null) await writeCredentials(config.credentials, file);
  stopOnSignal(() => platform.close());
  const address = await platform.listen();
  say(databaseNotice(platform.database));
  if (platform.metricsAddress !== null) say(`metrics on ${platform.metricsAddress}`);
  say(`sas-platform ready on ${address}`);
}

/** Faults of whoever starts it: their message says all. */
const EXPECTED = [ConfigError, DirectoryLockedError, RegistryError, UnknownPersonError];

main().catch((error: unknown) => {
  const expected = error instanceof Error && EXPECTED.some((kind) => error instanceof kind);
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
