import type { Answer, Ending } from './attempt.ts';
import * as errors from './errors.ts';
import { isTransient, retryAfterMs, type Outcome } from './retry.ts';
import type { Problem } from './types.ts';

const classes: Readonly<Record<number, new (facts: errors.ErrorFacts) => errors.SasError>> = {
  401: errors.AuthenticationError,
  403: errors.PermissionError,
  404: errors.NotFoundError,
  408: errors.TimeoutError,
  409: errors.ConflictError,
  412: errors.PreconditionError,
  428: errors.PreconditionError,
  429: errors.RateLimitError,
};

/** Classes of calls that ended without an answer; the kind is the code. */
const unanswered = {
  connection: errors.ConnectionError,
  timeout: errors.TimeoutError,
  aborted: errors.AbortedError,
  unauthenticated: errors.AuthenticationError,
};

/** The error of an answer that carries a problem. */
function problemError(facts: errors.ErrorFacts & { status: number }): errors.SasError {
  if (facts.code === 'slot-taken') return new errors.SlotTakenError(facts);
  const Class =
    classes[facts.status] ?? (facts.status < 500 ? errors.ValidationError : errors.ServerError);
  return new Class(facts);
}

/** Whether a JSON value is a problem of the contract. */
function isProblem(value: unknown): value is Problem {
  const { code, status } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof status === 'number' && typeof code === 'string' && /^[a-z][a-z0-9-]*$/.test(code);
}

/** What is known of a call whatever its end. */
export type CallFacts = Pick<errors.ErrorFacts, 'operation' | 'attempts' | 'idempotencyKey'>;

/** The JSON object of a body, `undefined` where there is none. */
export function objectOf(text = ''): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(answer: Answer) {
  const value = answer.response.ok ? undefined : objectOf(answer.text);
  return isProblem(value) ? value : null;
}

/** What `decideRetry` needs of an ending; `undefined` where there is nothing to decide. */
export function outcomeOf(ending: Ending): Outcome | undefined {
  if (ending.kind !== 'response') {
    return ending.kind === 'connection' || ending.kind === 'timeout' ? ending : undefined;
  }
  return {
    kind: 'response',
    status: ending.response.status,
    code: problemOf(ending)?.code ?? null,
    retryAfter: ending.response.headers.get('retry-after'),
  };
}

function answerError(
  call: CallFacts & { retryable: boolean },
  answer: Answer,
  now: number,
): errors.SasError {
  const { status, headers } = answer.response;
  const problem = problemOf(answer);
  const waitMs = retryAfterMs(headers.get('retry-after'), now);
  const facts = {
    ...call,
    code: problem?.code ?? ('invalid-response' as const),
    status,
    requestId: headers.get('x-request-id') ?? problem?.requestId ?? null,
    retryAfterSeconds: waitMs === null ? null : Math.ceil(waitMs / 1000),
  };
  return problem ? problemError({ ...facts, problem }) : new errors.InvalidResponseError(facts);
}

/** The error of an ending that is final. */
export function errorOf(call: CallFacts, ending: Ending, now: number): errors.SasError {
  const outcome = outcomeOf(ending);
  const facts = { retryable: !!outcome && isTransient(outcome), ...call, ...ending };
  return ending.kind === 'response'
    ? answerError(facts, ending, now)
    : new unanswered[ending.kind]({ ...facts, code: ending.kind });
}
