import type { Sql } from '../database/database.ts';
import type { Caller, Identity } from '../identity/caller.ts';
import { Bindings, schedulesWithin } from '../identity/visibility.ts';
import type { WebhookTopic } from './webhook-row.ts';

/** Who stands behind the names of programs, as they are registered now. */
export type Identities = ReadonlyMap<string, Identity>;

/** An agenda, as far as events name it, and who may be told of it. */
export interface ToldSchedule {
  ref: string | null;
  /** IANA zone of its place. */
  zone: string;
  /** Endpoints that may see it, by what they want to be told. */
  webhooks: readonly { id: string; events: readonly WebhookTopic[] }[];
}

interface ActiveWebhook extends Record<string, unknown> {
  id: string;
  owner: string;
  events: WebhookTopic[];
  /** Its owner is a person who is still an administrator; null where it is a program. */
  administrator: boolean | null;
}

/** Active endpoints of an agenda: of owners who are still known and may read it now. Null without one. */
export async function subscribersOf(
  sql: Sql,
  identities: Identities,
  scheduleId: string,
): Promise<ToldSchedule | null> {
  const active = await sql.query<ActiveWebhook>(
    `select w.id, w.owner, w.events, case when w.account_id is not null then exists (
       select from account a join account_role r on r.account_id = a.id
       where a.id = w.account_id and a.status = 'active' and r.role = 'administrator')
       end as administrator from webhook w where w.status = 'active'`,
  );
  const readers = new Map<string, Caller>();
  for (const webhook of active) {
    const identity = identityOf(webhook, identities);
    if (identity !== null) readers.set(readerOf(webhook), callerOf(identity));
  }
  if (readers.size === 0) return null;
  const bind = new Bindings();
  const id = bind.add(scheduleId);
  const seen = [...readers.values()].map((caller) =>
    schedulesWithin(caller, 'agenda:read', 'sch', bind),
  );
  const rows = await sql.query<{ ref: string | null; zone: string; seen: boolean[] }>(
    `select sch.ref, l.time_zone as zone, array[${seen.join(', ')}] as seen
     from schedule sch join location l on l.id = sch.location_id where sch.id = ${id}`,
    bind.values,
  );
  const [schedule] = rows;
  if (schedule === undefined) return null;
  const told = new Set([...readers.keys()].filter((_, index) => schedule.seen[index] === true));
  const webhooks = active.filter((webhook) => told.has(readerOf(webhook)));
  return webhooks.length === 0 ? null : { ref: schedule.ref, zone: schedule.zone, webhooks };
}

/** Endpoints of one owner see the same; a person and a program may have the same name. */
function readerOf({ owner, administrator }: ActiveWebhook): string {
  return `${administrator === null ? 'program' : 'person'} ${owner}`;
}

/** Who the owner is now; null for a program that is not registered any more, or a person without the role. */
function identityOf(
  { owner, administrator }: ActiveWebhook,
  identities: Identities,
): Identity | null {
  if (administrator === null) return identities.get(owner) ?? null;
  return administrator ? { subject: owner, roles: ['administrator'] } : null;
}

function callerOf(identity: Identity): Caller {
  return { kind: 'professional', scope: 'webhook', identity, fromOrigin: false };
}

/** Ids of the endpoints that want to be told of an event. */
export function wanting({ webhooks }: ToldSchedule, type: string): string[] {
  return webhooks
    .filter(({ events }) => events.some((topic) => topic === '*' || topic === type))
    .map(({ id }) => id);
}
