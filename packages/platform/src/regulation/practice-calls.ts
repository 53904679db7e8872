import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { formatInstant } from '../http/instants.ts';
import { bodyProblem, notFound } from '../http/problem.ts';
import type { Caller, Role } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { rolesNearest } from '../identity/visibility.ts';
import { checkCase, missing } from './decisions.ts';

type Schemas = components['schemas'];
type PracticeCall = Schemas['PracticeCall'];
type Request = Schemas['PracticeCallRequest'];

interface CallRow extends Record<string, unknown>, Omit<PracticeCall, 'calledBy' | 'created'> {
  role: Role;
  createdAt: Date;
  zone: string;
}

const COLUMNS = `c.id, c.schedule_id as "scheduleId", c.structure_id as "structureId",
  c.practitioner_id as "practitionerId", c.purpose, c.result, c.case_ref as "caseRef", c.role,
  c.created_at as "createdAt", c.time_zone as zone`;

function toCall({ role, createdAt, zone, ...call }: CallRow): PracticeCall {
  return { ...call, calledBy: { role }, created: formatInstant(createdAt, zone) };
}

/** Whom a call went to, and where that is. */
const CALLED = {
  scheduleId: `select sch.id, l.territory_id as territory, l.time_zone as zone from schedule sch
    join location l on l.id = sch.location_id where sch.id = $1`,
  structureId: `select st.id, l.territory_id as territory, coalesce(l.time_zone, 'Europe/Paris') as zone
    from structure st left join schedule sch on sch.structure_id = st.id
    left join location l on l.id = sch.location_id where st.id = $1 order by sch.created_at limit 1`,
  practitionerId: `select p.id, l.territory_id as territory, coalesce(l.time_zone, 'Europe/Paris') as zone
    from practitioner p left join schedule sch on sch.practitioner_id = p.id
    left join location l on l.id = sch.location_id where p.id = $1 order by sch.created_at limit 1`,
} as const;

interface Called extends Record<string, unknown> {
  id: string;
  territory: string | null;
  zone: string;
}

/** The one whom the request names. @throws {ProblemError} 400, 422 `unknown-location`. */
async function readCalled(sql: Sql, request: Request): Promise<Called> {
  const names = (['scheduleId', 'structureId', 'practitionerId'] as const).filter(
    (name) => request[name] !== undefined,
  );
  const [name, another] = names;
  if (name === undefined) throw missing('/scheduleId');
  if (another !== undefined) {
    throw bodyProblem('invalid-value', `/${another}`, 'One of the three: who was called.');
  }
  const id = request[name]!;
  const rows = isId(id) ? await sql.query<Called>(CALLED[name], [id]) : [];
  if (rows[0] !== undefined) return rows[0];
  throw bodyProblem('unknown-location', `/${name}`, 'Nobody of this id is known.');
}

/** Notes the result of a call that a person made. @throws {ProblemError} 400, 422. */
export async function createCall(
  database: Database,
  caller: Caller,
  request: Request,
  creation: IdempotentCreation,
): Promise<PracticeCall> {
  checkCase(request.caseRef);
  const made = await createOnce(database, creation, async (sql) => {
    const { territory, zone } = await readCalled(sql, request);
    const rows = await sql.query<{ id: string }>(
      `insert into practice_call (schedule_id, structure_id, practitioner_id, territory_id, time_zone,
         purpose, result, case_ref, called_by, role, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, sas_now()) returning id`,
      [
        request.scheduleId ?? null,
        request.structureId ?? null,
        request.practitionerId ?? null,
        territory,
        zone,
        request.purpose,
        request.result,
        request.caseRef ?? null,
        caller.identity.subject,
        rolesNearest(caller, rolesWith(caller, 'practice-call:create', 'self'), territory)[0],
      ],
    );
    return rows[0]!.id;
  });
  return readMade(made, (id) => getCall(database, caller, id));
}

/** One's own call. @throws {ProblemError} 404. */
export async function getCall(sql: Sql, caller: Caller, id: string): Promise<PracticeCall> {
  const rows = isId(id)
    ? await sql.query<CallRow>(
        `select ${COLUMNS} from practice_call c where c.id = $1 and c.called_by = $2`,
        [id, caller.identity.subject],
      )
    : [];
  if (rows[0] === undefined) throw notFound('call');
  return toCall(rows[0]);
}

/** What somebody was called for, as an orientation needs it. */
export interface WantedCall {
  purposes: readonly Schemas['CallPurpose'][];
  /** Of the agenda, or of its practitioner. */
  scheduleId?: string;
  structureId?: string;
}

/**
 * The caller's own call of the last hour in which the practice said yes, for one orientation.
 *
 * @throws {ProblemError} 422 `call-not-accepted`.
 */
export async function acceptedCall(
  sql: Sql,
  caller: Caller,
  pointer: string,
  callId: string,
  { purposes, scheduleId, structureId }: WantedCall,
): Promise<string> {
  // Its row first: whoever comes second sees what was made of it meanwhile.
  if (isId(callId)) {
    await sql.query('select 1 from practice_call where id = $1 for update', [callId]);
  }
  const rows = isId(callId)
    ? await sql.query<{ id: string }>(
        `select c.id from practice_call c where c.id = $1 and c.called_by = $2 and c.result = 'accepted'
           and c.created_at > sas_now() - interval '1 hour' and c.purpose = any($3::text[])
           and ($4::uuid is null or c.schedule_id = $4
             or c.practitioner_id = (select practitioner_id from schedule where id = $4))
           and ($5::uuid is null or c.structure_id = $5)
           and not exists (select from orientation o where o.call_id = c.id and o.withdrawn_at is null)`,
        [callId, caller.identity.subject, purposes, scheduleId ?? null, structureId ?? null],
      )
    : [];
  if (rows[0] !== undefined) return rows[0].id;
  const detail =
    'A call of yours to this practice, accepted within the last hour and not used yet.';
  throw bodyProblem('call-not-accepted', pointer, detail);
}
