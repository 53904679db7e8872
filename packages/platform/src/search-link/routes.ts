import { parseSearchLink, SEARCH_LINK_PARAMETERS, SEARCH_LINK_PATH } from '@sas-kit/fhir/link';
import type { Secrets } from '../booking/secrets.ts';
import type { Database } from '../database/database.ts';
import { type Answer, type Handlers, ok, page, seeOther } from '../http/handler.ts';
import type { Geocoder } from '../directory/geocoder.ts';
import { pageHeaders } from '../http/security-headers.ts';
import { readHandedOver } from './handed-over.ts';
import { isRefusal, type Refusal, refusalPage } from './refusals.ts';
import { openTicket, sealTicket } from './ticket.ts';

/** Where dispatch software opens a search, and which. */
export interface SearchLinkSettings {
  /** Address of the page that shows it; null where none is opened. */
  page: string | null;
  /** Names of the dispatch software. */
  origins: readonly string[];
}

/**
 * INT_L01: the link by which dispatch software opens the regulator's search.
 *
 * A browser that follows it is sent on at once, whatever it holds: neither a page nor a refusal is ever
 * shown under an address with a street and a doctor's name in it.
 */
export function searchLinkRoutes(
  database: Database,
  secrets: Secrets,
  geocoder: Geocoder | null,
  settings: SearchLinkSettings,
): Handlers<'followSearchLink' | 'acceptSearchLink'> {
  return {
    async followSearchLink({ queryText }) {
      const parameters = new URLSearchParams(queryText);
      const refusal = parameters.get('refusal');
      if (parameters.size === 1 && isRefusal(refusal)) return told(refusal, settings);
      const now = await database.now().catch(() => null);
      return now === null ? refuse('unavailable') : follow(queryText, secrets, settings, now);
    },
    acceptSearchLink: async ({ body }) => {
      const handedOver = openTicket(secrets, body.ticket, await database.now());
      return ok(await readHandedOver(database, geocoder, handedOver));
    },
  };
}

/** Where a link leads. */
function follow(
  queryText: string,
  secrets: Secrets,
  { page: address, origins }: SearchLinkSettings,
  now: Date,
): Answer<undefined> {
  if (address === null) return refuse('not-open');
  const {
    origin,
    specialtyForm: _,
    practitionerForm: __,
    ...rest
  } = parseSearchLink(`?${queryText}`);
  if (origin === null) return asksNothing(queryText) ? seeOther(address) : refuse('origin-missing');
  if (!origins.includes(origin)) return refuse('origin-unknown');
  const ticket = sealTicket(secrets, { ...rest, origin }, now);
  return seeOther(`${address}#ticket=${ticket}`);
}

function asksNothing(queryText: string): boolean {
  const parameters = new URLSearchParams(queryText);
  return SEARCH_LINK_PARAMETERS.every((name) => !parameters.has(name));
}

/** Out of the address first: what is told is told under another one. */
function refuse(refusal: Refusal): Answer<undefined> {
  return seeOther(`${SEARCH_LINK_PATH}?refusal=${refusal}`);
}

function told(refusal: Refusal, settings: SearchLinkSettings): Answer<undefined> {
  const { status, html } = refusalPage(refusal, settings.page);
  return page(status, html, pageHeaders());
}
