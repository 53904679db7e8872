import { expect } from '@open-wc/testing';
import { AsyncTask } from './async-task.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

describe('an async task', () => {
  it('keeps its last value while it runs again and when it fails', async () => {
    const answers = [() => 'first', () => Promise.reject(new Error('no'))];
    const task = new AsyncTask(host, async () => answers.shift()?.());
    await task.run();
    expect([task.status, task.value]).to.deep.equal(['done', 'first']);
    const again = task.run();
    expect([task.status, task.value]).to.deep.equal(['pending', 'first']);
    await again;
    expect([task.status, task.value]).to.deep.equal(['failed', 'first']);
    expect(task.error).to.be.an('error');
  });

  it('takes the answer of the newest run only', async () => {
    const resolve: ((value: string) => void)[] = [];
    const signals: AbortSignal[] = [];
    const task = new AsyncTask(host, (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>((settle) => resolve.push(settle));
    });
    const first = task.run();
    const second = task.run();
    resolve[1]?.('new');
    resolve[0]?.('old');
    expect(await Promise.all([first, second])).to.deep.equal([undefined, 'new']);
    expect(task.value).to.equal('new');
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });

  it('is idle again when its element leaves the page', () => {
    const task = new AsyncTask(host, () => new Promise<void>(() => undefined));
    void task.run();
    task.hostDisconnected();
    expect(task.status).to.equal('idle');
  });
});
