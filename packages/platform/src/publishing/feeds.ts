import { createHash, randomBytes } from 'node:crypto';
import { noteRecord } from '../audit/trail.ts';
import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { civilDate, formatInstant } from '../http/instants.ts';
import { notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Right } from '../identity/rights.ts';
import { Bindings, schedulesWithin } from '../identity/visibility.ts';
import { agendaCalendar, type CalendarLanguage, type CalendarSlot } from './agenda-calendar.ts';

type AgendaFeed = components['schemas']['AgendaFeed'];
type NewAgendaFeed = components['schemas']['NewAgendaFeed'];

/** Octets of the secret part of an address. */
const TOKEN_BYTES = 24;
const DAYS_BACK = 7;
const DAYS_AHEAD = 62;

/** An iCalendar stream and the tag of its text. */
export interface TaggedCalendar {
  text: string;
  etag: string;
}

/** Private iCalendar feeds: whoever has the address reads the agenda, and nobody else. */
export class Feeds {
  readonly #database: Database;
  readonly #platformUrl: () => string;

  /** @param platformUrl where the platform is reached, `https://sas.example`. */
  constructor(database: Database, platformUrl: () => string) {
    this.#database = database;
    this.#platformUrl = platformUrl;
  }

  /** @throws {ProblemError} 404 for an agenda without a feed, or not the caller's. */
  async get(caller: Caller, scheduleId: string): Promise<AgendaFeed> {
    const { zone } = await ownSchedule(this.#database, caller, scheduleId, 'agenda-feed:read');
    const rows = await this.#database.query<{ createdAt: Date; lastRead: string | null }>(
      `select created_at as "createdAt", last_read as "lastRead" from agenda_feed
       where schedule_id = $1`,
      [scheduleId],
    );
    if (rows[0] === undefined) throw notFound('feed');
    const { createdAt, lastRead } = rows[0];
    return { created: formatInstant(createdAt, zone), lastRead };
  }

  /** Makes the feed, or gives it another address; only its hash is kept. @throws {ProblemError} 404. */
  async renew(caller: Caller, scheduleId: string): Promise<NewAgendaFeed> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const { zone } = await ownSchedule(this.#database, caller, scheduleId, 'agenda-feed:write');
    noteRecord(scheduleId);
    const rows = await this.#database.query<{ createdAt: Date }>(
      `insert into agenda_feed (schedule_id, token_hash, account_id, created_at)
       values ($1, $2, $3, sas_now())
       on conflict (schedule_id) do update set token_hash = excluded.token_hash,
         account_id = excluded.account_id, created_at = excluded.created_at, last_read = null
       returning created_at as "createdAt"`,
      [scheduleId, hashOf(token), caller.identity.account ?? null],
    );
    const url = `${this.#platformUrl().replace(/\/$/, '')}/v1/feeds/${token}.ics`;
    return { created: formatInstant(rows[0]!.createdAt, zone), lastRead: null, url };
  }

  /** @throws {ProblemError} 404 for an agenda that is not the caller's. */
  async revoke(caller: Caller, scheduleId: string): Promise<void> {
    await ownSchedule(this.#database, caller, scheduleId, 'agenda-feed:write');
    await this.#database.query('delete from agenda_feed where schedule_id = $1', [scheduleId]);
  }

  /** The calendar at an address. @throws {ProblemError} 404 for an unknown or ended one. */
  async read(token: string, lang: CalendarLanguage): Promise<TaggedCalendar> {
    const rows = await this.#database.query<FeedRow>(
      `select f.schedule_id as "scheduleId", f.created_at as "createdAt", f.last_read as "lastRead",
         l.time_zone as zone, concat_ws(', ', l.name, l.line, l.city) as place, sas_now() as now
       from agenda_feed f join schedule sch on sch.id = f.schedule_id
       join location l on l.id = sch.location_id
       where f.token_hash = $1 and (f.account_id is null or ${MAKER_STILL_OWNS})`,
      [hashOf(token)],
    );
    const feed = rows[0];
    if (feed === undefined) throw notFound('feed');
    await this.#noteReading(feed);
    const slots = await slotsOf(this.#database, feed);
    const text = agendaCalendar({ place: feed.place, slots }, lang);
    return { text, etag: `"${hashOf(text)}"` };
  }

  /** The owner is told the day on which somebody last read it; a day is written once. */
  async #noteReading({ scheduleId, lastRead, now, zone }: FeedRow): Promise<void> {
    const today = civilDate(now, zone);
    if (lastRead === today) return;
    await this.#database.query('update agenda_feed set last_read = $2 where schedule_id = $1', [
      scheduleId,
      today,
    ]);
  }
}

/** Whoever made a feed has a right to the agenda as on that day: nobody takes one along. */
const MAKER_STILL_OWNS = `exists (select from account a
  where a.id = f.account_id and a.status = 'active' and (
    a.national_id = (select national_id from practitioner where id = sch.practitioner_id)
    or exists (select from account_role r where r.account_id = a.id and (r.role = 'administrator'
      or r.role = 'structure-manager' and (select national_id from structure
        where id = sch.structure_id) = any(a.structures)))))`;

interface FeedRow extends Record<string, unknown> {
  scheduleId: string;
  createdAt: Date;
  lastRead: string | null;
  zone: string;
  place: string;
  now: Date;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

async function ownSchedule(
  sql: Sql,
  caller: Caller,
  scheduleId: string,
  right: Right,
): Promise<{ zone: string }> {
  const bind = new Bindings();
  const rows = isId(scheduleId)
    ? await sql.query<{ zone: string }>(
        `select l.time_zone as zone from schedule sch join location l on l.id = sch.location_id
         where sch.id = ${bind.add(scheduleId)} and ${schedulesWithin(caller, right, 'sch', bind)}`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('schedule');
  return rows[0];
}

async function slotsOf(sql: Sql, feed: FeedRow): Promise<CalendarSlot[]> {
  return sql.query<CalendarSlot & Record<string, unknown>>(
    `select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.capacity, s.booked, s.booking,
       greatest(taken.changed, $2) as "changedAt", coalesce(taken.refs, '[]') as "references"
     from slot s left join lateral (
       select jsonb_agg(a.reference order by a.created_at, a.id) filter (where a.status <> 'cancelled') as refs,
         max(a.changed_at) as changed from appointment a where a.slot_id = s.id) taken on true
     where s.schedule_id = $1 and (s.state = 'live' or s.booked > 0)
       and s.starts_at > $3::timestamptz - make_interval(days => $4)
       and s.starts_at < $3::timestamptz + make_interval(days => $5)
     order by s.starts_at, s.id`,
    [feed.scheduleId, feed.createdAt, feed.now, DAYS_BACK, DAYS_AHEAD],
  );
}
