import { expect } from '@open-wc/testing';
import { FakeClock } from '../../../testing/fake-clock.ts';
import { Batch } from './batch.ts';

describe('a batch', () => {
  const fake = new FakeClock();
  let done = 0;
  let batch: Batch;

  beforeEach(() => {
    fake.install();
    done = 0;
    batch = new Batch(30, () => (done += 1));
  });
  afterEach(() => fake.restore());

  it('is done once for what comes together', () => {
    batch.add();
    batch.add();
    fake.pass(30);
    expect(done).to.equal(1);
  });

  it('is not put off by what keeps coming', () => {
    batch.add();
    fake.pass(20);
    batch.add();
    fake.pass(10);
    expect(done).to.equal(1);
  });

  it('is done again for what comes later, and not once it is taken back', () => {
    batch.add();
    fake.pass(30);
    batch.add();
    fake.pass(30);
    expect(done).to.equal(2);
    batch.add();
    batch.cancel();
    fake.pass(30);
    expect(done).to.equal(2);
  });
});
