import type { RefusedMessage } from '@sas-kit/connector/hub-stand-in';
import { HUB_ID, parseHubMessage, type ParsedHubMessage } from '@sas-kit/fhir/hub';

/** A queue of the platform in which something came. */
export type Queue = 'message' | 'ack' | 'info';

/** A message that reached the platform. */
export interface Received {
  readonly kind: 'received';
  readonly queue: Queue;
  /** `distribution` for what the Hub passed on. */
  readonly exchange: string;
  readonly text: string;
  readonly read: ParsedHubMessage;
}

/** A message of the program that the Hub refused. */
export interface Bounced {
  readonly kind: 'bounced';
  readonly refused: RefusedMessage;
}

/** What a platform sees of a dispatch program, in the order in which it came. */
export type HubEvent = Received | Bounced;

/** What came of a message that was sent to the program. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly step: string | null }
  /** RS-ERROR, or an RC-REF that says so. */
  | { readonly kind: 'refused'; readonly statusCode: number | null; readonly cause: string }
  /** Rejected without a word: the Hub tells its sender (500). */
  | { readonly kind: 'dead' }
  /** The program answered, and the Hub did not let it through. */
  | { readonly kind: 'bounced'; readonly refused: RefusedMessage }
  | { readonly kind: 'silent' };

/** distributionID of the message that an answer is about; null when it is none. */
export function aboutOf({ message }: ParsedHubMessage): string | null {
  if (message?.useCase === 'reference') return message.reference.distributionID;
  return message?.useCase === 'error' ? message.error.referencedDistributionID : null;
}

/**
 * What came of a message; null while nothing final did. An error goes before an acknowledgement.
 *
 * @param receiptIsFinal whether the program says no more than RECU.
 */
export function outcomeOf(
  events: readonly HubEvent[],
  id: string,
  receiptIsFinal: boolean,
): Outcome | null {
  const own = events.flatMap((event) => outcomeIn(event, id, receiptIsFinal) ?? []);
  return own.find(({ kind }) => kind !== 'acknowledged') ?? own[0] ?? null;
}

function outcomeIn(event: HubEvent, id: string, receiptIsFinal: boolean): Outcome | null {
  if (event.kind === 'bounced') {
    const about = aboutOf(parseHubMessage(event.refused.text));
    // What cannot be read may be about anything.
    return about === null || about === id ? event : null;
  }
  const { message, senderID } = event.read;
  if (aboutOf(event.read) !== id) return null;
  if (message?.useCase === 'error') {
    if (senderID === HUB_ID) return { kind: 'dead' };
    const { errorCode, errorCause } = message.error;
    return { kind: 'refused', statusCode: errorCode.statusCode, cause: errorCause ?? '' };
  }
  if (message?.useCase !== 'reference') return null;
  const { step = null, refused } = message.reference;
  if (refused === true || step === 'ERREUR')
    return { kind: 'refused', statusCode: null, cause: `RC-REF ${step ?? 'refused'}` };
  return step === 'RECU' && !receiptIsFinal ? null : { kind: 'acknowledged', step };
}
