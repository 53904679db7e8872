import { ADDRESS_SCHEME, DISTRIBUTION_KINDS } from './envelope.ts';
import { epochOf } from './instants.ts';
import type { ReceivedEnvelope } from './parse-envelope.ts';
import {
  firstAt,
  instantAt,
  objectAt,
  oneOfAt,
  reportAt,
  reportUnknownAt,
  textAt,
  type Reading,
} from './reading.ts';

/**
 * Reads the RC-DE header of a message and reports where it is incomplete or says something else
 * than the envelope, which counts.
 *
 * @returns When the message was sent by its header, RFC 3339 with offset; null when it does not
 *   say.
 */
export function readHeader(message: Reading, envelope: ReceivedEnvelope): string | null {
  const messageId = textAt(message, 'messageId', 'required');
  const senderId = readParty(objectAt(message, 'sender', 'required'));
  const sent = instantAt(message, 'sentAt', 'required');
  const kind = oneOfAt(message, 'kind', DISTRIBUTION_KINDS, 'required');
  oneOfAt(message, 'status', ['Actual', 'Exercise', 'System'], 'required');
  readParty(firstAt(message, 'recipient'));

  if (messageId !== null && messageId !== envelope.distributionID)
    reportAt(message, 'message-id-differs', 'messageId');
  if (senderId !== null && senderId !== envelope.senderID)
    reportAt(message, 'header-differs', 'sender');
  if (kind !== null && envelope.kind !== null && kind !== envelope.kind)
    reportAt(message, 'header-differs', 'kind');
  const envelopeSentMs = envelope.sentAt === null ? null : epochOf(envelope.sentAt);
  if (sent !== null && envelopeSentMs !== null && sent.epochMs !== envelopeSentMs)
    reportAt(message, 'header-differs', 'sentAt');
  return sent?.text ?? null;
}

/** Id of a system: what stands behind `hubex:`, which the guide's table puts in the name. */
function readParty(reading: Reading | null): string | null {
  if (reading === null) return null;
  reportUnknownAt(reading, ['name', 'URI']);
  const name = textAt(reading, 'name', 'required');
  const uri = textAt(reading, 'URI', 'required');
  if (uri?.toLowerCase().startsWith(`${ADDRESS_SCHEME}:`)) return uri.slice(6);
  if (!name?.toLowerCase().startsWith(`${ADDRESS_SCHEME}:`)) return null;
  reportAt(reading, 'address-reversed');
  return name.slice(6);
}
