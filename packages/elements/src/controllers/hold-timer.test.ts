import { expect } from '@open-wc/testing';
import { FakeClock } from '../testing/fake-clock.ts';
import { HoldTimer, markPassed } from './hold-timer.ts';

describe('the hold timer', () => {
  const marks: [before: number, after: number, mark: number | undefined][] = [
    [300, 299, undefined],
    [61, 60, 60],
    [60, 59, undefined],
    [21, 20, 20],
    [90, 45, 60],
    [90, 10, 20],
    [30, 0, undefined],
  ];
  for (const [before, after, mark] of marks) {
    it(`speaks ${mark ?? 'nothing'} from ${before} s to ${after} s`, () => {
      expect(markPassed(before, after)).to.equal(mark);
    });
  }

  const clock = new FakeClock();
  beforeEach(() => clock.install());
  afterEach(() => clock.restore());

  const start = (seconds: number) => {
    const told: (number | 'expired')[] = [];
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    };
    const timer = new HoldTimer(host, {
      onMark: (left) => told.push(left),
      onExpire: () => told.push('expired'),
    });
    timer.start(seconds);
    return { timer, told };
  };

  it('counts whole seconds and speaks at 60 s and 20 s only', () => {
    const { timer, told } = start(300);
    clock.pass(1000);
    expect(timer.remaining).to.equal(299);
    clock.pass(279_000);
    expect(timer.remaining).to.equal(20);
    expect(told).to.deep.equal([60, 20]);
    clock.pass(20_000);
    expect(told).to.deep.equal([60, 20, 'expired']);
    expect(timer.remaining).to.equal(0);
  });

  it('is right after the page slept, and speaks once', () => {
    const { timer, told } = start(300);
    clock.sleep(285_500);
    clock.pass(1);
    expect(timer.remaining).to.equal(15);
    expect(told).to.deep.equal([20]);
  });

  it('expires at once after the page slept too long', () => {
    const { told } = start(300);
    clock.sleep(400_000);
    clock.pass(1);
    expect(told).to.deep.equal(['expired']);
  });

  it('starts again with the seconds of an extension', () => {
    const { timer, told } = start(30);
    clock.pass(15_000);
    timer.start(300);
    clock.pass(30_000);
    expect(timer.remaining).to.equal(270);
    expect(told).to.deep.equal([20]);
  });

  it('says nothing more once it is stopped', () => {
    const { timer, told } = start(30);
    timer.stop();
    clock.pass(60_000);
    expect(told).to.deep.equal([]);
  });
});
