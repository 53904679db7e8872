import {
  buildAppointmentMessage,
  type AppointmentMessage,
  type BuiltAppointmentMessage,
  type HubRoute,
} from '@sas-kit/fhir/hub';
import type { Sql } from '../database/database.ts';
import { factsOf, type FactsRow } from './facts.ts';

/** Nobody waits any more for what is a day old and tells of a time that is over. */
export const OVERDUE = `t.created_at < sas_now() - interval '24 hours'
  and (t.told ->> 'startsAt')::timestamptz < sas_now()`;

/** As whom messages go, and whether in earnest: only those of production are. */
export type Sender = Required<Pick<HubRoute, 'sender' | 'exercise'>>;

interface DueRow extends FactsRow {
  recipient: string;
  overdue: boolean;
}

/**
 * Takes a message that is to be sent, says when it is sent, and writes it. Sent again soon after, it is the
 * same message; an hour later it says another time, so that it is not over when it comes.
 *
 * @returns null where there is nothing to send: it has arrived, or was given up, here or before.
 */
export async function prepare(
  sql: Sql,
  id: string,
  from: Sender,
): Promise<AppointmentMessage | null> {
  const row = await readDue(sql, id);
  if (row === null) return null;
  if (row.overdue) {
    await sql.query(
      `update transmission set state = 'expired', state_at = sas_now() where id = $1`,
      [id],
    );
    return null;
  }
  const sentAt = await stamp(sql, id);
  const { recipient } = row;
  const route = { ...from, recipient, id, sentAt, timeZone: row.zone ?? 'Europe/Paris' };
  const built = buildAppointmentMessage(factsOf(row), route);
  await note(sql, id, built);
  return built.message;
}

async function readDue(sql: Sql, id: string): Promise<DueRow | null> {
  const rows = await sql.query<DueRow>(
    `select t.appointment_id as appointment, t.method, t.told, t.recipient, ${OVERDUE} as overdue,
       (select o.category from orientation o where o.appointment_id = a.id and o.withdrawn_at is null
         order by o.created_at desc limit 1) as orientation, a.created_at as booked, coalesce(l.time_zone, home.time_zone) as zone,
       case when p.id is not null then jsonb_build_object('nationalId', p.national_id,
         'family', p.family, 'given', p.given, 'specialty', p.specialties[1]) end as practitioner,
       case when st.id is not null then jsonb_build_object('kind', st.kind, 'name', st.name,
         'nationalId', st.national_id) end as structure,
       case when r.id is not null then jsonb_build_object('nationalId', r.national_id,
         'family', r.family, 'given', r.given, 'email', r.email) end as account,
       d.desk
     from transmission t join appointment a on a.id = t.appointment_id
     left join schedule s on s.id = (t.told ->> 'schedule')::uuid
     left join location l on l.id = s.location_id
     left join practitioner p on case when s.id is null then p.national_id = t.told ->> 'practitioner'
       else p.id = s.practitioner_id end
     left join structure st on st.id = s.structure_id
     left join account r on r.id = hub_person_of(a)
     left join lateral (select desk, territory_id from territory_dispatch
       where hub_recipient = t.recipient order by territory_id is not distinct from a.desk_territory_id desc,
         territory_id = l.territory_id desc, territory_id limit 1) d on true
     left join territory home on home.id = d.territory_id
     where t.id = $1 and t.state in ('queued', 'sent') for update of t`,
    [id],
  );
  return rows[0] ?? null;
}

/** Whole seconds, which are all that messages tell, and each later than the one before. */
async function stamp(sql: Sql, id: string): Promise<Date> {
  const rows = await sql.query<{ at: Date }>(
    `update transmission t set state = 'sent', state_at = sas_now(), sent_at = case
       when t.sent_at > sas_now() - interval '1 hour' then t.sent_at
       else greatest(date_trunc('second', sas_now()), (select max(e.sent_at) + interval '1 second'
         from transmission e where e.appointment_id = t.appointment_id and e.number < t.number)) end
     where t.id = $1 returning t.sent_at as at`,
    [id],
  );
  return rows[0]!.at;
}

/** What the message goes without, or the rule that keeps it from going. */
async function note(
  sql: Sql,
  id: string,
  { message, findings }: BuiltAppointmentMessage,
): Promise<void> {
  const without = (['practitioner', 'organization'] as const).filter((part) =>
    findings.some(({ rule }) => rule === `${part}-omitted`),
  );
  const fault = findings.find(({ severity }) => severity === 'error')?.rule ?? null;
  await sql.query(`update transmission set without = $2, rule = $3, state = $4 where id = $1`, [
    id,
    without,
    fault,
    message === null ? 'refused' : 'sent',
  ]);
}
