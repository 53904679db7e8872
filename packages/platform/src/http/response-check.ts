import type { Operation } from './contract.ts';
import type { Answer } from './handler.ts';

/** `Z` is read, never written. */
const UTC = /"\d{4}-\d\d-\d\dT[\d:.]+Z"/;

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
  const type = answer.headers?.['content-type'];
  if (type !== undefined && !type.includes('json')) return;
  if (validate === null) return;
  const text = JSON.stringify(answer.body);
  const utc = operation.path.startsWith('/v1/') ? UTC.exec(text)?.[0] : undefined;
  if (utc !== undefined) throw new Error(`${operation.id} answered ${utc}, without an offset`);
  if (validate(JSON.parse(text))) return;
  const faults = validate.errors!.map((each) => `${each.instancePath} ${each.message}`).join('; ');
  throw new Error(`${operation.id} answered a body outside the contract: ${faults}`);
}
