import type { HubReference } from './acknowledgement.ts';
import { LARGEST_MESSAGE } from './addresses.ts';
import type { ReceivedAppointment } from './appointment.ts';
import type { HubErrorReport } from './error-report.ts';
import { hubFinding, type HubFinding } from './findings.ts';
import { readAppointment } from './parse-appointment.ts';
import { openEnvelope, type ReceivedEnvelope } from './parse-envelope.ts';
import { readHeader } from './parse-header.ts';
import { readErrorReport, readReference } from './parse-reports.ts';
import { isObject, objectAt, reportAt, type Reading } from './reading.ts';

/** What a message says. `other`: another of the Hub's many use cases, not read. */
export type ReceivedContent =
  | { readonly useCase: 'appointment'; readonly appointment: ReceivedAppointment }
  | { readonly useCase: 'reference'; readonly reference: HubReference }
  | { readonly useCase: 'error'; readonly error: HubErrorReport }
  | { readonly useCase: 'other' };

/**
 * A message that was read; ask its `useCase`. `sentAt` is the header's, or the envelope's without
 * one.
 */
export type ReceivedMessage = ReceivedEnvelope & { readonly sentAt: string } & ReceivedContent;

/** What came out of reading. */
export interface ParsedHubMessage {
  /** Null when it cannot be used: answer an error (300, or 102 for what is no JSON). */
  readonly message: ReceivedMessage | null;
  /** Id of the message wherever it could be found, to say in that error which one is meant. */
  readonly distributionID: string | null;
  /** Id of its sender, to whom the error goes. */
  readonly senderID: string | null;
  readonly findings: readonly HubFinding[];
}

/**
 * Reads a message from one of the three queues. Never throws: what is tolerated and what is wrong
 * is told by the findings, and what cannot be used has no `message`.
 *
 * @param input The text of the message, at most {@link LARGEST_MESSAGE} long, or what JSON made of
 *   it.
 *
 * Source: EDXL-DE, RC-DE, RS-SAS-RDV, RC-REF and RS-ERROR schemas of SAMU-Hub-Modeles; guide,
 * INT_L02.
 */
export function parseHubMessage(input: unknown): ParsedHubMessage {
  const value = typeof input === 'string' ? parseJson(input) : { json: input };
  if ('rule' in value || !isObject(value.json)) {
    const rule = 'rule' in value ? value.rule : 'type-wrong';
    const text = typeof input === 'string' ? input.slice(0, LARGEST_MESSAGE) : '';
    return {
      message: null,
      distributionID: idInText(text, 'distributionID'),
      senderID: idInText(text, 'senderID'),
      findings: [hubFinding(rule, '')],
    };
  }
  const findings: HubFinding[] = [];
  const { envelope, message } = openEnvelope({ value: value.json, path: '', findings });
  const { distributionID = null, senderID = null } = envelope ?? ownIds(value.json);
  const received = envelope === null || message === null ? null : readMessage(envelope, message);
  return { message: received, distributionID, senderID, findings };
}

/** What stands inside an envelope, `{ "appointment": … }`, and what was found. */
export interface ParsedHubContent {
  /** Null when it cannot be used. */
  readonly content: ReceivedContent | null;
  readonly findings: readonly HubFinding[];
}

/**
 * Reads the use case of a message alone, as the Hub's own samples are: without envelope and header.
 *
 * Source: `RS-SAS-RDV`, `RC-REF` and `RS-ERROR` schemas of SAMU-Hub-Modeles.
 */
export function parseHubContent(message: unknown): ParsedHubContent {
  const findings: HubFinding[] = [];
  if (!isObject(message)) return { content: null, findings: [hubFinding('type-wrong', 'message')] };
  return { content: readContent({ value: message, path: 'message', findings }), findings };
}

function readMessage(envelope: ReceivedEnvelope, message: Reading): ReceivedMessage | null {
  // Errors are the only messages without a header.
  const isError = Object.hasOwn(message.value, 'error');
  const headerSentAt = isError ? null : readHeader(message, envelope);
  const content = readContent(message);
  const sentAt = headerSentAt ?? envelope.sentAt;
  return content === null || sentAt === null ? null : { ...envelope, sentAt, ...content };
}

function readContent(message: Reading): ReceivedContent | null {
  const has = (name: string) => Object.hasOwn(message.value, name);
  if (has('appointment')) {
    const reading = objectAt(message, 'appointment', 'required');
    const appointment = reading === null ? null : readAppointment(reading);
    return appointment === null ? null : { useCase: 'appointment', appointment };
  }
  if (has('reference')) {
    const reading = objectAt(message, 'reference', 'required');
    const reference = reading === null ? null : readReference(reading);
    return reference === null ? null : { useCase: 'reference', reference };
  }
  if (has('error')) {
    const reading = objectAt(message, 'error', 'required');
    const error = reading === null ? null : readErrorReport(reading);
    return error === null ? null : { useCase: 'error', error };
  }
  reportAt(message, 'use-case-unknown');
  return { useCase: 'other' };
}

function parseJson(
  text: string,
): { json: unknown } | { rule: 'message-too-large' | 'json-invalid' } {
  if (text.length > LARGEST_MESSAGE) return { rule: 'message-too-large' };
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { rule: 'json-invalid' };
  }
}

/**
 * The Hub too looks for the id in the text of what it cannot read, to say which message is meant.
 */
function idInText(text: string, name: string): string | null {
  return new RegExp(`"${name}"\\s*:\\s*"([^"\\s\\\\]{1,200})"`).exec(text)?.[1] ?? null;
}

function ownIds(value: Record<string, unknown>): {
  distributionID?: string | null;
  senderID?: string | null;
} {
  const own = (name: string) => {
    const id = Object.hasOwn(value, name) ? value[name] : null;
    return typeof id === 'string' && id !== '' ? id : null;
  };
  return { distributionID: own('distributionID'), senderID: own('senderID') };
}
