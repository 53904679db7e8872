import type { FastifyBaseLogger } from 'fastify';
import type { Searched } from '../availability/searched.ts';
import type { Database, Sql } from '../database/database.ts';
import { nearestCommune } from '../directory/nearest-commune.ts';
import { communeOf } from '../directory/places.ts';
import { territoryOf } from '../directory/territory-records.ts';
import { BOUNDS, KEY, type Period, periodsOf, WITHIN } from './periods.ts';
import type { Window } from './window.ts';

const EVERY_MS = 60_000;
const HOUR_MS = 3_600_000;

type Audience = Searched['audience'];

interface Tally {
  territory: string;
  hour: Date;
  audience: Audience;
  searches: number;
  empty: number;
}

/**
 * Counts searches in this process, and adds them once a minute to what all processes know: no search waits
 * for it. What cannot be written is dropped, as the database is away.
 */
export class SearchCounts {
  readonly #database: Database;
  #pending = new Map<string, Tally>();
  #timer: NodeJS.Timeout | undefined;
  #log: FastifyBaseLogger | undefined;
  #writing = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts a search of a place, by its territory alone; outside of every territory none. */
  count({ insee, lat, lon, audience, empty, at }: Searched): void {
    const commune = insee === null ? nearestCommune(lat, lon) : communeOf(insee);
    const territory = commune === null ? null : territoryOf(commune);
    if (territory === null) return;
    const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
    const key = `${territory} ${hour.getTime()} ${audience}`;
    const tally = this.#pending.get(key) ?? { territory, hour, audience, searches: 0, empty: 0 };
    tally.searches += 1;
    if (empty) tally.empty += 1;
    this.#pending.set(key, tally);
  }

  /** Writes down what was counted. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const tallies = [...this.#pending.values()];
      this.#pending = new Map();
      if (tallies.length === 0) return;
      await this.#database.query(ADD, [JSON.stringify(tallies)]).catch((error: unknown) => {
        this.#log?.error({ job: 'search-counts', error: (error as Error).name });
      });
    });
    return this.#writing;
  }

  start(log: FastifyBaseLogger): void {
    this.#log = log;
    this.#timer = setInterval(() => void this.write(), EVERY_MS).unref();
  }

  /** Writes down the rest. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }
}

/** In one order, so that processes wait for each other, never both. */
const ADD = `
insert into search_hour as h (territory_id, hour, audience, searches, empty)
select territory, hour, audience, searches, empty
from jsonb_to_recordset($1::jsonb) as tally (territory text, hour timestamptz, audience text, searches int, empty int)
order by territory, hour, audience
on conflict (territory_id, hour, audience) do update
set searches = h.searches + excluded.searches, empty = h.empty + excluded.empty`;

/** Searches of one period; whole numbers. */
export interface CountedSearches extends Period, Record<string, unknown> {
  searches: number;
  empty: number;
}

const SQL = (step: string) => `
with ${BOUNDS}, counted as (
  select ${KEY('hour')} as key, searches, empty from bounds, search_hour
  where territory_id = any($1::text[]) and ${WITHIN('hour')} and ($6::text is null or audience = $6)
), ${periodsOf(step)}
select "from", "to", coalesce(sum(searches), 0)::int as searches, coalesce(sum(empty), 0)::int as empty
from period left join counted using (key) group by "from", "to" order by "from"`;

/** Counts searches by period. @param audience null for everybody. */
export async function countSearches(
  sql: Sql,
  territories: readonly string[],
  { from, to, step }: Window,
  timeZone: string,
  audience: Audience | null,
): Promise<CountedSearches[]> {
  return sql.query<CountedSearches>(SQL(step), [territories, from, to, timeZone, step, audience]);
}
