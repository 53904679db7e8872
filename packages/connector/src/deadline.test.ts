import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { suite, test } from 'node:test';
import { DeadlineError, withDeadline } from './deadline.ts';

const timers = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

const never = (): Promise<never> => new Promise(() => undefined);

suite('a deadline', () => {
  test('gives what came in time', async () => {
    assert.equal(await withDeadline(60_000, () => 5), 5);
    await assert.rejects(
      withDeadline(60_000, () => {
        throw new RangeError('no');
      }),
      RangeError,
    );
  });

  test('cuts what does not come, and says so to it', async () => {
    let reason: unknown;
    await assert.rejects(
      withDeadline(1, (signal) => {
        signal.addEventListener('abort', () => (reason = signal.reason));
        return never();
      }),
      DeadlineError,
    );
    assert.ok(reason instanceof DeadlineError);
  });

  test('a caller that goes away, or is gone already, is not waited for', async () => {
    const caller = new AbortController();
    const waiting = withDeadline(60_000, never, caller.signal);
    caller.abort(new Error('gone'));
    await assert.rejects(waiting, /gone/);
    await assert.rejects(withDeadline(60_000, never, caller.signal), /gone/);
  });

  test('leaves neither timer nor listener behind, however it ended', async () => {
    const caller = new AbortController();
    const before = timers();
    const ends: (() => Promise<unknown> | number)[] = [
      () => 5,
      () => Promise.reject(new Error('no')),
      () => {
        throw new Error('no');
      },
      never,
    ];
    for (const end of ends) {
      const ms = end === never ? 1 : 60_000;
      await withDeadline(ms, end, caller.signal).catch(() => undefined);
    }
    assert.equal(timers(), before);
    assert.equal(getEventListeners(caller.signal, 'abort').length, 0);
  });

  test('a rejection that comes late troubles nobody', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    let fail = (_error: Error): void => undefined;
    const late = new Promise<never>((_resolve, reject) => (fail = reject));
    await assert.rejects(
      withDeadline(1, () => late),
      DeadlineError,
    );
    fail(new Error('late'));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    assert.deepEqual(unhandled, []);
  });
});
