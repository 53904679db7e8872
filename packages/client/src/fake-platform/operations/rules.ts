import { civilTime } from '@sas-kit/regime';
import { materialise } from '../agenda.ts';
import type { Schemas } from '../contract.ts';
import { created, type Handlers, noContent, ok } from '../handler.ts';
import { createOnce } from '../idempotency.ts';
import { offerOf } from '../offer.ts';
import { pageOf } from '../pages.ts';
import { bodyRefusal, notFound, Refusal } from '../problem.ts';
import { checkMatch, requireMatch, tagged } from '../versions.ts';
import { scheduleOf } from '../visibility.ts';
import { LIMITS, type RuleRecord, type ScheduleRecord, type World } from '../world.ts';

type Request = Schemas['RuleRequest'];

/** @throws {Refusal} 404. */
function ruleOf({ rules }: World, { id }: ScheduleRecord, ruleId: string): RuleRecord {
  const rule = rules.get(ruleId);
  if (rule && !rule.ended && rule.scheduleId === id) return rule;
  throw notFound('rule');
}

const answerOf = ({ id, facts }: RuleRecord): Schemas['Rule'] => ({ id, ...facts });

function checkTimes({ startTime, endTime, slotMinutes, validFrom, validUntil }: Request): void {
  if (endTime <= startTime) {
    throw bodyRefusal('end-before-start', '/endTime', 'endTime is not after startTime');
  }
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  if (minutes(endTime) - minutes(startTime) < slotMinutes) {
    const detail = 'no slot of this length fits between the two times';
    throw bodyRefusal('out-of-range', '/slotMinutes', detail);
  }
  if (validFrom !== undefined && validUntil != null && validUntil < validFrom) {
    throw bodyRefusal('end-before-start', '/validUntil', 'validUntil is before validFrom');
  }
}

function factsOf(request: Request, validFrom: string): RuleRecord['facts'] {
  const { days, startTime, endTime, slotMinutes } = request;
  return {
    days: [...new Set(days)],
    startTime,
    endTime,
    slotMinutes,
    validFrom: request.validFrom ?? validFrom,
    validUntil: request.validUntil ?? null,
    intervalWeeks: request.intervalWeeks ?? 1,
    exceptDates: [...(request.exceptDates ?? [])].sort(),
    skipHolidays: request.skipHolidays ?? false,
    ...offerOf(request),
  };
}

/** Adds a weekly rule; its slots come when the agenda is materialised. @throws {Refusal} 400 beyond 60 rules. */
export function addRule(world: World, schedule: ScheduleRecord, request: Request): string {
  const standing = [...world.rules.values()].filter(
    (rule) => rule.scheduleId === schedule.id && !rule.ended,
  );
  if (standing.length >= LIMITS.rules) {
    throw new Refusal('out-of-range', `An agenda has at most ${LIMITS.rules} weekly rules.`);
  }
  const today = civilTime(world.now(), schedule.location.timeZone).date;
  const id = world.newId();
  world.rules.set(id, {
    id,
    scheduleId: schedule.id,
    created: world.now(),
    facts: factsOf(request, today),
    ended: false,
    version: 1,
  });
  return id;
}

type Operations = 'listRules' | 'createRule' | 'getRule' | 'updateRule' | 'deleteRule';

export const rules: Pick<Handlers, Operations> = {
  listRules({ world, caller, path, query }) {
    const schedule = scheduleOf(world, caller, path.scheduleId);
    const order = [...world.rules.keys()];
    const found = [...world.rules.values()].filter(
      (rule) => rule.scheduleId === schedule.id && !rule.ended,
    );
    return ok(pageOf('rules', found, query, ({ id }) => [order.indexOf(id)], answerOf));
  },

  createRule({ world, caller, path, body, header }) {
    checkTimes(body);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const rule = createOnce(
      world,
      caller,
      header['Idempotency-Key'],
      ['createRule', path, body],
      () => {
        const id = addRule(world, schedule, body);
        materialise(world, schedule);
        return id;
      },
      (id) => (world.rules.get(id)?.ended === true ? undefined : world.rules.get(id)),
    );
    const location = `/v1/schedules/${schedule.id}/rules/${rule.id}`;
    return created(location, answerOf(rule), tagged(rule));
  },

  getRule({ world, caller, path }) {
    const rule = ruleOf(world, scheduleOf(world, caller, path.scheduleId), path.ruleId);
    return ok(answerOf(rule), tagged(rule));
  },

  updateRule({ world, caller, path, body, header }) {
    requireMatch(header['If-Match']);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const rule = ruleOf(world, schedule, path.ruleId);
    checkMatch(header['If-Match'], rule);
    const { validFrom } = rule.facts;
    checkTimes({ ...body, validFrom: body.validFrom ?? validFrom });
    rule.facts = factsOf(body, validFrom);
    rule.version += 1;
    materialise(world, schedule);
    return ok(answerOf(rule), tagged(rule));
  },

  deleteRule({ world, caller, path, header }) {
    requireMatch(header['If-Match']);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const rule = ruleOf(world, schedule, path.ruleId);
    checkMatch(header['If-Match'], rule);
    rule.ended = true;
    materialise(world, schedule);
    return noContent;
  },
};
