import { replan } from '../agenda.ts';
import type { Schemas } from '../contract.ts';
import { created, type Handlers, noContent, ok } from '../handler.ts';
import { createOnce } from '../idempotency.ts';
import { readPeriod } from '../instants.ts';
import { pageOf } from '../pages.ts';
import { notFound } from '../problem.ts';
import { checkMatch, requireMatch, tagged } from '../versions.ts';
import { scheduleOf } from '../visibility.ts';
import { type AbsenceRecord, instant, overlap, type ScheduleRecord, type World } from '../world.ts';

/** @throws {Refusal} 404. */
function absenceOf({ absences }: World, { id }: ScheduleRecord, absenceId: string): AbsenceRecord {
  const absence = absences.get(absenceId);
  if (absence?.scheduleId === id) return absence;
  throw notFound('absence');
}

function answerOf(
  { slots }: World,
  { id, location: { timeZone } }: ScheduleRecord,
  absence: AbsenceRecord,
): Schemas['Absence'] {
  const booked = [...slots.values()].filter(
    (slot) => slot.scheduleId === id && slot.booked > 0 && overlap(slot, absence),
  );
  return {
    id: absence.id,
    from: instant(absence.start, timeZone),
    to: instant(absence.end, timeZone),
    bookedSlots: booked.length,
  };
}

const periodOf = ({ from, to }: Schemas['AbsenceRequest']) =>
  readPeriod(from, to, ['/from', '/to']);

type Operations =
  'listAbsences' | 'createAbsence' | 'getAbsence' | 'updateAbsence' | 'deleteAbsence';

export const absences: Pick<Handlers, Operations> = {
  listAbsences({ world, caller, path, query }) {
    const schedule = scheduleOf(world, caller, path.scheduleId);
    const found = [...world.absences.values()].filter(
      ({ scheduleId, end }) => scheduleId === schedule.id && end > world.now(),
    );
    const keyOf = ({ start, id }: AbsenceRecord) => [start, id];
    const toItem = (absence: AbsenceRecord) => answerOf(world, schedule, absence);
    return ok(pageOf('absences', found, query, keyOf, toItem));
  },

  createAbsence({ world, caller, path, body, header }) {
    const period = periodOf(body);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const create = (): string => {
      const id = world.newId();
      world.absences.set(id, { id, scheduleId: schedule.id, ...period, version: 1 });
      replan(world, schedule);
      return id;
    };
    const key = header['Idempotency-Key'];
    const request = ['createAbsence', path, body];
    const read = (id: string) => world.absences.get(id);
    const absence = createOnce(world, caller, key, request, create, read);
    const location = `/v1/schedules/${schedule.id}/absences/${absence.id}`;
    return created(location, answerOf(world, schedule, absence), tagged(absence));
  },

  getAbsence({ world, caller, path }) {
    const schedule = scheduleOf(world, caller, path.scheduleId);
    const absence = absenceOf(world, schedule, path.absenceId);
    return ok(answerOf(world, schedule, absence), tagged(absence));
  },

  updateAbsence({ world, caller, path, body, header }) {
    requireMatch(header['If-Match']);
    const period = periodOf(body);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const absence = absenceOf(world, schedule, path.absenceId);
    checkMatch(header['If-Match'], absence);
    Object.assign(absence, period, { version: absence.version + 1 });
    replan(world, schedule);
    return ok(answerOf(world, schedule, absence), tagged(absence));
  },

  deleteAbsence({ world, caller, path, header }) {
    requireMatch(header['If-Match']);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    checkMatch(header['If-Match'], absenceOf(world, schedule, path.absenceId));
    world.absences.delete(path.absenceId);
    replan(world, schedule);
    return noContent;
  },
};
