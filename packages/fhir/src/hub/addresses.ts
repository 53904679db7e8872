import type { DistributionKind } from './envelope.ts';

/** Id of the Hub Santé itself: the sender of its error messages. */
export const HUB_ID = 'fr.health.hub';

/** Id of the SAS platform in production. */
export const SAS_PLATFORM_ID = 'fr.health.ptfsas';

/** Id of the SAS platform in every other environment. */
export const SAS_PLATFORM_TEST_ID = 'fr.health.test.ptfsas';

/** Exchange to publish to, with the sender's own id as routing key. A client may not declare it. */
export const HUB_EXCHANGE = 'hubsante';

/**
 * AMQP properties that the Hub demands: another content type is refused with 101, a message that is
 * not persistent with 100.
 */
export const HUB_MESSAGE_PROPERTIES = {
  contentType: 'application/json',
  deliveryMode: 2,
  priority: 0,
} as const;

/** The Hub's own limit: whatever a message says, it is kept no longer than this. */
export const LONGEST_VALIDITY_SECONDS = 86_400;

/**
 * Largest message that is read, in UTF-16 units. The Hub states no limit; an appointment takes 2 kB
 * and an error may quote the message that it is about.
 */
export const LARGEST_MESSAGE = 1_048_576;

/** The three queues of a client, durable, to be declared passively. */
export interface HubQueues {
  /** Reports, updates and cancellations. */
  readonly message: string;
  /** Acknowledgements of recipients. */
  readonly ack: string;
  /** Errors, of the Hub and of recipients. */
  readonly info: string;
}

/**
 * Names of the queues of a client, `fr.health.samu330.message` and so on.
 *
 * Source: SAMU-Hub-Sante, queues of a client.
 */
export function hubQueues(clientId: string): HubQueues {
  return { message: `${clientId}.message`, ack: `${clientId}.ack`, info: `${clientId}.info` };
}

/**
 * The queue where the Hub puts a message of this kind for this client.
 *
 * Source: SAMU-Hub-Sante, queues of a client.
 */
export function hubQueueFor(clientId: string, kind: DistributionKind): string {
  const queues = hubQueues(clientId);
  if (kind === 'Ack') return queues.ack;
  return kind === 'Error' ? queues.info : queues.message;
}

/**
 * Id of a SAMU by the code of its call centre (CRRA), three characters: `330` gives
 * `fr.health.samu330`, `2A0` Ajaccio; a leading `FR` is dropped.
 *
 * Source: SAMU-Hub-Sante, ids of clients.
 *
 * @throws {RangeError} for anything else.
 */
export function samuId(crraCode: string): string {
  const code = /^(?:FR)?(\d{3}|2[AB]\d)$/.exec(crraCode.trim().toUpperCase())?.[1];
  if (code === undefined) throw new RangeError('a call centre code has three characters, like 330');
  return `fr.health.samu${code}`;
}

/**
 * Whether it can stand as sender or recipient: names with dots between, `fr.health.samu330`. No
 * underscore, because the Hub takes what is before the first one in a distributionID for the
 * sender.
 *
 * Source: EDXL-DE and the checks of the dispatcher (SAMU-Hub-Sante).
 */
export function isHubId(value: string): boolean {
  return /^[a-z]{2}(?:\.[A-Za-z0-9-]+)+$/.test(value);
}
