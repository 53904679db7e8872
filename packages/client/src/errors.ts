/**
 * What a failed call rejects with, a class for each kind and a guard for each class.
 *
 * @module
 */
import { causeFacts } from './cause-facts.ts';
import type { Alternative, ErrorCode, Problem, ProblemError } from './types.ts';

/**
 * Stable code of an error: the contract's `ErrorCode`, or what went wrong before the platform could
 * answer. A platform newer than this client may send a code that is not listed here.
 */
export type SasErrorCode =
  ErrorCode | 'connection' | 'timeout' | 'aborted' | 'invalid-response' | 'hook-failed';

/** What is known about a failed call. */
export interface ErrorFacts {
  readonly code: SasErrorCode;
  /** Method and path of the contract, `DELETE /v1/holds/{holdId}`: never the ids. */
  readonly operation: string;
  readonly status?: number | null;
  readonly requestId?: string | null;
  readonly problem?: Problem | null;
  readonly retryable?: boolean;
  readonly retryAfterSeconds?: number | null;
  readonly attempts: number;
  readonly idempotencyKey?: string | null;
  readonly cause?: unknown;
}

const brand = 'sas-kit';

/**
 * Every failed call rejects with a subclass of this one. Ask the guards (`isSlotTaken(error)`), not
 * `instanceof`: a page may hold several copies of this client.
 *
 * @example
 * try {
 *   await client.appointments.book({ slotId });
 * } catch (error) {
 *   if (isSlotTaken(error)) show(error.alternatives);
 *   else throw error;
 * }
 */
export abstract class SasError extends Error {
  abstract override readonly name: string;
  /** What the guards look for. */
  readonly brand = brand;
  declare readonly code: SasErrorCode;
  declare readonly operation: string;
  /** Status of the answer, null where there was none. */
  declare readonly status: number | null;
  /** `X-Request-Id` of the answer: give it to whoever runs the platform. */
  declare readonly requestId: string | null;
  /** The platform's own words, RFC 9457. */
  declare readonly problem: Problem | null;
  /** The faults and their places in what was sent. */
  declare readonly errors: readonly ProblemError[];
  /** Whether the same call may work later. The client has already tried `attempts` times. */
  declare readonly retryable: boolean;
  /** Seconds to wait before calling again, as the platform asks. */
  declare readonly retryAfterSeconds: number | null;
  /** Requests sent; 0 for a call cancelled before it began. */
  declare readonly attempts: number;
  /** Key of a call that creates. Call again with it to be sure that nothing is created twice. */
  declare readonly idempotencyKey: string | null;
  /** What logs are told, with the places of the faults. */
  readonly #told: object;

  constructor({
    code,
    operation,
    status = null,
    requestId = null,
    problem = null,
    retryable = false,
    retryAfterSeconds = null,
    attempts,
    idempotencyKey = null,
    cause,
  }: ErrorFacts) {
    // Only codes, no text of the answer: messages end in logs, and an answer may quote what was sent.
    super(
      `${operation}: ${status === null ? '' : `${status} `}${code}`,
      cause === undefined ? undefined : { cause },
    );
    this.#told = {
      code,
      operation,
      status,
      requestId,
      retryable,
      attempts,
      retryAfterSeconds,
      idempotencyKey,
    };
    Object.assign(this, this.#told, { problem, errors: problem?.errors ?? [] });
  }

  /**
   * For logs: no token, key, manage token, contact, id nor text of the answer. Of its cause, names and codes
   * only.
   */
  toJSON(): Record<string, unknown> {
    const { name, message, errors } = this;
    const places = errors.map(({ pointer, parameter, code }) => ({ pointer, parameter, code }));
    return { name, message, ...this.#told, errors: places, cause: causeFacts(this.cause) };
  }
}

/** The platform could not be reached, or hung up before its answer was complete. */
export class ConnectionError extends SasError {
  override readonly name = 'ConnectionError';
}

/** No complete answer in time: `timeoutMs` of an attempt, `budgetMs` of the call, or status 408. */
export class TimeoutError extends SasError {
  override readonly name = 'TimeoutError';
}

/** The caller's `signal` was aborted. `cause` is its reason. */
export class AbortedError extends SasError {
  override readonly name = 'AbortedError';
}

/** 401, or the token provider failed (`cause`): `retryable` then where that is. */
export class AuthenticationError extends SasError {
  override readonly name = 'AuthenticationError';
}

/** 403: the caller may not do this. */
export class PermissionError extends SasError {
  override readonly name = 'PermissionError';
}

/** 404: it does not exist, or the caller may not know that it does. */
export class NotFoundError extends SasError {
  override readonly name = 'NotFoundError';
}

/** 409: the state of the resource forbids it. */
export class ConflictError extends SasError {
  override readonly name: 'ConflictError' | 'SlotTakenError' = 'ConflictError';
}

/** 409 `slot-taken`: someone was faster. */
export class SlotTakenError extends ConflictError {
  override readonly name = 'SlotTakenError';

  /** The next free slots, nearest first. */
  get alternatives(): readonly Alternative[] {
    return this.problem?.alternatives ?? [];
  }
}

/**
 * 412: changed by someone else since it was read. 428: `ifMatch` is missing. Read it again. With
 * `attempts` above 1, a 412 may also mean that an attempt whose answer was lost had worked.
 */
export class PreconditionError extends SasError {
  override readonly name = 'PreconditionError';
}

/** 400, 422 and every other status below 500: what was sent is wrong. See `errors`. */
export class ValidationError extends SasError {
  override readonly name = 'ValidationError';
}

/** 429: too many calls. See `retryAfterSeconds`. */
export class RateLimitError extends SasError {
  override readonly name = 'RateLimitError';
}

/** 5xx: the platform failed. */
export class ServerError extends SasError {
  override readonly name = 'ServerError';
}

/** The answer is not the contract's: a proxy's page, nothing at all, a redirection. */
export class InvalidResponseError extends SasError {
  override readonly name = 'InvalidResponseError';
}

/** A hook threw, or took longer than `timeoutMs` (`cause`). What the platform answered, if anything, is kept. */
export class HookError extends SasError {
  override readonly name = 'HookError';
}

/**
 * Whether a caught value is an error of this client, also one of another copy of it, of a minified
 * bundle or of another realm.
 */
export function isSasError(value: unknown): value is SasError {
  return (value as Partial<SasError> | null | undefined)?.brand === brand;
}

function guard<E extends SasError>(...names: E['name'][]): (value: unknown) => value is E {
  return (value): value is E => isSasError(value) && names.includes(value.name);
}

/** Whether someone else was faster. `error.alternatives` are the next free slots. */
export const isSlotTaken = /* @__PURE__ */ guard<SlotTakenError>('SlotTakenError');
/** Whether it is a 409, `slot-taken` included. */
export const isConflict = /* @__PURE__ */ guard<ConflictError>('ConflictError', 'SlotTakenError');
/** Whether the platform could not be reached. */
export const isConnection = /* @__PURE__ */ guard<ConnectionError>('ConnectionError');
/** Whether there was no answer in time. */
export const isTimeout = /* @__PURE__ */ guard<TimeoutError>('TimeoutError');
/** Whether the caller cancelled. */
export const isAborted = /* @__PURE__ */ guard<AbortedError>('AbortedError');
/** Whether the caller must sign in again. */
export const isAuthentication = /* @__PURE__ */ guard<AuthenticationError>('AuthenticationError');
/** Whether the caller may not do this. */
export const isPermission = /* @__PURE__ */ guard<PermissionError>('PermissionError');
/** Whether it does not exist for this caller. */
export const isNotFound = /* @__PURE__ */ guard<NotFoundError>('NotFoundError');
/** Whether it must be read again before it is changed. */
export const isPrecondition = /* @__PURE__ */ guard<PreconditionError>('PreconditionError');
/** Whether what was sent is wrong. */
export const isValidation = /* @__PURE__ */ guard<ValidationError>('ValidationError');
/** Whether there were too many calls. */
export const isRateLimited = /* @__PURE__ */ guard<RateLimitError>('RateLimitError');
/** Whether the platform failed. */
export const isServerError = /* @__PURE__ */ guard<ServerError>('ServerError');
/** Whether the answer is not the contract's. */
export const isInvalidResponse =
  /* @__PURE__ */ guard<InvalidResponseError>('InvalidResponseError');
/** Whether a hook of one's own failed. */
export const isHookFailure = /* @__PURE__ */ guard<HookError>('HookError');
