/**
 * What sends the calls: for those who bundle single resources.
 *
 * @module
 */
import { callerFor, type Input, type Surroundings } from './call.ts';
import { createCredentials, keyCredentials } from './credentials.ts';
import type { Method, Open, Request } from './operation.ts';
import { observing } from './observing.ts';
import { opening } from './open.ts';
import type { TransportOptions } from './options.ts';
import { rememberResponse } from './response-info.ts';

/** Sends calls of the contract. Every resource takes one. */
export interface Transport {
  readonly request: Request;
}

/** The same, for what reads an answer as it comes too. */
export interface StreamTransport extends Transport {
  readonly open: Open;
}

/**
 * What sends the calls of every resource: credentials, time-outs, retries, errors.
 *
 * @example
 * const { search } = availabilityResource(createTransport({ baseUrl, key }));
 */
export function createTransport(
  options: TransportOptions,
  surroundings: Partial<Surroundings> = {},
): StreamTransport {
  const call = observing(
    callerFor(createCredentials(options), options, rememberResponse, surroundings),
    options,
    surroundings,
  );
  const open = (method: Method, path: string, input?: Input) =>
    call(method, path, input, { send: opening(input?.signal) });
  return { request: call as Request, open: open as Open };
}

/** Options of `createKeyTransport`. */
export type KeyOptions = Omit<TransportOptions, 'token' | 'session' | 'hooks'>;

/**
 * The same without a word about tokens, which pages never hold, nor about `responseInfo`, of which only
 * those who edit need the ETag, and without `open`: what they take stays out of the files that pages load.
 */
export function createKeyTransport(options: KeyOptions): Transport {
  return { request: callerFor(keyCredentials(options.key), options) as Request };
}
