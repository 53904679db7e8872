import type { Sql } from '../database/database.ts';
import type { Secrets } from '../booking/secrets.ts';
import type { Person } from './person.ts';

type Kind = Person['kind'];
type OfKind<K extends Kind> = Extract<Person, { kind: K }>;

/** One kind of thing that is kept about people. */
export interface Holding<K extends Kind> {
  name: string;
  /** Everything of it about the person, ready to be told. */
  read(sql: Sql, person: OfKind<K>, secrets: Secrets): Promise<unknown[]>;
  /** Erases it; answers how many rows. Without it, it is kept. */
  erase?(sql: Sql, person: OfKind<K>): Promise<number>;
  /** Why it is kept when the person asks for its erasure. */
  kept?: string;
}

const removed = async (rows: Promise<unknown[]>) => (await rows).length;

/** What is kept about whoever has an account or a token. What refers to an account goes before it. */
export const ACCOUNT_HOLDINGS: readonly Holding<'account'>[] = [
  {
    name: 'sessions',
    read: (sql, { accountId }) =>
      sql.query(
        `select created_at as created, seen_at as "lastSeen", expires_at as expires from session
         where account_id = $1`,
        [accountId],
      ),
    erase: (sql, { accountId }) =>
      removed(
        sql.query('delete from session where account_id = $1 returning 1 as one', [accountId]),
      ),
  },
  {
    name: 'roles',
    read: (sql, { accountId }) =>
      sql.query(
        'select role, territory_id as territory, holder from account_role where account_id = $1',
        [accountId],
      ),
    erase: (sql, { accountId }) =>
      removed(
        sql.query('delete from account_role where account_id = $1 returning 1 as one', [accountId]),
      ),
  },
  {
    name: 'delegations',
    read: (sql, { accountId, nationalId }) =>
      sql.query(
        `select id, account_id = $1 as "asDelegate", national_id as "professional", scopes, status,
           asked_at as asked, decided_at as decided, until
         from delegation where account_id = $1 or national_id = $2 order by asked_at`,
        [accountId, nationalId],
      ),
    erase: (sql, { accountId, nationalId }) =>
      removed(
        sql.query(
          'delete from delegation where account_id = $1 or national_id = $2 returning 1 as one',
          [accountId, nationalId],
        ),
      ),
  },
  {
    name: 'agendaFeeds',
    read: (sql, { accountId }) =>
      sql.query(
        `select schedule_id as schedule, created_at as created, last_read as "lastRead"
         from agenda_feed where account_id = $1 order by created_at`,
        [accountId],
      ),
    erase: (sql, { accountId }) =>
      removed(
        sql.query('delete from agenda_feed where account_id = $1 returning 1 as one', [accountId]),
      ),
  },
  {
    name: 'webhooks',
    read: (sql, { accountId }) =>
      sql.query(
        `select url, events, description, created_at as created from webhook
         where account_id = $1 order by created_at`,
        [accountId],
      ),
    erase: (sql, { accountId }) =>
      removed(
        sql.query('delete from webhook where account_id = $1 returning 1 as one', [accountId]),
      ),
  },
  {
    name: 'accountsAtEditors',
    read: (sql, { accountId }) =>
      sql.query(
        `select editor_id as editor, wanted, taken, failure, since from editor_account
         where account_id = $1 order by editor_id`,
        [accountId],
      ),
    kept: 'each vendor is told that the account has ended; what it was told is forgotten once it knows',
  },
  {
    name: 'account',
    read: (sql, { accountId }) =>
      sql.query(
        `select id, national_id as "nationalId", family, given, email, status, structures,
           communities, terms_version as "termsVersion", terms_accepted_at as "termsAccepted",
           signed_in_at as "lastSignIn", created_at as created from account where id = $1`,
        [accountId],
      ),
    erase: (sql, { accountId }) =>
      removed(sql.query('delete from account where id = $1 returning 1 as one', [accountId])),
  },
  {
    name: 'holds',
    read: (sql, { subject }) =>
      sql.query(
        `select coalesce(slot_id, vendor_slot_id) as slot, state, created_at as created, expires_at as expires from hold
         where caller = 'subject:' || $1 order by created_at`,
        [subject],
      ),
    erase: (sql, { subject }) =>
      removed(
        sql.query(`delete from hold where caller = 'subject:' || $1 returning 1 as one`, [subject]),
      ),
  },
  {
    name: 'idempotencyKeys',
    read: (sql, { subject }) =>
      sql.query(
        `select resource_id as record, created_at as created from idempotency
         where caller = 'subject:' || $1 order by created_at`,
        [subject],
      ),
    erase: (sql, { subject }) =>
      removed(
        sql.query(`delete from idempotency where caller = 'subject:' || $1 returning 1 as one`, [
          subject,
        ]),
      ),
  },
  {
    name: 'appointmentsBooked',
    // Editors tell under which national id a regulator booked with them (INT_R03).
    read: (sql, { subject, nationalId }) =>
      sql.query(
        `select id, reference, status, role, starts_at as start, created_at as created, editor,
           regulator_id as regulator
         from appointment where booked_by = $1 or regulator_id = $2 order by created_at`,
        [subject, nationalId],
      ),
    // The appointment is the practice's: it stays, without whoever booked it.
    erase: (sql, { subject, nationalId }) =>
      removed(
        sql.query(
          `update appointment set booked_by = case when booked_by = $1 then 'erased' else booked_by end,
             regulator_id = case when regulator_id = $2 then 'erased' else regulator_id end
           where booked_by = $1 or regulator_id = $2 returning 1 as one`,
          [subject, nationalId],
        ),
      ),
  },
  {
    name: 'cancellationsAsked',
    read: (sql, { subject }) =>
      sql.query(
        `select id, reference, cancel_asked_at as asked, editor from appointment
         where cancel_asked_by = $1 order by cancel_asked_at`,
        [subject],
      ),
    // It is asked for all the same.
    erase: (sql, { subject }) =>
      removed(
        sql.query(
          `update appointment set cancel_asked_by = null where cancel_asked_by = $1 returning 1 as one`,
          [subject],
        ),
      ),
  },
  {
    name: 'orientationsMade',
    read: (sql, { subject }) =>
      sql.query(
        `select id, outcome, form, decision, role, territory_id as territory, created_at as created,
           withdrawn_at as withdrawn
         from orientation where made_by = $1 order by created_at`,
        [subject],
      ),
    // The orientation is the territory's: it stays, without whoever made it.
    erase: (sql, { subject }) =>
      removed(
        sql.query(
          `update orientation set made_by = 'erased' where made_by = $1 returning 1 as one`,
          [subject],
        ),
      ),
  },
  {
    name: 'callsToPractices',
    read: (sql, { subject }) =>
      sql.query(
        `select id, purpose, result, role, created_at as created from practice_call
         where called_by = $1 order by created_at`,
        [subject],
      ),
    erase: (sql, { subject }) =>
      removed(
        sql.query(
          `update practice_call set called_by = 'erased' where called_by = $1 returning 1 as one`,
          [subject],
        ),
      ),
  },
  {
    name: 'callsReceived',
    read: (sql, { nationalId }) =>
      sql.query(
        `select c.id, c.purpose, c.result, c.created_at as created from practice_call c
         left join schedule sch on sch.id = c.schedule_id
         join practitioner p on p.id = coalesce(c.practitioner_id, sch.practitioner_id)
         where p.national_id = $1 order by c.created_at`,
        [nationalId],
      ),
    kept: 'whether the practice took somebody when it was called; erased when its time is over (SAS_KEEP_ORIENTATIONS_DAYS)',
  },
  {
    name: 'protocolsSigned',
    read: (sql, { subject }) =>
      sql.query(
        `select p.id, p.title, p.version, s.holder, s.signed_at as signed from protocol_signature s
         join protocol p on p.id = s.protocol_id where s.signed_by = $1 order by s.signed_at`,
        [subject],
      ),
    kept: 'a signature is part of the protocol, under which others act',
  },
  {
    name: 'participation',
    read: (sql, { nationalId }) =>
      sql.query(
        `select participates, via, structure, has_software as "hasSoftware", software,
           refuses_vendor_slots as "refusesVendorSlots", declares_hours as "declaresHours",
           redirection_scheme as "redirectionScheme", changed_at as changed
         from practitioner_participation where national_id = $1`,
        [nationalId],
      ),
    erase: (sql, { nationalId }) =>
      removed(
        sql.query(
          'delete from practitioner_participation where national_id = $1 returning 1 as one',
          [nationalId],
        ),
      ),
  },
  {
    name: 'connectedSoftware',
    read: (sql, { nationalId }) =>
      sql.query(
        `select editor_id as editor, s.learnt_at as learnt, s.refreshed_at as refreshed, a.state,
           a.answered_at as answered,
           (select count(*) from vendor_slot v where v.editor_id = s.editor_id
              and v.kind = s.kind and v.national_id = s.national_id)::int as slots
         from editor_serves s left join vendor_answer a using (editor_id, kind, national_id)
         where s.kind = 'practitioner' and s.national_id = $1 order by 1`,
        [nationalId],
      ),
    kept: 'the software says whom it answers for, and no longer: it is forgotten once it says so no more',
  },
  {
    name: 'agendas',
    read: (sql, { nationalId }) =>
      sql.query(
        `select sch.id, p.family, p.given, p.specialties, l.line, l.postcode, l.city, l.phone,
           sch.public_display as "publicDisplay", sch.practice, sch.created_at as created
         from practitioner p left join schedule sch on sch.practitioner_id = p.id
         left join location l on l.id = sch.location_id where p.national_id = $1 order by sch.id`,
        [nationalId],
      ),
    kept: 'published by the practice or its software, which takes it down; what was booked there refers to it',
  },
  {
    name: 'audit',
    read: (sql, { subject, accountId }) =>
      sql.query(
        `select at, operation, right_held as "right", kind, record, result, subject = $1 as "byThePerson"
         from audit_entry where subject = $1 or record = $1 or record = $2 order by id`,
        [subject, accountId],
      ),
    kept: 'proof of who did what; erased when its time is over (SAS_KEEP_AUDIT_DAYS)',
  },
];

/** What is kept about whoever booked as a visitor. */
export const BOOKING_HOLDINGS: readonly Holding<'booking'>[] = [
  {
    name: 'contact',
    read: async (sql, { appointmentId }, secrets) => {
      const rows = await sql.query<{ sealed: Uint8Array; until: Date }>(
        'select sealed, erase_after as until from contact where appointment_id = $1',
        [appointmentId],
      );
      return rows.map(({ sealed, until }) => ({
        ...(JSON.parse(secrets.open(Buffer.from(sealed), appointmentId)) as object),
        erasedAfter: until,
      }));
    },
    erase: (sql, { appointmentId }) =>
      removed(
        sql.query('delete from contact where appointment_id = $1 returning 1 as one', [
          appointmentId,
        ]),
      ),
  },
  {
    name: 'appointment',
    read: (sql, { appointmentId }) =>
      sql.query(
        `select a.reference, a.status, a.starts_at as start, a.ends_at as "end", a.created_at as created,
           a.changed_at as changed, p.family as practitioner, l.line, l.postcode, l.city
         from appointment a join schedule sch on sch.id = a.schedule_id
         join location l on l.id = sch.location_id
         left join practitioner p on p.id = sch.practitioner_id where a.id = $1`,
        [appointmentId],
      ),
    kept: 'names nobody without its contact; cancel it to give the place back; erased when its time is over (SAS_KEEP_APPOINTMENTS_DAYS)',
  },
  {
    name: 'audit',
    // Who acted is told by role: recipients, not the names of colleagues.
    read: (sql, { appointmentId }) =>
      sql.query(
        'select at, roles, operation, kind, result from audit_entry where record = $1 order by id',
        [appointmentId],
      ),
    kept: 'proof of who did what; erased when its time is over (SAS_KEEP_AUDIT_DAYS)',
  },
];
