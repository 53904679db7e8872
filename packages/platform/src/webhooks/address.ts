import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether addresses of this machine itself are allowed, for development. */
export interface AddressPolicy {
  loopback: boolean;
}

/** The address, or one that its name leads to, is not of the public internet. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
}

/** All that is global unicast so far (RFC 4291, 2.4); the rest holds forms that lead to IPv4, or nothing. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether one may connect to an IP address: public unicast, IPv4 in IPv6 unwrapped. */
export function isAllowedIp(ip: string, { loopback }: AddressPolicy): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  const range = address.range();
  if (loopback && range === 'loopback') return true;
  return range === 'unicast' && (address.kind() === 'ipv4' || address.match(GLOBAL_IPV6));
}

/** Why events may not be sent to an address, or null: what its text alone tells. */
export function addressRefusal(text: string, policy: AddressPolicy): string | null {
  if (!URL.canParse(text)) return 'it is not an address';
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username !== '' || password !== '') return 'it carries a user';
  if (hash !== '' || text.includes('#')) return 'it carries a fragment';
  const host = hostname.replace(/^\[|\]$/g, '');
  const literal = ipaddr.isValid(host);
  if (literal && !isAllowedIp(host, policy)) return 'it is not of the public internet';
  if (protocol === 'https:') return null;
  const here = host === 'localhost' || (literal && ipaddr.process(host).range() === 'loopback');
  if (protocol === 'http:' && policy.loopback && here) return null;
  return policy.loopback
    ? 'it is neither https nor http of this machine itself'
    : 'it is not https';
}

/**
 * Finds the addresses of a name and refuses the name where one of them may not be connected to. The
 * connection is made to what was looked at here: nothing is looked up twice, so nothing changes between.
 */
export function guardedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      if (!addresses.every(({ address }) => isAllowedIp(address, policy))) {
        return callback(new AddressRefusedError(hostname), '', 0);
      }
      if (options.all === true) return callback(null, addresses);
      const [first] = addresses;
      return callback(null, first!.address, first!.family);
    });
  };
}
