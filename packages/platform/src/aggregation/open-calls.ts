import type { Database } from '../database/database.ts';
import { type AskEditor, Calls } from './calls.ts';
import { Keeper } from './keeper.ts';

/** Calls to editors whose answers are kept in the database. */
export function openCalls(database: Database, ask: AskEditor, atOnce: number): Calls {
  const keeper = new Keeper(database);
  return new Calls(ask, (answer) => keeper.keep(answer), atOnce);
}
