import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { describe, it } from 'node:test';
import { responseInfo, solveChallenge } from './index.ts';
import { json, type Reply } from './testing/server.ts';
import { failure, start } from './testing/start.ts';
import type { Challenge, Proof } from './types.ts';

const challenge: Challenge = {
  algorithm: 'PBKDF2-SHA-256',
  seed: '6.aDemonstrationSeed',
  iterations: 100,
  difficulty: 6,
};
/** A second of work: long enough to be waited for. */
const hard: Challenge = { ...challenge, seed: 'hard', iterations: 300_000, difficulty: 4 };

const zeroBits = ({ seed, nonce }: Proof, { iterations }: Challenge) =>
  Math.clz32(pbkdf2Sync(seed, String(nonce), iterations, 4, 'sha256').readUInt32BE(0));

/** The first nonce that solves it, by another implementation. */
function expected(asked: Challenge): Proof {
  const proof = { seed: asked.seed, nonce: 0 };
  while (zeroBits(proof, asked) < asked.difficulty) proof.nonce += 1;
  return proof;
}

let holds = 0;
/** Answers a hold of its own, with or without a challenge. */
const held = (asked?: Challenge): Reply => {
  holds += 1;
  const hold = { id: `h${holds}`, remainingSeconds: 300, ...(asked && { challenge: asked }) };
  return json(201, hold, { etag: '"1"' });
};
const booked = json(201, { id: 'a1' });
const bodyOf = ({ body }: { body: string }) => JSON.parse(body) as Record<string, unknown>;

describe('a challenge', () => {
  it('is solved as the contract says', async () => {
    assert.deepEqual(await solveChallenge(challenge), expected(challenge));
  });

  it('is left when its signal is aborted', async () => {
    const reason = new Error('the reader left');
    const signal = AbortSignal.abort(reason);
    await assert.rejects(solveChallenge(challenge, { signal }), reason);
  });
});

describe('the proof of a hold', () => {
  it('goes with the booking, and the hold is answered as it came', async (t) => {
    const { client, received } = await start(t, {}, held(challenge), booked);
    const hold = await client.holds.create({ slotId: 's1' });
    assert.deepEqual(hold.challenge, challenge);
    assert.equal(responseInfo(hold)?.etag, '"1"');
    await client.appointments.book({ slotId: 's1', holdId: hold.id });
    const proof = expected(challenge);
    assert.deepEqual(bodyOf(received[1]!), { slotId: 's1', holdId: hold.id, proof });
  });

  it('goes with the move', async (t) => {
    const { client, received } = await start(t, {}, held(challenge), json(200, { id: 'a1' }));
    const { id: holdId } = await client.holds.create({ slotId: 's2' });
    await client.appointments.reschedule('a1', { slotId: 's2', holdId }, { manageToken: 'm' });
    assert.deepEqual(bodyOf(received[1]!)['proof'], expected(challenge));
  });

  it('goes again with the same booking after a lost answer', async (t) => {
    const lost: Reply = (response) => void response.socket?.destroy();
    const { client, received } = await start(t, { retries: 0 }, held(challenge), lost, booked);
    const { id: holdId } = await client.holds.create({ slotId: 's1' });
    const { idempotencyKey } = await failure(client.appointments.book({ slotId: 's1', holdId }));
    assert.ok(idempotencyKey);
    await client.appointments.book({ slotId: 's1', holdId }, { idempotencyKey });
    assert.deepEqual(bodyOf(received[2]!), bodyOf(received[1]!));
  });

  it('is the caller’s where it gives one', async (t) => {
    const { client, received } = await start(t, {}, held(challenge), booked);
    const { id: holdId } = await client.holds.create({ slotId: 's1' });
    const proof = { seed: 'mine', nonce: 7 };
    await client.appointments.book({ slotId: 's1', holdId, proof });
    assert.deepEqual(bodyOf(received[1]!)['proof'], proof);
  });

  it('is not sent where none was asked, nor without a hold', async (t) => {
    const { client, received } = await start(t, {}, held(), booked);
    const { id: holdId } = await client.holds.create({ slotId: 's1' });
    await client.appointments.book({ slotId: 's1', holdId });
    await client.appointments.book({ slotId: 's1' });
    assert.deepEqual(received.slice(1).map(bodyOf), [{ slotId: 's1', holdId }, { slotId: 's1' }]);
  });

  it('is waited for, unless the caller gives up', async (t) => {
    const { client, received } = await start(t, {}, held(hard), booked);
    const { id: holdId } = await client.holds.create({ slotId: 's1' });
    const control = new AbortController();
    const { signal } = control;
    const booking = client.appointments.book({ slotId: 's1', holdId }, { signal });
    control.abort();
    const error = await failure(booking);
    assert.deepEqual([error.code, error.attempts], ['aborted', 0]);
    assert.equal(received.length, 1);
  });
});
