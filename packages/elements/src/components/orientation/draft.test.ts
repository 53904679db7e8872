import { expect } from '@open-wc/testing';
import { clock } from '../../base/clock.ts';
import { lastInstant } from './draft.ts';

describe('the last time at which clocks showed this', () => {
  const real = { ...clock };
  afterEach(() => Object.assign(clock, real));

  const cases: [now: string, time: string, instant: string][] = [
    ['2026-11-23T14:10:00+01:00', '14:05', '2026-11-23T14:05:00+01:00'],
    ['2026-11-23T00:20:00+01:00', '23:50', '2026-11-22T23:50:00+01:00'],
    // A day of 25 hours, and one of 23.
    ['2026-10-25T23:30:00+01:00', '23:45', '2026-10-24T23:45:00+02:00'],
    ['2026-03-30T00:15:00+02:00', '23:45', '2026-03-29T23:45:00+02:00'],
  ];
  for (const [now, time, instant] of cases) {
    it(`${time}, said at ${now}`, () => {
      clock.today = () => Date.parse(now);
      const said = lastInstant(time, 'Europe/Paris');
      expect(Date.parse(said)).to.equal(Date.parse(instant));
    });
  }
});
