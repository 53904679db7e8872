// Of @open-wc/testing itself: that would be loaded before the runner, and then clean nothing up.
import * as chai from '@esm-bundle/chai';

type Described = Error & { actual?: unknown; expected?: unknown };

const simple = (value: unknown): boolean => Object(value) !== value || typeof value === 'function';

/**
 * What a failed assertion compared, as text. The runner writes it out whole: of an element that is the page
 * and all that its renderer keeps, and a test that should fail at once would never end.
 */
const described = (value: unknown): unknown => (simple(value) ? value : chai.util.inspect(value));

const prototype = chai.Assertion.prototype as { assert: (...facts: unknown[]) => void };
const { assert } = prototype;
prototype.assert = function (...facts) {
  try {
    assert.apply(this, facts);
  } catch (error) {
    const failure = error as Described;
    failure.actual = described(failure.actual);
    failure.expected = described(failure.expected);
    throw failure;
  }
};
