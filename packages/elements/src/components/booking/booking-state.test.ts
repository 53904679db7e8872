import { expect } from '@open-wc/testing';
import {
  alternatives,
  appointment,
  dutySite,
  hold,
  ormelune,
  vendorCard,
  slot,
} from '../../testing/fixtures.ts';
import {
  initialState,
  reduce,
  type BookingAction,
  type BookingState,
  type Choice,
  type Details,
  type Purpose,
} from './booking-state.ts';

const chosen = (card: typeof ormelune): Choice => ({
  ...card,
  slot: card.slots[0] ?? slot('2026-11-24T09:20:00+01:00'),
});
const choice = chosen(ormelune);
const book: Purpose = { kind: 'book' };
const move: Purpose = { kind: 'move', appointment: appointment(), token: 't' };

const after = (state: BookingState, ...actions: BookingAction[]) => actions.reduce(reduce, state);

const searching = (purpose: Purpose = book): BookingState => ({
  step: 'search',
  purpose,
  notice: undefined,
});
const holding = (purpose: Purpose = book): BookingState => ({ step: 'holding', purpose, choice });
const details = (change: Partial<Details> = {}): Details => ({
  step: 'details',
  purpose: book,
  choice,
  hold: hold(),
  expired: false,
  pending: undefined,
  code: undefined,
  faults: {},
  ...change,
});
const managed = after(
  initialState,
  { type: 'open', id: 'a', token: 't' },
  { type: 'opened', appointment: appointment() },
);

describe('the booking', () => {
  const steps: [name: string, from: BookingState, action: BookingAction, to: object][] = [
    ['keeps a chosen slot', searching(), { type: 'choose', choice }, { step: 'holding', choice }],
    [
      'books nothing for a range without fixed time',
      searching(),
      { type: 'choose', choice: chosen(dutySite) },
      { step: 'walk-in' },
    ],
    [
      'sends a vendor’s slot to the vendor’s site',
      searching(),
      { type: 'choose', choice: chosen(vendorCard) },
      { step: 'elsewhere', url: 'https://agenda.example/reserver?origin=sas' },
    ],
    [
      'asks the contact once the slot is kept',
      holding(),
      { type: 'held', hold: hold() },
      details(),
    ],
    [
      'goes back to the slots with the alternatives when another was faster',
      holding(),
      { type: 'refused', code: 'slot-taken', alternatives },
      { step: 'search', notice: { code: 'slot-taken', choice, alternatives } },
    ],
    [
      'learns from the platform that a slot is a range',
      holding(),
      { type: 'refused', code: 'walk-in' },
      { step: 'walk-in', choice },
    ],
    [
      'learns from the platform where a slot is booked',
      holding(),
      { type: 'refused', code: 'not-bookable-here', url: 'https://a.example' },
      { step: 'elsewhere', url: 'https://a.example' },
    ],
    [
      'tells any other refusal beside the slots',
      holding(),
      { type: 'refused', code: 'too-many-holds' },
      { step: 'search', notice: { code: 'too-many-holds', choice, alternatives: [] } },
    ],
    ['lets go of the slot on the way back', holding(), { type: 'back' }, searching()],
    ['wipes nothing when time runs out', details(), { type: 'expire' }, details({ expired: true })],
    [
      'lets a booking under way finish when time runs out',
      details({ pending: 'submit' }),
      { type: 'expire' },
      details({ pending: 'submit' }),
    ],
    [
      'has the slot again after it had expired',
      details({ expired: true, pending: 'extend' }),
      { type: 'held', hold: hold({ extensionsLeft: 2 }) },
      details({ hold: hold({ extensionsLeft: 2 }) }),
    ],
    [
      'shows faults at their fields',
      details({ pending: 'submit' }),
      { type: 'invalid', faults: { phone: 'phone-invalid' } },
      details({ faults: { phone: 'phone-invalid' } }),
    ],
    [
      'forgets old faults when it is sent again',
      details({ faults: { name: 'name-missing' }, code: 'connection' }),
      { type: 'submit' },
      details({ pending: 'submit' }),
    ],
    [
      'keeps the form when nobody answered',
      details({ pending: 'submit' }),
      { type: 'refused', code: 'connection' },
      details({ code: 'connection' }),
    ],
    [
      'offers to take the slot again when the platform says that it expired',
      details({ pending: 'submit' }),
      { type: 'refused', code: 'hold-expired' },
      details({ expired: true }),
    ],
    [
      'goes back to the slots when the slot was lost while booking',
      details({ pending: 'submit' }),
      { type: 'refused', code: 'slot-taken', alternatives },
      { step: 'search', notice: { code: 'slot-taken', choice, alternatives } },
    ],
    [
      'goes back to the slots when no extension is left',
      details({ expired: true, pending: 'extend' }),
      { type: 'refused', code: 'extensions-exhausted' },
      { step: 'search', notice: { code: 'extensions-exhausted', choice, alternatives: [] } },
    ],
    [
      'is confirmed with its token',
      details({ pending: 'submit' }),
      { type: 'booked', appointment: appointment(), token: 't' },
      { step: 'confirmed', appointment: appointment(), token: 't', moved: false },
    ],
    [
      'is moved, not booked twice',
      details({ purpose: move, pending: 'submit' }),
      { type: 'booked', appointment: appointment(), token: 't' },
      { step: 'confirmed', moved: true },
    ],
    [
      'moves around the appointment that stands',
      managed,
      { type: 'move' },
      { step: 'search', purpose: move },
    ],
    ['keeps the appointment when the move is given up', searching(move), { type: 'back' }, managed],
    ['asks before it cancels', managed, { type: 'ask-cancel' }, { step: 'managed', asking: true }],
    [
      'keeps the appointment on a second thought',
      after(managed, { type: 'ask-cancel' }),
      { type: 'keep' },
      managed,
    ],
    [
      'is cancelled',
      after(managed, { type: 'ask-cancel' }, { type: 'cancel' }),
      { type: 'cancelled', appointment: appointment({ status: 'cancelled' }) },
      { step: 'cancelled' },
    ],
    [
      'stands when cancelling failed',
      after(managed, { type: 'ask-cancel' }, { type: 'cancel' }),
      { type: 'refused', code: 'invalid-transition' },
      { step: 'managed', pending: false, code: 'invalid-transition' },
    ],
    [
      'says when a link leads nowhere',
      { step: 'opening', id: 'a', token: 't' },
      { type: 'refused', code: 'not-found' },
      { step: 'lost', id: 'a', token: 't', code: 'not-found' },
    ],
    [
      'starts again after a cancellation',
      { step: 'cancelled', appointment: appointment() },
      { type: 'restart' },
      initialState,
    ],
  ];
  for (const [name, from, action, to] of steps) {
    it(name, () => expect(reduce(from, action)).to.deep.include(to));
  }

  const late: [name: string, state: BookingState, action: BookingAction][] = [
    ['a hold after the reader went back', searching(), { type: 'held', hold: hold() }],
    ['a refusal after the reader went back', searching(), { type: 'refused', code: 'slot-taken' }],
    ['a time-out after the booking', confirmed(), { type: 'expire' }],
    [
      'an opened link after a new search',
      searching(),
      { type: 'opened', appointment: appointment() },
    ],
    ['a way back from a confirmation', confirmed(), { type: 'back' }],
    ['a choice while an appointment is shown', managed, { type: 'choose', choice }],
  ];
  for (const [name, state, action] of late) {
    it(`takes no notice of ${name}`, () => expect(reduce(state, action)).to.equal(state));
  }

  function confirmed(): BookingState {
    return { step: 'confirmed', appointment: appointment(), token: undefined, moved: false };
  }
});
