import { writeOperationOutcome } from '@sas-kit/fhir';
import type { Answer } from './answer.ts';
import type { Issue, Refusal } from './refusal.ts';

/** The language of a message: French unless the caller prefers English. */
export function languageOf(acceptLanguage: string | null): 'fr' | 'en' {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'fr';
}

/** The answer to a refused request: an OperationOutcome that says why (guide, "Réponse – Échec"). */
export function outcomeAnswer(refusal: Refusal, language: 'fr' | 'en'): Answer {
  const [first, ...more] = refusal.issues.map(({ code, text, expression }: Issue) => ({
    code,
    text: text[language],
    ...(expression !== undefined && { places: [expression] }),
  }));
  const outcome = writeOperationOutcome(
    first ?? { code: 'exception', text: refusal.message },
    ...more,
  );
  return {
    status: refusal.status,
    body: JSON.stringify(outcome),
    headers: { 'Content-Language': language, ...refusal.headers },
  };
}
