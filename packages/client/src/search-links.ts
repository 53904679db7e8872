/**
 * Searches that dispatch software opens.
 *
 * @module
 */
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { SearchLink } from './types.ts';

/**
 * Searches that dispatch software opens (INT_L01). `/sas/recherche` is a page and not a call: it sends a
 * browser on to the page that shows the search, with `#ticket=…` in the address.
 */
export interface SearchLinksResource {
  /**
   * What dispatch software handed over: place, specialty, own doctor, and what could not be read of it
   * (`acceptSearchLink`). It holds a street and a doctor's name: take the ticket out of the address at once,
   * and keep the answer in no storage.
   *
   * @param ticket what stands after `#ticket=`; good for 15 minutes
   * @example
   * const [, ticket] = location.hash.match(/^#ticket=([\w-]+)$/) ?? [];
   * history.replaceState(null, '', location.pathname);
   * if (ticket) search(await client.searchLinks.accept(ticket));
   * @throws NotFoundError for a ticket that is too old
   */
  accept(ticket: string, options?: CallOptions): Promise<SearchLink>;
}

/** `client.searchLinks` over a transport of one's own. */
export function searchLinksResource({ request }: Transport): SearchLinksResource {
  return {
    accept: (ticket, options) =>
      request('POST', '/v1/search-links/accept', { ...options, body: { ticket } }),
  };
}
