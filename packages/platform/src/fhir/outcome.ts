import { type Issue, writeOperationOutcome } from '@sas-kit/fhir';
import type { ErrorCode, ProblemError } from '../http/problem.ts';

/** Media type of every answer below `/fhir` (official test kit, C29). */
export const FHIR_JSON = 'application/fhir+json; charset=utf-8';

type Language = 'fr' | 'en';

/** Below `/fhir`, faults are told as OperationOutcomes. */
export function isFhirPath(path: string): boolean {
  return /^\/fhir(?:[/?#]|$)/.test(path);
}

/** French unless the caller prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'fr';
}

interface Told {
  code: Issue['code'];
  fr: string;
  en: string;
}

const tell = (code: Issue['code'], fr: string, en: string): Told => ({ code, fr, en });

const TOLD: Partial<Record<ErrorCode, Told>> = {
  'body-too-large': tell('too-long', 'Corps trop grand', 'The body is too large'),
  forbidden: tell('forbidden', 'Vous n’y êtes pas autorisé', 'You may not do this'),
  'internal-error': tell('exception', 'Erreur interne', 'Internal error'),
  'invalid-body': tell('structure', 'Corps absent ou mal formé', 'Body missing or malformed'),
  'invalid-format': tell(
    'structure',
    'Texte illisible ou interdit',
    'Unreadable or forbidden text',
  ),
  'invalid-json': tell('structure', 'Le corps n’est pas du JSON', 'The body is not JSON'),
  'method-not-allowed': tell(
    'not-supported',
    'Méthode non prévue à cette adresse',
    'Method not supported at this address',
  ),
  'not-found': tell('not-found', 'Adresse inconnue', 'Nothing stands at this address'),
  'rate-limited': tell('throttled', 'Trop de requêtes', 'Too many requests'),
  'too-many-open-requests': tell('throttled', 'Trop de requêtes à la fois', 'Too many at once'),
  unauthenticated: tell('login', 'Identification absente ou refusée', 'Credentials are required'),
  unavailable: tell('transient', 'Momentanément indisponible', 'Unavailable for a moment'),
  'unsupported-media-type': tell(
    'not-supported',
    'Seul le JSON est accepté (application/fhir+json)',
    'Only JSON is accepted (application/fhir+json)',
  ),
};

/** What the status says, for problems that nothing below `/fhir` should meet. */
function toldByStatus(status: number): Told {
  if (status === 403) return TOLD.forbidden!;
  if (status >= 500) return TOLD['internal-error']!;
  return tell('invalid', 'Requête refusée', 'The request is refused');
}

/** A problem as FHIR tells it. What the caller sent is not repeated. */
export function outcomeOfProblem(
  { code, status, faults }: ProblemError,
  acceptLanguage: string | undefined,
): string {
  const told = TOLD[code] ?? toldByStatus(status);
  const places = faults.flatMap(({ pointer, parameter }) => [pointer ?? parameter ?? []].flat());
  return JSON.stringify(
    writeOperationOutcome({ code: told.code, text: told[languageOf(acceptLanguage)], places }),
  );
}
