import { isHubId, LONGEST_VALIDITY_SECONDS } from './addresses.ts';
import {
  ADDRESS_SCHEME,
  type DistributionKind,
  type HubEnvelope,
  type HubHeader,
  type HubParty,
} from './envelope.ts';
import { epochOf, toHubInstant } from './instants.ts';

/** From whom, to whom and when a message goes. */
export interface HubRoute {
  /** Own id, `fr.health.ptfsas`: also the routing key. */
  readonly sender: string;
  /** One recipient, `fr.health.samu330`; a second one needs a second message. */
  readonly recipient: string;
  /**
   * Unique among the sender's messages, a UUID for instance; the same again when it is sent again.
   */
  readonly id: string;
  readonly sentAt: Date | string;
  /** Zone that gives `sentAt` and the expiry their offset; `Europe/Paris` without. */
  readonly timeZone?: string;
  /** An exercise, which no real case may see. */
  readonly exercise?: boolean;
}

/** An appointment that starts sooner than this would leave no time to deliver the message. */
const SHORTEST_VALIDITY_MS = 60_000;

/**
 * The envelope around a message, with an expiry at the start of what it tells, and at most 24 h
 * away. What has started, or starts within a minute, still has to be known: it gets the whole 24 h.
 *
 * @throws {RangeError} for a sender or recipient that is no Hub id, an empty id, a `sentAt` that is
 *   no instant, an unknown zone: a program makes these, not a user.
 *
 * Source: EDXL-DE and the dispatcher's checks (SAMU-Hub-Sante): prefix of distributionID, expiry.
 */
export function buildEnvelope<Message>(
  route: HubRoute,
  kind: DistributionKind,
  message: Message,
  startsAtMs: number | null = null,
): HubEnvelope<Message> {
  if (!isHubId(route.sender)) throw new RangeError('sender is not an id of the Hub');
  if (!isHubId(route.recipient)) throw new RangeError('recipient is not an id of the Hub');
  const sentMs = Math.floor(sentAtMs(route) / 1000) * 1000;
  const latestMs = sentMs + LONGEST_VALIDITY_SECONDS * 1000;
  const expiresMs =
    startsAtMs !== null && startsAtMs >= sentMs + SHORTEST_VALIDITY_MS
      ? Math.min(startsAtMs, latestMs)
      : latestMs;
  return {
    distributionID: distributionIdOf(route),
    senderID: route.sender,
    dateTimeSent: toHubInstant(new Date(sentMs), zoneOf(route)),
    dateTimeExpires: toHubInstant(new Date(expiresMs), zoneOf(route)),
    distributionStatus: statusOf(route),
    distributionKind: kind,
    descriptor: {
      language: 'fr-FR',
      explicitAddress: {
        explicitAddressScheme: ADDRESS_SCHEME,
        explicitAddressValue: route.recipient,
      },
    },
    content: [{ jsonContent: { embeddedJsonContent: { message } } }],
  };
}

/**
 * The RC-DE header that goes with {@link buildEnvelope}. Names and URIs are written as in the
 * guide's examples, which its table contradicts; messageId is the message's own id, also in an
 * acknowledgement.
 */
export function buildHeader(route: HubRoute, kind: DistributionKind): HubHeader {
  return {
    messageId: distributionIdOf(route),
    sender: partyOf(route.sender),
    sentAt: toHubInstant(new Date(sentAtMs(route)), zoneOf(route)),
    kind,
    status: statusOf(route),
    recipient: [partyOf(route.recipient)],
  };
}

function distributionIdOf(route: HubRoute): string {
  if (!/^\S+$/.test(route.id)) throw new RangeError('id is empty or has blanks');
  return `${route.sender}_${route.id}`;
}

function sentAtMs(route: HubRoute): number {
  const epochMs = epochOf(route.sentAt);
  if (epochMs === null) throw new RangeError('sentAt is not an instant');
  return epochMs;
}

function zoneOf(route: HubRoute): string {
  return route.timeZone ?? 'Europe/Paris';
}

function statusOf(route: HubRoute): 'Actual' | 'Exercise' {
  return route.exercise === true ? 'Exercise' : 'Actual';
}

function partyOf(id: string): HubParty {
  return { name: id.replace(/^fr\.health\./, ''), URI: `${ADDRESS_SCHEME}:${id}` };
}
