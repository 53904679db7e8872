import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { easter as known } from 'date-easter';
import { easter } from './easter.ts';

describe('the Easter of the files that pages load', () => {
  it('is that of the library, each year from 1583, when the calendar begins, to 4000', () => {
    for (let year = 1583; year <= 4000; year += 1) {
      const { month, day } = known(year);
      assert.deepEqual(easter(year), { month, day }, String(year));
    }
  });
});
