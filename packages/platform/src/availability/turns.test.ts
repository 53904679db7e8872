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
  const all = [0, 1, 2, 3, 4].map((number) => turns.take('desk', () => work(number)));
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
  const all = Array.from({ length: 100 }, () => turns.take('public', async () => (done += 1)));
  const doneWhenHeard = await new Promise<number>((heard) => setImmediate(() => heard(done)));
  assert.ok(doneWhenHeard < 10, `${doneWhenHeard} came before it`);
  await Promise.all(all);
  assert.equal(done, 100);
});

/** Work that lasts until it is let go, and what was done since. */
function heldTurn(turns: Turns) {
  const done: string[] = [];
  let letGo = () => {};
  const held = turns.take('public', () => new Promise<void>((resolve) => (letGo = resolve)));
  const note = (name: string) => async () => void done.push(name);
  return { done, note, end: () => (letGo(), held) };
}

test('what begins comes before what goes on, which has a turn after three', async () => {
  const turns = new Turns(1);
  const { done, note, end } = heldTurn(turns);
  const all = [
    ...['a', 'b'].map((name) => turns.take('public', note(name))),
    ...['1', '2', '3', '4'].map((name) => turns.begin('public', note(name))),
  ];
  await end();
  await Promise.all(all);
  assert.deepEqual(done, ['1', '2', '3', 'a', '4', 'b']);
});

test('desks come before the public, who have a turn after three', async () => {
  const turns = new Turns(1);
  const { done, note, end } = heldTurn(turns);
  const all = [
    ...['p1', 'p2'].map((name) => turns.begin('public', note(name))),
    turns.take('public', note('p3')),
    turns.take('desk', note('d1')),
    ...['d2', 'd3', 'd4'].map((name) => turns.begin('desk', note(name))),
  ];
  await end();
  await Promise.all(all);
  assert.deepEqual(done, ['d2', 'd3', 'd4', 'p1', 'd1', 'p2', 'p3']);
});

test('the public is refused while desks still wait, and desks only for too many of their own', async () => {
  let now = 0;
  const turns = new Turns(1, () => now);
  const { done, note, end } = heldTurn(turns);
  const flood = Array.from({ length: 100 }, () => turns.begin('public', note('public')));
  now = 2_001;
  await assert.rejects(turns.begin('public', note('one more')), { code: 'unavailable' });
  const desk = turns.begin('desk', note('desk'));
  now = 4_002;
  await assert.rejects(turns.begin('desk', note('another')), { code: 'unavailable' });
  await end();
  await Promise.all([...flood, desk]);
  assert.deepEqual([done[0], done.length], ['desk', 101]);
});

test('nothing begins where others have waited for too long to; what goes on waits', async () => {
  let now = 0;
  const turns = new Turns(1, () => now);
  const { done, note, end } = heldTurn(turns);
  const first = turns.begin('public', note('first'));
  now = 2_000;
  const second = turns.begin('public', note('second'));
  now = 2_001;
  await assert.rejects(turns.begin('public', note('third')), (error: ProblemError) => {
    assert.deepEqual([error.code, error.status], ['unavailable', 503]);
    assert.match(error.headers['retry-after']!, /^\d+$/);
    return true;
  });
  const change = turns.take('public', note('change'));
  await end();
  await Promise.all([first, second, change]);
  assert.deepEqual(done, ['first', 'second', 'change']);
  await turns.begin('public', note('later'));
  assert.equal(done.at(-1), 'later');
});
