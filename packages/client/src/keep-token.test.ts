import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTimeout } from './errors.ts';
import { keepToken, type AskToken, type KeepTokenOptions } from './keep-token.ts';

/** A provider, its clock, and what it has asked. */
function keeping(answer: (number: number) => ReturnType<AskToken>, options?: KeepTokenOptions) {
  const replaced: (string | undefined)[] = [];
  const clock = { now: Date.parse('2026-11-23T09:20:00+01:00') };
  const provider = keepToken(
    (question) => answer(replaced.push(question.replaced)),
    options,
    () => clock.now,
  );
  return { provider, replaced, clock };
}

const tenMinutes = (number: number) => ({ token: `t${number}`, expiresInSeconds: 600 });

describe('a kept token', () => {
  it('is asked for once by all who need it', async () => {
    const { provider, replaced } = keeping(async (number) => {
      await new Promise(setImmediate);
      return tenMinutes(number);
    });
    const tokens = await Promise.all(Array.from({ length: 50 }, () => provider()));
    assert.deepEqual(new Set(tokens), new Set(['t1']));
    assert.deepEqual(replaced, [undefined]);
  });

  const table: [name: string, lifeSeconds: number, afterSeconds: number, token: string][] = [
    ['serves nine minutes of ten', 600, 539, 't1'],
    ['is replaced in the last minute', 600, 540, 't2'],
    ['of a minute serves nine tenths of it', 60, 53, 't1'],
    ['of a minute is replaced in its last tenth', 60, 54, 't2'],
    ['without a life serves nobody', 0, 0, 't2'],
  ];
  for (const [name, expiresInSeconds, afterSeconds, token] of table) {
    it(name, async () => {
      const { provider, clock } = keeping((number) => ({ token: `t${number}`, expiresInSeconds }));
      await provider();
      clock.now += afterSeconds * 1000;
      assert.equal(await provider(), token);
    });
  }

  it('is replaced when it was refused, once for all who were', async () => {
    const { provider, replaced } = keeping(tenMinutes);
    await provider();
    assert.deepEqual(await Promise.all([provider('t1'), provider('t1')]), ['t2', 't2']);
    assert.equal(await provider('t1'), 't2');
    assert.deepEqual(replaced, [undefined, 't1']);
  });

  it('serves on while another cannot be had and it is still good', async () => {
    const { provider, clock } = keeping((number) => {
      if (number > 1) throw new Error('down');
      return tenMinutes(number);
    });
    await provider();
    clock.now += 599_000;
    assert.equal(await provider(), 't1');
    await assert.rejects(() => provider('t1'), { message: 'down' });
    clock.now += 1_000;
    await assert.rejects(() => provider(), { message: 'down' });
  });

  it('is asked for again after a question that failed', async () => {
    const { provider } = keeping((number) => {
      if (number === 1) throw new Error('down');
      return tenMinutes(number);
    });
    await assert.rejects(() => provider(), { message: 'down' });
    assert.equal(await provider(), 't2');
  });

  it('whose question hangs fails by a time-out that may be tried again, and tells it', async () => {
    let cancelled = false;
    const provider = keepToken(
      ({ signal }) => {
        signal.addEventListener('abort', () => (cancelled = true));
        return new Promise(() => undefined);
      },
      { timeoutMs: 20 },
    );
    await assert.rejects(
      () => provider(),
      (error) => isTimeout(error) && error.retryable && error.code === 'timeout',
    );
    assert.equal(cancelled, true);
  });
});
