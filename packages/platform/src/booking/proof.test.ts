import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { components } from '../generated/platform.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { proofDifficulty } from './proof.ts';

type Hold = components['schemas']['Hold'];
type Challenge = components['schemas']['Challenge'];

const MONDAY = '2026-11-23T08:00:00+01:00';
const BITS = 4;
const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
let platform: TestPlatform;
let schedule: string;

before(async () => {
  platform = await startTestPlatform({
    SAS_PROOF_DIFFICULTY: String(BITS),
    SAS_HOLDS_PER_ADDRESS: '100',
  });
  await platform.setClock(MONDAY);
  schedule = await openAgenda(platform);
});
after(() => platform.close());

let minute = 0;
async function freshHold(): Promise<Hold> {
  const start = new Date(Date.parse('2026-11-23T10:00:00+01:00') + minute * 60_000);
  minute += 20;
  const slotId = await addSlot(platform, schedule, slotAt(start.toISOString()));
  const { body, status } = await platform.call('POST', '/v1/holds', {
    as: 'public',
    body: { slotId },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body as Hold;
}

function zeroBits({ seed, iterations }: Challenge, nonce: number): number {
  return Math.clz32(pbkdf2Sync(seed, String(nonce), iterations, 4, 'sha256').readUInt32BE(0));
}

/** The first nonce, from one on, that solves a challenge; or the first that does not. */
function solve(challenge: Challenge, from = 0, solved = true) {
  let nonce = from;
  while (zeroBits(challenge, nonce) >= challenge.difficulty !== solved) nonce += 1;
  return { seed: challenge.seed, nonce };
}

const book = (hold: Hold, proof?: unknown, headers: Record<string, string> = {}) =>
  platform.call('POST', '/v1/appointments', {
    as: 'public',
    headers,
    body: { slotId: hold.slot.id, holdId: hold.id, contact, ...(proof ? { proof } : {}) },
  });

function challengeOf({ challenge }: Hold): Challenge {
  assert.ok(challenge, 'the hold carries no challenge');
  return challenge;
}

test('the hold of a visitor carries a challenge, and its solution books', async () => {
  const hold = await freshHold();
  const challenge = challengeOf(hold);
  assert.equal(challenge.algorithm, 'PBKDF2-SHA-256');
  assert.ok(challenge.difficulty >= BITS);
  const { status, body } = await book(hold, solve(challenge));
  assert.equal(status, 201, JSON.stringify(body));
});

test('without a proof, or with one that solves nothing, nothing is booked', async () => {
  const hold = await freshHold();
  const other = challengeOf(await freshHold());
  const challenge = challengeOf(hold);
  const signature = challenge.seed.split('.')[1];
  const table: [unknown, string, string][] = [
    [undefined, 'proof-required', '/proof'],
    [solve(challenge, 0, false), 'proof-invalid', '/proof/nonce'],
    [solve(other), 'proof-invalid', '/proof/seed'],
    [
      solve({ ...challenge, seed: `1.${signature}`, difficulty: 1 }),
      'proof-invalid',
      '/proof/seed',
    ],
    [{ seed: `0.${signature}`, nonce: 0 }, 'proof-invalid', '/proof/seed'],
    [{ seed: 'nonsense', nonce: 0 }, 'proof-invalid', '/proof/seed'],
  ];
  for (const [proof, code, pointer] of table) {
    const { status, body } = await book(hold, proof);
    assert.deepEqual([status, body.code, body.errors[0].pointer], [422, code, pointer]);
  }
  assert.equal((await book(hold, solve(challenge))).status, 201);
});

test('a proof is good for its hold, once', async () => {
  const hold = await freshHold();
  const proof = solve(challengeOf(hold));
  assert.equal((await book(hold, proof)).status, 201);
  const again = await book(hold, proof);
  assert.deepEqual([again.status, again.body.code], [409, 'hold-expired']);
});

test('a repetition under one key may carry another proof', async () => {
  const hold = await freshHold();
  const headers = { 'idempotency-key': 'proof-1' };
  const proof = solve(challengeOf(hold));
  const first = await book(hold, proof, headers);
  assert.equal(first.status, 201);
  const second = await book(hold, solve(challengeOf(hold), proof.nonce + 1), headers);
  assert.deepEqual([second.status, second.body.id], [201, first.body.id]);
});

test('moving asks for the proof of the new hold', async () => {
  const first = await freshHold();
  const booked = await book(first, solve(challengeOf(first)));
  const second = await freshHold();
  const move = (proof?: unknown) =>
    platform.call('POST', `/v1/appointments/${booked.body.id}/reschedule`, {
      as: 'public',
      headers: { 'sas-manage-token': booked.body.manageToken },
      body: { slotId: second.slot.id, holdId: second.id, ...(proof ? { proof } : {}) },
    });
  assert.equal((await move()).body.code, 'proof-required');
  assert.equal((await move(solve(challengeOf(first)))).body.code, 'proof-invalid');
  const moved = await move(solve(challengeOf(second)));
  assert.deepEqual([moved.status, moved.body.slot.id], [200, second.slot.id]);
});

test('an extended hold keeps its challenge', async () => {
  const hold = await freshHold();
  const { body } = await platform.call('POST', `/v1/holds/${hold.id}/extend`, { as: 'public' });
  assert.deepEqual(body.challenge, hold.challenge);
});

test('professionals are asked for no proof', async () => {
  const { slot } = await freshHold();
  await platform.database.query(`update hold set state = 'released'`);
  const hold = await platform.call('POST', '/v1/holds', {
    as: 'regulator',
    body: { slotId: slot.id },
  });
  assert.equal(hold.body.challenge, undefined);
  const { status } = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: slot.id, holdId: hold.body.id },
  });
  assert.equal(status, 201);
});

test('the more an address has booked today, the harder its next challenge', async () => {
  await platform.database.query('update public_booking_count set bookings = 4');
  assert.equal(challengeOf(await freshHold()).difficulty, BITS + 2);
  await platform.setClock('2026-11-22T08:00:00+01:00');
  assert.equal(challengeOf(await freshHold()).difficulty, BITS, 'another day');
  await platform.setClock(MONDAY);
});

test('bits of a challenge, by bookings of the day', () => {
  const table: [base: number, bookings: number, bits: number][] = [
    [8, 0, 8],
    [8, 1, 8],
    [8, 2, 9],
    [8, 7, 11],
    [8, 8, 12],
    [8, 1000, 12],
    [0, 1000, 0],
  ];
  for (const [base, bookings, bits] of table) assert.equal(proofDifficulty(base, bookings), bits);
});
