import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../identity/caller.ts';
import { ProblemError } from './problem.ts';

/** Requests per minute of each kind of caller. */
export interface RateLimits {
  /** A token. */
  token: number;
  /** A publishable key from one address, on one of its web origins. */
  keyWithOrigin: number;
  /** A publishable key from one address, without an origin. */
  keyWithoutOrigin: number;
  /** One address without credentials. */
  anonymous: number;
}

const WINDOW_SECONDS = 60;

/** Counts requests and answers the structured `RateLimit` fields of keyed callers. */
export interface RateLimiter {
  /** @throws {ProblemError} 429 with `Retry-After`. */
  count(caller: Caller, address: string): Promise<Record<string, string>>;
}

/** Limits per process: two processes let through twice as much. */
export function createRateLimiter(limits: RateLimits): RateLimiter {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([name, points]) => [
      name,
      new RateLimiterMemory({ points: points as number, duration: WINDOW_SECONDS }),
    ]),
  ) as Record<keyof RateLimits, RateLimiterMemory>;
  return {
    async count(caller, address) {
      const kind = kindOf(caller);
      const key = kind === 'token' ? caller.scope : `${caller.scope} ${networkOf(address)}`;
      const result = await limiters[kind].consume(key).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      const seconds = Math.ceil(result.msBeforeNext / 1000);
      const fields =
        kind === 'anonymous' ? {} : rateLimitFields(limits[kind], result.remainingPoints, seconds);
      if (result.consumedPoints > limits[kind]) {
        throw new ProblemError('rate-limited', `Try again in ${seconds} s.`, {
          headers: { 'retry-after': String(Math.max(1, seconds)), ...fields },
        });
      }
      return fields;
    },
  };
}

function kindOf(caller: Caller): keyof RateLimits {
  if (caller.kind === 'professional') return 'token';
  if (caller.kind === 'anonymous') return 'anonymous';
  return caller.fromOrigin ? 'keyWithOrigin' : 'keyWithoutOrigin';
}

function rateLimitFields(
  quota: number,
  remaining: number,
  seconds: number,
): Record<string, string> {
  return {
    'ratelimit-policy': `"minute";q=${quota};w=${WINDOW_SECONDS}`,
    ratelimit: `"minute";r=${Math.max(0, remaining)};t=${seconds}`,
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
