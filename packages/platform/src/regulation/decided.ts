import { databaseNow, type Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { communeOf } from '../directory/places.ts';
import { territoryOf } from '../directory/territory-records.ts';
import type { components } from '../generated/platform.ts';
import { instantMember } from '../http/instants.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller, Role } from '../identity/caller.ts';
import { Bindings, territoriesOf } from '../identity/visibility.ts';
import {
  checkDelay,
  checkProtocol,
  checkRecent,
  doctorOf,
  missing,
  statedDecision,
} from './decisions.ts';
import { deskOrientations, type Orientation, STATE } from './orientation-row.ts';
import { protocolFacts } from './protocol-reader.ts';

type Schemas = components['schemas'];
type Request = Schemas['OrientationRequest'];

/** Where the person is, and whose territory that is. */
interface Place {
  insee: string;
  label: string;
  territory: string | null;
  zone: string;
}

/** Who decided, and what comes with a decision that was recorded before. */
export interface Decided {
  role: Schemas['DoctorRole'] | null;
  at: Date | null;
  executes: string | null;
  protocolId: string | null;
  place: Place;
  /** Territory of the desk that decided it, where that is not the place's. */
  desk: string | null;
  caseRef: string | null;
  form: Schemas['OutcomeForm'] | null;
  ownDoctor: Schemas['OwnDoctor'] | null;
  withinHours: number | null;
  triggeredAt: Date | null;
}

/**
 * Reads who decided, and checks that it may be carried out so by this role.
 *
 * @throws {ProblemError} 400, 403 `medical-decision`, 404, 409 `invalid-transition`, 422.
 */
export async function decide(
  sql: Sql,
  caller: Caller,
  role: Role,
  request: Request,
): Promise<Decided> {
  const { decision, outcome } = request;
  if (decision.kind === 'orientation') return carriedOut(sql, caller, request);
  const now = await databaseNow(sql);
  const place = readPlace(request.insee);
  const decided: Decided = {
    role: doctorOf(decision.kind, role),
    at: decision.kind === 'own' ? now : null,
    executes: null,
    protocolId: null,
    place,
    desk: null,
    caseRef: request.caseRef ?? null,
    form: request.form ?? null,
    ownDoctor: request.ownDoctor ?? null,
    withinHours: request.withinHours ?? null,
    triggeredAt: readTriggered(request.triggeredAt, now),
  };
  if (decision.kind === 'dispatch-case') {
    const stated = statedDecision(request, instantMember, now);
    return { ...decided, role: stated.role, at: stated.decidedAt };
  }
  if (decision.kind === 'own') return decided;
  const { territory } = place;
  // Of a territory in which the caller has no such role, there is none for it.
  const works = territory !== null && territoriesOf(caller, role).includes(territory);
  const protocol = works ? await protocolFacts(sql, decision.id) : null;
  checkProtocol(protocol, { version: decision.version, territory, role, outcome });
  if (protocol.purpose === 'redirection' && decision.assessedBy === undefined) {
    throw missing('/decision/assessedBy');
  }
  return { ...decided, protocolId: protocol.id };
}

/**
 * The territory in which the caller would act: of the place; of the desk whose decision is carried out, where
 * they work there and not at the place. Null where none is known, or none is named.
 */
export async function territoryInQuestion(
  sql: Sql,
  caller: Caller,
  roles: readonly Role[],
  { decision, insee }: Pick<Request, 'decision' | 'insee'>,
): Promise<string | null> {
  if (decision.kind === 'orientation') {
    const rows = isId(decision.id ?? '')
      ? await sql.query<{ place: string | null; desk: string | null }>(
          'select territory_id as place, desk_territory_id as desk from orientation where id = $1',
          [decision.id],
        )
      : [];
    const { place = null, desk = null } = rows[0] ?? {};
    const worksIn = (territory: string | null) =>
      territory !== null && roles.some((role) => territoriesOf(caller, role).includes(territory));
    return !worksIn(place) && worksIn(desk) ? desk : place;
  }
  const commune = insee === undefined ? null : communeOf(insee);
  return commune === null ? null : territoryOf(commune);
}

/** @throws {ProblemError} 400 `out-of-range`. */
function readTriggered(text: string | undefined, now: Date): Date | null {
  if (text === undefined) return null;
  const at = instantMember('/triggeredAt', text);
  checkRecent('/triggeredAt', at, now);
  return at;
}

/** @throws {ProblemError} 422 `unknown-place`; 400 where it is missing. */
function readPlace(insee: string | undefined): Place {
  if (insee === undefined) throw missing('/insee');
  const commune = communeOf(insee);
  if (commune === null) {
    throw bodyProblem('unknown-place', '/insee', `${insee} is no known commune`);
  }
  const { label, timeZone } = commune;
  return { insee, label, territory: territoryOf(commune), zone: timeZone };
}

interface DecisionRow extends Record<string, unknown> {
  state: Orientation['state'];
  outcome: Schemas['Outcome'];
  form: Schemas['OutcomeForm'] | null;
  role: Schemas['DoctorRole'];
  at: Date;
  caseRef: string | null;
  withinHours: number | null;
  said: Schemas['OwnDoctor']['said'] | null;
  call: Schemas['CallResult'] | null;
  insee: string;
  label: string;
  territory: string | null;
  desk: string | null;
  zone: string;
}

/**
 * A doctor's decision that is recorded here and waits, with its place and its case: whoever carries it out
 * changes neither.
 *
 * @throws {ProblemError} 404, 409 `invalid-transition`, 403 `medical-decision` for another form.
 */
async function carriedOut(sql: Sql, caller: Caller, request: Request): Promise<Decided> {
  const { decision, form, insee, caseRef } = request;
  const id = decision.id ?? '';
  if (decision.id === undefined) throw missing('/decision/id');
  if (isId(id)) await sql.query('select 1 from orientation where id = $1 for update', [id]);
  const bind = new Bindings();
  const desk = deskOrientations(caller, 'orientation:execute', bind);
  const rows = isId(id)
    ? await sql.query<DecisionRow>(
        `select ${STATE} as state, o.outcome, o.form, o.decided_role as role, o.decided_at as at,
           o.case_ref as "caseRef", o.within_hours as "withinHours", o.own_doctor as said,
           o.own_doctor_call as call, o.insee, o.place_label as label, o.territory_id as territory,
           o.desk_territory_id as desk, o.time_zone as zone
         from orientation o where o.id = ${bind.add(id)} and ${desk}`,
        bind.values,
      )
    : [];
  const found = rows[0];
  if (found === undefined) throw notFound('orientation');
  if (found.state !== 'to-execute') {
    throw new ProblemError('invalid-transition', `It is ${found.state}: nothing waits to be done.`);
  }
  if (found.outcome !== request.outcome || found.form !== (form ?? null)) {
    const decided = [found.outcome, found.form].filter((each) => each !== null).join(', ');
    throw new ProblemError('medical-decision', `The doctor decided: ${decided}.`);
  }
  checkDelay(found, request.withinHours, await databaseNow(sql));
  const differs = (pointer: string) =>
    bodyProblem('invalid-value', pointer, 'The decision says something else.');
  if (insee !== undefined && insee !== found.insee) throw differs('/insee');
  if (caseRef !== undefined && caseRef !== found.caseRef && found.caseRef !== null) {
    throw differs('/caseRef');
  }
  const { label, territory, desk: decidedBy, zone, said, call } = found;
  return {
    role: found.role,
    at: found.at,
    executes: id,
    protocolId: null,
    place: { insee: found.insee, label, territory, zone },
    desk: decidedBy,
    caseRef: found.caseRef ?? caseRef ?? null,
    form: found.form,
    ownDoctor: request.ownDoctor ?? (said === null ? null : { said, call }),
    withinHours: request.withinHours ?? found.withinHours,
    triggeredAt: null,
  };
}
