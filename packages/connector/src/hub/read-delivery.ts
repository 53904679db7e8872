import { createHash } from 'node:crypto';
import {
  HUB_ID,
  isHubId,
  LARGEST_MESSAGE,
  parseHubMessage,
  type HubEnvelope,
  type HubErrorCode,
  type HubFinding,
  type ReceivedMessage,
} from '@sas-kit/fhir/hub';
import type { HubQueue } from './store.ts';

/** A message as a queue delivers it. */
export interface RawDelivery {
  readonly queue: HubQueue;
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
}

/** A message that can be used. */
export interface UsableDelivery {
  readonly usable: true;
  readonly message: ReceivedMessage;
  readonly findings: readonly HubFinding[];
  readonly text: string;
  /** SHA-256 of what it says, hex. */
  readonly fingerprint: string;
  /** Whether its sender waits for an answer. */
  readonly answerable: boolean;
}

/** A message that cannot be used, and what to answer. */
export interface UnusableDelivery {
  readonly usable: false;
  /** In English, without anything that stands in the message. */
  readonly reason: string;
  readonly statusCode: HubErrorCode;
  /** Who gets the answer, about which message; null where nobody can be answered. */
  readonly answerTo: { readonly sender: string; readonly about: string } | null;
}

/** Longest distributionID that is stored; a sender's id and a UUID take 60. */
const LONGEST_ID = 500;

/**
 * Reads a message from one of the three queues.
 *
 * An acknowledgement or an error is never answered, readable or not: two programs would answer each other
 * for ever.
 *
 * @param clientId the own id: what came from there is not answered either.
 */
export function readDelivery(
  delivery: RawDelivery,
  clientId: string,
): UsableDelivery | UnusableDelivery {
  const { queue, contentType } = delivery;
  const text = textOf(delivery);
  if (text === null) return unusable('not UTF-8, or packed', 102, NOBODY);
  if (isJson(contentType)) return readText(text, queue, clientId);
  const to = answerable(idsInXml(text), queue, clientId);
  return unusable('the content type is not application/json', 101, to);
}

/** Reads the text of a message from one of the three queues. */
export function readText(
  text: string,
  queue: HubQueue,
  clientId: string,
): UsableDelivery | UnusableDelivery {
  const { message, findings, distributionID, senderID } = parseHubMessage(text);
  const to = answerable({ distributionID, senderID }, queue, clientId);
  if (message === null) {
    const noJson = findings.some(({ rule }) => rule === 'json-invalid');
    return unusable(reasonOf(findings), noJson ? 102 : 300, to);
  }
  if (message.distributionID.length > LONGEST_ID)
    return unusable('the distributionID is too long', 300, NOBODY);
  const isAnswer =
    message.useCase === 'reference' ||
    message.useCase === 'error' ||
    message.kind === 'Ack' ||
    message.kind === 'Error';
  return {
    usable: true,
    message,
    findings,
    text,
    fingerprint: fingerprintOf(message, text),
    answerable: to !== null && !isAnswer,
  };
}

/** The errors with their places; findings hold no value of a message. */
function reasonOf(findings: readonly HubFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').slice(0, 5);
  const texts = errors.map(({ place, message }) => `${place || 'message'}: ${message.en}`);
  return texts.join(' ').slice(0, 1000) || 'not a message of the Hub';
}

/** Messages with the same key are handed over one after the other: those about one appointment. */
export function keyOf(message: ReceivedMessage): string {
  if (message.useCase === 'appointment') return `appointment ${message.appointment.appointmentId}`;
  if (message.useCase === 'reference') return `about ${message.reference.distributionID}`;
  if (message.useCase === 'error') return `about ${message.error.referencedDistributionID}`;
  return `message ${message.distributionID}`;
}

/** SHA-256, hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

const NOBODY = null;

interface Ids {
  readonly distributionID: string | null;
  readonly senderID: string | null;
}

function unusable(
  reason: string,
  statusCode: HubErrorCode,
  answerTo: UnusableDelivery['answerTo'],
): UnusableDelivery {
  return { usable: false, reason, statusCode, answerTo };
}

/** Whom to answer about which message; null for nobody. */
function answerable(
  { distributionID, senderID }: Ids,
  queue: HubQueue,
  clientId: string,
): UnusableDelivery['answerTo'] {
  if (distributionID === null || distributionID.length > LONGEST_ID) return null;
  if (senderID === null || !isHubId(senderID) || queue !== 'message') return null;
  if (senderID === clientId || senderID === HUB_ID) return null;
  return { sender: senderID, about: distributionID };
}

function textOf({ body, contentEncoding }: RawDelivery): string | null {
  if (contentEncoding !== null && !/^(identity|utf-?8)?$/i.test(contentEncoding)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** The Hub lets exactly `application/json` and `application/xml` through. */
function isJson(contentType: string | null): boolean {
  return contentType === null || /^application\/json\s*(;|$)/i.test(contentType);
}

/** Ids in a message of the XML form, which the Hub sends to whoever asked for it. */
function idsInXml(text: string): Ids {
  const start = text.slice(0, LARGEST_MESSAGE);
  const id = (name: string) =>
    new RegExp(`<(?:[\\w-]{1,40}:)?${name}>\\s*([^<\\s]{1,${LONGEST_ID}})\\s*<`).exec(start)?.[1] ??
    null;
  return { distributionID: id('distributionID'), senderID: id('senderID') };
}

/** What a message says, without when it was sent: it may be sent again. */
function fingerprintOf(message: ReceivedMessage, text: string): string {
  if (message.useCase === 'appointment') return sha256(JSON.stringify(message.appointment));
  if (message.useCase === 'reference') return sha256(JSON.stringify(message.reference));
  if (message.useCase === 'error') return sha256(JSON.stringify(message.error));
  // Not read, but found by whoever looked for its use case.
  const { content } = JSON.parse(text) as HubEnvelope<Record<string, unknown>>;
  const said = { ...content[0]?.jsonContent.embeddedJsonContent.message };
  delete said['sentAt'];
  return sha256(JSON.stringify(said));
}
