import { expect } from '@open-wc/testing';

type Failure = Error & { actual: unknown; expected: unknown };

function failureOf(assertion: () => void): Failure {
  try {
    assertion();
  } catch (error) {
    return error as Failure;
  }
  throw new Error('it held');
}

describe('a failed assertion', () => {
  it('tells of elements in a line, not with all that hangs on them', () => {
    const { actual, expected } = failureOf(() => {
      expect(document.head).to.equal(document.body);
    });
    expect(typeof actual).to.equal('string');
    expect(typeof expected).to.equal('string');
  });

  it('tells of lists of them as well', () => {
    const { actual } = failureOf(() => {
      expect([document.head]).to.deep.equal([]);
    });
    expect(typeof actual).to.equal('string');
  });

  it('tells of plain values as they are', () => {
    const { actual, expected } = failureOf(() => {
      expect(1).to.equal(2);
    });
    expect([actual, expected]).to.deep.equal([1, 2]);
  });
});
