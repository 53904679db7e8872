import type { Sql } from '../database/database.ts';
import { capabilityHash } from '../booking/secrets.ts';

/** How a person is named to the commands. */
export type PersonQuery =
  /** `account:…`, a machine's subject, or the national id of an account. */
  | { subject: string }
  /** What a public booking gave its booker: nothing else tells whose it is. */
  | { reference: string; manageToken: string };

/** A person of whom something is kept. */
export type Person =
  | { kind: 'account'; subject: string; accountId: string | null; nationalId: string | null }
  | { kind: 'booking'; appointmentId: string };

/** Nobody answers to that description. */
export class UnknownPersonError extends Error {
  override readonly name = 'UnknownPersonError';
}

/** @throws {UnknownPersonError} for a booking whose reference and token do not go together. */
export async function findPerson(sql: Sql, query: PersonQuery): Promise<Person> {
  if ('subject' in query) return findAccount(sql, query.subject);
  const rows = await sql.query<{ id: string }>(
    'select id from appointment where manage_token_hash = $1 and reference = $2',
    [capabilityHash(query.manageToken), query.reference.toUpperCase()],
  );
  if (rows[0] === undefined) {
    throw new UnknownPersonError('No appointment has this reference and this manage token.');
  }
  return { kind: 'booking', appointmentId: rows[0].id };
}

async function findAccount(sql: Sql, name: string): Promise<Person> {
  const rows = await sql.query<{ id: string; nationalId: string }>(
    `select id, national_id as "nationalId" from account
     where 'account:' || id = $1 or national_id = $1`,
    [name],
  );
  const account = rows[0];
  return account === undefined
    ? { kind: 'account', subject: name, accountId: null, nationalId: null }
    : {
        kind: 'account',
        subject: `account:${account.id}`,
        accountId: account.id,
        nationalId: account.nationalId,
      };
}

/** The name under which the audit trail knows what was done about the person. */
export function recordOfPerson(person: Person): { kind: string; record: string } {
  return person.kind === 'account'
    ? { kind: 'account', record: person.subject }
    : { kind: 'appointment', record: person.appointmentId };
}
