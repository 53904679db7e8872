import { readOperationOutcome } from '@sas-kit/fhir';
import type { Database } from '../../database/database.ts';
import { type OutboxKind, UndeliverableError } from '../../outbox/kind.ts';
import type { Asking } from '../asking/asking.ts';
import { type Editor, editorById } from '../editors/editors.ts';
import { EditorFault } from '../asking/fault.ts';
import { isPassing, jsonOf } from '../asking/read-answer.ts';
import type { Received } from '../asking/receive.ts';
import { isSame, practitionerOf, type RegulatorFacts } from './editor-account.ts';

/** Of what an editor says of its refusal, characters. */
const LONGEST_REASON = 300;

/** The editor did not take it this time. */
class NotTakenError extends Error {
  override readonly name = 'NotTakenError';
}

interface Row extends Record<string, unknown> {
  wanted: RegulatorFacts;
  taken: RegulatorFacts | null;
}

/** Tells one editor of one regulator: what is wanted at that moment, whatever the row was written for. */
export function sendKind(database: Database, asking: Pick<Asking, 'put'>): OutboxKind {
  return {
    perLane: 2,
    leaseSeconds: 90,
    async deliver({ lane: editorId, payload }, signal) {
      const { account } = payload as { account: string };
      const row = await readRow(database, editorId, account);
      if (row === null || isSame(row.wanted, row.taken)) return;
      const editor = await editorById(database, editorId);
      // Once it is on again, it is looked at anew.
      if (editor === null || !editor.enabled || !editor.takesRegulators) return;
      const fault = await send(asking, editor, row.wanted, signal);
      if (fault === null) return noteTaken(database, editorId, account, row.wanted);
      await noteFailure(database, editorId, account, fault.reason);
      throw fault.lasting ? new UndeliverableError(fault.reason) : new NotTakenError(fault.reason);
    },
  };
}

interface SendFault {
  reason: string;
  /** Whether no repetition will help. */
  lasting: boolean;
}

/** Null where the editor took it. */
async function send(
  asking: Pick<Asking, 'put'>,
  editor: Editor,
  wanted: RegulatorFacts,
  signal: AbortSignal,
): Promise<SendFault | null> {
  const written = practitionerOf(wanted);
  if ('missing' in written) return { reason: written.missing, lasting: true };
  const path = `/Practitioner?identifier=${encodeURIComponent(written.criterion)}`;
  try {
    const received = await asking.put(editor, path, written.body, signal);
    const { status } = received;
    if (status < 300) return null;
    return { reason: saidBy(received), lasting: !isPassing(status) };
  } catch (error) {
    if (!(error instanceof EditorFault)) throw error;
    return { reason: error.message, lasting: false };
  }
}

/** `HTTP 422: …`, in the editor's own words where it has any. */
function saidBy({ status, body }: Received): string {
  const issues = readOperationOutcome(jsonOf(body)) ?? [];
  const text = issues.map((issue) => issue.text).join('; ');
  const line = text.replaceAll(/[\s\p{C}]+/gu, ' ').slice(0, LONGEST_REASON);
  return line === '' ? `HTTP ${status}` : `HTTP ${status}: ${line}`;
}

async function readRow(database: Database, editorId: string, account: string): Promise<Row | null> {
  const rows = await database.query<Row>(
    'select wanted, taken from editor_account where editor_id = $1 and account_id = $2',
    [editorId, account],
  );
  return rows[0] ?? null;
}

/** Of an account that is no more nothing is kept, once the editor knows it. */
async function noteTaken(
  database: Database,
  editorId: string,
  account: string,
  taken: RegulatorFacts,
): Promise<void> {
  const key = [editorId, account];
  const gone = taken.active
    ? []
    : await database.query(
        `delete from editor_account where editor_id = $1 and account_id = $2
           and not exists (select from account where id = $2) returning 1 as one`,
        key,
      );
  if (gone.length > 0) return;
  await database.query(
    `update editor_account set taken = $3, failure = null, since = sas_now()
     where editor_id = $1 and account_id = $2`,
    [...key, JSON.stringify(taken)],
  );
}

async function noteFailure(
  database: Database,
  editorId: string,
  account: string,
  failure: string,
): Promise<void> {
  await database.query(
    `update editor_account set failure = $3, since = sas_now()
     where editor_id = $1 and account_id = $2`,
    [editorId, account, failure],
  );
}
