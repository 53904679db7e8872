import type { RawDelivery } from '@sas-kit/connector/hub';
import { HUB_ID, LARGEST_MESSAGE, parseHubMessage, type ReceivedMessage } from '@sas-kit/fhir/hub';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, type Sql, sqlFailure } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { type Progress, progressOfError, progressOfReference, supersedes } from './progress.ts';

/** Pauses until a database that fails is asked again. */
const PAUSE_MS = 500;

/** Longest id that is kept, characters: theirs are an id of the Hub and a UUID. */
const LONGEST_ID = 300;
/** Largest number of an error; the Hub's have three digits. */
const LARGEST_CODE = 9_999;

/** What no repetition makes storable: data that no column takes (22), more than a limit allows (54). */
const UNSTORABLE = ['22', '54'];

/** What an answer says of which message. */
interface Word {
  distributionId: string;
  /** Of the message that it is about. */
  about: string;
  senderId: string;
  progress: Progress;
}

/**
 * Takes an acknowledgement or an error in: once, however often it comes, and on the disk before the
 * broker may forget it. One that can never be taken in is given back for good: it holds up no other.
 *
 * @param gone aborted when the broker will send it again anyway.
 * @param refused is told why one is given back: `unreadable`, or the state of SQL.
 */
export async function receiveAnswer(
  database: Database,
  clientId: string,
  delivery: RawDelivery,
  gone: AbortSignal,
  refused: (reason: string) => void,
): Promise<'ack' | 'nack' | null> {
  const giveBack = (reason: string) => {
    refused(reason);
    return 'nack' as const;
  };
  const word = readWord(delivery);
  if (word === null) return giveBack('unreadable');
  while (!gone.aborted) {
    try {
      await database.transaction((sql) => takeIn(sql, clientId, word));
      return 'ack';
    } catch (error) {
      const state = sqlFailure(error)?.state ?? '';
      if (UNSTORABLE.some((each) => state.startsWith(each))) return giveBack(state);
      await wait(PAUSE_MS, undefined, { signal: gone }).catch(() => undefined);
    }
  }
  return null;
}

function readWord({ body }: RawDelivery): Word | null {
  if (body.byteLength > LARGEST_MESSAGE) return null;
  const { message } = parseHubMessage(Buffer.from(body).toString());
  if (message === null) return null;
  const said = saidBy(message);
  if (said === null) return null;
  const { code } = said.progress;
  if (code !== null && (!Number.isInteger(code) || code < 0 || code > LARGEST_CODE)) return null;
  if (!isKeepable(message.distributionID)) return null;
  return { distributionId: message.distributionID, senderId: message.senderID, ...said };
}

/** Whether a text of somebody else is one that PostgreSQL keeps and finds by an index. */
const isKeepable = (text: string) => text.length <= LONGEST_ID && !text.includes('\0');

function saidBy(message: ReceivedMessage): Pick<Word, 'about' | 'progress'> | null {
  if (message.useCase === 'reference') {
    const { reference } = message;
    return { about: reference.distributionID, progress: progressOfReference(reference) };
  }
  if (message.useCase !== 'error') return null;
  const { referencedDistributionID: about, errorCode } = message.error;
  return { about, progress: progressOfError(errorCode.statusCode) };
}

async function takeIn(sql: Sql, clientId: string, word: Word): Promise<void> {
  const fresh = await sql.query(
    `insert into hub_received (distribution_id) values ($1) on conflict do nothing
     returning 1 as one`,
    [word.distributionId],
  );
  const id = word.about.slice(clientId.length + 1);
  if (fresh.length === 0 || word.about !== `${clientId}_${id}` || !isId(id)) return;
  await advance(sql, id, word.progress, (recipient) =>
    [recipient, ...(word.progress.state === 'acknowledged' ? [] : [HUB_ID])].includes(
      word.senderId,
    ),
  );
}

/**
 * Notes how far a message is, where that counts more than what is known.
 *
 * @param may whether who says so may, by the recipient of the message.
 */
export async function advance(
  sql: Sql,
  id: string,
  progress: Progress,
  may: (recipient: string) => boolean = () => true,
): Promise<void> {
  const rows = await sql.query<Progress & { recipient: string } & Record<string, unknown>>(
    'select recipient, state, step, code from transmission where id = $1 for update',
    [id],
  );
  const [known] = rows;
  if (known === undefined || !may(known.recipient) || !supersedes(progress, known)) return;
  await sql.query(
    `update transmission set state = $2, step = coalesce($3, step), code = $4, rule = null,
       state_at = sas_now() where id = $1`,
    [id, progress.state, progress.step, progress.code],
  );
}
