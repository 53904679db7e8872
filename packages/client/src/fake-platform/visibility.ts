import { contract } from '../generated/contract.ts';
import { type Caller, rolesWith } from './callers.ts';
import { notFound } from './problem.ts';
import type { ScheduleRecord, SlotRecord, World } from './world.ts';

/** The codes of slots that a caller sees in one way. */
function codesWith({ identity }: Caller, scope: string): string[] {
  return identity.roles.flatMap((role) =>
    Object.entries(contract.slots[role] ?? {}).flatMap(([code, reach]) =>
      reach === scope ? [code] : [],
    ),
  );
}

/** Whether an agenda is the caller's in some of its roles. */
function isOwn({ identity }: Caller, roles: readonly string[], schedule: ScheduleRecord): boolean {
  const { nationalIds = [], structures = [], editor } = identity;
  const is = (role: string) => roles.includes(role);
  const practitioner = schedule.practitioner?.nationalId ?? '';
  const vendor = editor === undefined || identity.roles.includes('editor');
  if ((is('practitioner') || is('delegate')) && nationalIds.includes(practitioner)) {
    return vendor || schedule.editor === editor;
  }
  if (is('structure-manager') && structures.includes(schedule.structure?.nationalId ?? '')) {
    return true;
  }
  return is('editor') && editor !== undefined && schedule.editor === editor;
}

/** Whether a right reaches the agenda. */
export function reaches(caller: Caller, right: string, schedule: ScheduleRecord): boolean {
  if (rolesWith(caller, right, 'everything').length > 0) return true;
  return isOwn(caller, rolesWith(caller, right, 'own'), schedule);
}

/** Whether the caller may know of a slot. */
export function sees(caller: Caller, slot: SlotRecord, schedule: ScheduleRecord): boolean {
  const carries = (codes: readonly string[]) =>
    slot.visibility.some((code) => codes.includes(code));
  const displayed = slot.publicDisplay && schedule.publicDisplay;
  if (displayed && carries(codesWith(caller, 'displayed'))) return true;
  if (caller.kind !== 'professional') return false;
  if (carries(codesWith(caller, 'every'))) return true;
  const communities = caller.identity.communities ?? [];
  if (
    carries(codesWith(caller, 'own-community')) &&
    slot.communities.some((community) => communities.includes(community))
  ) {
    return true;
  }
  return isOwn(caller, caller.identity.roles, schedule);
}

/** Whether agendas without free slots are shown to the caller. */
export function showsSchedule(caller: Caller, schedule: ScheduleRecord): boolean {
  if (caller.kind !== 'professional') return schedule.publicDisplay;
  const seesAny = ['every', 'displayed'].some((scope) => codesWith(caller, scope).length > 0);
  return seesAny || reaches(caller, 'availability:read', schedule);
}

/** An agenda that the caller manages. @throws {Refusal} 404. */
export function scheduleOf(
  { schedules }: World,
  caller: Caller,
  id: string,
  right: 'agenda:read' | 'agenda:write' = 'agenda:read',
): ScheduleRecord {
  const schedule = schedules.get(id);
  if (schedule && reaches(caller, right, schedule)) return schedule;
  throw notFound('schedule');
}
