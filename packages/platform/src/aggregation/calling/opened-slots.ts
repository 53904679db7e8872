import type { Database } from '../../database/database.ts';
import type { Caller } from '../../identity/caller.ts';
import { Bindings } from '../../identity/visibility.ts';
import { isId } from '../../database/ids.ts';
import { askedUntil } from '../asking/asked.ts';
import type { Calls } from './calls.ts';
import { editorById, type Served } from '../editors/editors.ts';
import { vendorSlotKnownTo } from '../slots/vendor-slots.ts';

/** A vendor's slot that somebody wants to take. */
export interface OpenedSlot {
  /** `gone`: its vendor says that it has it no more. */
  state: 'there' | 'gone';
  booking: string;
  /** As its vendor gave it. */
  bookingUrl: string | null;
}

interface SlotRow extends Record<string, unknown>, Omit<OpenedSlot, 'state'> {
  offered: boolean;
  editorId: string;
  kind: Served['kind'];
  nationalId: string;
  endsAt: Date;
  now: Date;
}

/** Looks at vendors' slots at the moment when they are opened. */
export class OpenedSlots {
  readonly #database: Database;
  readonly #calls: Calls;
  readonly #deadlineMs: number;

  /** @param deadlineMs how long somebody waits for the vendor. */
  constructor(database: Database, calls: Calls, deadlineMs: number) {
    this.#database = database;
    this.#calls = calls;
    this.#deadlineMs = deadlineMs;
  }

  /**
   * Asks the vendor again, whatever was kept of its answers. A vendor that does not answer has not said
   * that the slot is gone.
   *
   * @returns null for a slot that does not exist, has begun, or that the caller may not know of.
   */
  async open(caller: Caller, slotId: string): Promise<OpenedSlot | null> {
    const before = await this.#read(caller, slotId);
    if (before === null) return null;
    const complete = await this.#ask(before);
    const { offered, booking, bookingUrl } = (await this.#read(caller, slotId)) ?? before;
    return { state: complete && !offered ? 'gone' : 'there', booking, bookingUrl };
  }

  async #read(caller: Caller, slotId: string): Promise<SlotRow | null> {
    if (!isId(slotId)) return null;
    const bind = new Bindings();
    const { from, where } = vendorSlotKnownTo(caller, slotId, bind);
    const rows = await this.#database.query<SlotRow>(
      `select s.offered, s.booking, s.booking_url as "bookingUrl", s.editor_id as "editorId", s.kind,
         s.national_id as "nationalId", s.ends_at as "endsAt", sas_now() as now
       from ${from} where ${where}`,
      bind.values,
    );
    return rows[0] ?? null;
  }

  /** @returns whether the vendor answered in time. */
  async #ask({ editorId, kind, nationalId, now, endsAt }: SlotRow): Promise<boolean> {
    const editor = await editorById(this.#database, editorId);
    if (editor === null || !editor.enabled) return false;
    const to = askedUntil(now, endsAt);
    const tickets = this.#calls.join({ editor, kind, nationalIds: [nationalId], from: now, to });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, this.#deadlineMs, null);
    });
    const outcomes = await Promise.race([Promise.all(tickets.map(({ done }) => done)), late]);
    clearTimeout(timer);
    for (const ticket of tickets) ticket.letGo();
    return outcomes !== null && outcomes.every(({ state }) => state === 'complete');
  }
}
