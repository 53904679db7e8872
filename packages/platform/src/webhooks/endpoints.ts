import type { Secrets } from '../booking/secrets.ts';
import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type Right, rolesWith } from '../identity/rights.ts';
import { Bindings } from '../identity/visibility.ts';
import { addressRefusal, type AddressPolicy } from './address.ts';
import { toWebhook, type Webhook, WEBHOOK_COLUMNS, type WebhookRow } from './webhook-row.ts';
import { renewSecret, signingSecrets } from './webhook-secrets.ts';

type Schemas = components['schemas'];

/** More than anybody needs; each event is looked at for each of them. */
const MAX_WEBHOOKS = 20;

/** Everything of an endpoint but its secret. */
const SELECT = `select ${WEBHOOK_COLUMNS} from webhook w`;

/** The SQL condition for the endpoints that a right reaches: all, or those of the caller's software. */
export function reachableWebhooks(caller: Caller, right: Right, bind: Bindings): string {
  if (rolesWith(caller, right, 'everything').length > 0) return 'true';
  const { editor } = caller.identity;
  if (editor === undefined || rolesWith(caller, right, 'own').length === 0) return 'false';
  return `w.editor = ${bind.add(editor)}`;
}

/** @throws {ProblemError} 404 for an endpoint that does not exist or is not the caller's. */
export async function readWebhook(
  sql: Sql,
  caller: Caller,
  id: string,
  right: Right,
  lock = '',
): Promise<WebhookRow> {
  const bind = new Bindings();
  const rows = isId(id)
    ? await sql.query<WebhookRow>(
        `${SELECT} where w.id = ${bind.add(id)} and ${reachableWebhooks(caller, right, bind)} ${lock}`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('webhook');
  return rows[0];
}

/** Addresses to which events are sent. */
export class Webhooks {
  readonly #database: Database;
  readonly #secrets: Secrets;
  readonly #policy: AddressPolicy;

  constructor(database: Database, secrets: Secrets, policy: AddressPolicy) {
    this.#database = database;
    this.#secrets = secrets;
    this.#policy = policy;
  }

  /** Oldest first. */
  async list(caller: Caller, query: { limit: number; cursor?: string }): Promise<Page<Webhook>> {
    const bind = new Bindings();
    const conditions = [reachableWebhooks(caller, 'webhook:read', bind)];
    if (query.cursor !== undefined) {
      const [created, id] = decodeCursor(query.cursor, ['instant', 'string']);
      conditions.push(
        `(w.created_at, w.id::text) > (${bind.add(created)}::timestamptz, ${bind.add(id)})`,
      );
    }
    const rows = await this.#database.query<WebhookRow & { created: string }>(
      `select ${WEBHOOK_COLUMNS}, w.created_at::text as created from webhook w
       where ${conditions.join(' and ')}
       order by w.created_at, w.id::text limit ${bind.add(query.limit + 1)}`,
      bind.values,
    );
    return toPage(rows, query.limit, (row) => [row.created, row.id], toWebhook);
  }

  /** @throws {ProblemError} 404. */
  async get(caller: Caller, id: string): Promise<Versioned<Webhook>> {
    return versioned(await readWebhook(this.#database, caller, id, 'webhook:read'));
  }

  /** @throws {ProblemError} 403, 409 `too-many-webhooks`, 422 `address-refused`. */
  async create(
    caller: Caller,
    request: Schemas['WebhookRequest'],
    creation: IdempotentCreation,
  ): Promise<Versioned<Schemas['NewWebhook']>> {
    this.#checkAddress(request.url);
    const { subject, editor, account } = caller.identity;
    const all = rolesWith(caller, 'webhook:write', 'everything').length > 0;
    // Without a name it would share the endpoints of administrators.
    if (!all && editor === undefined) {
      throw new ProblemError(
        'forbidden',
        'This program is not registered with the name of its software.',
      );
    }
    const made = await createOnce(this.#database, creation, async (sql) => {
      // Two at once are counted one after the other.
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 18))', [subject]);
      const standing = await sql.query('select 1 as one from webhook where owner = $1', [subject]);
      if (standing.length >= MAX_WEBHOOKS) throw new ProblemError('too-many-webhooks');
      const rows = await sql.query<{ id: string }>(
        `insert into webhook (owner, editor, account_id, url, events, description, created_at)
         values ($1, $2, $3, $4, $5, $6, sas_now()) returning id`,
        [
          subject,
          all ? null : editor,
          account ?? null,
          request.url,
          request.events,
          request.description ?? null,
        ],
      );
      await renewSecret(sql, this.#secrets, rows[0]!.id);
      return rows[0]!.id;
    });
    return readMade(made, (id) => this.#withSecret(caller, id));
  }

  /** @throws {ProblemError} 404, 412, 422 `address-refused`, 428. */
  async update(
    caller: Caller,
    id: string,
    changes: Schemas['WebhookUpdate'],
    ifMatch: string | undefined,
  ): Promise<Versioned<Webhook>> {
    requiredVersion(ifMatch);
    if (changes.url !== undefined) this.#checkAddress(changes.url);
    return this.#database.transaction(async (sql) => {
      const before = await readWebhook(sql, caller, id, 'webhook:write', 'for update');
      checkVersion(ifMatch, before.version);
      const status = changes.status ?? before.status;
      await sql.query(
        `update webhook set url = $2, events = $3, description = $4, status = $5,
           disabled_reason = case when $5 = 'disabled' then disabled_reason end,
           disabled_at = case when $5 = 'disabled' then disabled_at end,
           failing_since = case when $6 then null else failing_since end,
           version = version + 1 where id = $1`,
        [
          id,
          changes.url ?? before.url,
          changes.events ?? before.events,
          changes.description ?? before.description,
          status,
          changes.url !== undefined || status !== before.status,
        ],
      );
      return versioned(await readWebhook(sql, caller, id, 'webhook:write'));
    });
  }

  /** @throws {ProblemError} 404, 412, 428. */
  async remove(caller: Caller, id: string, ifMatch: string | undefined): Promise<void> {
    requiredVersion(ifMatch);
    await this.#database.transaction(async (sql) => {
      const before = await readWebhook(sql, caller, id, 'webhook:write', 'for update');
      checkVersion(ifMatch, before.version);
      await sql.query('delete from webhook where id = $1', [id]);
    });
  }

  /** Another secret; the one before signs for a day more. @throws {ProblemError} 404. */
  async rotate(caller: Caller, id: string): Promise<Versioned<Schemas['NewWebhook']>> {
    await this.#database.transaction(async (sql) => {
      await readWebhook(sql, caller, id, 'webhook:write', 'for update');
      await renewSecret(sql, this.#secrets, id);
      await sql.query('update webhook set version = version + 1 where id = $1', [id]);
    });
    return this.#withSecret(caller, id);
  }

  async #withSecret(caller: Caller, id: string): Promise<Versioned<Schemas['NewWebhook']>> {
    const row = await readWebhook(this.#database, caller, id, 'webhook:write');
    const [secret] = await signingSecrets(this.#database, this.#secrets, id);
    return { resource: { ...toWebhook(row), secret: secret! }, version: row.version };
  }

  #checkAddress(url: string): void {
    const reason = addressRefusal(url, this.#policy);
    // Without the address: it may carry a password, and problems end up in logs.
    if (reason !== null) throw bodyProblem('address-refused', '/url', `The address: ${reason}.`);
  }
}

function versioned(row: WebhookRow): Versioned<Webhook> {
  return { resource: toWebhook(row), version: row.version };
}
