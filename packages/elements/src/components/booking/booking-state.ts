import type { Alternative, Appointment, Hold, PublicCard, PublicSlot } from '@sas-kit/client';
import type { Faults } from './contact-rules.ts';

/** A slot with the person and place it belongs to. */
export interface Choice {
  slot: PublicSlot;
  practitioner: PublicCard['practitioner'];
  location: PublicCard['location'];
  structure?: PublicCard['structure'];
}

/** A new appointment, or another slot for one that stands. */
export type Purpose = { kind: 'book' } | { kind: 'move'; appointment: Appointment; token: string };

/** Why the last choice did not work. */
export interface Notice {
  code: string;
  choice: Choice;
  alternatives: readonly Alternative[];
}

export interface Searching {
  step: 'search';
  purpose: Purpose;
  notice: Notice | undefined;
}

export interface Details {
  step: 'details';
  purpose: Purpose;
  choice: Choice;
  hold: Hold;
  expired: boolean;
  pending: 'extend' | 'submit' | undefined;
  /** Code of the last refusal. */
  code: string | undefined;
  faults: Faults;
}

export interface Confirmed {
  step: 'confirmed';
  appointment: Appointment;
  token: string | undefined;
  moved: boolean;
}

export interface Managed {
  step: 'managed';
  appointment: Appointment;
  token: string;
  /** Whether to cancel is being asked. */
  asking: boolean;
  pending: boolean;
  code: string | undefined;
}

export type BookingState =
  | Searching
  | { step: 'holding' | 'walk-in'; purpose: Purpose; choice: Choice }
  | { step: 'elsewhere'; purpose: Purpose; choice: Choice; url: string | undefined }
  | Details
  | Confirmed
  | { step: 'opening'; id: string; token: string }
  | { step: 'lost'; id: string; token: string; code: string }
  | Managed
  | { step: 'cancelled'; appointment: Appointment };

export type BookingAction =
  | { type: 'choose'; choice: Choice }
  | { type: 'held'; hold: Hold }
  | {
      type: 'refused';
      code: string;
      alternatives?: readonly Alternative[];
      url?: string | undefined;
    }
  | { type: 'expire' }
  | { type: 'extend' }
  | { type: 'submit' }
  | { type: 'invalid'; faults: Faults }
  | { type: 'booked'; appointment: Appointment; token: string | undefined }
  | { type: 'back' }
  | { type: 'open'; id: string; token: string }
  | { type: 'opened'; appointment: Appointment }
  | { type: 'ask-cancel' }
  | { type: 'keep' }
  | { type: 'cancel' }
  | { type: 'cancelled'; appointment: Appointment }
  | { type: 'move' }
  | { type: 'restart' };

const search = (purpose: Purpose, notice?: Notice): Searching => ({
  step: 'search',
  purpose,
  notice,
});

const managed = (appointment: Appointment, token: string): Managed => ({
  step: 'managed',
  appointment,
  token,
  asking: false,
  pending: false,
  code: undefined,
});

/** Of a slot that has just been kept, or kept longer. */
const kept = { expired: false, pending: undefined, code: undefined };

export const initialState: BookingState = search({ kind: 'book' });

/** Refusals after which the slot is no longer the reader's: another one must be chosen. */
const lost = new Set([
  'slot-taken',
  'slot-in-past',
  'outside-window',
  'hold-mismatch',
  'hold-required',
  'extensions-exhausted',
  'public-booking-off',
]);

/** What follows an action. An action that does not fit the step, an answer come late, changes nothing. */
export function reduce(state: BookingState, action: BookingAction): BookingState {
  switch (action.type) {
    case 'choose':
      return 'purpose' in state ? chosen(state.purpose, action.choice) : state;
    case 'open':
      return { step: 'opening', id: action.id, token: action.token };
    case 'restart':
      return initialState;
    case 'back':
      return back(state);
    default:
  }
  switch (state.step) {
    case 'holding':
      return afterHolding(state, action);
    case 'details':
      return afterDetails(state, action);
    case 'opening':
    case 'lost':
      if (action.type === 'opened') return managed(action.appointment, state.token);
      return action.type === 'refused' ? { ...state, step: 'lost', code: action.code } : state;
    case 'managed':
      return afterManaged(state, action);
    default:
      return state;
  }
}

function chosen(purpose: Purpose, choice: Choice): BookingState {
  const { booking, bookingUrl } = choice.slot;
  if (booking === 'WALKIN') return { step: 'walk-in', purpose, choice };
  if (bookingUrl !== null) return { step: 'elsewhere', purpose, choice, url: bookingUrl };
  return { step: 'holding', purpose, choice };
}

function back(state: BookingState): BookingState {
  if (state.step === 'search') {
    const { purpose } = state;
    return purpose.kind === 'move' ? managed(purpose.appointment, purpose.token) : state;
  }
  if ('purpose' in state) return search(state.purpose);
  return state;
}

function afterHolding(
  state: Extract<BookingState, { choice: Choice; step: 'holding' | 'walk-in' }>,
  action: BookingAction,
): BookingState {
  const { purpose, choice } = state;
  if (action.type === 'held') {
    return { step: 'details', purpose, choice, hold: action.hold, ...kept, faults: {} };
  }
  if (action.type !== 'refused') return state;
  if (action.code === 'walk-in') return { step: 'walk-in', purpose, choice };
  if (action.code === 'not-bookable-here') {
    return { step: 'elsewhere', purpose, choice, url: action.url };
  }
  return search(purpose, noticeOf(action, choice));
}

function afterDetails(state: Details, action: BookingAction): BookingState {
  switch (action.type) {
    case 'expire':
      // A booking under way may still succeed; its answer decides.
      return state.pending === 'submit' ? state : { ...state, expired: true };
    case 'extend':
      return { ...state, pending: 'extend', code: undefined };
    case 'held':
      return { ...state, hold: action.hold, ...kept };
    case 'submit':
      return { ...state, pending: 'submit', code: undefined, faults: {} };
    case 'invalid':
      return { ...state, pending: undefined, code: undefined, faults: action.faults };
    case 'booked': {
      const { appointment, token } = action;
      return { step: 'confirmed', appointment, token, moved: state.purpose.kind === 'move' };
    }
    case 'refused':
      if (lost.has(action.code)) return search(state.purpose, noticeOf(action, state.choice));
      return {
        ...state,
        pending: undefined,
        expired: state.expired || action.code === 'hold-expired',
        code: action.code === 'hold-expired' ? undefined : action.code,
      };
    default:
      return state;
  }
}

function afterManaged(state: Managed, action: BookingAction): BookingState {
  switch (action.type) {
    case 'ask-cancel':
      return { ...state, asking: true, code: undefined };
    case 'keep':
      return { ...state, asking: false };
    case 'cancel':
      return { ...state, pending: true, code: undefined };
    case 'refused':
      return { ...state, pending: false, code: action.code };
    case 'cancelled':
      return { step: 'cancelled', appointment: action.appointment };
    case 'move': {
      const { appointment, token } = state;
      return search({ kind: 'move', appointment, token });
    }
    default:
      return state;
  }
}

function noticeOf(action: Extract<BookingAction, { type: 'refused' }>, choice: Choice): Notice {
  return { code: action.code, choice, alternatives: action.alternatives ?? [] };
}
