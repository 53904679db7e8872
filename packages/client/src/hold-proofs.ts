import type { CallOptions } from './options.ts';
import { solveChallenge } from './proof.ts';
import type { Hold, Proof } from './types.ts';

/**
 * By the hold's id, begun with the hold: mostly solved before its form is filled in. Only visitors
 * have any, and their holds of a day are few: none is forgotten.
 */
const proofs = /* @__PURE__ */ new Map<string, Promise<Proof | void>>();

/** Begins to solve the challenge of a hold that has one; answers the hold. */
export function beginProof(hold: Hold): Hold {
  const { id, challenge, remainingSeconds } = hold;
  if (challenge) {
    const signal = AbortSignal.timeout(remainingSeconds * 1000);
    // Without a proof the platform says what is missing.
    const none = () => {};
    proofs.set(id, solveChallenge(challenge, { signal }).catch(none));
  }
  return hold;
}

/** The body of a booking, with the proof of its hold where one was begun. An abort ends the wait. */
export async function withProof<B extends { holdId?: string; proof?: Proof }>(
  body: B,
  { signal }: CallOptions = {},
): Promise<B> {
  const proof = await Promise.race([
    proofs.get(body.holdId ?? ''),
    new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve())),
  ]);
  return proof ? { proof, ...body } : body;
}
