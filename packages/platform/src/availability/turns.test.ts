import assert from 'node:assert/strict';
import { test } from 'node:test';
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
