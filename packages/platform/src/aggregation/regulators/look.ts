import type { Database, Sql } from '../../database/database.ts';
import type { OutboxKind } from '../../outbox/kind.ts';
import { enqueue, readStates } from '../../outbox/rows.ts';
import { isSame, practitionerOf, REGULATOR_KIND, type RegulatorFacts } from './editor-account.ts';

/** Whoever books with vendors for a regulation. */
const ROLES = ['regulator', 'emergency-regulator', 'unscheduled-care-operator', 'call-taker'];

interface Known extends Record<string, unknown> {
  editorId: string;
  wanted: RegulatorFacts;
  taken: RegulatorFacts | null;
  outboxId: number | null;
}

/**
 * Looks at an account that signed in or changed, and notes for each editor what it is to have of it: an
 * account comes and changes when its person signs in, and goes at once. An editor that has it so, or is to
 * be told so already, is told nothing.
 *
 * Source: guide, INT_R02.
 */
export function lookKind(database: Database): OutboxKind {
  return {
    perLane: 2,
    leaseSeconds: 30,
    async deliver({ payload }) {
      const { account, signsIn } = payload as { account: string; signsIn: boolean };
      await database.transaction(async (sql) => {
        const facts = await readRegulator(sql, account);
        const known = await readKnown(sql, account);
        for (const editorId of await editorsTaking(sql)) {
          const before = known.get(editorId) ?? null;
          const wanted = wantedOf(facts, before, signsIn);
          if (wanted !== null) await note(sql, { editorId, account, wanted, before });
        }
      });
    },
  };
}

/** Null where an editor is to be told nothing. */
function wantedOf(
  facts: RegulatorFacts | null,
  before: Known | null,
  signsIn: boolean,
): RegulatorFacts | null {
  if (facts?.active === true) return signsIn ? facts : null;
  return before === null ? null : { ...before.wanted, active: false };
}

interface Noted {
  editorId: string;
  account: string;
  wanted: RegulatorFacts;
  before: Known | null;
}

async function note(sql: Sql, { editorId, account, wanted, before }: Noted): Promise<void> {
  if (before !== null && isSame(before.wanted, wanted) && (await isTold(sql, before))) return;
  if (!wanted.active && before?.taken === null && before.outboxId === null) {
    return forget(sql, editorId, account);
  }
  const written = practitionerOf(wanted);
  const failure = 'missing' in written ? written.missing : null;
  const subject = account;
  const outboxId =
    failure === null
      ? await enqueue(sql, { kind: REGULATOR_KIND, lane: editorId, subject, payload: { account } })
      : null;
  await sql.query(
    `insert into editor_account (editor_id, account_id, wanted, outbox_id, failure)
     values ($1, $2, $3, $4, $5)
     on conflict (editor_id, account_id) do update set wanted = excluded.wanted,
       outbox_id = excluded.outbox_id, failure = excluded.failure, since = sas_now()`,
    [editorId, account, JSON.stringify(wanted), outboxId, failure],
  );
}

/** It was never told of this account: there is nothing to take back. */
async function forget(sql: Sql, editorId: string, account: string): Promise<void> {
  await sql.query('delete from editor_account where editor_id = $1 and account_id = $2', [
    editorId,
    account,
  ]);
}

/** Whether it arrived or still will; one that was given up is sent again when there is a reason. */
async function isTold(sql: Sql, { wanted, taken, outboxId }: Known): Promise<boolean> {
  if (isSame(wanted, taken)) return true;
  if (outboxId === null) return false;
  return (await readStates(sql, [outboxId])).get(outboxId)?.state === 'waiting';
}

async function readKnown(sql: Sql, account: string): Promise<Map<string, Known>> {
  const rows = await sql.query<Known>(
    `select editor_id as "editorId", wanted, taken, outbox_id as "outboxId" from editor_account
     where account_id = $1 order by editor_id for update`,
    [account],
  );
  return new Map(rows.map((row) => [row.editorId, row]));
}

/** Null where there is no such account any more. */
async function readRegulator(sql: Sql, account: string): Promise<RegulatorFacts | null> {
  const rows = await sql.query<RegulatorFacts & Record<string, unknown>>(
    `select a.national_id as "nationalId", a.family, a.given, a.email,
       a.status = 'active' and exists (select from account_role r
         where r.account_id = a.id and r.role = any($2::text[])) as active
     from account a where a.id = $1`,
    [account, ROLES],
  );
  return rows[0] ?? null;
}

async function editorsTaking(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    'select id from editor where enabled and takes_regulators order by id',
  );
  return rows.map(({ id }) => id);
}
