import type { Finding, IssueCode, Text } from '@sas-kit/fhir';

/** One thing that is wrong with a request, as an OperationOutcome says it. */
export interface Issue {
  readonly code: IssueCode;
  readonly text: Text;
  /** The parameter or element that is at fault. */
  readonly expression?: string;
}

/** Thrown where a request cannot be answered; becomes an OperationOutcome with this status. */
export class Refusal extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    issues: Issue | readonly Issue[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    const list = 'code' in issues ? [issues] : issues;
    super(list.map((issue) => issue.text.en).join('; '));
    this.name = 'Refusal';
    this.status = status;
    this.issues = list;
    this.headers = headers;
  }
}

const issue = (code: IssueCode, fr: string, en: string, expression?: string): Issue => ({
  code,
  text: { fr, en },
  ...(expression === undefined ? {} : { expression }),
});

/** Every refusal that the connector makes. 400 is about form, 422 about a rule of the guide. */
export const refuse = {
  missingParameter: (name: string) =>
    new Refusal(
      400,
      issue(
        'required',
        `Paramètre obligatoire absent : ${name}`,
        `Missing parameter: ${name}`,
        name,
      ),
    ),
  repeatedParameter: (name: string) =>
    new Refusal(
      400,
      issue('invalid', `Paramètre donné plusieurs fois : ${name}`, `Repeated: ${name}`, name),
    ),
  badParameter: (name: string, fr: string, en: string) =>
    new Refusal(400, issue('value', `${name} : ${fr}`, `${name}: ${en}`, name)),
  tooManyIdentifiers: (name: string, most: number) =>
    new Refusal(
      400,
      issue(
        'too-costly',
        `${name} : ${most} identifiants au plus par recherche`,
        `${name}: at most ${most} identifiers per search`,
        name,
      ),
    ),
  unknownPath: () =>
    new Refusal(
      404,
      issue('not-supported', 'Adresse inconnue', 'There is nothing at this address'),
    ),
  method: (allowed: readonly string[]) =>
    new Refusal(
      405,
      issue('not-supported', 'Méthode non prévue ici', 'Method not supported here'),
      {
        Allow: allowed.join(', '),
      },
    ),
  longUrl: (most: number) =>
    new Refusal(
      414,
      issue(
        'too-long',
        `Adresse de plus de ${most} caractères`,
        `Address longer than ${most} characters`,
      ),
    ),
  bigBody: (most: number) =>
    new Refusal(
      413,
      issue('too-long', `Corps de plus de ${most} octets`, `Body larger than ${most} bytes`),
    ),
  mediaType: () =>
    new Refusal(
      415,
      issue(
        'not-supported',
        'Seul le JSON est accepté (application/fhir+json)',
        'Only JSON is accepted (application/fhir+json)',
      ),
    ),
  badBody: (fr: string, en: string) => new Refusal(400, issue('structure', fr, en)),
  rules: (issues: readonly Issue[]) => new Refusal(422, issues),
  rule: (expression: string, fr: string, en: string) =>
    new Refusal(
      422,
      issue('business-rule', `${expression} : ${fr}`, `${expression}: ${en}`, expression),
    ),
  findings: (findings: readonly Finding[]) =>
    new Refusal(
      422,
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, message, place }) =>
          issue(
            rule === 'read-required' ? 'required' : 'business-rule',
            message.fr,
            message.en,
            place,
          ),
        ),
    ),
  takenSlot: () =>
    new Refusal(
      409,
      issue('conflict', 'Ce créneau vient d’être pris', 'This slot was taken by somebody else'),
    ),
  unknownSlot: () => new Refusal(404, issue('not-found', 'Créneau inconnu', 'Unknown slot')),
  unknownBooking: () =>
    new Refusal(404, issue('not-found', 'Réservation inconnue', 'Unknown booking')),
  keptBooking: () =>
    new Refusal(
      409,
      issue(
        'conflict',
        'Cette réservation s’annule au cabinet',
        'This booking is cancelled by the practice',
      ),
    ),
  duplicateAccount: () =>
    new Refusal(
      422,
      issue(
        'duplicate',
        'Un compte actif porte déjà cet identifiant',
        'An active account already has this identifier',
        'Practitioner.identifier',
      ),
    ),
  severalAccounts: () =>
    new Refusal(
      412,
      issue(
        'multiple-matches',
        'Plusieurs comptes portent cet identifiant',
        'Several accounts have this identifier',
        'identifier',
      ),
    ),
  slowAgenda: (deadlineMs: number) =>
    new Refusal(
      503,
      issue(
        'timeout',
        `L'agenda n'a pas répondu en ${deadlineMs} ms ; ce n'est pas une absence de créneau`,
        `The agenda did not answer within ${deadlineMs} ms; this is not an absence of slots`,
      ),
      { 'Retry-After': '1' },
    ),
  failedAgenda: () =>
    new Refusal(
      503,
      issue(
        'transient',
        "L'agenda n'a pas pu répondre ; ce n'est pas une absence de créneau",
        'The agenda could not answer; this is not an absence of slots',
      ),
      { 'Retry-After': '5' },
    ),
  failedAccounts: () =>
    new Refusal(
      503,
      issue('transient', "Le compte n'a pas pu être enregistré", 'The account could not be stored'),
      { 'Retry-After': '5' },
    ),
  unexpected: () =>
    new Refusal(500, issue('exception', 'Erreur interne du connecteur', 'Internal error')),
} as const;
