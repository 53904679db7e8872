import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Caller } from '../identity/caller.ts';
import { ProblemError } from './problem.ts';
import { type SharedCounters, type Taken, WINDOW_MS } from './shared-counters.ts';

/** Requests per minute of each kind of caller. */
export interface RateLimits {
  /** An account, by whatever token or session. */
  token: number;
  /** A publishable key from one address, on one of its web origins. */
  keyWithOrigin: number;
  /** A publishable key from one address, without an origin. */
  keyWithoutOrigin: number;
  /** A publishable key, all addresses together. */
  keyInTotal: number;
  /** One address without credentials. */
  anonymous: number;
}

/** Counts requests and answers the structured `RateLimit` fields of keyed callers. */
export interface RateLimiter {
  /** @throws {ProblemError} 429 with `Retry-After`. */
  count(caller: Caller, address: string): Promise<Record<string, string>>;
}

/** Limits that all server processes keep together. */
export function createRateLimiter(limits: RateLimits, counters: SharedCounters): RateLimiter {
  return {
    async count(caller, address) {
      const kind = kindOf(caller);
      const quota = limits[kind];
      const [own, total] = await Promise.all([
        counters.take(`${kind} ${callerName(caller, address)}`, quota),
        caller.kind === 'public' ? counters.take(caller.scope, limits.keyInTotal) : null,
      ]);
      const fields = kind === 'anonymous' ? {} : rateLimitFields(quota, own);
      if (!own.allowed) throw tooMany(own, fields);
      if (total?.allowed === false) throw tooMany(total, fields);
      return fields;
    },
  };
}

/** Who is counted: an account, or an address with what it came with. */
export function callerName(caller: Caller, address: string): string {
  return caller.kind === 'professional' ? caller.scope : `${caller.scope} ${networkOf(address)}`;
}

function secondsOf({ ms }: Taken): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

function tooMany(taken: Taken, fields: Record<string, string>): ProblemError {
  const seconds = secondsOf(taken);
  return new ProblemError('rate-limited', `Try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds), ...fields },
  });
}

function kindOf(caller: Caller): keyof RateLimits {
  if (caller.kind === 'professional') return 'token';
  if (caller.kind === 'anonymous') return 'anonymous';
  return caller.fromOrigin ? 'keyWithOrigin' : 'keyWithoutOrigin';
}

function rateLimitFields(quota: number, taken: Taken): Record<string, string> {
  return {
    'ratelimit-policy': `"minute";q=${quota};w=${WINDOW_MS / 1000}`,
    ratelimit: `"minute";r=${taken.remaining};t=${secondsOf(taken)}`,
  };
}

/** One household: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...middle, ...right].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':')}::/64`;
}

/** An address as it is stored: keyed, so that a copy of the table does not give addresses back. */
export function addressHash(secret: Buffer, address: string): string {
  return createHmac('sha256', secret)
    .update(`address ${networkOf(address)}`)
    .digest('base64url');
}
