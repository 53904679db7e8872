import type { Sql } from '../database/database.ts';
import type { Listener, Notifications } from '../database/notifications.ts';

/** An agenda in which something changed, as it stands now; without a position once it is gone. */
export interface ChangedAgenda {
  readonly id: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly specialties: readonly string[];
  readonly participates: boolean;
  /** When the first slot begins that it may offer to anybody; null where it has none. */
  readonly firstStart: Date | null;
  /** Whose it is, by national id; null of a site of an association. */
  readonly practitioner: string | null;
}

/** Who keeps the answer of a search up to date. Neither member may throw. */
export interface Follower {
  changed(agendas: readonly ChangedAgenda[]): void;
  /** Anything may have changed. */
  everything(): void;
  /** The platform stops. */
  end(): void;
}

interface AgendaRow extends Record<string, unknown>, ChangedAgenda {
  /** Milliseconds until the next live hold on one of its slots runs out. */
  holdMs: number | null;
}

/** What comes within this time is told at once: a booking tells its slot, its hold and more, ms. */
const GATHER_MS = 50;
/** More agendas than these are "everything". */
const MOST_AGENDAS = 5_000;
/** `setTimeout` fires a little early at times; the database's clock would say: not yet. */
const MARGIN_MS = 20;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * The changes of all agendas as they happen, in whatever process, gathered and told to those who follow
 * searches. A hold that runs out changes nothing in the database: its time is kept here.
 */
export class LiveChanges {
  readonly #sql: Sql;
  readonly #followers = new Set<Follower>();
  readonly #stopListening: readonly (() => void)[];
  readonly #changed = new Set<string>();
  #all = false;
  #gathering: NodeJS.Timeout | null = null;
  #telling = false;
  /** Agenda → when its next hold runs out, ms since the epoch. */
  readonly #holds = new Map<string, number>();
  #holdTimer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(sql: Sql, notifications: Notifications) {
    this.#sql = sql;
    const everything = () => this.#note(null);
    const agenda: Listener = { told: (id) => this.#note(id), missed: everything };
    const clock: Listener = { told: everything, missed: everything };
    this.#stopListening = [
      notifications.listen('sas_agenda', agenda),
      notifications.listen('sas_clock', clock),
    ];
  }

  /** How many follow at this moment. */
  get followers(): number {
    return this.#followers.size;
  }

  /** Tells somebody from now on; the answer ends it. After `end` it is told so at once. */
  follow(follower: Follower): () => void {
    if (this.#ended) follower.end();
    else {
      this.#followers.add(follower);
      // Nobody kept the times of holds while nobody followed. Without them a minute's reading finds out.
      if (this.#followers.size === 1) void this.#readHolds().catch(() => undefined);
    }
    return () => void this.#followers.delete(follower);
  }

  /** Ends for all who follow, and for those who come. */
  end(): void {
    this.#ended = true;
    for (const stop of this.#stopListening) stop();
    clearTimeout(this.#gathering ?? undefined);
    clearTimeout(this.#holdTimer);
    for (const follower of [...this.#followers]) follower.end();
    this.#followers.clear();
  }

  /** @param id of an agenda; null is all of them. */
  #note(id: string | null): void {
    if (this.#ended || this.#followers.size === 0) return;
    if (id !== null) this.#changed.add(id);
    if (id === null || this.#changed.size > MOST_AGENDAS) this.#all = true;
    if (this.#all) this.#changed.clear();
    this.#gather();
  }

  #gather(): void {
    if (this.#gathering !== null || this.#telling) return;
    this.#gathering = setTimeout(() => {
      this.#gathering = null;
      void this.#tell();
    }, GATHER_MS);
  }

  async #tell(): Promise<void> {
    this.#telling = true;
    const ids = this.#all ? null : [...this.#changed];
    this.#all = false;
    this.#changed.clear();
    try {
      if (ids === null) await this.#tellAll();
      else await this.#tellSome(ids);
    } catch {
      // The database is away: those who follow read again, and find out for themselves.
      for (const follower of this.#followers) follower.everything();
    }
    this.#telling = false;
    if (this.#ended) return;
    this.#keepHoldTimes();
    if (this.#all || this.#changed.size > 0) this.#gather();
  }

  async #tellAll(): Promise<void> {
    for (const follower of this.#followers) follower.everything();
    await this.#readHolds();
  }

  async #readHolds(): Promise<void> {
    const rows = await this.#sql.query<{ id: string; holdMs: number }>(
      `select schedule_id as id, ${untilMs('min(expires_at)')} as "holdMs"
       from held_agenda group by schedule_id`,
    );
    for (const { id, holdMs } of rows) this.#holds.set(id, Date.now() + holdMs + MARGIN_MS);
    this.#keepHoldTimes();
  }

  async #tellSome(ids: readonly string[]): Promise<void> {
    const rows = await this.#sql.query<AgendaRow>(
      `select asked.id, sch.position[1] as lat, sch.position[0] as lon,
         coalesce(sch.specialties, '{}') as specialties, p.national_id as practitioner,
         coalesce(sch.participates, false) as participates,
         least((select s.starts_at from slot s
             where s.schedule_id = asked.id and s.state = 'live' and s.booked < s.capacity
               and s.starts_at > (select sas_now()) order by s.starts_at limit 1),
           (select v.starts_at from vendor_slot v
             where v.schedule_id = asked.id and v.offered
               and v.starts_at > (select sas_now()) order by v.starts_at limit 1)) as "firstStart",
         case when held.expires_at is not null then ${untilMs('held.expires_at')} end as "holdMs"
       from unnest($1::uuid[]) as asked (id) left join schedule sch on sch.id = asked.id
       left join practitioner p on p.id = sch.practitioner_id
       left join (select h.schedule_id, min(h.expires_at) as expires_at from held_agenda h
         where h.schedule_id = any($1::uuid[]) group by h.schedule_id) held
         on held.schedule_id = asked.id`,
      [ids],
      'often',
    );
    for (const { id, holdMs } of rows) {
      if (holdMs === null) this.#holds.delete(id);
      else this.#holds.set(id, Date.now() + holdMs + MARGIN_MS);
    }
    for (const follower of this.#followers) follower.changed(rows);
  }

  /** Agendas whose hold runs out are changed ones at that instant. */
  #keepHoldTimes(): void {
    clearTimeout(this.#holdTimer);
    if (this.#ended) return;
    let next = Infinity;
    for (const at of this.#holds.values()) next = Math.min(next, at);
    if (next === Infinity) return;
    const run = () => {
      const due = [...this.#holds].filter(([, at]) => at <= Date.now()).map(([id]) => id);
      for (const id of due) {
        this.#holds.delete(id);
        this.#note(id);
      }
      this.#keepHoldTimes();
    };
    const waitMs = Math.max(0, next - Date.now());
    this.#holdTimer = setTimeout(run, Math.min(waitMs, LONGEST_TIMER_MS)).unref();
  }
}

function untilMs(instant: string): string {
  return `ceil(extract(epoch from ${instant} - sas_now()) * 1000)::float8`;
}
