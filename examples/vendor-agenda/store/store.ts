import { AccountTable } from './accounts.ts';
import { Bookings } from './bookings.ts';
import { openDatabase } from './database.ts';
import { loadAgenda } from './load.ts';
import { People } from './people.ts';
import { Slots } from './slots.ts';
import type { ReadAgenda } from '../agenda-file/read.ts';

/** Everything that the practice program keeps. */
export interface Store {
  readonly people: People;
  readonly slots: Slots;
  readonly bookings: Bookings;
  readonly accounts: AccountTable;
  /** See `loadAgenda`. */
  readonly load: (read: ReadAgenda, now: Date) => boolean;
  readonly close: () => void;
}

/**
 * @param directory null: nothing outlives the process.
 * @throws {DataError} when the directory cannot be used.
 */
export function openStore(directory: string | null): Store {
  const database = openDatabase(directory);
  return {
    people: new People(database),
    slots: new Slots(database),
    bookings: new Bookings(database),
    accounts: new AccountTable(database),
    load: (read, now) => loadAgenda(database, read, now),
    close: () => database.close(),
  };
}
