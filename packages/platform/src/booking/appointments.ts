import { type Database, databaseNow, type Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { toE164 } from '../directory/phone.ts';
import type { components } from '../generated/platform.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { civilDate } from '../http/instants.ts';
import { addressHash } from '../http/limits.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller, Role } from '../identity/caller.ts';
import { actAs } from './acting.ts';
import { type AppointmentReader, type ManagedAppointment } from './appointment-reader.ts';
import { deskOf, deskTerritories } from './desk.ts';
import { cancelReplaced } from './editor/cancellation-rows.ts';
import { lockWithHold, useHold } from './held-slot.ts';
import type { OrientationRules } from './orientation-rules.ts';
import { type BookingLimits, checkTransition } from './policy.ts';
import { checkProof } from './proof.ts';
import { checkBooksAlone, checkConfirms, checkRedirects } from './redirection.ts';
import { freeReference } from './reference.ts';
import { capabilityHash, givenCapability, type Secrets } from './secrets.ts';
import type { Refusals } from './refusals.ts';
import { checkBookable, type LockedSlot, lockSlot } from './slot-lock.ts';

type Appointment = components['schemas']['Appointment'];
type Contact = components['schemas']['Contact'];

/** As which desk somebody books. */
export interface ActingDesk {
  role: Role;
  /** Its territory, whose dispatch software is told. */
  territory: string | null;
}

/** Books, moves and cancels. */
export class Appointments {
  readonly #database: Database;
  readonly #secrets: Secrets;
  readonly #limits: BookingLimits;
  readonly #reader: AppointmentReader;
  readonly #refusals: Refusals;
  readonly #rules: OrientationRules;

  constructor(
    database: Database,
    secrets: Secrets,
    limits: BookingLimits,
    reader: AppointmentReader,
    refusals: Refusals,
    rules: OrientationRules,
  ) {
    this.#database = database;
    this.#secrets = secrets;
    this.#limits = limits;
    this.#reader = reader;
    this.#refusals = refusals;
    this.#rules = rules;
  }

  /**
   * Books a slot. The public needs a live hold, its proof and a contact; professionals need none of
   * them and may not send a contact: these flows carry no patient identity.
   *
   * @throws {ProblemError} 404, 409 `slot-taken` with alternatives or `hold-expired`, 422 for a rule.
   */
  async book(
    caller: Caller,
    request: components['schemas']['AppointmentRequest'],
    address: string,
    creation: IdempotentCreation,
  ): Promise<Appointment> {
    const contact = readContact(caller, request);
    await this.#checkHold(caller, request);
    const made = await this.#refusals.explain(caller, () =>
      createOnce(this.#database, creation, async (sql) => {
        if (caller.kind === 'public') await this.#countBooking(sql, address);
        const slot = await this.#take(sql, caller, request);
        await checkBooksAlone(sql, caller, slot.scheduleId);
        return this.#insert(sql, caller, slot, contact);
      }),
    );
    return readMade(made, async (id) => {
      const appointment = await this.#reader.readById(id);
      if (caller.kind !== 'public') return appointment;
      return { ...appointment, manageToken: await this.#manageToken(id) };
    });
  }

  /**
   * Books a slot for a professional inside a transaction of what it is part of; answers its id. Run it by
   * `explain`.
   *
   * @param acting the role in which the caller acts there, and the territory of the desk.
   */
  async bookWithin(
    sql: Sql,
    caller: Caller,
    acting: ActingDesk,
    request: { slotId: string; holdId?: string },
  ): Promise<string> {
    return this.#insert(sql, caller, await this.#take(sql, caller, request), null, acting);
  }

  /** Says why a slot is not taken, of a transaction in which it is booked (`bookWithin`). */
  explain<T>(caller: Caller, work: () => Promise<T>): Promise<T> {
    return this.#refusals.explain(caller, work);
  }

  /** Cancels; a cancelled one is answered unchanged. @throws {ProblemError} 403, 404, 409. */
  async cancel(caller: Caller, id: string, manageToken: string | undefined): Promise<Appointment> {
    await this.#database.transaction((sql) => this.cancelWithin(sql, caller, id, manageToken));
    return this.#reader.readById(id);
  }

  /**
   * Cancels inside a transaction of what it is part of. The contact goes at once where the patient cancels;
   * where somebody else does, the practice calls, and it is kept as long as was told at the booking.
   *
   * @throws {ProblemError} 403, 404, 409.
   */
  async cancelWithin(sql: Sql, caller: Caller, id: string, manageToken?: string): Promise<void> {
    const before = await this.#reader.lock(sql, caller, id, manageToken);
    if (caller.kind === 'public') await eraseContact(sql, id);
    if (before.status === 'cancelled') return;
    checkUntold(before);
    checkTransition(caller, before.status, 'cancelled', {
      now: await databaseNow(sql),
      startsAt: before.startsAt,
    });
    await actAs(sql, caller.identity.subject);
    if (before.slotId !== null) await release(sql, before.slotId);
    await setStatus(sql, id, 'cancelled');
  }

  /**
   * It was booked on its editor's page; a booked one is answered unchanged.
   *
   * @throws {ProblemError} 403, also `outside-scheme` for a triage nurse without an orientation, 404, 409.
   */
  async confirm(caller: Caller, id: string): Promise<Appointment> {
    await this.#database.transaction(async (sql) => {
      const before = await this.#reader.lock(sql, caller, id, undefined);
      if (before.status === 'booked') return;
      checkUntold(before);
      const now = await databaseNow(sql);
      checkTransition(caller, before.status, 'booked', { now, startsAt: before.startsAt });
      await checkConfirms(sql, caller, before, this.#rules);
      await setStatus(sql, id, 'booked');
      await cancelReplaced(sql, id);
    });
    return this.#reader.readById(id);
  }

  /**
   * Moves in one transaction: the first slot stays booked where the second is not free.
   *
   * @throws {ProblemError} 403, also `medical-decision` past the delay of its orientation, 404, 409, 422.
   */
  async reschedule(
    caller: Caller,
    id: string,
    request: components['schemas']['RescheduleRequest'],
    manageToken: string | undefined,
  ): Promise<Appointment> {
    await this.#refusals.explain(caller, () =>
      this.#database.transaction(async (sql) => {
        const before = await this.#reader.lock(sql, caller, id, manageToken);
        if (before.slotId === request.slotId && before.status === 'booked') return;
        if (before.slotId === null && !before.overbooked) {
          throw new ProblemError('invalid-transition', 'It is moved in its editor’s agenda.');
        }
        if (before.status !== 'booked' || before.startsAt <= (await databaseNow(sql))) {
          throw new ProblemError(
            'invalid-transition',
            'Only a coming, booked appointment is moved.',
          );
        }
        await this.#checkHold(caller, request);
        await lockInOrder(sql, [before.slotId ?? '', request.slotId]);
        const slot = await this.#take(sql, caller, request);
        await checkRedirects(sql, caller, slot.scheduleId);
        await this.#rules.checkMove(sql, caller, id, slot);
        if (before.slotId !== null) await release(sql, before.slotId);
        await actAs(sql, caller.identity.subject);
        await sql.query(
          `update appointment set slot_id = $2, schedule_id = $3, starts_at = $4, ends_at = $5,
             overbooked = false, changed_at = sas_now() where id = $1`,
          [id, slot.id, slot.scheduleId, slot.startsAt, slot.endsAt],
        );
        await sql.query(
          `update contact set erase_after = $2::timestamptz + make_interval(hours => $3) where appointment_id = $1`,
          [id, slot.endsAt, slot.territory?.retentionHours ?? 24],
        );
      }),
    );
    return this.#reader.readById(id);
  }

  /** The patient came, or did not. @throws {ProblemError} 404, 409. */
  async setOutcome(
    caller: Caller,
    id: string,
    status: 'fulfilled' | 'noshow',
  ): Promise<Appointment> {
    await this.#database.transaction(async (sql) => {
      const before = await this.#reader.lock(sql, caller, id, undefined, 'appointment:close');
      if (before.status === status) return;
      checkUntold(before);
      const now = await databaseNow(sql);
      checkTransition(caller, before.status, status, { now, startsAt: before.startsAt });
      await setStatus(sql, id, status);
    });
    return this.#reader.readById(id);
  }

  /** What the public must show before a slot is taken. @throws {ProblemError} 422. */
  async #checkHold(
    caller: Caller,
    { holdId, proof }: components['schemas']['RescheduleRequest'],
  ): Promise<void> {
    if (caller.kind !== 'public') return;
    if (holdId === undefined) throw bodyProblem('hold-required', '/holdId', 'hold the slot first');
    if (this.#limits.proofDifficulty > 0) await checkProof(this.#secrets, holdId, proof);
  }

  /** Takes one place of the slot, by the caller's hold where there is one. */
  async #take(
    sql: Sql,
    caller: Caller,
    request: { slotId: string; holdId?: string },
  ): Promise<LockedSlot> {
    const { slot, hold } = await lockWithHold(sql, request, (exceptHold) =>
      lockSlot(sql, caller, request.slotId, exceptHold),
    );
    checkBookable(slot, caller, await databaseNow(sql), this.#limits);
    await sql.query('update slot set booked = booked + 1, version = version + 1 where id = $1', [
      slot.id,
    ]);
    if (hold !== null) await useHold(sql, hold);
    return slot;
  }

  async #insert(
    sql: Sql,
    caller: Caller,
    slot: LockedSlot,
    contact: Contact | null,
    acting: ActingDesk | null = null,
  ): Promise<string> {
    const made = await sql.query<{ id: string }>('select gen_random_uuid() as id');
    const { id } = made[0]!;
    const role = acting?.role ?? caller.identity.roles[0];
    const manageTokenHash =
      caller.kind === 'public' ? capabilityHash(this.#secrets.capability('manage', id)) : null;
    await sql.query(
      `insert into appointment (id, reference, schedule_id, slot_id, starts_at, ends_at, status,
         booked_by, role, manage_token_hash, desk_territory_id, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, 'booked', $7, $8, $9, coalesce($10, ${deskOf('$3', '$11')}),
         sas_now(), sas_now())`,
      [
        id,
        await freeReference(sql, slot.scheduleId),
        slot.scheduleId,
        slot.id,
        slot.startsAt,
        slot.endsAt,
        caller.identity.subject,
        role,
        manageTokenHash,
        acting?.territory ?? null,
        acting === null ? deskTerritories(caller, role) : [],
      ],
    );
    if (contact !== null) {
      await sql.query(
        `insert into contact (appointment_id, sealed, erase_after)
         values ($1, $2, $3::timestamptz + make_interval(hours => $4))`,
        [
          id,
          this.#secrets.seal(JSON.stringify(contact), id),
          slot.endsAt,
          slot.territory?.retentionHours ?? 24,
        ],
      );
    }
    return id;
  }

  /** The token as it was given out first. @throws {ProblemError} 404 where it has been taken away. */
  async #manageToken(id: string): Promise<string> {
    const rows = await this.#database.query<{ hash: string | null }>(
      'select manage_token_hash as hash from appointment where id = $1',
      [id],
    );
    const token = givenCapability(this.#secrets, 'manage', id, rows[0]?.hash ?? '');
    if (token === null) throw notFound('appointment');
    return token;
  }

  /** Counts in the booking's own transaction: a booking that fails is not counted. */
  async #countBooking(sql: Sql, address: string): Promise<void> {
    const day = civilDate(await databaseNow(sql), 'Europe/Paris');
    const rows = await sql.query(
      `insert into public_booking_count as counted (address_hash, day, bookings) values ($1, $2, 1)
       on conflict (address_hash, day) do update set bookings = counted.bookings + 1
         where counted.bookings < $3 returning bookings`,
      [addressHash(this.#secrets.addressKey, address), day, this.#limits.publicBookingsPerDay],
    );
    if (rows.length > 0) return;
    throw new ProblemError('too-many-bookings', undefined, { headers: { 'retry-after': '3600' } });
  }
}

/** @throws {ProblemError} 422 `contact-required`, `contact-not-allowed`, `invalid-phone`. */
function readContact(
  caller: Caller,
  { contact }: components['schemas']['AppointmentRequest'],
): Contact | null {
  if (caller.kind === 'public') {
    if (contact === undefined) {
      throw bodyProblem('contact-required', '/contact', 'name and phone are required');
    }
    if (contact.name.trim() === '') {
      throw bodyProblem('contact-required', '/contact/name', 'the name is empty');
    }
    return { name: contact.name.trim(), phone: toE164(contact.phone, '/contact/phone') };
  }
  if (contact === undefined) return null;
  throw bodyProblem(
    'contact-not-allowed',
    '/contact',
    'Professional flows carry no patient identity.',
  );
}

/** Two slots are always locked in the order of their ids. */
async function lockInOrder(sql: Sql, slots: readonly string[]): Promise<void> {
  const ids = slots.filter(isId).sort();
  await sql.query('select id from slot where id = any($1::uuid[]) order by id for no key update', [
    ids,
  ]);
}

/** @throws {ProblemError} 409 `invalid-transition` for one of which its editor has told how it stands. */
function checkUntold({ told }: Pick<ManagedAppointment, 'told'>): void {
  if (!told) return;
  throw new ProblemError(
    'invalid-transition',
    'It is changed where it stands: in its editor’s agenda.',
  );
}

async function release(sql: Sql, slotId: string): Promise<void> {
  await sql.query('update slot set booked = booked - 1, version = version + 1 where id = $1', [
    slotId,
  ]);
}

async function eraseContact(sql: Sql, id: string): Promise<void> {
  await sql.query('delete from contact where appointment_id = $1', [id]);
}

async function setStatus(sql: Sql, id: string, status: string): Promise<void> {
  await sql.query('update appointment set status = $2, changed_at = sas_now() where id = $1', [
    id,
    status,
  ]);
}
