import assert from 'node:assert/strict';
import { isSasError, type SasError } from '@sas-kit/client';

/** The error that a call ends with. */
export async function failure(call: Promise<unknown>): Promise<SasError> {
  const error: unknown = await call.then(
    () => assert.fail('the call worked'),
    (reason: unknown) => reason,
  );
  assert.ok(isSasError(error), String(error));
  return error;
}
