import type {
  Alternative,
  Appointment,
  Card,
  Hold,
  PublicCard,
  PublicSlot,
  Slot,
} from '@sas-kit/client';
import type { Candidate } from './candidates.ts';
import type { Destination } from './draft.ts';

/** A slot with the person and the place it belongs to. */
export type Offer = Pick<Alternative, 'practitioner' | 'location'> & {
  readonly slot: PublicSlot | Slot;
  readonly structure?: PublicCard['structure'];
  /** What the practice says of itself, where the search told it. */
  readonly practice?: Card['practice'];
};

/** Where somebody is about to go. */
export type Target =
  /** A slot of the platform, kept. */
  | { readonly kind: 'slot'; readonly offer: Offer; readonly hold: Hold; readonly expired: boolean }
  /** An appointment that was made before: booked here at a vendor, or on the vendor's own page. */
  | {
      readonly kind: 'appointment';
      readonly offer: Offer;
      readonly appointment: Appointment;
      readonly there: boolean;
    }
  /** A time beside the slots, that the practice said yes to. */
  | {
      readonly kind: 'overbooking';
      readonly candidate: Candidate;
      readonly start: string;
      readonly callId: string;
    }
  /** A structure that said yes. */
  | { readonly kind: 'recipient'; readonly candidate: Candidate; readonly callId: string }
  /** Nobody in particular: advice, an emergency department, a decision that others carry out. */
  | { readonly kind: 'nobody' };

/** What the search told of who is gone to; undefined for nobody. */
export function offerOf(target: Target | undefined): Offer | undefined {
  switch (target?.kind) {
    case 'slot':
    case 'appointment':
      return target.offer;
    case 'overbooking': {
      const { card } = target.candidate;
      return card && { ...card, slot: { ...besideSlot, start: target.start } };
    }
    default:
      return undefined;
  }
}

const besideSlot = {
  id: '',
  end: '',
  modalities: ['AMB' as const],
  visibility: [],
  booking: 'ROUTINE' as const,
  communities: [],
  capacity: 1,
  remaining: 0,
  reasons: [],
  bookingUrl: null,
};

/** What of a request says where somebody goes. */
export function destinationOf(target: Target | undefined): Destination {
  switch (target?.kind) {
    case 'slot':
      return { slotId: target.hold.slot.id, holdId: target.hold.id };
    case 'appointment':
      return { appointmentId: target.appointment.id };
    case 'overbooking': {
      const { candidate, start, callId } = target;
      return { overbooking: { scheduleId: candidate.id, start, callId } };
    }
    case 'recipient':
      return { recipient: { structureId: target.candidate.id, callId: target.callId } };
    default:
      return {};
  }
}

/** Whether it stands in the agenda of an editor. */
export const isVendors = ({ slot }: Offer): boolean =>
  'source' in slot && slot.source.kind === 'editor';
