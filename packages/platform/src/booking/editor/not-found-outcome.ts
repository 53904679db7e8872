import { readOperationOutcome } from '@sas-kit/fhir';

/** Whether an OperationOutcome says that what was named is not there, and not that the address is none. */
export function isNotFoundOutcome(body: unknown): boolean {
  return readOperationOutcome(body)?.some(({ code }) => code === 'not-found') === true;
}
