import { isLoopbackHost } from '../../http/loopback.ts';

/**
 * Why an editor may not be asked at an address, or null. Private addresses are allowed, unlike those of
 * webhooks: an administrator gives this one, and vendors may be connected by a private network.
 *
 * @param loopback whether http on this machine itself is allowed.
 */
export function endpointRefusal(text: string, loopback: boolean): string | null {
  if (!URL.canParse(text)) return 'it is not an address';
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '') return 'it carries a user';
  if (search !== '' || hash !== '' || /[?#]/.test(text)) return 'it carries a query or a fragment';
  if (protocol === 'https:') return null;
  if (protocol === 'http:' && loopback && isLoopbackHost(hostname)) return null;
  return 'it is not https';
}
