import { verifyAudit } from '../audit/verify.ts';
import { auditedDatabase } from '../audit/trail.ts';
import { openSecrets } from '../booking/secret-setting.ts';
import type { Config } from '../config.ts';
import { databaseLocation, openDatabase } from '../database/connection.ts';
import { erasePerson, exportPerson } from '../privacy/rights-of-persons.ts';
import type { Command } from './command-line.ts';

/**
 * Runs a command on the database of the settings.
 *
 * @returns what it prints, as JSON, and whether all is well.
 * @throws {DirectoryLockedError} when a running platform has the embedded database.
 * @throws {UnknownPersonError} for a booking that nobody made.
 */
export async function runCommand(
  command: Command,
  config: Config,
): Promise<{ answer: unknown; ok: boolean }> {
  const database = auditedDatabase(await openDatabase(databaseLocation(config)));
  try {
    if (command.name === 'verify-audit') {
      const verdict = await verifyAudit(database, command.anchor);
      return { answer: verdict, ok: verdict.intact };
    }
    const secrets = await openSecrets(database, config, false);
    const answer =
      command.name === 'export'
        ? await exportPerson(database, secrets, command.person)
        : await erasePerson(database, command.person);
    return { answer, ok: true };
  } finally {
    await database.close();
  }
}
