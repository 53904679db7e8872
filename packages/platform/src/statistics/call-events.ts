import { type Database, databaseNow, type Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { instantMember } from '../http/instants.ts';
import { tellsWho } from '../http/personal-numbers.ts';
import { type ErrorCode, type Fault, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { territoriesWith } from '../identity/visibility.ts';

type CallEvent = components['schemas']['CallEvent'];
type Receipt = components['schemas']['CallEventReceipt'];

interface Row {
  territory: string;
  id: string;
  call: string;
  kind: CallEvent['kind'];
  queue: (CallEvent['queue'] & string) | null;
  at: string;
}

/**
 * Keeps a batch, or refuses all of it. What stands already stays once.
 *
 * @param keptDays how long events are kept: none is taken that would be erased at once.
 * @throws {ProblemError} 400, 403 and 422 with the fault of every row.
 */
export async function storeCallEvents(
  database: Database,
  caller: Caller,
  events: readonly CallEvent[],
  keptDays: number,
): Promise<Receipt> {
  return database.transaction(async (sql) => {
    const taken = { reach: await readReach(sql, caller), now: await databaseNow(sql), keptDays };
    const rows = toRows(events, taken);
    const stored = await sql.query(
      `insert into call_event (territory_id, id, call_id, kind, queue, at)
       select territory, id, call, kind, queue, at from ${RECORDS} order by territory, id
       on conflict (territory_id, id) do nothing returning 1 as one`,
      [JSON.stringify(rows)],
    );
    await refuseChanged(sql, rows);
    return { received: events.length, stored: stored.length };
  });
}

const RECORDS = `jsonb_to_recordset($1::jsonb)
  as event (territory text, id text, call text, kind text, queue text, at timestamptz)`;

/** What is taken of a caller, and when. */
interface Taken {
  reach: Reach;
  now: Date;
  keptDays: number;
}

/** Where a caller may tell of, by territory and by number. */
interface Reach {
  territories: ReadonlySet<string>;
  /** Null where several territories have it. */
  numbers: ReadonlyMap<string, string | null>;
}

async function readReach(sql: Sql, caller: Caller): Promise<Reach> {
  const everywhere = rolesWith(caller, 'call-event:create', 'everything').length > 0;
  const rows = await sql.query<{ id: string; numbers: string[] }>(
    `select t.id, array(select distinct each ->> 'number' from jsonb_array_elements(coalesce(
       territory_edits(t.id, sas_now()) -> 'accessNumbers', t.document -> 'accessNumbers')) each) as numbers
     from territory t where $1 or t.id = any($2::text[])`,
    [everywhere, territoriesWith(caller, 'call-event:create')],
  );
  const numbers = new Map<string, string | null>();
  for (const { id, numbers: own } of rows) {
    for (const number of own) numbers.set(number, numbers.has(number) ? null : id);
  }
  return { territories: new Set(rows.map(({ id }) => id)), numbers };
}

/** @throws {ProblemError} with the fault of every row. */
function toRows(events: readonly CallEvent[], taken: Taken): Row[] {
  const faults: Fault[] = [];
  const rows = events.map((event, at): Row => {
    const refuse = (member: string, code: ErrorCode, detail: string) => {
      faults.push({ pointer: `/${at}/${member}`, code, detail });
      return '';
    };
    for (const member of ['id', 'callId'] as const) {
      if (tellsWho(event[member])) {
        refuse(member, 'personal-number', 'It would tell who somebody is: an opaque id.');
      }
    }
    const instant = instantMember(`/${at}/at`, event.at);
    const wrong = whenFault(instant, taken);
    if (wrong !== null) refuse('at', 'out-of-range', wrong);
    return {
      territory: territoryOf(event, taken.reach, refuse),
      id: event.id,
      call: event.callId,
      kind: event.kind,
      queue: event.queue ?? null,
      at: instant.toISOString(),
    };
  });
  if (faults.length > 0) throw new ProblemError(faults[0]!.code, faults[0]!.detail, { faults });
  return rows;
}

/** The clock of a telephone system may be a little ahead, ms. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

/** What is wrong with the instant of an event; null where nothing is. */
function whenFault(at: Date, { now, keptDays }: Taken): string | null {
  const ago = now.getTime() - at.getTime();
  if (ago < -CLOCKS_DIFFER_MS) return 'In the future: a clock is wrong.';
  return ago > keptDays * DAY_MS ? `Older than the ${keptDays} days that events are kept.` : null;
}

function territoryOf(
  { territory, accessNumber }: CallEvent,
  { territories, numbers }: Reach,
  refuse: (member: string, code: ErrorCode, detail: string) => string,
): string {
  if (territory !== undefined && accessNumber !== undefined) {
    return refuse('accessNumber', 'invalid-value', 'The territory or its number, not both.');
  }
  if (territory !== undefined) {
    if (territories.has(territory)) return territory;
    return refuse('territory', 'forbidden', 'You do not tell of this territory.');
  }
  if (accessNumber === undefined) {
    return refuse('territory', 'missing-member', 'The territory, or its number.');
  }
  const found = numbers.get(accessNumber);
  if (found != null) return found;
  const detail =
    found === null ? 'Several territories have this number.' : 'Not a number of yours.';
  return refuse('accessNumber', 'invalid-value', detail);
}

/** The same event with another content: one of the two is wrong. @throws {ProblemError} 422 `duplicate-ref`. */
async function refuseChanged(sql: Sql, rows: readonly Row[]): Promise<void> {
  const changed = await sql.query<{ row: number }>(
    `select (event.place - 1)::int as row
     from jsonb_array_elements($1::jsonb) with ordinality as event (body, place)
     join call_event e on e.territory_id = event.body ->> 'territory' and e.id = event.body ->> 'id'
     where (e.call_id, e.kind, e.at) <> (event.body ->> 'call', event.body ->> 'kind',
         (event.body ->> 'at')::timestamptz)
       or e.queue is distinct from event.body ->> 'queue'
     order by event.place`,
    [JSON.stringify(rows)],
  );
  if (changed.length === 0) return;
  const detail = 'An event of this id says something else.';
  const faults = changed.map(({ row }): Fault => ({
    pointer: `/${row}/id`,
    code: 'duplicate-ref',
    detail,
  }));
  throw new ProblemError('duplicate-ref', detail, { faults });
}
