import { createHash, timingSafeEqual } from 'node:crypto';
import type { components } from '../generated/platform.ts';
import { bodyProblem } from '../http/problem.ts';
import type { Secrets } from './secrets.ts';

type Challenge = components['schemas']['Challenge'];
type Proof = components['schemas']['Proof'];

/** Bookings of an address and day that make its next challenge twice as hard. */
const BOOKINGS_PER_BIT = 2;
/** Bits that bookings add at most: a household, or everybody behind one operator's address, still books. */
const MOST_EXTRA_BITS = 5;
/** Characters of the signature that travel: 132 bits. */
const SIGNATURE_LENGTH = 22;

/**
 * Bits of the next challenge of an address.
 *
 * @param base bits of its first booking of the day; 0 asks for no proof.
 */
export function proofDifficulty(base: number, bookingsToday: number): number {
  if (base === 0) return 0;
  return base + Math.min(MOST_EXTRA_BITS, Math.floor(bookingsToday / BOOKINGS_PER_BIT));
}

/** The challenge of a hold. Nothing is stored: its salt says how hard it is, signed for this hold. */
export function challengeOf(secrets: Secrets, holdId: string, difficulty: number): Challenge {
  return { algorithm: 'SHA-256', salt: saltsOf(secrets, holdId, difficulty)[0]!, difficulty };
}

/** @throws {ProblemError} 422 `proof-required`, `proof-invalid`. */
export function checkProof(secrets: Secrets, holdId: string, proof: Proof | undefined): void {
  if (proof === undefined) {
    throw bodyProblem('proof-required', '/proof', 'solve the challenge of the hold');
  }
  const { salt, nonce } = proof;
  const difficulty = Number(/^(\d{1,2})\./.exec(salt)?.[1] ?? 0);
  const signed =
    difficulty > 0 && saltsOf(secrets, holdId, difficulty).some((each) => sameText(salt, each));
  if (signed && leadingZeroBits(`${salt}.${nonce}`) >= difficulty) return;
  const place = signed ? '/proof/nonce' : '/proof/salt';
  throw bodyProblem('proof-invalid', place, 'not a solution of the challenge of this hold');
}

/** Under the current key and those before it. */
function saltsOf(secrets: Secrets, holdId: string, difficulty: number): string[] {
  return secrets
    .capabilities('proof', `${difficulty} ${holdId}`)
    .map((signature) => `${difficulty}.${signature.slice(0, SIGNATURE_LENGTH)}`);
}

/** Zero bits that the SHA-256 of a text begins with, 32 at most. */
function leadingZeroBits(text: string): number {
  return Math.clz32(createHash('sha256').update(text).digest().readUInt32BE(0));
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
