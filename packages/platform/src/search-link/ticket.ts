import type { ParsedSearchLink } from '@sas-kit/fhir/link';
import type { Secrets } from '../booking/secrets.ts';
import { ProblemError } from '../http/problem.ts';

/** What dispatch software handed over: all that is kept of its link. */
export type HandedOver = Pick<
  ParsedSearchLink,
  'address' | 'addressFault' | 'specialty' | 'practitioner' | 'practitionerError'
> & { origin: string };

/** Minutes that a ticket opens: a person may have to sign in first. */
export const TICKET_MINUTES = 15;
/** No other sealed text opens as a ticket, nor a ticket as one of them. */
const PURPOSE = 'search-link';

/**
 * What was handed over, sealed: in the address of a page it tells nothing. The server keeps nothing of
 * it, so that no table holds a street, and whoever asks for tickets fills none.
 */
export function sealTicket(secrets: Secrets, handedOver: HandedOver, now: Date): string {
  const until = now.getTime() + TICKET_MINUTES * 60_000;
  return secrets.seal(JSON.stringify({ until, handedOver }), PURPOSE).toString('base64url');
}

/** @throws {ProblemError} 404 for a ticket that is none, of another platform, or too old. */
export function openTicket(secrets: Secrets, ticket: string, now: Date): HandedOver {
  const opened = openSealed(secrets, ticket);
  if (opened !== null && opened.until > now.getTime()) return opened.handedOver;
  throw new ProblemError('not-found', `No such search, or one of ${TICKET_MINUTES} minutes ago.`);
}

function openSealed(
  secrets: Secrets,
  ticket: string,
): { until: number; handedOver: HandedOver } | null {
  let text: string;
  try {
    text = secrets.open(Buffer.from(ticket, 'base64url'), PURPOSE);
  } catch {
    return null;
  }
  return JSON.parse(text) as { until: number; handedOver: HandedOver };
}
