import { ConfigError } from '../config.ts';
import type { Anchor } from '../audit/verify.ts';
import type { PersonQuery } from '../privacy/person.ts';

/** What the command does instead of serving. */
export type Command =
  | { name: 'export' | 'erase'; person: PersonQuery }
  | { name: 'verify-audit'; anchor: Anchor | undefined };

/** What `--help` prints of the commands. */
export const COMMANDS_HELP = `
Commands, with the settings of the database and the secret key:
  export --subject ID | --reference REF --manage-token TOKEN   everything kept about a person, as JSON
  erase  --subject ID | --reference REF --manage-token TOKEN   erases it, but for what must stay
  verify-audit [--anchor NUMBER:HASH]                          proves the audit trail`;

/**
 * Reads a command and its flags; what is left are settings. Null where the platform is to be served.
 *
 * @throws {ConfigError} for a command without what it needs.
 */
export function readCommand(
  argv: readonly string[],
): { command: Command; settings: string[] } | null {
  const [name, ...rest] = argv;
  if (name === 'verify-audit') {
    const { values, settings } = takeFlags(rest, ['anchor']);
    return { command: { name, anchor: readAnchor(values['anchor']) }, settings };
  }
  if (name !== 'export' && name !== 'erase') return null;
  const { values, settings } = takeFlags(rest, ['subject', 'reference', 'manage-token']);
  return { command: { name, person: readPerson(name, values) }, settings };
}

function takeFlags(argv: readonly string[], names: readonly string[]) {
  const values: Record<string, string | undefined> = {};
  const settings: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const [, flag, inline] = /^--([^=]+)(?:=(.*))?$/.exec(argv[index]!) ?? [];
    if (flag === undefined || !names.includes(flag)) settings.push(argv[index]!);
    else values[flag] = inline ?? argv[(index += 1)];
  }
  return { values, settings };
}

function readPerson(name: string, values: Record<string, string | undefined>): PersonQuery {
  const { subject, reference, 'manage-token': manageToken } = values;
  if (subject !== undefined && reference === undefined && manageToken === undefined)
    return { subject };
  if (subject === undefined && reference !== undefined && manageToken !== undefined)
    return { reference, manageToken };
  throw new ConfigError(`${name} takes --subject, or --reference with --manage-token`);
}

function readAnchor(text: string | undefined): Anchor | undefined {
  if (text === undefined) return undefined;
  const [, number, hash] = /^([1-9]\d*):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number !== undefined && hash !== undefined) return { number: Number(number), hash };
  throw new ConfigError('--anchor must be NUMBER:HASH, as verify-audit prints it');
}
