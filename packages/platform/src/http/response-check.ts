import type { Operation } from './contract.ts';
import type { Answer } from './handler.ts';

/**
 * Checks an answer against the contract.
 *
 * @throws {Error} when status or body is not what the contract says.
 */
export function checkResponse(operation: Operation, answer: Answer<unknown>): void {
  const validate = operation.validateResponse.get(String(answer.status));
  if (validate === undefined) {
    throw new Error(`${operation.id} answered ${answer.status}, which the contract does not know`);
  }
  if (validate === null || validate(JSON.parse(JSON.stringify(answer.body)))) return;
  const faults = validate.errors!.map((each) => `${each.instancePath} ${each.message}`).join('; ');
  throw new Error(`${operation.id} answered a body outside the contract: ${faults}`);
}
