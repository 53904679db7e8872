import { expect } from '@open-wc/testing';
import { asOf, rule, zone } from './testing/agenda-fixtures.ts';
import {
  draftOf,
  draftOfKind,
  isLongSingle,
  newSlotDraft,
  slotsPerDay,
  type SlotDraft,
  type SlotFault,
  type SlotField,
} from './slot-draft.ts';
import { slotFaults } from './slot-faults.ts';
import { ruleRequest, slotFieldAt, slotRequest } from './slot-request.ts';

const now = Date.parse(asOf);
const good: SlotDraft = {
  ...newSlotDraft('2026-11-24'),
  from: '09:20',
  to: '09:35',
  modalities: ['AMB'],
  visibility: ['SNP'],
};
const range: SlotDraft = { ...draftOfKind(good, 'range'), capacity: '6', to: '12:00' };
const weekly: SlotDraft = { ...draftOfKind(good, 'weekly'), to: '12:00' };

describe('the draft of a slot', () => {
  it('can be sent when it is complete', () => {
    for (const draft of [good, range, weekly]) {
      expect(slotFaults(draft, { zone, now })).to.deep.equal({});
    }
  });

  it('opens without anything chosen, and hidden from the web', () => {
    const draft = newSlotDraft('2026-11-24');
    expect(draft.publicDisplay).to.equal(false);
    expect(slotFaults(draft, { zone, now })).to.deep.equal({
      from: 'time-missing',
      to: 'time-missing',
      modalities: 'modalities-missing',
      visibility: 'visibility-missing',
    });
  });

  const table: [what: string, draft: SlotDraft, field: SlotField, fault: SlotFault | undefined][] =
    [
      ['no date', { ...good, date: '' }, 'date', 'date-missing'],
      ['a date in the past', { ...good, date: '2026-11-22' }, 'date', 'date-past'],
      ['today', { ...good, date: '2026-11-23', from: '16:00', to: '16:15' }, 'date', undefined],
      ['today, earlier', { ...good, date: '2026-11-23' }, 'from', 'time-past'],
      [
        'today, now',
        { ...good, date: '2026-11-23', from: '14:20', to: '15:00' },
        'from',
        'time-past',
      ],
      ['half a time', { ...good, from: '9:2' }, 'from', 'time-missing'],
      ['off the grid', { ...good, from: '09:22' }, 'from', 'time-grid'],
      ['until midnight', { ...good, to: '23:59' }, 'to', undefined],
      ['an end before the start', { ...good, to: '09:15' }, 'to', 'end-before-start'],
      ['an end at the start', { ...good, to: '09:20' }, 'to', 'end-before-start'],
      [
        'a time that clocks skip',
        { ...good, date: '2027-03-28', from: '02:30', to: '03:30' },
        'from',
        'time-skipped',
      ],
      ['no modality', { ...good, modalities: [] }, 'modalities', 'modalities-missing'],
      ['no visibility', { ...good, visibility: [] }, 'visibility', 'visibility-missing'],
      [
        'CPTS without which',
        { ...good, visibility: ['CPTS'] },
        'communities',
        'communities-missing',
      ],
      ['a range for nobody', { ...range, capacity: '0' }, 'capacity', 'capacity-invalid'],
      ['a range for half a patient', { ...range, capacity: '1.5' }, 'capacity', 'capacity-invalid'],
      ['a range for too many', { ...range, capacity: '101' }, 'capacity', 'capacity-invalid'],
      ['a rule without days', { ...weekly, days: [] }, 'days', 'days-missing'],
      ['a rule that ends before', { ...weekly, until: '2026-11-23' }, 'until', 'until-before-date'],
      ['a rule of one day', { ...weekly, until: '2026-11-24' }, 'until', undefined],
      ['slots of no length', { ...weekly, slotMinutes: '' }, 'slotMinutes', 'minutes-invalid'],
      ['slots too long', { ...weekly, to: '09:30' }, 'slotMinutes', 'minutes-too-long'],
      [
        'a rule that began earlier in the day',
        { ...weekly, date: '2026-11-23' },
        'from',
        undefined,
      ],
    ];
  for (const [what, draft, field, fault] of table) {
    it(`${what}: ${fault ?? 'no fault'}`, () => {
      expect(slotFaults(draft, { zone, now })[field]).to.equal(fault);
    });
  }

  it('lets a rule that stands keep its first day', () => {
    const draft = draftOf(rule);
    expect(slotFaults(draft, { zone, now }).date).to.equal('date-past');
    expect(slotFaults(draft, { zone, now, standing: true })).to.deep.equal({});
  });

  it('reads today on the clocks of the place', () => {
    const draft = { ...good, date: '2026-11-23', from: '16:00', to: '16:15' };
    expect(slotFaults(draft, { zone: 'Indian/Reunion', now }).from).to.equal('time-past');
  });

  it('advises a range beyond an hour for one patient', () => {
    expect(isLongSingle({ ...good, to: '10:20' })).to.equal(false);
    expect(isLongSingle({ ...good, to: '10:25' })).to.equal(true);
    expect(isLongSingle({ ...range, to: '12:00' })).to.equal(false);
  });

  it('counts the slots of a rule', () => {
    expect(slotsPerDay({ ...weekly, from: '09:00', to: '12:00' })).to.equal(12);
    expect(slotsPerDay({ ...weekly, from: '09:00', to: '09:40' })).to.equal(2);
    expect(slotsPerDay({ ...weekly, slotMinutes: 'x' })).to.equal(0);
    expect(slotsPerDay({ ...weekly, from: '12:00', to: '09:00' })).to.equal(0);
  });
});

describe('what is sent', () => {
  it('for a slot', () => {
    expect(slotRequest(good, zone)).to.deep.equal({
      start: '2026-11-24T09:20:00+01:00',
      end: '2026-11-24T09:35:00+01:00',
      modalities: ['AMB'],
      visibility: ['SNP'],
      communities: [],
      publicDisplay: false,
      booking: 'ROUTINE',
      capacity: 1,
    });
  });

  it('for a range: one comes without booking, unless the reader says otherwise', () => {
    expect(slotRequest(range, zone)).to.include({ booking: 'WALKIN', capacity: 6 });
    const booked = slotRequest({ ...range, walkIn: false }, zone);
    expect(booked).to.include({ booking: 'ROUTINE', capacity: 6 });
  });

  it('for a rule: local times', () => {
    expect(ruleRequest({ ...weekly, days: ['sun', 'mon'] })).to.deep.equal({
      days: ['mon', 'sun'],
      startTime: '09:20',
      endTime: '12:00',
      slotMinutes: 15,
      validFrom: '2026-11-24',
      validUntil: null,
      intervalWeeks: 1,
      exceptDates: [],
      skipHolidays: false,
      modalities: ['AMB'],
      visibility: ['SNP'],
      communities: [],
      publicDisplay: false,
      booking: 'ROUTINE',
      capacity: 1,
    });
  });

  it('keeps all of a rule that is opened and sent again', () => {
    const { id, ...request } = { ...rule, booking: 'WALKIN', capacity: 3 } as const;
    expect(ruleRequest(draftOf({ id, ...request }))).to.deep.equal(request);
  });

  it('never opens to the web what is not public, nor to a CPTS what is not for it', () => {
    const draft = { ...good, publicDisplay: true, communities: ['1760000018'] };
    expect(slotRequest(draft, zone)).to.deep.include({ publicDisplay: false, communities: [] });
  });

  it('finds the field that a refusal speaks of', () => {
    const code = 'invalid-value';
    expect(slotFieldAt({ code, pointer: '/start' })).to.equal('from');
    expect(slotFieldAt({ code, pointer: '/validUntil' })).to.equal('until');
    expect(slotFieldAt({ code, pointer: '/days/0' })).to.equal('days');
    expect(slotFieldAt({ code, pointer: '/nonsense' })).to.equal(undefined);
    expect(slotFieldAt({ code })).to.equal(undefined);
    expect(slotFieldAt({ code: 'slot-overlap' })).to.equal('from');
  });
});
