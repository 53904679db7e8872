import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './database.ts';
import { all, isOn, type Row, run, text } from './rows.ts';

/** An account that somebody may log in to. */
export interface Account {
  readonly id: string;
  /** Kind of its identifier, `national` or `technical`; null when it has none any more. */
  readonly kind: string | null;
  readonly value: string | null;
  readonly active: boolean;
  readonly family: string;
  readonly given: string;
  readonly email: string;
}

/** Accounts of regulators. The database holds one active account for each identifier. */
export class AccountTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** All, by name. */
  all(): Account[] {
    return all(this.#database, 'select * from regulator order by family, given, id').map(account);
  }

  find(id: string): Account | null {
    return all(this.#database, 'select * from regulator where id = ?', id).map(account)[0] ?? null;
  }

  /** Active or not. */
  holding(kind: string, value: string): Account[] {
    const sql = 'select * from regulator where kind = ? and value = ?';
    return all(this.#database, sql, kind, value).map(account);
  }

  /**
   * Writes all of them or none, each new or in place of the one with its id.
   *
   * @throws when two active accounts would have one identifier: see `isDuplicate`.
   */
  write(accounts: readonly Account[]): void {
    const sql = `insert into regulator (id, kind, value, active, family, given, email)
                 values (?, ?, ?, ?, ?, ?, ?)
                 on conflict (id) do update set kind = excluded.kind, value = excluded.value,
                   active = excluded.active, family = excluded.family, given = excluded.given,
                   email = excluded.email`;
    transaction(this.#database, () => {
      for (const { id, kind, value, active, family, given, email } of accounts) {
        run(this.#database, sql, id, kind, value, Number(active), family, given, email);
      }
    });
  }
}

/** Whether an error of `write` means that an identifier is taken. */
export function isDuplicate(error: unknown): boolean {
  const { errstr = '' } = error as { errstr?: string };
  return errstr === 'constraint failed';
}

function account(row: Row): Account {
  return {
    id: text(row['id']),
    kind: row['kind'] as string | null,
    value: row['value'] as string | null,
    active: isOn(row['active']),
    family: text(row['family']),
    given: text(row['given']),
    email: text(row['email']),
  };
}
