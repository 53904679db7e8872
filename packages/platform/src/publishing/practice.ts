import type { components } from '../generated/platform.ts';
import { bodyProblem } from '../http/problem.ts';

type Schemas = components['schemas'];

/** All that a practice says, with what it does not say filled in. */
function practiceOf(request: Schemas['PracticeRequest']): Schemas['Practice'] {
  const { information = null, feeSector = null, openingHours = [] } = request;
  const { thirdPartyPayment = null, wheelchair = null, newPatients = null } = request;
  for (const [index, { from, to }] of openingHours.entries()) {
    if (from < to) continue;
    const place = `/practice/openingHours/${index}/to`;
    throw bodyProblem('end-before-start', place, 'to is after from; a night is two periods');
  }
  const languages = [...new Set(request.languages)];
  return {
    ...{ information, feeSector, thirdPartyPayment, wheelchair },
    ...{ languages, newPatients, openingHours },
  };
}

/**
 * The text of the `practice` column; null where nothing is said.
 *
 * @throws {ProblemError} 422 `end-before-start`.
 */
export function practiceColumn(request: Schemas['PracticeRequest'] | null = null): string | null {
  return request === null ? null : JSON.stringify(practiceOf(request));
}
