import { entityColumns, type Structure } from '../directory/entities.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { type Bindings, schedulesWithin, territoriesWith } from '../identity/visibility.ts';
import { type Category, hubCodes, type Outcome, type OutcomeForm } from './outcomes.ts';

type Schemas = components['schemas'];
export type Orientation = Schemas['Orientation'];
type Appointment = Schemas['Appointment'];

export interface OrientationRow extends Record<string, unknown> {
  id: string;
  state: Orientation['state'];
  outcome: Outcome;
  form: OutcomeForm | null;
  category: Category | null;
  decision: Schemas['DecisionKind'];
  decidedRole: Schemas['DoctorRole'] | null;
  decidedAt: Date | null;
  decidedIn: string | null;
  protocolVersion: number | null;
  protocolTitle: string | null;
  assessedBy: Schemas['Assessor'] | null;
  role: string;
  executedIn: string | null;
  mine: boolean;
  /** Reached as a desk, not as the practice to which it goes. */
  desk: boolean;
  caseRef: string | null;
  insee: string;
  placeLabel: string;
  territory: string | null;
  zone: string;
  appointmentId: string | null;
  appointmentStart: Date | null;
  recipient: Structure | null;
  triggeredAt: Date | null;
  ownDoctor: 'none' | 'known' | null;
  ownDoctorCall: Schemas['CallResult'] | null;
  instructionsGiven: boolean | null;
  withinHours: number | null;
  createdAt: Date;
  withdrawnAt: Date | null;
  attention: Schemas['AttentionReason'] | null;
  attentionAt: Date | null;
  acknowledgedAt: Date | null;
}

/** The orientation that carried `o` out, and of which something is left. */
const EXECUTION = `(select c.id from orientation c left join appointment ca on ca.id = c.appointment_id
  where c.executes = o.id and c.withdrawn_at is null and ca.status is distinct from 'cancelled'
  order by c.created_at desc limit 1)`;

/** A doctor's decision of which nothing is booked, or nothing any more. */
const UNBOOKED = `o.decision = 'own' and o.outcome = 'unscheduled-consultation' and o.structure_id is null
  and (o.appointment_start is null or exists
    (select from appointment oa where oa.id = o.appointment_id and oa.status = 'cancelled'))`;

/** The state of an orientation `o`. */
export const STATE = `case when o.withdrawn_at is not null then 'withdrawn'
  when ${EXECUTION} is not null then 'executed'
  when ${UNBOOKED} then 'to-execute'
  when exists (select from appointment oa where oa.id = o.appointment_id and oa.status = 'pending')
    then 'to-confirm'
  else 'done' end`;

/** What waits for a person to have seen it; of one that was taken back, that its appointment stands. */
export const WAITING = `((o.attention is not null and o.acknowledged_at is null and o.withdrawn_at is null)
  or (o.not_cancelled_at is not null and o.not_cancelled_acknowledged_at is null))`;

/** What is told of the two things that may have happened: what waits, else the latest. */
const ATTENTION = `(select * from (values
    (o.attention, o.attention_at, o.acknowledged_at, o.acknowledged_at is null and o.withdrawn_at is null),
    ('not-cancelled', o.not_cancelled_at, o.not_cancelled_acknowledged_at, o.not_cancelled_acknowledged_at is null)
  ) happened (reason, at, seen_at, waits) where at is not null order by waits desc, at desc limit 1)`;

type OrientationRight = 'orientation:read' | 'orientation:execute' | 'orientation:acknowledge';

/**
 * The SQL condition for the orientations `o` that a right reaches as a desk: of places in its territories, of
 * desks of these, or its own.
 */
export function deskOrientations(caller: Caller, right: OrientationRight, bind: Bindings): string {
  if (rolesWith(caller, right, 'everything').length > 0) return 'true';
  const ways: string[] = [];
  const territories = territoriesWith(caller, right);
  if (territories.length > 0) {
    const theirs = `any(${bind.add(territories)}::text[])`;
    ways.push(`o.territory_id = ${theirs}`, `o.desk_territory_id = ${theirs}`);
  }
  if (rolesWith(caller, right, 'self').length > 0) {
    ways.push(`o.made_by = ${bind.add(caller.identity.subject)}`);
  }
  return anyOf(ways);
}

/**
 * The SQL condition for the orientations `o` that go to a practice of the caller's. Each way follows an index of
 * its own and they are found first, as an array: a practice's few are read without everybody's, also beside
 * another condition.
 */
export function practiceOrientations(caller: Caller, bind: Bindings): string {
  const right = 'orientation:read';
  const ways: string[] = [];
  const schedules = schedulesWithin(caller, right, 'near', bind);
  if (schedules !== 'false') {
    ways.push(`select po.id from schedule near join appointment na on na.schedule_id = near.id
      join orientation po on po.appointment_id = na.id where ${schedules}`);
  }
  const { structures = [] } = caller.identity;
  if (structures.length > 0 && rolesWith(caller, right, 'own').includes('structure-manager')) {
    ways.push(`select po.id from structure ps join orientation po on po.structure_id = ps.id
      where ps.national_id = any(${bind.add(structures)}::text[])`);
  }
  return ways.length === 0 ? 'false' : `o.id = any(array(${ways.join(' union ')}))`;
}

const anyOf = (ways: readonly string[]) => (ways.length === 0 ? 'false' : `(${ways.join(' or ')})`);

/** What a read of `orientation o` selects. @param desk the condition under which the caller is the desk. */
export function selectOrientations(caller: Caller, desk: string, bind: Bindings): string {
  return `select o.id, ${STATE} as state, o.outcome, o.form, o.category, o.decision,
    o.decided_role as "decidedRole", o.decided_at as "decidedAt",
    coalesce(o.executes, o.protocol_id) as "decidedIn", pr.version as "protocolVersion",
    pr.title as "protocolTitle", o.assessed_by as "assessedBy", o.role, ${EXECUTION} as "executedIn",
    o.made_by = ${bind.add(caller.identity.subject)} as mine, ${desk} as desk, o.case_ref as "caseRef",
    o.insee, o.place_label as "placeLabel", o.territory_id as territory, o.time_zone as zone,
    o.appointment_id as "appointmentId", o.appointment_start as "appointmentStart",
    ${entityColumns.structure('rs')} as recipient, o.triggered_at as "triggeredAt",
    o.own_doctor as "ownDoctor", o.own_doctor_call as "ownDoctorCall",
    o.instructions_given as "instructionsGiven", o.within_hours as "withinHours",
    o.created_at as "createdAt", o.withdrawn_at as "withdrawnAt", told.reason as attention,
    told.at as "attentionAt", told.seen_at as "acknowledgedAt"
  from orientation o left join protocol pr on pr.id = o.protocol_id
  left join structure rs on rs.id = o.structure_id left join lateral ${ATTENTION} told on true`;
}

/** The orientation as its reader gets it: a practice without the dispatch program's case. */
export function toOrientation(row: OrientationRow, appointment: Appointment | null): Orientation {
  const { zone } = row;
  const at = (instant: Date | null) => (instant === null ? null : formatInstant(instant, zone));
  return {
    id: row.id,
    state: row.state,
    outcome: row.outcome,
    form: row.form,
    hub: hubCodes(row.outcome, row.form, row.category),
    category: row.category,
    decision: {
      kind: row.decision,
      role: row.decidedRole,
      decidedAt: at(row.decidedAt),
      id: row.decidedIn,
      version: row.protocolVersion,
      title: row.protocolTitle,
      assessedBy: row.assessedBy,
    },
    executedBy: { role: row.role },
    executedIn: row.executedIn,
    mine: row.mine,
    caseRef: row.desk ? row.caseRef : null,
    place: { insee: row.insee, label: row.placeLabel },
    territory: row.territory,
    appointmentId: row.appointmentId,
    reference: appointment?.reference ?? null,
    appointment,
    firstStart: at(row.appointmentStart),
    recipient: row.recipient,
    followUp: appointment === null ? null : followUpOf(appointment, row.appointmentStart),
    triggeredAt: at(row.triggeredAt),
    ownDoctor: row.ownDoctor === null ? null : { said: row.ownDoctor, call: row.ownDoctorCall },
    instructionsGiven: row.instructionsGiven,
    withinHours: row.withinHours,
    created: formatInstant(row.createdAt, zone),
    withdrawnAt: at(row.withdrawnAt),
    attention:
      row.attention === null || row.attentionAt === null
        ? null
        : {
            reason: row.attention,
            at: formatInstant(row.attentionAt, zone),
            acknowledgedAt: at(row.acknowledgedAt),
          },
  };
}

/** What became of an appointment. @param start when it began as it was made. */
export function followUpOf(
  { status, slot }: Pick<Appointment, 'status' | 'slot'>,
  start: Date | null,
): Schemas['FollowUp'] {
  if (status === 'fulfilled') return 'honoured';
  if (status !== 'booked') return status;
  const moved = start !== null && Date.parse(slot.start) !== start.getTime();
  return moved ? 'moved' : 'booked';
}
