import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { hasten, readStates, type RowState } from '../outbox/rows.ts';
import { readWebhook } from './endpoints.ts';
import { makeEvent, sendDelivery } from './event-maker.ts';
import { WEBHOOK_ZONE, type WebhookRow } from './webhook-row.ts';

type Delivery = components['schemas']['WebhookDelivery'];
type Attempt = components['schemas']['WebhookAttempt'];

interface DeliveryRow extends Record<string, unknown> {
  id: string;
  eventId: string;
  type: string;
  subject: string;
  sequence: number;
  createdAt: Date;
  /** As text, exact to the microsecond: for cursors. */
  created: string;
  outboxId: number;
  attempts: { at: string; status: number | null; ms: number; failure: Attempt['failure'] }[];
}

const SELECT = `select d.id, d.event_id as "eventId", e.type, e.subject, e.sequence,
  d.created_at as "createdAt", d.created_at::text as created, d.outbox_id as "outboxId",
  (select coalesce(jsonb_agg(jsonb_build_object('at', a.at, 'status', a.status, 'ms', a.ms,
     'failure', a.failure) order by a.at), '[]') from webhook_attempt a
   where a.delivery_id = d.id) as attempts
  from webhook_delivery d join webhook_event e on e.id = d.event_id`;

/** How the outbox says it, and how the contract does. */
const OUTBOX_STATES = { waiting: 'waiting', delivered: 'delivered', failed: 'dead' } as const;

/** What was sent to an endpoint, and sending it again. */
export class Deliveries {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. @throws {ProblemError} 404. */
  async list(
    caller: Caller,
    webhookId: string,
    query: { state?: Delivery['state']; limit: number; cursor?: string },
  ): Promise<Page<Delivery>> {
    await readWebhook(this.#database, caller, webhookId, 'webhook:read');
    const [created, id] =
      query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, ['instant', 'string']);
    const rows = await this.#database.query<DeliveryRow>(
      `${SELECT} left join outbox o on o.id = d.outbox_id
       where d.webhook_id = $1 and ($2::text is null or coalesce(o.state, 'dead') = $2)
         and ($3::timestamptz is null or (d.created_at, d.id::text) < ($3, $4::text))
       order by d.created_at desc, d.id::text desc limit $5`,
      [
        webhookId,
        query.state === undefined ? null : OUTBOX_STATES[query.state],
        created,
        id,
        query.limit + 1,
      ],
    );
    const states = await readStates(
      this.#database,
      rows.map(({ outboxId }) => outboxId),
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.created, row.id],
      (row) => toDelivery(row, states.get(row.outboxId)),
    );
  }

  /** Sends a `webhook.test` event. @throws {ProblemError} 404, 409 where the endpoint is off. */
  async test(caller: Caller, webhookId: string): Promise<Delivery> {
    return this.#sent(async (sql) => {
      checkActive(await readWebhook(sql, caller, webhookId, 'webhook:write'));
      const now = await sql.query<{ now: Date }>('select sas_now() as now');
      const made = await makeEvent(
        sql,
        {
          type: 'webhook.test',
          subject: webhookId,
          data: {},
          at: now[0]!.now,
          zone: WEBHOOK_ZONE,
          source: null,
        },
        [webhookId],
      );
      return made[0]!;
    });
  }

  /** Sends an event again, or at once where it waits. @throws {ProblemError} 404, 409. */
  async redeliver(caller: Caller, webhookId: string, id: string): Promise<Delivery> {
    return this.#sent(async (sql) => {
      const webhook = await readWebhook(sql, caller, webhookId, 'webhook:write');
      const rows = isId(id)
        ? await sql.query<{ outboxId: number; subject: string }>(
            `select d.outbox_id as "outboxId", e.subject from webhook_delivery d
             join webhook_event e on e.id = d.event_id
             where d.webhook_id = $1 and d.id = $2 for update of d`,
            [webhookId, id],
          )
        : [];
      if (rows[0] === undefined) throw notFound('delivery');
      checkActive(webhook);
      const { outboxId, subject } = rows[0];
      if (!(await hasten(sql, outboxId))) {
        await sendDelivery(sql, { id, webhook: webhookId, subject });
      }
      return id;
    });
  }

  /** Does what puts a delivery into the outbox, and answers the delivery. */
  async #sent(work: (sql: Sql) => Promise<string>): Promise<Delivery> {
    return this.#database.transaction(async (sql) => {
      const rows = await sql.query<DeliveryRow>(`${SELECT} where d.id = $1`, [await work(sql)]);
      const row = rows[0]!;
      return toDelivery(row, (await readStates(sql, [row.outboxId])).get(row.outboxId));
    });
  }
}

/** @throws {ProblemError} 409: nothing is sent to what is switched off. */
function checkActive({ status }: WebhookRow): void {
  if (status === 'active') return;
  throw new ProblemError('invalid-transition', `The endpoint is ${status}: make it active first.`);
}

function toDelivery(row: DeliveryRow, state: RowState | undefined): Delivery {
  const { id, eventId, type, subject, sequence } = row;
  const at = (instant: Date) => formatInstant(instant, WEBHOOK_ZONE);
  const dueAt = state?.dueAt ?? null;
  return {
    id,
    eventId,
    type,
    subject,
    sequence,
    created: at(row.createdAt),
    state: state === undefined || state.state === 'dead' ? 'failed' : state.state,
    attempts: row.attempts.map((attempt) => ({ ...attempt, at: at(new Date(attempt.at)) })),
    nextAttempt: dueAt === null ? null : at(dueAt),
  };
}
