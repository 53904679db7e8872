import type { Challenge, Proof } from './types.ts';

/**
 * Solves the challenge of a hold beside the main thread: 2^`difficulty` tries on average, some tenths
 * of a second of a telephone. `client.appointments` does it by itself for the holds that were made
 * here; for another one, give the result as `proof`. Needs `crypto.subtle`: in a browser, a page served
 * over https or from localhost.
 *
 * @example
 * const proof = hold.challenge && (await solveChallenge(hold.challenge, { signal }));
 * @throws the signal's reason, once aborted
 */
export async function solveChallenge(
  { seed, iterations, difficulty }: Challenge,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Proof> {
  const { subtle } = crypto;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const key = await subtle.importKey('raw', bytes(seed), 'PBKDF2', false, ['deriveBits']);
  for (let nonce = 0; ; nonce += 1) {
    signal?.throwIfAborted();
    const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(`${nonce}`), iterations };
    const bits = await subtle.deriveBits(algorithm, key, 32);
    if (Math.clz32(new DataView(bits).getUint32(0)) >= difficulty) return { seed, nonce };
  }
}
