import { contract } from '../../generated/contract.ts';
import { knownSlot, takeable } from '../booking.ts';
import { type Caller, rolesWith } from '../callers.ts';
import type { Schemas } from '../contract.ts';
import { created, type Handlers, ok } from '../handler.ts';
import { createOnce } from '../idempotency.ts';
import { instantParameter } from '../instants.ts';
import { pageOf } from '../pages.ts';
import { toE164 } from '../phone.ts';
import { appointmentOf } from '../present.ts';
import { bodyRefusal, notFound, Refusal } from '../problem.ts';
import { randomText } from '../random.ts';
import { reaches } from '../visibility.ts';
import type { AppointmentRecord, HoldRecord, SlotRecord, World } from '../world.ts';

/** Letters and digits that are not mistaken for one another, read out loud. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRTUVWXYZ';

interface Transition {
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
}

/** @throws {Refusal} 409 `invalid-transition`. */
function checkTransition(
  { now }: World,
  caller: Caller,
  { status: from, start }: AppointmentRecord,
  to: AppointmentRecord['status'],
): void {
  const table = contract.schemas['AppointmentStatus']?.['x-transitions'] as readonly Transition[];
  const allowed = table.some(
    (each) =>
      each.from === from &&
      each.to === to &&
      caller.identity.roles.some((role) => each.by.includes(role)),
  );
  const begun = start <= now();
  if (allowed && (to === 'cancelled' ? !begun || caller.kind !== 'public' : begun)) return;
  const when = allowed ? (begun ? ' after its start' : ' before its start') : '';
  throw new Refusal('invalid-transition', `It is ${from} and cannot become ${to}${when}.`);
}

/** Whether a right lets the caller reach an appointment: its agenda's, its territory's, its own. */
function mayReach(
  world: World,
  caller: Caller,
  right: string,
  record: AppointmentRecord,
  manageToken?: string,
): boolean {
  if (caller.kind !== 'professional') return record.manageToken === manageToken;
  const schedule = world.schedules.get(record.scheduleId)!;
  if (reaches(caller, right, schedule)) return true;
  const near = caller.identity.territories?.includes(schedule.territory ?? '') === true;
  if (near && rolesWith(caller, right, 'territory').length > 0) return true;
  const self = record.bookedBy === caller.identity.subject;
  return self && rolesWith(caller, right, 'self').length > 0;
}

/** @throws {Refusal} 403 `manage-token-required`, 404. */
function find(
  world: World,
  caller: Caller,
  id: string,
  right: string,
  manageToken?: string,
): AppointmentRecord {
  if (caller.kind !== 'professional' && manageToken === undefined) {
    throw new Refusal('manage-token-required');
  }
  const record = world.appointments.get(id);
  if (record && mayReach(world, caller, right, record, manageToken)) return record;
  throw notFound('appointment');
}

/** @throws {Refusal} 422 `contact-required`, `contact-not-allowed`, `invalid-phone`. */
function readContact(
  { kind }: Caller,
  contact: Schemas['Contact'] | undefined,
): Schemas['Contact'] | null {
  if (kind !== 'public') {
    if (contact === undefined) return null;
    const detail = 'Professional flows carry no patient identity.';
    throw bodyRefusal('contact-not-allowed', '/contact', detail);
  }
  if (contact === undefined) {
    throw bodyRefusal('contact-required', '/contact', 'name and phone are required');
  }
  if (contact.name.trim() === '') {
    throw bodyRefusal('contact-required', '/contact/name', 'the name is empty');
  }
  return { name: contact.name.trim(), phone: toE164(contact.phone, '/contact/phone') };
}

/** What the public must show before a slot is taken. @throws {Refusal} 422. */
function checkHolds({ kind }: Caller, holdId: string | undefined): void {
  if (kind !== 'public' || holdId !== undefined) return;
  throw bodyRefusal('hold-required', '/holdId', 'hold the slot first');
}

/** Takes one place of a slot, by the caller's hold where there is one. */
function take(
  world: World,
  caller: Caller,
  slotId: string,
  holdId: string | undefined,
): SlotRecord {
  let hold: HoldRecord | undefined;
  if (holdId !== undefined) {
    knownSlot(world, caller, slotId);
    hold = world.holds.get(holdId);
    if (hold?.state !== 'live' || hold.expires <= world.now()) throw new Refusal('hold-expired');
    if (hold.slotId !== slotId) throw new Refusal('hold-mismatch');
  }
  const { slot } = takeable(world, caller, slotId, hold);
  slot.booked += 1;
  slot.version += 1;
  if (hold) hold.state = 'used';
  return slot;
}

function giveBack(world: World, { slotId }: AppointmentRecord): void {
  const slot = world.slots.get(slotId)!;
  slot.booked -= 1;
  slot.version += 1;
}

type Operations =
  | 'bookAppointment'
  | 'listAppointments'
  | 'getAppointment'
  | 'cancelAppointment'
  | 'rescheduleAppointment'
  | 'updateAppointment';

export const appointments: Pick<Handlers, Operations> = {
  bookAppointment({ world, caller, body, header }) {
    const contact = readContact(caller, body.contact);
    checkHolds(caller, body.holdId);
    const create = (): string => {
      const slot = take(world, caller, body.slotId, body.holdId);
      const id = world.newId();
      world.appointments.set(id, {
        id,
        reference: randomText(world.random, LETTERS, 4),
        created: world.now(),
        bookedBy: caller.identity.subject,
        manageToken: caller.kind === 'public' ? `manage-${world.newId()}` : null,
        contact,
        scheduleId: slot.scheduleId,
        slotId: slot.id,
        start: slot.start,
        end: slot.end,
        status: 'booked',
      });
      return id;
    };
    const request = ['bookAppointment', { ...body, proof: undefined }];
    const key = header['Idempotency-Key'];
    const read = (id: string) => world.appointments.get(id);
    const record = createOnce(world, caller, key, request, create, read);
    const { manageToken } = record;
    const answer = {
      ...appointmentOf(world, record),
      ...(manageToken !== null && { manageToken }),
    };
    return created(`/v1/appointments/${record.id}`, answer);
  },

  listAppointments({ world, caller, query }) {
    const from = query.from === undefined ? -Infinity : instantParameter('from', query.from);
    const to = query.to === undefined ? Infinity : instantParameter('to', query.to);
    const found = [...world.appointments.values()].filter(
      (record) =>
        (query.scheduleId === undefined || record.scheduleId === query.scheduleId) &&
        (query.status === undefined || query.status.includes(record.status)) &&
        record.start >= from &&
        record.start < to &&
        mayReach(world, caller, 'appointment:list', record),
    );
    const keyOf = ({ start, id }: AppointmentRecord) => [start, id];
    return ok(
      pageOf('appointments', found, query, keyOf, (record) => appointmentOf(world, record)),
    );
  },

  getAppointment({ world, caller, path, header }) {
    const token = header['Sas-Manage-Token'];
    const record = find(world, caller, path.appointmentId, 'appointment:read', token);
    const schedule = world.schedules.get(record.scheduleId)!;
    const { contact } = record;
    const shown = contact !== null && reaches(caller, 'contact:read', schedule);
    return ok({ ...appointmentOf(world, record), ...(shown && { contact }) });
  },

  cancelAppointment({ world, caller, path, header }) {
    const token = header['Sas-Manage-Token'];
    const record = find(world, caller, path.appointmentId, 'appointment:change', token);
    if (record.status !== 'cancelled') {
      checkTransition(world, caller, record, 'cancelled');
      giveBack(world, record);
      record.status = 'cancelled';
      record.contact = null;
    }
    return ok(appointmentOf(world, record));
  },

  rescheduleAppointment({ world, caller, path, body, header }) {
    const token = header['Sas-Manage-Token'];
    const record = find(world, caller, path.appointmentId, 'appointment:change', token);
    if (record.slotId !== body.slotId || record.status !== 'booked') {
      if (record.status !== 'booked' || record.start <= world.now()) {
        const detail = 'Only a coming, booked appointment is moved.';
        throw new Refusal('invalid-transition', detail);
      }
      checkHolds(caller, body.holdId);
      const slot = take(world, caller, body.slotId, body.holdId);
      giveBack(world, record);
      const { id: slotId, scheduleId, start, end } = slot;
      Object.assign(record, { slotId, scheduleId, start, end });
    }
    return ok(appointmentOf(world, record));
  },

  updateAppointment({ world, caller, path, body }) {
    const record = find(world, caller, path.appointmentId, 'appointment:close');
    if (record.status !== body.status) {
      checkTransition(world, caller, record, body.status);
      record.status = body.status;
    }
    return ok(appointmentOf(world, record));
  },
};
