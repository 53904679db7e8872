import { expect } from '@open-wc/testing';
import type { Absence } from '@sas-kit/client';
import { planCopy, type Target } from './copy-week.ts';
import { asOf, slot, zone } from './testing/agenda-fixtures.ts';

const target = (change: Partial<Target> = {}): Target => ({
  monday: '2026-11-30',
  slots: [],
  absences: [],
  zone,
  now: Date.parse(asOf),
  ...change,
});

const plan = (slots: Parameters<typeof planCopy>[0], where = target()) =>
  planCopy(slots, '2026-11-23', where);

describe('a week that is copied', () => {
  it('makes its slots at the same times of the other week, in order', () => {
    const offer = { capacity: 4, booked: 2, visibility: ['SNP'] as const };
    const range = slot('25', '10:00', { ...offer, until: '12:00', visibility: ['SNP'] });
    const [first, second] = plan([range, slot('24', '09:20')]);
    expect(first?.request.start).to.equal('2026-12-01T09:20:00+01:00');
    expect(second).to.deep.equal({
      request: {
        start: '2026-12-02T10:00:00+01:00',
        end: '2026-12-02T12:00:00+01:00',
        modalities: ['AMB'],
        visibility: ['SNP'],
        booking: 'ROUTINE',
        capacity: 4,
        communities: [],
        publicDisplay: false,
      },
      hindrance: undefined,
    });
  });

  it('leaves to software what it publishes, and what is withdrawn', () => {
    const slots = [
      slot('24', '09:20', { origin: 'push' }),
      slot('24', '10:20', { status: 'withdrawn' }),
    ];
    expect(plan(slots)).to.deep.equal([]);
  });

  it('keeps the times of the clocks over a change of clocks', () => {
    const [summer] = plan([slot('24', '09:20')], target({ monday: '2027-03-29' }));
    expect(summer?.request.start).to.equal('2027-03-30T09:20:00+02:00');
    const night = slot('29', '02:15');
    const [skipped] = plan([night], target({ monday: '2027-03-22' }));
    expect(skipped?.hindrance).to.equal('skipped');
  });

  it('says what stands there already, what overlaps, and where one is absent', () => {
    const slots = [
      slot('23', '09:00'),
      slot('23', '10:00'),
      slot('24', '11:00'),
      slot('25', '09:00'),
    ];
    const absence: Absence = {
      id: 'a',
      from: '2026-12-01T00:00:00+01:00',
      to: '2026-12-02T00:00:00+01:00',
      bookedSlots: 0,
    };
    const there = [
      slot('11-30', '09:00'),
      slot('11-30', '10:10'),
      slot('12-02', '09:00', { status: 'withdrawn' }),
    ];
    const where = target({ slots: there, absences: [absence] });
    expect(plan(slots, where).map(({ hindrance }) => hindrance)).to.deep.equal([
      'stands',
      'overlap',
      'absence',
      undefined,
    ]);
  });

  it('makes nothing in the past', () => {
    const later = [slot('12-01', '09:00')];
    const [past] = planCopy(later, '2026-11-30', target({ monday: '2026-11-16' }));
    expect(past?.hindrance).to.equal('past');
  });
});
