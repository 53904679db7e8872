import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HUB_METHODS, HUB_STATUSES, type ReceivedAppointment } from './appointment.ts';
import {
  applyAppointmentMessage,
  applyToAppointment,
  NO_APPOINTMENTS,
  type AppointmentOutcome,
  type AppointmentsState,
  type IncomingAppointment,
} from './reducer.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const appointment: ReceivedAppointment = {
  appointmentId: 'a-1',
  method: 'CreateAppointment',
  created: '2026-07-01T09:59:00+02:00',
  start: '2026-07-01T14:00:00+02:00',
  status: 'booked',
  practitioner: { rppsId: '810999000018', lastName: 'MOREAU', firstName: 'Claire' },
  regulator: { regulatorEmail: 'anne.petit@samu.example' },
};
const message = (
  distributionID: string,
  minute: number,
  changes: Partial<ReceivedAppointment> = {},
): IncomingAppointment => ({
  distributionID: `fr.health.ptfsas_${distributionID}`,
  sentAt: `2026-07-01T10:${String(minute).padStart(2, '0')}:00+02:00`,
  appointment: { ...appointment, ...changes },
});
const update = (id: string, minute: number, changes: Partial<ReceivedAppointment> = {}) =>
  message(id, minute, { method: 'UpdateAppointment', ...changes });
const replay = (messages: readonly IncomingAppointment[]) => {
  let state: AppointmentsState = NO_APPOINTMENTS;
  const outcomes: AppointmentOutcome[] = [];
  for (const each of messages) {
    const effect = applyAppointmentMessage(state, each);
    assert.deepEqual(effect.acknowledgement, {
      distributionID: each.distributionID,
      step: 'INTEGRE',
    });
    assert.equal(effect.record, effect.state.get(each.appointment.appointmentId));
    outcomes.push(effect.outcome);
    state = effect.state;
  }
  return { state, outcomes, record: state.get('a-1') };
};

describe('messages about one appointment', () => {
  const create = message('1', 0);
  const moved = update('2', 5, { start: '2026-07-01T15:00:00+02:00' });
  const cancelled = update('3', 9, { status: 'cancelled' });
  const table: [
    name: string,
    messages: IncomingAppointment[],
    outcomes: AppointmentOutcome[],
    status: string,
    start: string,
  ][] = [
    ['a creation', [create], ['created'], 'booked', '14'],
    ['the same twice', [create, create], ['created', 'duplicate'], 'booked', '14'],
    [
      'a whole life',
      [create, moved, cancelled],
      ['created', 'updated', 'cancelled'],
      'cancelled',
      '14',
    ],
    ['an update of the unknown', [moved], ['created-by-update'], 'booked', '15'],
    ['a cancellation of the unknown', [cancelled], ['cancelled-unknown'], 'cancelled', '14'],
    [
      'its creation after its update',
      [moved, create],
      ['created-by-update', 'outdated'],
      'booked',
      '15',
    ],
    [
      'everything backwards',
      [cancelled, moved, create],
      ['cancelled-unknown', 'outdated', 'outdated'],
      'cancelled',
      '14',
    ],
    [
      'an old message twice',
      [cancelled, create, create],
      ['cancelled-unknown', 'outdated', 'duplicate'],
      'cancelled',
      '14',
    ],
    [
      'a creation sent again after the cancellation',
      [create, cancelled, message('4', 30)],
      ['created', 'cancelled', 'outdated'],
      'cancelled',
      '14',
    ],
    [
      'a second creation',
      [create, message('4', 1, { start: '2026-07-01T16:00:00+02:00' })],
      ['created', 'created-again'],
      'booked',
      '16',
    ],
    [
      'a booking and a cancellation in the same second',
      [create, cancelled, update('9', 9)],
      ['created', 'cancelled', 'outdated'],
      'cancelled',
      '14',
    ],
    [
      'a follow-up',
      [create, update('5', 20, { status: 'noshow' }), update('6', 40, { status: 'fulfilled' })],
      ['created', 'updated', 'updated'],
      'fulfilled',
      '14',
    ],
    [
      'a cancellation that is taken back',
      [create, cancelled, update('7', 12)],
      ['created', 'cancelled', 'updated'],
      'booked',
      '14',
    ],
    [
      'another message under the same id',
      [create, { ...create, appointment: { ...appointment, status: 'pending' } }],
      ['created', 'conflicting-duplicate'],
      'booked',
      '14',
    ],
    [
      'another message under the same id, which counts more',
      [create, { ...create, appointment: { ...appointment, status: 'cancelled' } }],
      ['created', 'conflicting-duplicate'],
      'cancelled',
      '14',
    ],
  ];
  for (const [name, messages, outcomes, status, start] of table)
    it(`${name}: ${outcomes.join(', ')}`, () => {
      const result = replay(messages);
      assert.deepEqual(result.outcomes, outcomes);
      assert.equal(result.record?.appointment.status, status);
      assert.equal(result.record.appointment.start.slice(11, 13), start);
      const ids = new Set(messages.map(({ distributionID }) => distributionID));
      assert.equal(result.record.history.length, ids.size);
      assert.equal(result.record.history.at(-1)?.appointment, result.record.appointment);
    });

  it('tells what changed, and what was before', () => {
    const first = applyToAppointment(null, create);
    assert.equal(first.previous, null);
    assert.ok(first.changed.includes('start') && !first.changed.includes('method'));
    const { practitioner: _practitioner, ...anonymous } = moved.appointment;
    const second = applyToAppointment(first.record, { ...moved, appointment: anonymous });
    assert.deepEqual(second.changed, ['start', 'practitioner']);
    assert.equal(second.previous, first.record.appointment);
    assert.equal(second.record.appointment.practitioner, undefined);
    const late = applyToAppointment(second.record, create);
    assert.deepEqual(late.changed, []);
    assert.equal(late.outcome, 'duplicate');
  });

  it('compares moments, not their texts', () => {
    const later = { ...update('2', 0), sentAt: '2026-07-01T08:30:00+00:00' };
    const earlier = {
      ...update('3', 0, { status: 'pending' }),
      sentAt: '2026-07-01T10:15:00+02:00',
    };
    assert.equal(replay([later, earlier]).record?.appointment.status, 'booked');
    assert.equal(replay([earlier, later]).record?.appointment.status, 'booked');
  });

  it('keeps the state given as it was, and gives it back when nothing happened', () => {
    const before = replay([create]).state;
    const copy = structuredClone(before);
    const after = applyAppointmentMessage(before, cancelled).state;
    assert.deepEqual(before, copy);
    assert.notEqual(after, before);
    assert.equal(applyAppointmentMessage(before, create).state, before);
  });

  it('takes a whole received message and keeps what it needs', () => {
    const received = { ...create, senderID: 'fr.health.ptfsas', useCase: 'appointment' };
    assert.deepEqual(replay([received]).state, replay([create]).state);
  });

  it('is not led astray by names of prototypes', () => {
    const odd = message('1', 0, { appointmentId: '__proto__' });
    const { state } = replay([odd, message('2', 0, { appointmentId: 'constructor' })]);
    assert.deepEqual([...state.keys()], ['__proto__', 'constructor']);
  });
});

describe('any order, any repetition', () => {
  const messages = fc.array(
    fc
      .record({
        // Few values of each, so that ties and conflicts happen all the time.
        id: fc.integer({ min: 0, max: 7 }),
        minute: fc.integer({ min: 0, max: 3 }),
        offset: fc.constantFrom('+02:00', '+00:00'),
        appointmentId: fc.constantFrom('a-1', 'a-2'),
        method: fc.constantFrom(...HUB_METHODS),
        status: fc.constantFrom(...HUB_STATUSES),
        start: fc.constantFrom('2026-07-01T14:00:00+02:00', '2026-07-01T15:00:00+02:00'),
        named: fc.boolean(),
      })
      .map(({ id, minute, offset, named, ...rest }): IncomingAppointment => {
        const { practitioner: _practitioner, ...anonymous } = appointment;
        return {
          distributionID: `fr.health.ptfsas_${id}`,
          sentAt: `2026-07-01T${offset === '+02:00' ? '10' : '08'}:0${minute}:00${offset}`,
          appointment: { ...(named ? appointment : anonymous), ...rest },
        };
      }),
    { minLength: 1, maxLength: 12 },
  );
  const shuffled = messages.chain((list) =>
    fc.record({
      list: fc.constant(list),
      again: fc
        .array(fc.constantFrom(...list), { maxLength: 10 })
        .chain((extra) =>
          fc.shuffledSubarray([...list, ...extra], { minLength: list.length + extra.length }),
        ),
    }),
  );

  it('ends in the same state', () => {
    fc.assert(
      fc.property(shuffled, ({ list, again }) => {
        assert.deepEqual(replay(again).state, replay(list).state);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every message once, and stands by the one that counts most', () => {
    fc.assert(
      fc.property(messages, (list) => {
        for (const [appointmentId, record] of replay(list).state) {
          const about = list.filter((each) => each.appointment.appointmentId === appointmentId);
          const ids = about.map(({ distributionID }) => distributionID);
          const kept = record.history.map(({ distributionID }) => distributionID);
          assert.deepEqual(kept.toSorted(), [...new Set(ids)].toSorted());
          const isUpdated = record.history.some(
            (each) => each.appointment.method === 'UpdateAppointment',
          );
          assert.equal(record.appointment.method === 'UpdateAppointment', isUpdated);
        }
      }),
    );
  });

  it('gives back the same state for whatever was seen', () => {
    fc.assert(
      fc.property(messages, (list) => {
        const { state } = replay(list);
        for (const each of list) assert.equal(applyAppointmentMessage(state, each).state, state);
      }),
    );
  });
});
