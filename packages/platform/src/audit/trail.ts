import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Sql } from '../database/database.ts';
import type { Call, Handlers } from '../http/handler.ts';
import type { OperationId } from '../http/contract.ts';
import { type AuditEntry, writeEntry } from './entry.ts';
import { type AuditedOperation, auditedOperations } from './operations.ts';

/** One act on its way into the trail. */
interface Act {
  entry: AuditEntry;
  /** What the module said of it while it ran; forgotten when its transaction is tried again. */
  noted: Partial<Pick<AuditEntry, 'record' | 'result'>>;
  /** Nothing is to be written any more: it stands, or there is nothing to tell. */
  settled: boolean;
}

const acts = new AsyncLocalStorage<Act>();

/**
 * Tells which record the act that runs is about, where the path does not say it: what was just made,
 * or what stands behind a secret. Outside an act it does nothing.
 */
export function noteRecord(record: string, result: AuditEntry['result'] = 'done'): void {
  const act = acts.getStore();
  if (act !== undefined) act.noted = { record, result };
}

/** Tells that the act that runs changes nothing: nothing is written of it. */
export function noteNothing(): void {
  const act = acts.getStore();
  if (act !== undefined) act.settled = true;
}

/**
 * Writes that the act that runs has read a record which is not read without trace. The answer must
 * wait for it.
 */
export async function noteRead(sql: Sql, kind: string, record: string | null): Promise<void> {
  const act = acts.getStore();
  if (act === undefined) throw new Error(`${kind} was read outside an audited act`);
  await writeEntry(sql, { ...act.entry, kind, record });
}

/** Runs a change that no route of the contract makes, a command for instance, as an audited act. */
export async function audited<T>(
  database: Database,
  entry: AuditEntry,
  work: () => Promise<T>,
): Promise<T> {
  const act: Act = { entry, noted: {}, settled: false };
  const result = await acts.run(act, work);
  // A change of one statement has no transaction that could have carried the entry.
  if (!act.settled) await writeEntry(database, { ...entry, ...act.noted });
  act.settled = true; // whatever the act left running is none of its doing any more
  return result;
}

/** A database whose transactions carry the entry of the act that opened them: both stand, or neither. */
export function auditedDatabase(database: Database): Database {
  return {
    ...database,
    async transaction(work) {
      const act = acts.getStore();
      if (act === undefined || act.settled) return database.transaction(work);
      const result = await database.transaction(async (sql) => {
        act.noted = {};
        const done = await work(sql);
        if (!act.settled) await writeEntry(sql, { ...act.entry, ...act.noted });
        return done;
      });
      act.settled = true;
      return result;
    },
  };
}

/** Handlers whose every successful change leaves an entry. `database` is an `auditedDatabase`. */
export function auditedHandlers(handlers: Handlers, database: Database): Handlers {
  const operations = auditedOperations();
  const wrapped = Object.entries(handlers).map(([id, handle]) => {
    const operation = operations.get(id);
    // Whatever the contract does not know is not served: the server says so.
    return [id, operation === undefined ? handle : auditedHandler(operation, handle, database)];
  });
  return Object.fromEntries(wrapped) as Handlers;
}

type AnyHandler = (call: never) => Promise<unknown>;

function auditedHandler(operation: AuditedOperation, handle: AnyHandler, database: Database) {
  return async (call: Call<OperationId>): Promise<unknown> => {
    const entry = entryOf(operation, call);
    const work = () => handle(call as never);
    if (operation.changes) return audited(database, entry, work);
    return acts.run({ entry, noted: {}, settled: true }, work);
  };
}

function entryOf(operation: AuditedOperation, { caller, path }: Call<OperationId>): AuditEntry {
  const { id, right, kind, parameter } = operation;
  const { subject, roles } = caller.identity;
  const record = parameter === null ? null : ((path as Record<string, string>)[parameter] ?? null);
  return { subject, roles, operation: id, right, kind, record, result: 'done' };
}
