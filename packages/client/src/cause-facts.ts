import type { SasError } from './errors.ts';

const known = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z][\w-]{0,63}$/.test(value) ? value : undefined;

/**
 * What logs are told of a cause and of what is behind it: names and codes (`TypeError`, `ECONNREFUSED`),
 * no message, which may quote an address or what was sent.
 */
export function causeFacts(cause: unknown, depth = 4): object | undefined {
  if (typeof cause !== 'object' || cause === null || depth === 0) return undefined;
  const { brand, name, code, operation, status, requestId, cause: behind } = cause as SasError;
  return {
    name: known(name),
    // Of a DOMException it is a number.
    code: known(code),
    ...(brand === 'sas-kit' && { operation, status, requestId }),
    cause: causeFacts(behind, depth - 1),
  };
}
