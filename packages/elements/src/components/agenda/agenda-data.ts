import type {
  Absence,
  AgendaFeed,
  AgendaSlot,
  Appointment,
  Rule,
  SasClient,
  Schedule,
  Structure,
} from '@sas-kit/client';
import { eachItem } from '@sas-kit/client/pages';
import { responseInfo } from '@sas-kit/client/response-info';
import { isNotFound } from '@sas-kit/client/errors';
import { warn } from '../../base/warn.ts';
import { localToInstant } from '../../format/instants.ts';
import { addDays } from '../../format/week.ts';

/** The resources that the agenda calls. */
export type AgendaClient = Pick<
  SasClient,
  'schedules' | 'rules' | 'slots' | 'absences' | 'appointments' | 'structures'
>;

/** One week of an agenda. */
export interface Week {
  scheduleId: string;
  /** `2026-11-23` */
  monday: string;
  slots: readonly AgendaSlot[];
  /** References of the appointments by slot; undefined where they could not be read. */
  references: ReadonlyMap<string, readonly string[]> | undefined;
  /** Why they could not. */
  error?: unknown;
}

/** What makes and withdraws slots. */
export interface Planning {
  rules: readonly Rule[];
  absences: readonly Absence[];
}

/** Appointments that keep their place in a slot. */
const standing = ['pending', 'booked', 'fulfilled', 'noshow'] satisfies Appointment['status'][];
const limit = 100;

async function everyItem<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/**
 * The agendas to choose from: the first hundred that the caller manages, and the wanted one, which an
 * administrator may have beyond them.
 */
export async function readSchedules(
  api: AgendaClient,
  wanted: string,
  signal: AbortSignal,
): Promise<readonly Schedule[]> {
  const { items } = await api.schedules.list({ limit }, { signal });
  if (wanted === '' || items.some(({ id }) => id === wanted)) return items;
  return [await api.schedules.get(wanted, { signal }), ...items];
}

/** Every slot of a window, at most 62 days long. */
export function readSlots(
  api: AgendaClient,
  scheduleId: string,
  window: { from: string; to: string },
  signal?: AbortSignal,
): Promise<AgendaSlot[]> {
  return everyItem(
    eachItem((query) => api.slots.list(scheduleId, query, { signal }), { ...window, limit }),
  );
}

/** The slots of a week, Monday to Sunday by the clocks of the place, with their references. */
export async function readWeek(
  api: AgendaClient,
  { id: scheduleId, location }: Schedule,
  monday: string,
  signal: AbortSignal,
): Promise<Week> {
  const midnight = (date: string) => localToInstant(date, '00:00', location.timeZone);
  const window = { from: midnight(monday), to: midnight(addDays(monday, 7)) };
  const appointments = readReferences(api, { ...window, scheduleId }, signal).then(
    (references) => ({ references }),
    (error: unknown) => ({ references: undefined, error }),
  );
  const slots = await readSlots(api, scheduleId, window, signal);
  return { scheduleId, monday, slots, ...(await appointments) };
}

/** Every appointment of an agenda that keeps its place and starts in a window. */
export function readAppointments(
  api: AgendaClient,
  window: { scheduleId: string; from: string; to: string },
  signal?: AbortSignal,
): Promise<Appointment[]> {
  const query = { ...window, limit, status: standing };
  return everyItem(
    eachItem((page: typeof query) => api.appointments.list(page, { signal }), query),
  );
}

async function readReferences(
  api: AgendaClient,
  window: { scheduleId: string; from: string; to: string },
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const references = new Map<string, string[]>();
  for (const { reference, slot } of await readAppointments(api, window, signal)) {
    references.set(slot.id, [...(references.get(slot.id) ?? []), reference]);
  }
  return references;
}

/** The weekly rules, and the absences that are not over. */
export async function readPlanning(
  api: AgendaClient,
  { id }: Schedule,
  signal: AbortSignal,
): Promise<Planning> {
  const [rules, absences] = await Promise.all([
    everyItem(eachItem((query) => api.rules.list(id, query, { signal }), { limit })),
    everyItem(eachItem((query) => api.absences.list(id, query, { signal }), { limit })),
  ]);
  return { rules, absences };
}

/** The private feed of an agenda, where it has one. */
export async function readFeed(
  api: AgendaClient,
  { id }: Schedule,
  signal: AbortSignal,
): Promise<{ feed: AgendaFeed | undefined }> {
  try {
    return { feed: await api.schedules.feed(id, { signal }) };
  } catch (error) {
    if (isNotFound(error)) return { feed: undefined };
    throw error;
  }
}

/** The communities (CPTS) that a slot can be kept for: those that have a national id. */
export async function readCommunities(
  api: AgendaClient,
  signal: AbortSignal,
): Promise<readonly Structure[]> {
  const query = { kind: 'cpts', limit } as const;
  const all = await everyItem(
    eachItem((page: typeof query) => api.structures.list(page, { signal }), query),
  );
  return all.filter(({ nationalId }) => nationalId !== null);
}

/** It is not any more what the reader saw. The code is the platform's for the same thing. */
export class ChangedError extends Error {
  override readonly name = 'ChangedError';
  readonly code: 'precondition-failed' | 'slot-booked';

  constructor(code: ChangedError['code'] = 'precondition-failed') {
    super(code);
    this.code = code;
  }
}

/** Version of something just read, for `ifMatch`. */
export function versionOf(item: object): string {
  const etag = responseInfo(item)?.etag;
  if (etag == null) {
    warn('<sas-agenda> cannot edit: `client` comes from another copy of @sas-kit/client.');
  }
  return etag ?? '';
}

/** Reads something again before it is removed: lists carry no versions. Gone already is removed too. */
async function removeFresh<T extends object>(
  read: Promise<T>,
  check: (fresh: T) => void,
  remove: (ifMatch: string) => Promise<void>,
): Promise<void> {
  try {
    const fresh = await read;
    check(fresh);
    await remove(versionOf(fresh));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** Withdraws a free slot that is still as the reader sees it. */
export function removeSlot(api: AgendaClient, scheduleId: string, seen: AgendaSlot): Promise<void> {
  return removeFresh(
    api.slots.get(scheduleId, seen.id),
    ({ booked, held, start, end }) => {
      if (booked > 0 || held > 0) throw new ChangedError('slot-booked');
      if (start !== seen.start || end !== seen.end) throw new ChangedError();
    },
    (ifMatch) => api.slots.remove(scheduleId, seen.id, { ifMatch }),
  );
}

/** Ends an absence that is still as the reader sees it. */
export function removeAbsence(api: AgendaClient, scheduleId: string, seen: Absence): Promise<void> {
  return removeFresh(
    api.absences.get(scheduleId, seen.id),
    ({ from, to }) => {
      if (from !== seen.from || to !== seen.to) throw new ChangedError();
    },
    (ifMatch) => api.absences.remove(scheduleId, seen.id, { ifMatch }),
  );
}

/** Ends a rule that is still as the reader sees it. */
export function removeRule(api: AgendaClient, scheduleId: string, seen: Rule): Promise<void> {
  return removeFresh(
    api.rules.get(scheduleId, seen.id),
    (fresh) => {
      if (JSON.stringify(fresh) !== JSON.stringify(seen)) throw new ChangedError();
    },
    (ifMatch) => api.rules.remove(scheduleId, seen.id, { ifMatch }),
  );
}

/** Changes whether web visitors may see public slots of the agenda. */
export async function setPublicDisplay(
  api: AgendaClient,
  seen: Schedule,
  publicDisplay: boolean,
): Promise<Schedule> {
  const fresh = await api.schedules.get(seen.id);
  if (fresh.publicDisplay !== seen.publicDisplay) throw new ChangedError();
  return api.schedules.update(seen.id, { publicDisplay }, { ifMatch: versionOf(fresh) });
}
