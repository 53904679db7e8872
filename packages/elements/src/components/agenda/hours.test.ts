import { expect } from '@open-wc/testing';
import { publishedMinutes } from './hours.ts';
import { slot } from './testing/agenda-fixtures.ts';

describe('the hours that a week publishes', () => {
  it('count each minute once, booked or free', () => {
    const week = [
      slot('24', '09:00', { until: '10:00', booked: 1, status: 'full' }),
      slot('24', '09:30', { until: '10:30' }),
      slot('23', '14:00'),
      slot('24', '09:40'),
    ];
    expect(publishedMinutes(week)).to.equal(105);
    expect(publishedMinutes([])).to.equal(0);
  });

  it('leave out what is withdrawn', () => {
    expect(publishedMinutes([slot('24', '09:00', { status: 'withdrawn' })])).to.equal(0);
  });
});
