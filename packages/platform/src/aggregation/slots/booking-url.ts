import { isLoopbackHost } from '../../http/loopback.ts';

/** By which vendors know that a regulator comes: rights of regulators hold in such a visit only. */
const ORIGIN = 'sas';
/** Longer ones are no address that a vendor means. */
const LONGEST = 2_000;

/**
 * An address of a vendor as it may be opened: https, or http on this machine itself; without a name and
 * password. It comes from outside and is shown to regulators.
 *
 * @returns null for any other.
 */
export function openableUrl(text: string): string | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const { protocol, hostname, username, password, href } = new URL(text);
  const confidential = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return confidential && username === '' && password === '' ? href : null;
}

/**
 * The address with `origin`, by which a vendor knows that a regulator comes: before the fragment, after
 * what the query holds, instead of an `origin` that is there already.
 *
 * Source: guide, search pages, `Slot.comment`.
 */
export function withOrigin(url: string, origin: string): string {
  const address = new URL(url);
  // Not `searchParams`: it would write the rest of the query anew, and a signed one would break.
  const kept = address.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !new URLSearchParams(pair).has('origin'));
  address.search = [...kept, `origin=${encodeURIComponent(origin)}`].join('&');
  return address.href;
}

/** The address as a regulator opens it; null where there is none. */
export function regulatorUrl(url: string | null): string | null {
  return url === null ? null : withOrigin(url, ORIGIN);
}
