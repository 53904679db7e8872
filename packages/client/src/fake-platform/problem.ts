import { contract } from '../generated/contract.ts';
import type { ErrorCode, Schemas } from './contract.ts';

/** One fault and its place: a JSON pointer into the body, or the name of a parameter. */
export type Fault = Schemas['ProblemError'];
type Extension = Pick<
  Schemas['Problem'],
  'alternatives' | 'bookingUrl' | 'scheduleId' | 'error' | 'error_description'
>;

/** What a refusal carries besides its code. */
export interface RefusalFacts {
  faults?: readonly Fault[];
  extension?: Extension;
  headers?: Readonly<Record<string, string>>;
}

/** A failure that the caller is told. The only error that operations throw. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly facts: RefusalFacts;

  constructor(code: ErrorCode, detail?: string, facts: RefusalFacts = {}) {
    super(detail ?? contract.problems[code][1]);
    this.code = code;
    this.facts = facts;
  }

  /** The answer, as `application/problem+json`; of the token endpoint, as OAuth clients read it. */
  toResponse(requestId: string): Response {
    const [status, title] = contract.problems[this.code];
    const { faults = [], extension = {}, headers = {} } = this.facts;
    const problem: Schemas['Problem'] = {
      type: `urn:sas-kit:problem:${this.code}`,
      title,
      status,
      detail: this.message,
      code: this.code,
      ...(faults.length > 0 && { errors: [...faults] }),
      requestId,
      ...extension,
    };
    const type = extension.error === undefined ? 'application/problem+json' : 'application/json';
    return new Response(JSON.stringify(problem), {
      status,
      headers: {
        'cache-control': 'no-store',
        'content-type': `${type}; charset=utf-8`,
        ...headers,
      },
    });
  }
}

/** Refuses faults together: the code is that of the first one. */
export function refusalOf(faults: readonly [Fault, ...Fault[]]): Refusal {
  return new Refusal(faults[0].code, faults.map(({ detail }) => detail).join('; '), { faults });
}

/** A refusal whose fault is one query, path or header parameter. */
export function parameterRefusal(code: ErrorCode, parameter: string, detail: string): Refusal {
  return refusalOf([{ parameter, code, detail }]);
}

/** A refusal whose fault is one place of the body. */
export function bodyRefusal(code: ErrorCode, pointer: string, detail: string): Refusal {
  return refusalOf([{ pointer, code, detail }]);
}

/** What does not exist and what one may not know of look the same. */
export function notFound(what: string): Refusal {
  return new Refusal('not-found', `No such ${what}.`);
}
