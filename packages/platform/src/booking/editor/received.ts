import { type Appointment, type FhirAppointment, writeAppointment } from '@sas-kit/fhir';
import { noteNothing, noteRecord } from '../../audit/trail.ts';
import { type AgendaAt, agendaAt } from '../../aggregation/slots/agenda-at.ts';
import type { Database, Sql } from '../../database/database.ts';
import { formatInstant } from '../../http/instants.ts';
import { freeReference } from '../reference.ts';
import { readAwaited } from './awaited.ts';
import { actAsAsked, cancelReplaced } from './cancellation-rows.ts';
import { countFindings } from './findings.ts';
import type { EditorMessage } from './message.ts';
import { checkServed } from './not-served.ts';
import { supersedes, type Word } from './order.ts';

/** An appointment as the platform keeps it, for whoever sent it. */
export interface Kept {
  id: string;
  /** It was not known before. */
  created: boolean;
  resource: FhirAppointment;
}

interface KeptRow extends Word, Record<string, unknown> {
  id: string;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
  system: string;
  value: string;
  practitioner: string | null;
  regulatorKind: 'national' | 'technical';
  regulator: string;
  category: NonNullable<Appointment['orientation']> | null;
  association: boolean;
  scheduleId: string | null;
  zone: string | null;
}

/** Appointments that editors tell of (INT_R03). */
export class ReceivedAppointments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Takes a message in: of an unknown appointment it makes one, or says what became of somebody who left
   * for this slot; of a known one the latest word counts. Any number of times, in any order.
   *
   * @param creates it came as a creation, not as an update.
   * @param rules broken by it, once each.
   * @throws {NotServed} for a practitioner who is not this editor's.
   */
  receive(
    editor: string,
    message: EditorMessage,
    { creates, rules }: { creates: boolean; rules: readonly string[] },
  ): Promise<Kept> {
    return this.#database.transaction(async (sql) => {
      await countFindings(sql, editor, rules);
      const { system, value } = message.appointment.identifier;
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `appointment ${editor} ${system}|${value}`,
      ]);
      const known = await readKept(
        sql,
        'a.editor = $1 and a.identifier_system = $2 and a.identifier_value = $3',
        [editor, system, value],
      );
      if (known === null) {
        const id = (await adopt(sql, editor, message)) ?? (await insert(sql, editor, message));
        return this.#kept(sql, id, true);
      }
      const { status, practitioner } = message.appointment;
      if (!supersedes({ ...message, status, creates }, known)) {
        noteNothing();
        return toKept(known, false);
      }
      if (practitioner !== (known.practitioner ?? undefined))
        await checkServed(sql, editor, practitioner);
      await write(sql, known.id, message);
      if (known.status === 'pending') await cancelReplaced(sql, known.id);
      if (known.scheduleId === null) await relink(sql, editor, known.id, message);
      return this.#kept(sql, known.id, false);
    });
  }

  async #kept(sql: Sql, id: string, created: boolean): Promise<Kept> {
    noteRecord(id);
    return toKept((await readKept(sql, 'a.id = $1', [id]))!, created);
  }
}

async function readKept(sql: Sql, condition: string, values: unknown[]): Promise<KeptRow | null> {
  const rows = await sql.query<KeptRow>(
    `select a.id, a.status, a.starts_at as "startsAt", a.ends_at as "endsAt", a.created_at as "createdAt",
       a.identifier_system as system, a.identifier_value as value, a.category, a.association, a.digest,
       a.practitioner_national_id as practitioner, a.regulator_kind as "regulatorKind",
       a.regulator_id as regulator, a.written_at as "writtenAt",
       a.schedule_id as "scheduleId", l.time_zone as zone
     from appointment a left join schedule sch on sch.id = a.schedule_id
     left join location l on l.id = sch.location_id where ${condition}`,
    values,
  );
  return rows[0] ?? null;
}

/** As an editor would write it. @throws {Error} for a row that no message made. */
function toKept(row: KeptRow, created: boolean): Kept {
  const { id, status, association, category, practitioner } = row;
  const zone = row.zone ?? 'Europe/Paris';
  const { resource } = writeAppointment(
    {
      identifier: { system: row.system, value: row.value },
      status,
      start: formatInstant(row.startsAt, zone),
      end: formatInstant(row.endsAt, zone),
      created: formatInstant(row.createdAt, zone),
      ...(practitioner !== null && { practitioner }),
      participantStatus: status === 'pending' ? 'needs-action' : 'accepted',
      regulator: { kind: row.regulatorKind, value: row.regulator },
      ...(category !== null && { orientation: category }),
    },
    {
      flow: association ? 'sos' : 'ps',
      guide: category === null ? '1.1' : '1.2',
      timeZone: zone,
    },
  );
  if (resource === null) throw new Error('an appointment that cannot be written was kept');
  return { id, created, resource };
}

/**
 * Somebody left for this time of this practitioner, or asked for it: this is what came of it.
 *
 * @returns null where nobody here did, as far as the message tells.
 */
async function adopt(sql: Sql, editor: string, message: EditorMessage): Promise<string | null> {
  const found = await readAwaited(sql, editor, message);
  if (found === null) return null;
  const { practitioner } = message.appointment;
  if (practitioner !== (found.practitioner ?? undefined))
    await checkServed(sql, editor, practitioner);
  await write(sql, found.id, cancelledSince(found, message) ?? message);
  if (found.status === 'pending') await cancelReplaced(sql, found.id);
  return found.id;
}

/** The editor has cancelled it since it wrote this, as it was asked to: that is the later word. */
function cancelledSince(found: Word, message: EditorMessage): EditorMessage | null {
  const { status } = message.appointment;
  if (found.writtenAt === null || supersedes({ ...message, status, creates: true }, found)) {
    return null;
  }
  // The message's own digest: who sends it again without a date says nothing new.
  return {
    ...message,
    writtenAt: found.writtenAt,
    appointment: { ...message.appointment, status: found.status },
  };
}

async function insert(sql: Sql, editor: string, message: EditorMessage): Promise<string> {
  const { start, end, status, created = null } = message.appointment;
  await checkServed(sql, editor, message.appointment.practitioner);
  const agenda = await agendaOf(sql, editor, message);
  const rows = await sql.query<{ id: string }>(
    `insert into appointment (reference, schedule_id, vendor_slot_id, editor, starts_at, ends_at, status,
       booked_by, role, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'editor:' || $4, 'editor', coalesce($8, sas_now()), sas_now())
     returning id`,
    [
      await freeReference(sql, agenda.scheduleId),
      agenda.scheduleId,
      agenda.vendorSlotId,
      editor,
      start,
      end,
      status,
      created,
    ],
  );
  const { id } = rows[0]!;
  await write(sql, id, message);
  return id;
}

/** The agenda may have become known since. */
async function relink(sql: Sql, editor: string, id: string, message: EditorMessage): Promise<void> {
  const { scheduleId, vendorSlotId } = await agendaOf(sql, editor, message);
  await sql.query('update appointment set schedule_id = $2, vendor_slot_id = $3 where id = $1', [
    id,
    scheduleId,
    vendorSlotId,
  ]);
}

/** Of no agenda that is known here, it is kept and seen by nobody: that is a finding. */
async function agendaOf(
  sql: Sql,
  editor: string,
  { appointment }: EditorMessage,
): Promise<AgendaAt | Record<keyof AgendaAt, null>> {
  const { practitioner = null, start } = appointment;
  const agenda = await agendaAt(sql, { editor, practitioner, start: new Date(start) });
  if (agenda === null) await countFindings(sql, editor, ['editor-agenda']);
  return agenda ?? { scheduleId: null, vendorSlotId: null };
}

/** Nothing of whoever sent or took it but identifiers, and nothing of a patient. */
async function write(sql: Sql, id: string, message: EditorMessage): Promise<void> {
  const { appointment, association, writtenAt, digest } = message;
  const { identifier, status, start, end, practitioner, regulator, orientation } = appointment;
  if (status === 'cancelled') await actAsAsked(sql, id);
  await sql.query(
    `update appointment set identifier_system = $2, identifier_value = $3, status = $4, starts_at = $5,
       ends_at = $6, practitioner_national_id = $7, regulator_kind = $8, regulator_id = $9, category = $10,
       association = $11, written_at = coalesce($12, written_at), digest = $13, overdue_at = null,
       cancellation = case $4 when 'cancelled' then null else cancellation end,
       cancel_asked_at = case $4 when 'cancelled' then null else cancel_asked_at end,
       cancel_asked_by = case $4 when 'cancelled' then null else cancel_asked_by end,
       changed_at = sas_now() where id = $1`,
    [
      id,
      identifier.system,
      identifier.value,
      status,
      start,
      end,
      practitioner ?? null,
      regulator.kind,
      regulator.value,
      orientation ?? null,
      association,
      writtenAt,
      digest,
    ],
  );
}
