import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { components } from '../generated/platform.ts';
import { bodyProblem } from '../http/problem.ts';
import type { Secrets } from './secrets.ts';

type Challenge = components['schemas']['Challenge'];
type Proof = components['schemas']['Proof'];

/** Rounds of one try: a fifth of a millisecond here, half of one on a telephone, and no less for a robot. */
const ITERATIONS = 1000;
/** Bookings of an address and day that make its next challenge twice as hard. */
const BOOKINGS_PER_BIT = 2;
/** Bits that bookings add at most: a household, or everybody behind one operator's address, still books. */
const MOST_EXTRA_BITS = 4;
/** Characters of the signature that travel: 132 bits. */
const SIGNATURE_LENGTH = 22;

const derive = promisify(pbkdf2);

/**
 * Bits of the next challenge of an address.
 *
 * @param base bits of its first booking of the day; 0 asks for no proof.
 */
export function proofDifficulty(base: number, bookingsToday: number): number {
  if (base === 0) return 0;
  return base + Math.min(MOST_EXTRA_BITS, Math.floor(bookingsToday / BOOKINGS_PER_BIT));
}

/** The challenge of a hold. Nothing is stored: its seed says how hard it is, signed for this hold. */
export function challengeOf(secrets: Secrets, holdId: string, difficulty: number): Challenge {
  const seed = seedsOf(secrets, holdId, difficulty)[0]!;
  return { algorithm: 'PBKDF2-SHA-256', seed, iterations: ITERATIONS, difficulty };
}

/** @throws {ProblemError} 422 `proof-required`, `proof-invalid`. */
export async function checkProof(
  secrets: Secrets,
  holdId: string,
  proof: Proof | undefined,
): Promise<void> {
  if (proof === undefined) {
    throw bodyProblem('proof-required', '/proof', 'solve the challenge of the hold');
  }
  const difficulty = Number(/^(\d{1,2})\./.exec(proof.seed)?.[1] ?? 0);
  const signed =
    difficulty > 0 &&
    seedsOf(secrets, holdId, difficulty).some((each) => sameText(proof.seed, each));
  if (signed && (await zeroBits(proof)) >= difficulty) return;
  const place = signed ? '/proof/nonce' : '/proof/seed';
  throw bodyProblem('proof-invalid', place, 'not a solution of the challenge of this hold');
}

/** Under the current key and those before it. */
function seedsOf(secrets: Secrets, holdId: string, difficulty: number): string[] {
  return secrets
    .capabilities('proof', `${difficulty} ${holdId}`)
    .map((signature) => `${difficulty}.${signature.slice(0, SIGNATURE_LENGTH)}`);
}

/** Zero bits that a try begins with, 32 at most. */
async function zeroBits({ seed, nonce }: Proof): Promise<number> {
  return Math.clz32((await derive(seed, String(nonce), ITERATIONS, 4, 'sha256')).readUInt32BE(0));
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
