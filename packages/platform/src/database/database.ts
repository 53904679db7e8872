import pg from 'pg';
import { KeptPlans } from './kept-plans.ts';
import type { Notifications } from './notifications.ts';

/** One row of an answer. */
export type Row = Record<string, unknown>;

/** Whatever runs SQL: the pool, or one transaction. */
export interface Sql {
  /**
   * Runs one statement and answers its rows.
   *
   * @param often each connection plans it once and keeps the plan, as long as the text goes on coming: for one
   *   of few that are the same whoever asks for what.
   */
  query<R extends Row = Row>(
    text: string,
    values?: readonly unknown[],
    often?: 'often',
  ): Promise<R[]>;
}

/** The database: PostgreSQL, or PGlite behind the same driver. */
export interface Database extends Sql {
  /** `pglite` survives a crash of the process, not a power cut; `postgresql` is for anything real. */
  readonly kind: 'pglite' | 'postgresql';
  /**
   * Runs `work` in one transaction. Inside, use only the `Sql` it is given: over PGlite there is one
   * connection, and a query to the pool would wait for ever. Serialization failures and deadlocks
   * are tried again, three times in all.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The clock of every rule on time, `sas_now()`. */
  now(): Promise<Date>;
  /** Connections of this process by state, and requests that wait for one. */
  connections(): { busy: number; idle: number; waiting: number };
  /** What other transactions tell, of this process and of others. */
  readonly notifications: Notifications;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Told by its form: PGlite's errors are of a class of their own, and `EPIPE` has five letters too. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** SQLSTATE and constraint of a failed statement, or null where the error is of another kind. */
export function sqlFailure(error: unknown): { state: string; constraint: string | null } | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return null;
  if (!SQLSTATE.test(error.code)) return null;
  const constraint = 'constraint' in error && typeof error.constraint === 'string';
  return { state: error.code, constraint: constraint ? String(error.constraint) : null };
}

/** The clock of every rule on time, `sas_now()`, as a transaction sees it. */
export async function databaseNow(sql: Sql): Promise<Date> {
  const rows = await sql.query<{ now: Date }>('select sas_now() as now', [], 'often');
  return rows[0]!.now;
}

/**
 * The connection was lost while it was used: nobody knows whether the last statement was carried out. Or
 * none was to be had in time: then none was.
 */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
}

/** @throws {ConnectionLostError} where all are in use for too long, or the server cannot be reached. */
async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    // A server that answers says why it takes nobody in.
    throw sqlFailure(error) === null
      ? new ConnectionLostError(`no connection: ${(error as Error).message}`, { cause: error })
      : error;
  }
}

/** Wraps a pool of the plain `pg` driver. `end` releases what stands behind the pool. */
export function databaseOverPool(
  pool: pg.Pool,
  kind: Database['kind'],
  notifications: Notifications,
  end: () => Promise<void> = async () => undefined,
): Database {
  const plans = new WeakMap<pg.PoolClient, KeptPlans>();
  pool.on('connect', (client) => {
    // One that drops while it is used says so by an event, besides failing its query.
    client.on('error', () => undefined);
    plans.set(client, new KeptPlans(client));
  });
  const run = async <R extends Row>(
    client: pg.PoolClient,
    text: string,
    values: readonly unknown[] = [],
    often?: 'often',
  ): Promise<R[]> => {
    const name = often === undefined ? undefined : await plans.get(client)!.nameOf(text);
    return (await client.query<R>({ text, values: [...values], ...(name && { name }) })).rows;
  };

  // Not `pool.query`: it throws its connection away at any error, and over PGlite there is only one.
  const single: Sql['query'] = async <R extends Row>(
    text: string,
    values?: readonly unknown[],
    often?: 'often',
  ): Promise<R[]> => {
    const client = await connectionOf(pool);
    let lost = false;
    try {
      return await run<R>(client, text, values, often);
    } catch (error) {
      lost = sqlFailure(error) === null;
      throw lost ? new ConnectionLostError('connection lost', { cause: error }) : error;
    } finally {
      client.release(lost);
    }
  };

  const attempt = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const client = await connectionOf(pool);
    let lost = false;
    try {
      await client.query('begin');
      const result = await work({
        query: (text, values, often) => run(client, text, values, often),
      });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (lost = true));
      throw lost ? new ConnectionLostError('connection lost', { cause: error }) : error;
    } finally {
      client.release(lost);
    }
  };

  return {
    kind,
    query: single,
    async transaction(work) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(work);
        } catch (error) {
          if (tries >= ATTEMPTS || !RETRYABLE.has(sqlFailure(error)?.state ?? '')) throw error;
        }
      }
    },
    now: () => databaseNow({ query: single }),
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    notifications,
    async close() {
      await notifications.close();
      await pool.end();
      await end();
    },
  };
}

/** Civil dates and local times stay text: a `Date` would give them a zone that they do not have. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    const { DATE, TIME, NUMERIC, INT8 } = pg.types.builtins;
    if (format !== 'binary' && (oid === DATE || oid === TIME)) return (value: string) => value;
    if (format !== 'binary' && (oid === NUMERIC || oid === INT8)) return Number;
    return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};
