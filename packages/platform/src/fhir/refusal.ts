import { type Finding, type Issue, type Text, writeOperationOutcome } from '@sas-kit/fhir';
import { languageOf } from './outcome.ts';

/** One thing that is wrong with a resource or its address. */
export interface Fault {
  code: Issue['code'];
  text: Text;
  place?: string;
}

/**
 * A request that FHIR's rules refuse. 400 is about form, 422 about a rule of the guide ("Réponse – Échec").
 */
export class FhirRefusal extends Error {
  override readonly name = 'FhirRefusal';
  readonly status: 400 | 403 | 422;
  readonly #faults: readonly [Fault, ...Fault[]];

  constructor(status: FhirRefusal['status'], first: Fault, ...more: Fault[]) {
    super(first.text.en);
    this.status = status;
    this.#faults = [first, ...more];
  }

  /** The body of the answer. */
  outcome(acceptLanguage: string | undefined): string {
    const language = languageOf(acceptLanguage);
    const issues = this.#faults.map(({ code, text, place = '' }): Issue => {
      return { code, text: text[language], places: [place] };
    });
    const [first, ...more] = issues;
    return JSON.stringify(writeOperationOutcome(first!, ...more));
  }
}

/** A refusal that the connector has written already. */
export class WrittenRefusal extends Error {
  override readonly name = 'WrittenRefusal';
  readonly status: number;
  /** An OperationOutcome as it is sent, compressed or not. */
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;

  /** @param cause what failed here, for the log. */
  constructor(
    status: number,
    body: Buffer,
    headers: Readonly<Record<string, string>>,
    cause: unknown,
  ) {
    super(`refused with ${status}`, { cause });
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** A refusal that lists what readers found wrong: 400 for another resource, 422 for a rule. */
export function refusalOfFindings(findings: readonly Finding[]): FhirRefusal {
  const [first, ...more] = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, place }): Fault => {
      const code = rule === 'read-required' ? 'required' : 'business-rule';
      return { code, text: message, place };
    });
  const other = findings.some(({ rule }) => rule === 'read-resource');
  return new FhirRefusal(other ? 400 : 422, first ?? UNREADABLE, ...more);
}

const UNREADABLE: Fault = {
  code: 'structure',
  text: { fr: 'Ressource illisible', en: 'The resource cannot be read' },
};
