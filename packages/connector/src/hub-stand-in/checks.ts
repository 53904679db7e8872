import { type HubErrorCode, parseHubMessage } from '@sas-kit/fhir/hub';
import type { ConsumeMessage } from 'amqplib';

/** What a message does not come through, in the order in which the dispatcher looks. */
export const HUB_CHECKS = [
  'content-type',
  'format',
  'schema',
  'party',
  'sender',
  'persistence',
  'distribution-id',
  'expiry',
  'route',
] as const;
/** One of them. */
export type HubCheck = (typeof HUB_CHECKS)[number];

/** Why a message is refused. */
export interface HubFault {
  readonly check: HubCheck;
  readonly statusCode: HubErrorCode;
  /** In English; of a schema, what it does not follow. */
  readonly cause: string;
  /** Its distributionID, where one can be made out. */
  readonly about: string | null;
}

/** What a message does not follow, by the schemas of the Hub; null when it does. */
export type SchemaFault = (message: unknown) => string | null;

/**
 * The dispatcher's checks in its order; null for a message that passes.
 *
 * Source: SAMU-Hub-Sante, Dispatcher (March 2025).
 */
export function judge(
  { content, fields, properties }: ConsumeMessage,
  { message, distributionID: about, senderID }: ReturnType<typeof parseHubMessage>,
  schemaFault: SchemaFault,
): HubFault | null {
  const fault = (check: HubCheck, statusCode: HubErrorCode, cause: string): HubFault => {
    return { check, statusCode, cause, about };
  };
  if (properties.contentType !== 'application/json')
    return fault('content-type', 101, 'content type');
  let json: unknown;
  try {
    json = JSON.parse(content.toString());
  } catch {
    return fault('format', 102, 'not JSON');
  }
  const wrong = schemaFault(json);
  if (wrong !== null) return fault('schema', 300, wrong);
  if (message?.recipientID == null || message.kind === null || message.expiresAt === null)
    return fault('schema', 300, 'not readable');
  const parties = [senderID ?? '', message.recipientID];
  if (!parties.some((party) => party.startsWith('fr.health.')))
    return fault('party', 501, 'no party');
  if (senderID !== fields.routingKey) return fault('sender', 200, 'sender and routing key differ');
  if (properties.deliveryMode !== 2) return fault('persistence', 100, 'not persistent');
  if (message.distributionID.split('_')[0] !== senderID)
    return fault('distribution-id', 300, 'distributionID');
  if (Date.parse(message.expiresAt) <= Date.now()) return fault('expiry', 400, 'expired');
  return null;
}

/** What the schemas refuse, as far as `parseHubMessage` knows them. */
export function schemaFaultOf(message: unknown): string | null {
  const { findings } = parseHubMessage(message);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ rule, place }) => `${rule} ${place}`).join(', ') || null;
}
