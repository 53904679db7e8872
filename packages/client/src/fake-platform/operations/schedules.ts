import { type Caller, rolesWith } from '../callers.ts';
import type { Schemas } from '../contract.ts';
import { created, type Handlers, ok } from '../handler.ts';
import { createOnce } from '../idempotency.ts';
import { pageOf } from '../pages.ts';
import { toE164 } from '../phone.ts';
import { practiceOf } from '../practice.ts';
import { bodyRefusal, Refusal } from '../problem.ts';
import { communeOf, isSpecialty, territoryOf } from '../reference.ts';
import { checkMatch, requireMatch, tagged } from '../versions.ts';
import { reaches, scheduleOf } from '../visibility.ts';
import {
  LIMITS,
  type Location,
  type Practitioner,
  type ScheduleRecord,
  type Structure,
  type World,
} from '../world.ts';

type Request = Schemas['ScheduleRequest'];

function answerOf(schedule: ScheduleRecord): Schemas['Schedule'] {
  const { id, ref, practitioner, structure, location } = schedule;
  const { publicDisplay, overbooking, participates, practice } = schedule;
  const { horizonDays } = LIMITS;
  const who = { practitioner, structure, location };
  return { id, ref, ...who, publicDisplay, overbooking, participates, practice, horizonDays };
}

/** What a publisher's `ref`s are unique in. */
function publisherOf({ identity }: Caller): string {
  const { editor, nationalIds, structures, subject } = identity;
  if (editor !== undefined) return `editor:${editor}`;
  return `person:${nationalIds?.[0] ?? structures?.[0] ?? subject}`;
}

/** @throws {Refusal} 403 where a practitioner would publish for somebody else. */
function checkPublishes(caller: Caller, { practitioner, structure }: Request): void {
  const { roles, nationalIds = [], structures = [] } = caller.identity;
  if (roles.includes('administrator') || roles.includes('editor')) return;
  if (practitioner && nationalIds.includes(practitioner.nationalId)) return;
  if (structure?.nationalId !== undefined && structures.includes(structure.nationalId)) return;
  throw new Refusal('forbidden', 'You may open an agenda for yourself only.');
}

/** What another agenda knows already, by what makes it the same. */
function known<T>(world: World, pick: (schedule: ScheduleRecord) => T | null): T | undefined {
  for (const schedule of world.schedules.values()) {
    const found = pick(schedule);
    if (found !== null) return found;
  }
  return undefined;
}

function practitionerOf(world: World, { practitioner }: Request): Practitioner | null {
  if (!practitioner) return null;
  for (const [index, code] of practitioner.specialties.entries()) {
    if (isSpecialty(code)) continue;
    const place = `/practitioner/specialties/${index}`;
    throw bodyRefusal('unknown-specialty', place, `${code} is no known specialty`);
  }
  const { nationalId, family, given = null } = practitioner;
  const before = known(world, (each) =>
    each.practitioner?.nationalId === nationalId ? each.practitioner : null,
  );
  const specialties = [...new Set(practitioner.specialties)];
  return { id: before?.id ?? world.newId(), nationalId, family, given, specialties };
}

function structureOf(world: World, { structure }: Request): Structure | null {
  if (!structure) return null;
  const { nationalId = null, kind, name } = structure;
  const same = (each: Structure) =>
    nationalId === null
      ? each.nationalId === null && each.kind === kind && each.name === name
      : each.nationalId === nationalId;
  const before = known(world, (each) =>
    each.structure && same(each.structure) ? each.structure : null,
  );
  return { id: before?.id ?? world.newId(), nationalId, kind, name };
}

function locationOf(world: World, { location }: Request): Location {
  const commune = communeOf(world, location.insee);
  if (!commune) {
    const detail = `${location.insee} is no known commune`;
    throw bodyRefusal('unknown-place', '/location/insee', detail);
  }
  const { name = null, line, postcode, city, insee, timeZone = 'Europe/Paris' } = location;
  if (!isTimeZone(timeZone)) {
    const detail = 'timeZone is no IANA time zone';
    throw bodyRefusal('unknown-time-zone', '/location/timeZone', detail);
  }
  const phone = location.phone === undefined ? null : toE164(location.phone, '/location/phone');
  const { lat = commune.lat, lon = commune.lon } = location;
  const before = known(world, ({ location: each }) =>
    each.insee === insee && each.line === line && each.lat === lat && each.lon === lon
      ? each
      : null,
  );
  const id = before?.id ?? world.newId();
  return { id, name, line, postcode, city, insee, lat, lon, timeZone, phone };
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** @throws {Refusal} 409 `schedule-exists`, with its id for those who manage it. */
function checkNew(world: World, caller: Caller, made: Omit<ScheduleRecord, 'id'>): void {
  const before = [...world.schedules.values()].find(
    (each) =>
      (made.ref !== null && each.ref === made.ref && each.publisher === made.publisher) ||
      (each.location.id === made.location.id &&
        each.practitioner?.id === made.practitioner?.id &&
        (made.practitioner !== null || each.structure?.id === made.structure?.id)),
  );
  if (!before) return;
  const mine = reaches(caller, 'agenda:write', before);
  const detail = 'This practitioner already has an agenda at this place.';
  const extension = mine ? { scheduleId: before.id } : {};
  throw new Refusal('schedule-exists', detail, { extension });
}

/** Opens an agenda. @throws {Refusal} 403, 409, 422. */
export function openSchedule(world: World, caller: Caller, request: Request): string {
  const practitioner = practitionerOf(world, request);
  const structure = structureOf(world, request);
  const location = locationOf(world, request);
  const made: Omit<ScheduleRecord, 'id'> = {
    created: world.now(),
    publisher: publisherOf(caller),
    editor: caller.identity.editor ?? null,
    ref: request.ref ?? null,
    practitioner,
    structure,
    location,
    territory: territoryOf(world, request.location.insee),
    publicDisplay: request.publicDisplay ?? false,
    overbooking: request.overbooking ?? false,
    participates: request.participates ?? false,
    practice: practiceOf(request.practice),
    version: 1,
  };
  checkNew(world, caller, made);
  const id = world.newId();
  world.schedules.set(id, { id, ...made });
  return id;
}

type Operations = 'listSchedules' | 'createSchedule' | 'getSchedule' | 'updateSchedule';

export const schedules: Pick<Handlers, Operations> = {
  listSchedules({ world, caller, query }) {
    const reached = [...world.schedules.values()].filter(
      (each) =>
        (query.nationalId === undefined || each.practitioner?.nationalId === query.nationalId) &&
        (query.ref === undefined || each.ref === query.ref) &&
        (rolesWith(caller, 'agenda:read', 'everything').length > 0 ||
          reaches(caller, 'agenda:read', each)),
    );
    const order = [...world.schedules.keys()];
    return ok(pageOf('schedules', reached, query, ({ id }) => [order.indexOf(id)], answerOf));
  },

  createSchedule({ world, caller, body, header }) {
    if (body.practitioner === undefined && body.structure === undefined) {
      const detail = 'a practitioner or a structure is required';
      throw bodyRefusal('missing-member', '/practitioner', detail);
    }
    checkPublishes(caller, body);
    const schedule = createOnce(
      world,
      caller,
      header['Idempotency-Key'],
      ['createSchedule', body],
      () => openSchedule(world, caller, body),
      (id) => world.schedules.get(id),
    );
    return created(`/v1/schedules/${schedule.id}`, answerOf(schedule), tagged(schedule));
  },

  getSchedule({ world, caller, path }) {
    const schedule = scheduleOf(world, caller, path.scheduleId);
    return ok(answerOf(schedule), tagged(schedule));
  },

  updateSchedule({ world, caller, path, body, header }) {
    requireMatch(header['If-Match']);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    checkMatch(header['If-Match'], schedule);
    const practice = body.practice === undefined ? schedule.practice : practiceOf(body.practice);
    Object.assign(schedule, body, { practice, version: schedule.version + 1 });
    return ok(answerOf(schedule), tagged(schedule));
  },
};
