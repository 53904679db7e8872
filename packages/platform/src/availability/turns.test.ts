import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemError } from '../http/problem.ts';
import { Turns } from './turns.ts';

test('so much runs at once, in the order in which it came, whatever fails', async () => {
  const turns = new Turns(2);
  const done: number[] = [];
  let running = 0;
  const work = async (number: number) => {
    running += 1;
    assert.ok(running <= 2);
    await new Promise(setImmediate);
    running -= 1;
    done.push(number);
    if (number === 1) throw new Error('the database is away');
  };
  const all = [0, 1, 2, 3, 4].map((number) => turns.take(() => work(number)));
  const ended = await Promise.allSettled(all);
  assert.deepEqual(done, [0, 1, 2, 3, 4]);
  assert.deepEqual(
    ended.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'],
  );
});

test('a request that comes meanwhile is heard between two turns, however fast each is', async () => {
  const turns = new Turns(1);
  let done = 0;
  const all = Array.from({ length: 100 }, () => turns.take(async () => (done += 1)));
  const doneWhenHeard = await new Promise<number>((heard) => setImmediate(() => heard(done)));
  assert.ok(doneWhenHeard < 10, `${doneWhenHeard} came before it`);
  await Promise.all(all);
  assert.equal(done, 100);
});

/** Work that lasts until it is let go, and what was done since. */
function heldTurn(turns: Turns) {
  const done: string[] = [];
  let letGo = () => {};
  const held = turns.take(() => new Promise<void>((resolve) => (letGo = resolve)));
  const note = (name: string) => async () => void done.push(name);
  return { done, note, end: () => (letGo(), held) };
}

test('what begins comes before what goes on, which has a turn after three', async () => {
  const turns = new Turns(1);
  const { done, note, end } = heldTurn(turns);
  const all = [
    ...['a', 'b'].map((name) => turns.take(note(name))),
    ...['1', '2', '3', '4'].map((name) => turns.begin(note(name))),
  ];
  await end();
  await Promise.all(all);
  assert.deepEqual(done, ['1', '2', '3', 'a', '4', 'b']);
});

test('nothing begins where others have waited for too long to; what goes on waits', async () => {
  let now = 0;
  const turns = new Turns(1, () => now);
  const { done, note, end } = heldTurn(turns);
  const first = turns.begin(note('first'));
  now = 2_000;
  const second = turns.begin(note('second'));
  now = 2_001;
  await assert.rejects(turns.begin(note('third')), (error: ProblemError) => {
    assert.deepEqual([error.code, error.status], ['unavailable', 503]);
    assert.match(error.headers['retry-after']!, /^\d+$/);
    return true;
  });
  const change = turns.take(note('change'));
  await end();
  await Promise.all([first, second, change]);
  assert.deepEqual(done, ['first', 'second', 'change']);
  await turns.begin(note('later'));
  assert.equal(done.at(-1), 'later');
});
