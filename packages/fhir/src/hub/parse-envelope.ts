import { LONGEST_VALIDITY_SECONDS } from './addresses.ts';
import {
  ADDRESS_SCHEME,
  DISTRIBUTION_KINDS,
  DISTRIBUTION_STATUSES,
  type DistributionKind,
  type DistributionStatus,
} from './envelope.ts';
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

/** What the envelope of a message says. */
export interface ReceivedEnvelope {
  /** Unique: a message that comes twice has the same one. */
  readonly distributionID: string;
  readonly senderID: string;
  /** The recipient; null when the envelope names none. */
  readonly recipientID: string | null;
  readonly kind: DistributionKind | null;
  /** `Exercise` only where the envelope says so. */
  readonly status: DistributionStatus;
  /** RFC 3339 with offset, whole seconds. */
  readonly sentAt: string | null;
  readonly expiresAt: string | null;
}

/** An envelope and the first message in it. */
export interface OpenedEnvelope {
  /** Null without a distributionID and a senderID. */
  readonly envelope: ReceivedEnvelope | null;
  readonly message: Reading | null;
}

/**
 * Reads an EDXL-DE envelope, the way to the message inside, and what its header says differently.
 *
 * Tolerated and reported: a distributionID without its sender's prefix, `Hubex`, an expiry in 2072,
 * all of which the guide shows.
 */
export function openEnvelope(reading: Reading): OpenedEnvelope {
  reportUnknownAt(reading, [
    'senderID',
    'distributionID',
    'dateTimeSent',
    'dateTimeExpires',
    'distributionStatus',
    'distributionKind',
    'descriptor',
    'content',
  ]);
  const distributionID = textAt(reading, 'distributionID', 'required');
  const senderID = textAt(reading, 'senderID', 'required');
  const sent = instantAt(reading, 'dateTimeSent', 'required');
  const expires = instantAt(reading, 'dateTimeExpires', 'required');
  const status = oneOfAt(reading, 'distributionStatus', DISTRIBUTION_STATUSES, 'required');
  const kind = oneOfAt(reading, 'distributionKind', DISTRIBUTION_KINDS, 'required');
  const recipientID = readRecipient(reading);
  const content = firstAt(reading, 'content');
  const json = content === null ? null : objectAt(content, 'jsonContent', 'required');
  const embedded = json === null ? null : objectAt(json, 'embeddedJsonContent', 'required');
  const found = embedded === null ? null : objectAt(embedded, 'message', 'required');
  // Findings inside are placed from the message on: the way to it is always the same, and long.
  const message = found === null ? null : { ...found, path: 'message' };

  if (distributionID !== null && senderID !== null && !distributionID.startsWith(`${senderID}_`))
    reportAt(reading, 'distribution-id-prefix', 'distributionID');
  if (sent !== null && expires !== null) {
    const validitySeconds = (expires.epochMs - sent.epochMs) / 1000;
    if (validitySeconds <= 0) reportAt(reading, 'expiry-before-sending', 'dateTimeExpires');
    if (validitySeconds > LONGEST_VALIDITY_SECONDS)
      reportAt(reading, 'expiry-too-far', 'dateTimeExpires');
  }
  if (distributionID === null || senderID === null) return { envelope: null, message };
  const envelope: ReceivedEnvelope = {
    distributionID,
    senderID,
    recipientID,
    kind,
    status: status ?? 'Actual',
    sentAt: sent?.text ?? null,
    expiresAt: expires?.text ?? null,
  };
  return { envelope, message };
}

function readRecipient(reading: Reading): string | null {
  const descriptor = objectAt(reading, 'descriptor', 'required');
  if (descriptor === null) return null;
  reportUnknownAt(descriptor, ['language', 'explicitAddress']);
  textAt(descriptor, 'language', 'required');
  const address = objectAt(descriptor, 'explicitAddress', 'required');
  if (address === null) return null;
  reportUnknownAt(address, ['explicitAddressScheme', 'explicitAddressValue']);
  const scheme = textAt(address, 'explicitAddressScheme', 'required');
  if (scheme !== null && scheme !== ADDRESS_SCHEME)
    reportAt(address, 'address-scheme', 'explicitAddressScheme');
  return textAt(address, 'explicitAddressValue', 'required');
}
