import { createHash } from 'node:crypto';
import type { Agenda } from '@sas-kit/fhir';
import type { Database, Sql } from '../../database/database.ts';
import type { AnsweredSlot } from './answered-slot.ts';
import { answeredSlots, digestOf } from './answered-slots.ts';
import type { AnswerState } from '../asking/asked.ts';
import type { Served } from '../editors/editors.ts';
import { type KnownAgendas, knownAgendas } from './learn-places.ts';

/** What an editor answered, or that it did not, about some of those it serves. */
export interface AnswerToKeep {
  editorId: string;
  kind: Served['kind'];
  nationalIds: readonly string[];
  from: Date;
  to: Date;
  state: AnswerState;
  /** Milliseconds that it took. */
  ms: number;
  /** What it said, one for each flow; empty unless `complete`. */
  agendas: readonly Required<Agenda>[];
}

/** What was kept of an answer. */
export interface KeptAnswer {
  /** Slots by national id. */
  slots: ReadonlyMap<string, number>;
  /** What had to be left out, by rule. */
  findings: Readonly<Record<string, number>>;
}

/** One row of `vendor_answer`, and the slots that it is about. */
interface Said {
  answer: AnswerToKeep;
  nationalId: string;
  slots: readonly AnsweredSlot[];
  digest: string | null;
}

/** Slots of somebody that one answer takes away: more are not the work of patients who book. */
const MANY_GONE = 50;
/** Slots of such a one that are kept although they are gone. */
const MOST_GONE = 2_000;

const keyOf = (editorId: string, kind: string, nationalId: string) =>
  `${editorId} ${kind} ${nationalId}`;

/**
 * Keeps answers, the latest word of each editor about each of those it was asked about: their slots, and
 * the places that nobody knew. An answer that says what the one before said costs its stamp.
 */
export function keepAnswers(
  database: Database,
  answers: readonly AnswerToKeep[],
): Promise<KeptAnswer[]> {
  return database.transaction(async (sql) => {
    const now = await beginning(sql);
    const said = new Map<string, Said>();
    const kept = answers.map((answer) => {
      const { editorId, kind, state, agendas } = answer;
      const read = answeredSlots(kind, new Set(answer.nationalIds), agendas, now, answer.to);
      for (const [nationalId, slots] of read.byId) {
        const digest = state === 'complete' ? `${hoursOf(answer)} ${digestOf(slots)}` : null;
        said.set(keyOf(editorId, kind, nationalId), { answer, nationalId, slots, digest });
      }
      const counts = [...read.byId].map(([id, slots]) => [id, slots.length] as const);
      return { slots: new Map(counts), findings: read.findings };
    });
    const all = [...said.values()];
    const before = await digestsOf(sql, all);
    const changed = all.filter((each) => {
      const key = keyOf(each.answer.editorId, each.answer.kind, each.nationalId);
      return each.digest !== null && each.digest !== before.get(key);
    });
    if (changed.length > 0) await keepSlots(sql, changed, kept, answers);
    await stamp(sql, all);
    return kept;
  });
}

/**
 * The clock. What a power cut loses of answers is asked again: nobody waits for the disk. Rows are found by
 * their keys: to a plan that was made when the tables were small, reading them whole seemed as good.
 */
async function beginning(sql: Sql): Promise<Date> {
  const rows = await sql.query<{ now: Date }>(
    `select sas_now() as now, set_config('synchronous_commit', 'off', true),
       set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
       set_config('enable_mergejoin', 'off', true)`,
    [],
    'often',
  );
  return rows[0]!.now;
}

/** The same slots in a longer window are another answer: there are no more of them. */
function hoursOf({ from, to }: AnswerToKeep): number {
  return Math.round((to.getTime() - from.getTime()) / 3_600_000);
}

/**
 * Locked in the order of the keys until the answers are kept: slots are written and withdrawn in no common
 * order, and two processes that keep answers about the same people would wait for each other.
 */
async function digestsOf(sql: Sql, said: readonly Said[]): Promise<Map<string, string | null>> {
  const rows = await sql.query<{ key: string; digest: string | null }>(
    `select a.editor_id || ' ' || a.kind || ' ' || a.national_id as key, a.digest
     from jsonb_to_recordset($1) as asked (editor text, kind text, id text)
     join vendor_answer a on (a.editor_id, a.kind, a.national_id) = (asked.editor, asked.kind, asked.id)
     order by a.editor_id, a.kind, a.national_id for no key update of a`,
    [JSON.stringify(said.map(rowOf))],
    'often',
  );
  return new Map(rows.map(({ key, digest }) => [key, digest]));
}

function rowOf({ answer, nationalId, digest, slots }: Said) {
  const { editorId, kind, state, from, to, ms } = answer;
  const id = nationalId;
  return { editor: editorId, kind, id, state, from, to, digest, ms, slots: slots.length };
}

/** In the order of the keys: two processes that keep the same never wait for each other in a circle. */
async function stamp(sql: Sql, said: readonly Said[]): Promise<void> {
  await sql.query(
    `insert into vendor_answer
       (editor_id, kind, national_id, state, window_from, window_to, answered_at, digest, ms, slots)
     select editor, kind, id, state, "from", "to", (select sas_now()), digest, ms, slots
     from jsonb_to_recordset($1) as said (editor text, kind text, id text, state text,
       "from" timestamptz, "to" timestamptz, digest text, ms integer, slots integer)
     where exists (select from editor e where e.id = editor)
     order by editor, kind, id
     on conflict (editor_id, kind, national_id) do update
       set state = excluded.state, window_from = excluded.window_from,
         window_to = excluded.window_to, answered_at = excluded.answered_at,
         digest = coalesce(excluded.digest, vendor_answer.digest),
         ms = excluded.ms, slots = excluded.slots`,
    [JSON.stringify(said.map(rowOf))],
    'often',
  );
}

async function keepSlots(
  sql: Sql,
  changed: readonly Said[],
  kept: readonly { findings: Record<string, number> }[],
  answers: readonly AnswerToKeep[],
): Promise<void> {
  const agendas = await knownAgendas(
    sql,
    changed.map(({ answer, nationalId, slots }) => ({
      ...{ editorId: answer.editorId, kind: answer.kind, nationalId },
      places: slots.map(({ place }) => place),
    })),
  );
  const rows = changed.flatMap((said) => {
    const { findings } = kept[answers.indexOf(said.answer)]!;
    return slotRows(said, agendas, () => {
      findings['place-unknown'] = (findings['place-unknown'] ?? 0) + 1;
    });
  });
  await upsertSlots(sql, [...new Map(rows.map((row) => [row.id, row])).values()]);
  await withdrawOthers(sql, changed, rows);
}

function slotRows({ answer, nationalId, slots }: Said, agendas: KnownAgendas, lost: () => void) {
  const { editorId, kind } = answer;
  return slots.flatMap(({ place, nationalId: _, ...slot }) => {
    const agenda = agendas.of({ editorId, kind, nationalId }, place);
    if (agenda === null) {
      lost();
      return [];
    }
    const times = [slot.startsAt.toISOString(), slot.endsAt.toISOString()];
    const id = idOf(editorId, nationalId, agenda.locationId, ...times);
    return [{ ...slot, id, editorId, kind, nationalId, scheduleId: agenda.scheduleId }];
  });
}

/** The same slot has the same id again. */
function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

type SlotRow = ReturnType<typeof slotRows>[number];

async function upsertSlots(sql: Sql, rows: readonly SlotRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(
    `insert into vendor_slot (id, editor_id, kind, national_id, schedule_id, starts_at, ends_at,
       modalities, visibility, booking, communities, reasons, public_display, booking_url, own_id)
     select said.id, "editorId", kind, "nationalId", "scheduleId", "startsAt", "endsAt", modalities,
       visibility, booking, communities, reasons, "publicDisplay", "bookingUrl",
       case when e.books_in_one_step then "ownId" end
     from jsonb_to_recordset($1) as said (id uuid, "editorId" text, kind text, "nationalId" text,
       "scheduleId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, modalities text[],
       visibility text[], booking text, communities text[], reasons text[], "publicDisplay" boolean,
       "bookingUrl" text, "ownId" text)
     join editor e on e.id = "editorId"
     order by said.id
     on conflict (id) do update
       set schedule_id = excluded.schedule_id, modalities = excluded.modalities,
         visibility = excluded.visibility, booking = excluded.booking,
         communities = excluded.communities, reasons = excluded.reasons,
         public_display = excluded.public_display, booking_url = excluded.booking_url,
         own_id = excluded.own_id, offered = true
       where (vendor_slot.schedule_id, vendor_slot.modalities, vendor_slot.visibility,
         vendor_slot.booking, vendor_slot.communities, vendor_slot.reasons,
         vendor_slot.public_display, vendor_slot.booking_url, vendor_slot.own_id, vendor_slot.offered)
         is distinct from (excluded.schedule_id, excluded.modalities, excluded.visibility,
         excluded.booking, excluded.communities, excluded.reasons, excluded.public_display,
         excluded.booking_url, excluded.own_id, true)`,
    [JSON.stringify(rows)],
    'often',
  );
}

/** What the answers no longer hold of the time that they are about. */
async function withdrawOthers(
  sql: Sql,
  changed: readonly Said[],
  rows: readonly SlotRow[],
): Promise<void> {
  const said = changed.map(rowOf);
  const before = await sql.query<{ id: string; of: number }>(
    `select v.id, said.of
     from jsonb_to_recordset($1) as said (of integer, editor text, kind text, id text,
       "from" timestamptz, "to" timestamptz)
     join vendor_slot v on (v.editor_id, v.kind, v.national_id) = (said.editor, said.kind, said.id)
     where v.offered and v.starts_at between said."from" and said."to"`,
    [JSON.stringify(said.map((each, of) => ({ ...each, of })))],
    'often',
  );
  const kept = new Set(rows.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id));
  if (gone.length === 0) return;
  await sql.query('update vendor_slot set offered = false where id = any($1::uuid[])', [
    gone.map(({ id }) => id),
  ]);
  const times = new Map<number, number>();
  for (const { of } of gone) times.set(of, (times.get(of) ?? 0) + 1);
  const churning = said.filter((_, of) => (times.get(of) ?? 0) > MANY_GONE);
  if (churning.length > 0) await forgetGone(sql, churning);
}

/** Of somebody whose slots are never the same, those that are gone are not all kept until they start. */
async function forgetGone(sql: Sql, churning: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  await sql.query(
    `with many as materialized (
       select said.* from jsonb_to_recordset($1) as said (editor text, kind text, id text)
       where $2 < (select count(*) from vendor_slot each where not each.offered
         and (each.editor_id, each.kind, each.national_id) = (said.editor, said.kind, said.id)))
     delete from vendor_slot v using many
     where (v.editor_id, v.kind, v.national_id) = (many.editor, many.kind, many.id) and not v.offered`,
    [JSON.stringify(churning), MOST_GONE],
  );
}
