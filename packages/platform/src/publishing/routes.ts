import type { Database } from '../database/database.ts';
import { entityTag, type Versioned } from '../http/etag.ts';
import { created, document, type Handlers, noContent, notModified, ok } from '../http/handler.ts';
import type { IdempotentCreation } from '../http/idempotency.ts';
import type { Caller } from '../identity/caller.ts';
import { Absences } from './absences.ts';
import { Feeds } from './feeds.ts';
import { Rules } from './rules.ts';
import { Schedules } from './schedules.ts';
import { AgendaSlots } from './slots.ts';

type PublishingOperation =
  | `${'list' | 'create' | 'get' | 'update'}Schedule`
  | 'listSchedules'
  | 'listRules'
  | 'listSlots'
  | 'listAbsences'
  | 'replaceSlots'
  | `${'get' | 'renew' | 'revoke' | 'read'}AgendaFeed`
  | `${'create' | 'get' | 'update' | 'delete'}${'Rule' | 'Slot' | 'Absence'}`;

/** What an idempotency key stands for: this caller, this operation, this path and body. */
function creation(
  operation: string,
  call: { caller: Caller; header: { 'Idempotency-Key'?: string }; path: object; body: unknown },
): IdempotentCreation {
  return {
    scope: call.caller.scope,
    key: call.header['Idempotency-Key'],
    request: [operation, call.path, call.body],
  };
}

const tagged = ({ version }: Versioned<unknown>) => ({ etag: entityTag(version) });
const answer = <T>(found: Versioned<T>) => ok(found.resource, tagged(found));

/** @param platformUrl where the platform is reached, once it listens. */
export function publishingRoutes(
  database: Database,
  horizonDays: number,
  platformUrl: () => string,
): Handlers<Exclude<PublishingOperation, 'listSchedule'>> {
  const schedules = new Schedules(database, horizonDays);
  const rules = new Rules(database, horizonDays);
  const slots = new AgendaSlots(database);
  const absences = new Absences(database, horizonDays);
  const feeds = new Feeds(database, platformUrl);
  return {
    listSchedules: async ({ caller, query }) =>
      ok(await schedules.list(caller, { ...query, limit: query.limit ?? 20 })),
    createSchedule: async (call) => {
      const made = await schedules.create(call.caller, call.body, creation('createSchedule', call));
      return created(`/v1/schedules/${made.resource.id}`, made.resource, tagged(made));
    },
    getSchedule: async ({ caller, path }) => answer(await schedules.get(caller, path.scheduleId)),
    updateSchedule: async ({ caller, path, body, header }) =>
      answer(await schedules.update(caller, path.scheduleId, body, header['If-Match'])),

    listRules: async ({ caller, path, query }) =>
      ok(await rules.list(caller, path.scheduleId, { ...query, limit: query.limit ?? 20 })),
    createRule: async (call) => {
      const { scheduleId } = call.path;
      const made = await rules.create(
        call.caller,
        scheduleId,
        call.body,
        creation('createRule', call),
      );
      return created(
        `/v1/schedules/${scheduleId}/rules/${made.resource.id}`,
        made.resource,
        tagged(made),
      );
    },
    getRule: async ({ caller, path }) =>
      answer(await rules.get(caller, path.scheduleId, path.ruleId)),
    updateRule: async ({ caller, path, body, header }) =>
      answer(await rules.replace(caller, path.scheduleId, path.ruleId, body, header['If-Match'])),
    deleteRule: async ({ caller, path, header }) => {
      await rules.remove(caller, path.scheduleId, path.ruleId, header['If-Match']);
      return noContent();
    },

    listSlots: async ({ caller, path, query }) =>
      ok(await slots.list(caller, path.scheduleId, { ...query, limit: query.limit ?? 100 })),
    createSlot: async (call) => {
      const { scheduleId } = call.path;
      const made = await slots.create(
        call.caller,
        scheduleId,
        call.body,
        creation('createSlot', call),
      );
      return created(
        `/v1/schedules/${scheduleId}/slots/${made.resource.id}`,
        made.resource,
        tagged(made),
      );
    },
    getSlot: async ({ caller, path }) =>
      answer(await slots.get(caller, path.scheduleId, path.slotId)),
    updateSlot: async ({ caller, path, body, header }) =>
      answer(await slots.replace(caller, path.scheduleId, path.slotId, body, header['If-Match'])),
    deleteSlot: async ({ caller, path, header }) => {
      await slots.remove(caller, path.scheduleId, path.slotId, header['If-Match']);
      return noContent();
    },
    replaceSlots: async ({ caller, path, query, body }) =>
      ok(await slots.push(caller, path.scheduleId, query, body.slots)),

    listAbsences: async ({ caller, path, query }) =>
      ok(await absences.list(caller, path.scheduleId, { ...query, limit: query.limit ?? 20 })),
    createAbsence: async (call) => {
      const { scheduleId } = call.path;
      const made = await absences.create(
        call.caller,
        scheduleId,
        call.body,
        creation('createAbsence', call),
      );
      return created(
        `/v1/schedules/${scheduleId}/absences/${made.resource.id}`,
        made.resource,
        tagged(made),
      );
    },
    getAbsence: async ({ caller, path }) =>
      answer(await absences.get(caller, path.scheduleId, path.absenceId)),
    updateAbsence: async ({ caller, path, body, header }) =>
      answer(
        await absences.replace(caller, path.scheduleId, path.absenceId, body, header['If-Match']),
      ),
    deleteAbsence: async ({ caller, path, header }) => {
      await absences.remove(caller, path.scheduleId, path.absenceId, header['If-Match']);
      return noContent();
    },

    getAgendaFeed: async ({ caller, path }) => ok(await feeds.get(caller, path.scheduleId)),
    renewAgendaFeed: async ({ caller, path }) =>
      created(`/v1/schedules/${path.scheduleId}/feed`, await feeds.renew(caller, path.scheduleId)),
    revokeAgendaFeed: async ({ caller, path }) => {
      await feeds.revoke(caller, path.scheduleId);
      return noContent();
    },
    readAgendaFeed: async ({ path, query, header }) => {
      const { text, etag } = await feeds.read(path.token, query.lang ?? 'fr');
      const headers = { etag, 'cache-control': 'private, no-cache' };
      return header['If-None-Match'] === etag
        ? notModified(headers)
        : document(text, 'text/calendar; charset=utf-8', headers);
    },
  };
}
