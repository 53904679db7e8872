/**
 * What a message is; it decides the queue. Appointments are always `Report`, cancelled ones too.
 */
export const DISTRIBUTION_KINDS = ['Report', 'Update', 'Cancel', 'Ack', 'Error'] as const;
/** What a message is (EDXL-DE `distributionKind`). */
export type DistributionKind = (typeof DISTRIBUTION_KINDS)[number];

/** Real, or an exercise whose messages no real case may see. */
export const DISTRIBUTION_STATUSES = ['Actual', 'Exercise'] as const;
/** Whether a message is in earnest (EDXL-DE `distributionStatus`). */
export type DistributionStatus = (typeof DISTRIBUTION_STATUSES)[number];

/**
 * Name of the addressing scheme. The guide's prose writes `Hubex`, its examples and the Hub
 * `hubex`.
 */
export const ADDRESS_SCHEME = 'hubex';

/**
 * EDXL-DE envelope. Instants are RFC 3339 with an offset, whole seconds, never `Z`.
 *
 * Source: `EDXL-DE-envelope-only.schema.json` of SAMU-Hub-Modeles.
 */
export interface HubEnvelope<Message> {
  senderID: string;
  /** `<senderID>_<unique>`; the Hub refuses another prefix. */
  distributionID: string;
  dateTimeSent: string;
  /** At most 24 h after `dateTimeSent`. */
  dateTimeExpires: string;
  distributionStatus: DistributionStatus;
  distributionKind: DistributionKind;
  descriptor: {
    language: string;
    explicitAddress: { explicitAddressScheme: string; explicitAddressValue: string };
  };
  /** The Hub routes by the first one only: one is written. */
  content: { jsonContent: { embeddedJsonContent: { message: Message } } }[];
}

/** A system, as the header names it: `{ name: 'samu330', URI: 'hubex:fr.health.samu330' }`. */
export interface HubParty {
  name: string;
  URI: string;
}

/** RC-DE header, inside the message beside its use case. Source: `RC-DE.schema.json`. */
export interface HubHeader {
  /** Equal to the distributionID of the same message, also of an acknowledgement. */
  messageId: string;
  sender: HubParty;
  sentAt: string;
  kind: DistributionKind;
  status: DistributionStatus | 'System';
  recipient: HubParty[];
}
