import { expect } from '@open-wc/testing';
import type { Orientation } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import * as fixtures from '../../testing/fixtures.ts';
import { requestOf, type Desk } from './draft.ts';
import { fateOf } from './replacing.ts';
import { toExecute, toReplace } from './taken-up.ts';
import type { Target } from './target.ts';
import { lost, orientation, waiting } from './testing/fake-orientations.ts';

const operator: Desk = { roles: ['unscheduled-care-operator'], caseRef: 'DRM-PAGE' };
const doctor: Desk = { roles: ['regulator'], caseRef: undefined };
const nurse: Desk = { roles: ['triage-nurse'], caseRef: undefined, redirects: true };
const decided = (change: Partial<Orientation['decision']>) => ({ ...lost.decision, ...change });
const underProtocol = {
  ...lost,
  instructionsGiven: true,
  decision: decided({
    kind: 'protocol',
    role: null,
    decidedAt: null,
    id: 'protocol-2',
    version: 3,
    assessedBy: 'triage-nurse',
  }),
} satisfies Orientation;

/** What is recorded of another appointment, in a slot. */
function requestFor(one: Orientation, desk: Desk) {
  const draft = toReplace(one, desk);
  return typeof draft === 'string' ? draft : requestOf(draft, desk, { slotId: 'slot-2' });
}

describe('what is taken up of an orientation that was recorded before', () => {
  it('is the decision of the doctor that it carried out', () => {
    const carried = { ...lost, decision: decided({ kind: 'orientation', id: 'decision-1' }) };
    expect(requestFor(carried, operator)).to.deep.equal({
      outcome: 'unscheduled-consultation',
      form: 'home-visit',
      decision: { kind: 'orientation', id: 'decision-1' },
      caseRef: 'DRM-LOST',
      slotId: 'slot-2',
    });
  });

  it('is the doctor’s own, which waits once nothing is booked', () => {
    const own = { ...lost, decision: decided({ kind: 'own' }) };
    for (const desk of [operator, doctor])
      expect(requestFor(own, desk)).to.deep.include({
        decision: { kind: 'orientation', id: lost.id },
      });
  });

  it('is what was decided in the dispatch program, to the minute, in its case and within its delay', () => {
    expect(requestFor({ ...lost, withinHours: 6 }, operator)).to.deep.equal({
      outcome: 'unscheduled-consultation',
      form: 'home-visit',
      decision: {
        kind: 'dispatch-case',
        role: 'regulator',
        decidedAt: '2026-11-22T13:05:00+01:00',
      },
      insee: '76351',
      caseRef: 'DRM-LOST',
      withinHours: 6,
      ownDoctor: { said: 'known', call: 'refused' },
      slotId: 'slot-2',
    });
  });

  it('is the protocol in its version, with who assessed and what was given', () => {
    expect(requestFor(underProtocol, nurse)).to.deep.include({
      decision: { kind: 'protocol', id: 'protocol-2', version: 3, assessedBy: 'triage-nurse' },
      instructionsGiven: true,
    });
  });

  it('never goes to the page’s case, not even where the platform knows none', () => {
    const draft = toReplace({ ...underProtocol, caseRef: null }, operator);
    if (typeof draft === 'string') throw new Error(draft);
    expect(requestOf(draft, operator, {})).not.to.have.property('caseRef');
  });

  it('is nothing where the appointment is over, taken back, or was none', () => {
    const over: Partial<Orientation>[] = [
      { appointment: null },
      { state: 'withdrawn' },
      { state: 'executed' },
      { followUp: 'honoured' },
      { followUp: 'noshow' },
    ];
    for (const change of over)
      expect(toReplace({ ...lost, ...change }, operator), JSON.stringify(change)).to.equal(
        'nothing-lost',
      );
  });

  it('is not for whom the platform refuses it', () => {
    expect(toReplace(lost, nurse)).to.equal('not-yours');
    expect(toReplace(underProtocol, doctor)).to.equal('not-yours');
    expect(toExecute(waiting, nurse)).to.equal('not-yours');
    expect(toExecute(waiting, { roles: ['practitioner'], caseRef: undefined })).to.equal(
      'not-yours',
    );
  });

  it('is a decision as it waits; one that somebody carried out waits no more', () => {
    expect(toExecute(waiting, operator)).to.deep.include({ kind: 'orientation', waiting });
    expect(toExecute(orientation(), operator)).to.equal('not-waiting');
  });
});

describe('what becomes of the former appointment', () => {
  const real = { ...clock };
  before(() => (clock.today = () => Date.parse(fixtures.asOf)));
  after(() => Object.assign(clock, real));

  const offer = { ...fixtures.ormelune, slot: fixtures.held };
  const slot: Target = { kind: 'slot', offer, hold: fixtures.hold(), expired: false };
  const vendors: Target = {
    ...slot,
    offer: { ...offer, slot: { ...fixtures.held, source: { kind: 'editor' } } as never },
  };
  const change = (one: Partial<NonNullable<Orientation['appointment']>>): Orientation => ({
    ...lost,
    appointment: { ...lost.appointment, ...one },
  });

  for (const [name, one, target, fate] of [
    ['moved from slot to slot', lost, slot, 'moved'],
    ['cancelled for a vendor’s slot', lost, vendors, 'cancelled'],
    ['cancelled for a structure by telephone', lost, { kind: 'nobody' }, 'cancelled'],
    [
      'cancelled where it is a vendor’s',
      change({ source: { kind: 'editor' } as never }),
      slot,
      'cancelled',
    ],
    ['cancelled where it is not confirmed', change({ status: 'pending' }), slot, 'cancelled'],
    [
      'cancelled where its time is over',
      change({ slot: { ...lost.appointment.slot, start: '2020-01-01T09:00:00+01:00' } }),
      slot,
      'cancelled',
    ],
    ['gone where it was cancelled before', change({ status: 'cancelled' }), slot, 'gone'],
  ] as const)
    it(`is ${name}`, () => expect(fateOf(one, target)).to.equal(fate));
});
