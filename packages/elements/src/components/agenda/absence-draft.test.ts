import { expect } from '@open-wc/testing';
import {
  absenceFaults,
  absenceFieldAt,
  absenceRequest,
  newAbsenceDraft,
  wholeDaysOf,
  type AbsenceDraft,
  type AbsenceFault,
  type AbsenceField,
} from './absence-draft.ts';
import { asOf, zone } from './testing/agenda-fixtures.ts';

const now = Date.parse(asOf);
const days: AbsenceDraft = newAbsenceDraft('2026-11-26');
const hours: AbsenceDraft = {
  wholeDays: false,
  fromDate: '2026-11-26',
  fromTime: '12:00',
  toDate: '2026-11-26',
  toTime: '18:00',
};

describe('the draft of an absence', () => {
  const table: [string, AbsenceDraft, AbsenceField | undefined, AbsenceFault | undefined][] = [
    ['one whole day', days, undefined, undefined],
    ['today, whole', newAbsenceDraft('2026-11-23'), undefined, undefined],
    ['some hours', hours, undefined, undefined],
    ['no day', { ...days, fromDate: '' }, 'fromDate', 'date-missing'],
    ['days upside down', { ...days, toDate: '2026-11-25' }, 'toDate', 'end-before-start'],
    ['yesterday', newAbsenceDraft('2026-11-22'), 'toDate', 'absence-past'],
    ['no time', { ...hours, toTime: '' }, 'toTime', 'time-missing'],
    ['times upside down', { ...hours, toTime: '12:00' }, 'toTime', 'end-before-start'],
    ['a day before', { ...hours, toDate: '2026-11-25' }, 'toDate', 'end-before-start'],
    [
      'a time that clocks skip',
      { ...hours, fromDate: '2027-03-28', fromTime: '02:30', toDate: '2027-03-29' },
      'fromTime',
      'time-skipped',
    ],
  ];
  for (const [what, draft, field, fault] of table) {
    it(`${what}: ${fault ?? 'no fault'}`, () => {
      const expected = field ? { [field]: fault } : {};
      expect(absenceFaults(draft, { zone, now })).to.deep.equal(expected);
    });
  }

  it('sends whole days from midnight to midnight, of 25 hours where clocks change', () => {
    expect(absenceRequest(newAbsenceDraft('2026-10-25'), zone)).to.deep.equal({
      from: '2026-10-25T00:00:00+02:00',
      to: '2026-10-26T00:00:00+01:00',
    });
  });

  it('sends hours as they are on the clocks of the place', () => {
    expect(absenceRequest(hours, 'America/Guadeloupe')).to.deep.equal({
      from: '2026-11-26T12:00:00-04:00',
      to: '2026-11-26T18:00:00-04:00',
    });
  });

  it('knows whole days when it reads them', () => {
    expect(wholeDaysOf(absenceRequest(days, zone), zone)).to.deep.equal([
      '2026-11-26',
      '2026-11-26',
    ]);
    expect(wholeDaysOf(absenceRequest(hours, zone), zone)).to.equal(undefined);
  });

  it('finds the field that a refusal speaks of', () => {
    const code = 'end-before-start';
    expect(absenceFieldAt({ code, pointer: '/from' })).to.equal('fromDate');
    expect(absenceFieldAt({ code, pointer: '/to' })).to.equal('toDate');
    expect(absenceFieldAt({ code })).to.equal(undefined);
  });
});
