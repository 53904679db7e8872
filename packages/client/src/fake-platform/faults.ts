import { contract } from '../generated/contract.ts';
import type { ErrorCode, OperationId } from './contract.ts';

/** What goes wrong with a call. */
export type FakeFault =
  /** Nobody listens: nothing was sent. */
  | { readonly kind: 'refused' }
  /** The work is done, and the connection breaks before its answer. */
  | { readonly kind: 'answer-lost' }
  /** The connection breaks in the middle of the answer's body. */
  | { readonly kind: 'cut' }
  /** The work is not done, and no answer ever comes. */
  | { readonly kind: 'hang' }
  /** 429, with seconds or a date in `Retry-After`. */
  | { readonly kind: 'rate-limited'; readonly retryAfter?: number | string }
  /** 503, with seconds or a date in `Retry-After`. */
  | { readonly kind: 'unavailable'; readonly retryAfter?: number | string }
  /** What a proxy in between answers, 502 by default. */
  | { readonly kind: 'html'; readonly status?: number }
  /** An answer without a body, 502 by default. */
  | { readonly kind: 'empty'; readonly status?: number }
  /** Any problem of the contract. */
  | { readonly kind: 'problem'; readonly code: ErrorCode }
  /** Somebody else takes the slot that the call names, a moment before. */
  | { readonly kind: 'taken' };

/** A request as a matcher and the log see it. */
export interface FakeRequest {
  /** `bookAppointment`; null for an address that the contract does not have. */
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; `undefined` for none, a text where it is not JSON. */
  readonly body: unknown;
}

/** Which calls a fault is for: an operation, the n-th call of it from now on, or a condition. */
export type Matcher =
  | OperationId
  | '*'
  | ((request: FakeRequest) => boolean)
  | { readonly operation: OperationId | '*'; readonly call: number };

/** A fault that waits for its calls. */
interface Waiting {
  readonly matches: (request: FakeRequest) => boolean;
  readonly fault: FakeFault;
  /** Calls to let through before. */
  skip: number;
  left: number;
}

const isOperation = (name: string) => contract.operations.some(({ id }) => id === name);

/** Faults in the order in which they were asked for. */
export class FaultList {
  #waiting: Waiting[] = [];

  /**
   * @param times calls that the fault is for.
   * @throws {RangeError} for an operation that the contract does not have.
   */
  add(matcher: Matcher, fault: FakeFault, times = 1): void {
    const { operation, call = 1 } = typeof matcher === 'object' ? matcher : { operation: matcher };
    if (typeof operation === 'string' && operation !== '*' && !isOperation(operation)) {
      throw new RangeError(`the contract has no operation ${String(operation)}`);
    }
    const matches =
      typeof operation === 'function'
        ? operation
        : (request: FakeRequest) => operation === '*' || request.operation === operation;
    this.#waiting.push({ matches, fault, skip: call - 1, left: times });
  }

  /** The fault of a call, which it uses up; null for none. */
  take(request: FakeRequest): FakeFault | null {
    for (const waiting of this.#waiting) {
      if (waiting.left === 0 || !waiting.matches(request)) continue;
      if (waiting.skip > 0) {
        waiting.skip -= 1;
        continue;
      }
      waiting.left -= 1;
      return waiting.fault;
    }
    return null;
  }
}
