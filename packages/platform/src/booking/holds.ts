import { noteNothing, noteRecord } from '../audit/trail.ts';
import { type Database, databaseNow, type Sql } from '../database/database.ts';
import { presentPublicSlot } from '../availability/present.ts';
import { type FreeSlot, REMAINING } from '../availability/search.ts';
import { entityColumns, type Location, type Practitioner } from '../directory/entities.ts';
import type { OpenedSlots } from '../aggregation/calling/opened-slots.ts';
import type { components } from '../generated/platform.ts';
import { createOnce, forgetMade, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { formatInstant } from '../http/instants.ts';
import { addressHash } from '../http/limits.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { BookingLimits } from './policy.ts';
import { checkRedirects } from './redirection.ts';
import { challengeOf, proofDifficulty } from './proof.ts';
import { capabilityHash, givenCapability, type Secrets } from './secrets.ts';
import type { Refusals } from './refusals.ts';
import { type LiveHold, lockAny } from './held-slot.ts';
import { checkBookable, SlotTakenSignal } from './slot-lock.ts';

type Hold = components['schemas']['Hold'];

/** Longer than any editor is given to answer. */
const ASKED_SECONDS = 30;

/** Keeps slots for a few minutes, on the database's clock. */
export class Holds {
  readonly #database: Database;
  readonly #secrets: Secrets;
  readonly #limits: BookingLimits;
  readonly #refusals: Refusals;
  readonly #vendors: OpenedSlots;

  constructor(
    database: Database,
    secrets: Secrets,
    limits: BookingLimits,
    refusals: Refusals,
    vendors: OpenedSlots,
  ) {
    this.#database = database;
    this.#secrets = secrets;
    this.#limits = limits;
    this.#refusals = refusals;
    this.#vendors = vendors;
  }

  /**
   * Keeps a slot of the platform, or one that its editor books in one step: nobody else here is let at it,
   * then the editor is asked whether it still has it.
   *
   * @throws {ProblemError} 404, 409 `slot-taken`, 422 for a rule, 429 `too-many-holds`.
   */
  async create(
    caller: Caller,
    slotId: string,
    address: string,
    creation: IdempotentCreation,
  ): Promise<Hold> {
    const made = await this.#refusals.explain(caller, async () => {
      const held = await createOnce(this.#database, creation, (sql) =>
        this.#insert(sql, caller, slotId, address),
      );
      if (
        (await this.#isToAsk(held.id)) &&
        (await this.#vendors.open(caller, slotId))?.state !== 'there'
      ) {
        await this.#takeBack(held.id, creation);
        throw new SlotTakenSignal(slotId);
      }
      return held;
    });
    return readMade(made, (id) => this.#read(id));
  }

  /**
   * Whether the editor of its slot may not have answered yet: whoever sends the request again before that
   * waits for the answer as well.
   */
  async #isToAsk(id: string): Promise<boolean> {
    const rows = await this.#database.query(
      `select from hold where id = $1 and vendor_slot_id is not null and state = 'live'
         and extensions = 0 and created_at > sas_now() - make_interval(secs => $2)`,
      [id, ASKED_SECONDS],
    );
    return rows.length > 0;
  }

  /** Its editor has it no more: it never was held. */
  async #takeBack(id: string, creation: IdempotentCreation): Promise<void> {
    await this.#database.transaction(async (sql) => {
      await sql.query(`update hold set state = 'released' where id = $1 and state = 'live'`, [id]);
      await forgetMade(sql, creation);
    });
  }

  /** Five more minutes; an expired hold is taken again where the slot is free. @throws {ProblemError} 404, 409, 422. */
  async extend(caller: Caller, capability: string): Promise<Hold> {
    const id = await this.#refusals.explain(caller, () =>
      this.#database.transaction(async (sql) => {
        const hold = await find(sql, capability);
        noteRecord(hold.id);
        // Taking an expired hold again is holding one more.
        if (hold.expired && hold.addressHash !== null)
          await this.#countHolds(sql, hold.addressHash);
        const slot = await lockAny(sql, caller, hold.slotId, hold.id);
        await checkRedirects(sql, caller, slot.scheduleId);
        checkBookable(slot, caller, await databaseNow(sql), this.#limits);
        const rows = await sql.query<{ id: string }>(
          `update hold set extensions = extensions + 1, expires_at = sas_now() + make_interval(secs => $2)
           where id = $1 and state = 'live' and extensions < $3 returning id`,
          [hold.id, this.#limits.holdSeconds, this.#limits.holdExtensions],
        );
        if (rows[0] === undefined) throw new ProblemError('extensions-exhausted');
        return hold.id;
      }),
    );
    return this.#read(id);
  }

  /** Gives the slot back. An unknown id is as good as released: nothing is told of it. */
  async release(capability: string): Promise<void> {
    await this.#database.transaction(async (sql) => {
      const released = await sql.query<{ id: string }>(
        `update hold set state = 'released' where capability_hash = $1 and state = 'live' returning id`,
        [capabilityHash(capability)],
      );
      if (released[0] === undefined) noteNothing();
      else noteRecord(released[0].id);
    });
  }

  async #insert(sql: Sql, caller: Caller, slotId: string, address: string): Promise<string> {
    const from = caller.kind === 'public' ? addressHash(this.#secrets.addressKey, address) : null;
    if (from !== null) await this.#countHolds(sql, from);
    const slot = await lockAny(sql, caller, slotId);
    await checkRedirects(sql, caller, slot.scheduleId);
    checkBookable(slot, caller, await databaseNow(sql), this.#limits);
    const rows = await sql.query<{ id: string }>('select gen_random_uuid() as id');
    const { id } = rows[0]!;
    await sql.query(
      `insert into hold (id, capability_hash, slot_id, caller, address_hash, expires_at, created_at,
         vendor_slot_id)
       values ($1, $2, $3, $4, $5, sas_now() + make_interval(secs => $6), sas_now(), $7)`,
      [
        id,
        capabilityHash(this.#secrets.capability('hold', id)),
        slot.ofEditor ? null : slotId,
        caller.scope,
        from,
        this.#limits.holdSeconds,
        slot.ofEditor ? slotId : null,
      ],
    );
    return id;
  }

  /** One address at a time, so that parallel requests cannot pass the limit together. */
  async #countHolds(sql: Sql, from: string): Promise<void> {
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [from]);
    const rows = await sql.query<{ count: number }>(
      `select count(*)::int as count from hold
       where address_hash = $1 and state = 'live' and expires_at > sas_now()`,
      [from],
    );
    if (rows[0]!.count < this.#limits.holdsPerAddress) return;
    throw new ProblemError('too-many-holds', undefined, {
      headers: { 'retry-after': String(this.#limits.holdSeconds) },
    });
  }

  async #read(id: string): Promise<Hold> {
    const rows = await this.#database.query<HoldRow>(
      `select h.capability_hash as "capabilityHash", h.expires_at as "expiresAt", h.extensions, h.address_hash is not null as "isPublic",
         case when h.state = 'live'
           then greatest(0, floor(extract(epoch from h.expires_at - sas_now())))::int else 0
           end as "remainingSeconds",
         coalesce(s.id, v.id) as "slotId", coalesce(s.starts_at, v.starts_at) as "startsAt",
         coalesce(s.ends_at, v.ends_at) as "endsAt", coalesce(s.modalities, v.modalities) as modalities,
         coalesce(s.visibility, v.visibility) as visibility, coalesce(s.booking, v.booking) as booking,
         coalesce(s.communities, v.communities) as communities, coalesce(s.capacity, 1) as capacity,
         coalesce(${REMAINING('s')}, 0) as remaining,
         ${entityColumns.practitioner('p')} as practitioner, ${entityColumns.location('l')} as location,
         t.contact_fields as fields, t.controller, t.data_protection_contact as "dataProtectionContact",
         t.retention_hours as "retentionHours",
         (select bookings from public_booking_count where address_hash = h.address_hash
            and day = (sas_now() at time zone 'Europe/Paris')::date) as "bookingsToday"
       from hold h left join slot s on s.id = h.slot_id
       left join vendor_slot v on v.id = h.vendor_slot_id
       join schedule sch on sch.id = coalesce(s.schedule_id, v.schedule_id)
       join location l on l.id = sch.location_id left join territory_now t on t.id = l.territory_id
       left join practitioner p on p.id = sch.practitioner_id where h.id = $1`,
      [id],
    );
    const row = rows[0];
    const capability =
      row === undefined ? null : givenCapability(this.#secrets, 'hold', id, row.capabilityHash);
    if (row === undefined || capability === null) throw notFound('hold');
    const zone = row.location.timeZone;
    const base = row.isPublic ? this.#limits.proofDifficulty : 0;
    const difficulty = proofDifficulty(base, row.bookingsToday ?? 0);
    return {
      id: capability,
      slot: presentPublicSlot({ ...row, id: row.slotId, editor: null }, zone),
      practitioner: row.practitioner,
      location: row.location,
      expiresAt: formatInstant(row.expiresAt, zone),
      remainingSeconds: row.remainingSeconds,
      extensionsLeft: Math.max(0, this.#limits.holdExtensions - row.extensions),
      contact: row.isPublic
        ? {
            fields: row.fields,
            controller: row.controller,
            dataProtectionContact: row.dataProtectionContact,
            retentionHours: row.retentionHours,
          }
        : null,
      ...(difficulty === 0
        ? {}
        : { challenge: challengeOf(this.#secrets, capability, difficulty) }),
    };
  }
}

interface HoldRow extends Omit<FreeSlot, 'id' | 'editor'>, Record<string, unknown> {
  capabilityHash: string;
  slotId: string;
  expiresAt: Date;
  extensions: number;
  isPublic: boolean;
  remainingSeconds: number;
  practitioner: Practitioner | null;
  location: Location;
  fields: components['schemas']['ContactRequirements']['fields'];
  controller: string;
  dataProtectionContact: string;
  retentionHours: number;
  /** Null for none, and for professionals. */
  bookingsToday: number | null;
}

async function find(
  sql: Sql,
  capability: string,
): Promise<LiveHold & { expired: boolean; addressHash: string | null }> {
  const rows = await sql.query<{
    id: string;
    slotId: string;
    expired: boolean;
    addressHash: string | null;
  }>(
    `select id, coalesce(slot_id, vendor_slot_id) as "slotId", expires_at <= sas_now() as expired, address_hash as "addressHash"
     from hold where capability_hash = $1 and state = 'live'`,
    [capabilityHash(capability)],
  );
  if (rows[0] === undefined) throw notFound('hold');
  return rows[0];
}
