import { audited } from '../audit/trail.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Secrets } from '../booking/secrets.ts';
import type { Database, Sql } from '../database/database.ts';
import { ACCOUNT_HOLDINGS, BOOKING_HOLDINGS, type Holding } from './holdings.ts';
import { findPerson, type Person, type PersonQuery, recordOfPerson } from './person.ts';

/** Everything that is kept about a person, by kind. */
export type PersonExport = Record<string, unknown[]>;

/** What an erasure did. */
export interface Erasure {
  /** Rows erased, by kind. */
  erased: Record<string, number>;
  /** What stays, and why. */
  kept: Record<string, string>;
}

/** A holding together with the person that it is about. */
interface Held {
  name: string;
  read(sql: Sql, secrets: Secrets): Promise<unknown[]>;
  erase: ((sql: Sql) => Promise<number>) | null;
  kept: string;
}

function heldAbout(person: Person): Held[] {
  return person.kind === 'account'
    ? ACCOUNT_HOLDINGS.map((each) => bind(each, person))
    : BOOKING_HOLDINGS.map((each) => bind(each, person));
}

function bind<K extends Person['kind']>(
  holding: Holding<K>,
  person: Extract<Person, { kind: K }>,
): Held {
  return {
    name: holding.name,
    read: (sql, secrets) => holding.read(sql, person, secrets),
    erase: holding.erase === undefined ? null : async (sql) => holding.erase!(sql, person),
    kept: holding.kept ?? '',
  };
}

/** @throws {UnknownPersonError} for a booking that nobody made. */
async function actOn<T>(
  database: Database,
  query: PersonQuery,
  operation: string,
  work: (sql: Sql, held: Held[]) => Promise<T>,
): Promise<T> {
  const person = await findPerson(database, query);
  const entry: AuditEntry = {
    subject: 'command',
    roles: ['administrator'],
    operation,
    right: null,
    ...recordOfPerson(person),
    result: 'done',
  };
  return audited(database, entry, () =>
    database.transaction((sql) => work(sql, heldAbout(person))),
  );
}

/**
 * Everything that is kept about one person (GDPR art. 15 and 20). Instants are in UTC.
 *
 * @param database an `auditedDatabase`: the export is an entry of the trail.
 * @throws {UnknownPersonError} for a booking that nobody made.
 */
export function exportPerson(
  database: Database,
  secrets: Secrets,
  query: PersonQuery,
): Promise<PersonExport> {
  return actOn(database, query, 'exportPerson', async (sql, held) => {
    const found: PersonExport = {};
    for (const each of held) found[each.name] = await each.read(sql, secrets);
    return found;
  });
}

/**
 * Erases what is kept about one person, but for what must stay (GDPR art. 17). All of it or nothing.
 *
 * @param database an `auditedDatabase`: the erasure is an entry of the trail.
 * @throws {UnknownPersonError} for a booking that nobody made.
 */
export function erasePerson(database: Database, query: PersonQuery): Promise<Erasure> {
  return actOn(database, query, 'erasePerson', async (sql, held) => {
    const erasure: Erasure = { erased: {}, kept: {} };
    for (const { name, erase, kept } of held) {
      if (erase === null) erasure.kept[name] = kept;
      else erasure.erased[name] = await erase(sql);
    }
    return erasure;
  });
}
