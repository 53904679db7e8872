import type { CreateOptions, Hold, SasClient } from '@sas-kit/client';
import type { SasError } from '@sas-kit/client/errors';
import { codeOf } from './base-element.ts';

/** A call of which nobody waits for the answer. */
export const quietly = (call: Promise<unknown>): void => void call.catch(() => undefined);

/** A hold, extended; one that was given back when the page was left is a new one. */
export async function extendHold(holds: SasClient['holds'], hold: Hold): Promise<Hold> {
  try {
    return await holds.extend(hold.id);
  } catch (error) {
    if (codeOf(error) !== 'not-found') throw error;
    return holds.create({ slotId: hold.slot.id });
  }
}

/**
 * A call that makes something: where its answer was lost, the same is sent again under its first key, never made
 * a second time.
 */
export function resending<R, T>(call: (request: R, options: CreateOptions) => Promise<T>) {
  const unanswered = new Map<string, string>();
  return async (request: R): Promise<T> => {
    const body = JSON.stringify(request);
    try {
      const made = await call(request, { idempotencyKey: unanswered.get(body) });
      unanswered.delete(body);
      return made;
    } catch (error) {
      const { status, idempotencyKey } = error as Partial<SasError>;
      if (status === null && idempotencyKey) unanswered.set(body, idempotencyKey);
      throw error;
    }
  };
}
