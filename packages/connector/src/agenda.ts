import type { Appointment, Association, Community, Place, Practitioner, Slot } from '@sas-kit/fhir';

/** A practitioner of the vendor's, with what they agreed to. */
export interface OfferedPractitioner extends Practitioner {
  /** `false`: nothing of this practitioner is ever sent to SAS. Default true. */
  readonly consent?: boolean;
  /** Agrees to be shown to web visitors, slot by slot. Default false. */
  readonly publicDisplay?: boolean;
}

/** For whom a slot is kept. The guide wants neither `own-patients` nor `structure`: never sent. */
export type Audience = 'everyone' | 'own-patients' | 'structure';

/** A slot of the vendor's, with whom it is for. Without `booking` it is by appointment. */
export interface OfferedSlot extends Slot {
  /** `false`: this slot is never sent to SAS. Default true. */
  readonly consent?: boolean;
  /** Default `everyone`. */
  readonly audience?: Audience;
}

/**
 * What the vendor answers: slots, and the records that they name. More than was asked is no fault: the
 * connector sends what may be sent and leaves out the rest. Values may be as people typed them.
 */
export interface Offer {
  readonly practitioners?: readonly OfferedPractitioner[];
  readonly places?: readonly Place[];
  readonly communities?: readonly Community[];
  readonly associations?: readonly Association[];
  readonly slots: readonly OfferedSlot[];
}

/** Slots that start from `from` to `to`, both included. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** What a search for practitioners asks of the agenda. */
export interface PractitionerQuery extends Window {
  /**
   * At most 25 national identifiers in their SAS form: `8` and the 11 digits of the RPPS, `0` and the
   * ADELI number. `parsePractitionerId` of `@sas-kit/fhir` gives the same form for whatever is stored.
   */
  readonly practitioners: readonly string[];
}

/** What a search for associations asks of the agenda. */
export interface AssociationQuery extends Window {
  /** At most 25 SIRET numbers, 14 digits each. */
  readonly sirets: readonly string[];
}

/** Aborted when nobody waits for the answer any more. */
export interface Call {
  readonly signal: AbortSignal;
}

/** A booking in one step for a regulator, an addition of ours to the guide. */
export interface BookingRequest {
  /** `Slot.id` as the vendor gave it. */
  readonly slot: string;
  /**
   * What was asked for: by whom, when, under which identifier. The same identifier asks for the same
   * booking again: it is answered as the first time, not booked twice.
   */
  readonly appointment: Appointment;
  /**
   * `4K7P`: read out by the regulator and shown at the practice, the only link between the two. Missing
   * where the caller gives none.
   */
  readonly reference?: string;
}

/** What came of a booking in one step. */
export type BookingAnswer =
  | {
      readonly outcome: 'booked';
      /** Instants with offset, RFC 3339. */
      readonly start: string;
      readonly end: string;
    }
  /** Somebody was faster. */
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'unknown' };

/** A booking in one step is to be cancelled. */
export interface CancellationRequest {
  /** As it was asked for, with the same identifier, `cancelled`. */
  readonly appointment: Appointment;
}

/** What came of it: `unknown` where no booking was made under this identifier. */
export interface CancellationAnswer {
  /** `refused` where the practice has to do it, as for one that has begun. */
  readonly outcome: 'cancelled' | 'refused' | 'unknown';
}

/** What the vendor implements: its own database behind, no FHIR. */
export interface AgendaSource {
  /** Slots of these practitioners (INT_R01, INT_R04). */
  slotsOf?(query: PractitionerQuery, call: Call): Promise<Offer> | Offer;
  /** Slots of the sites of these SOS Médecins associations. */
  slotsOfAssociations?(query: AssociationQuery, call: Call): Promise<Offer> | Offer;
  /**
   * One slot in any state with the records that it names: for `connector.explain`, and so that `book` is
   * never asked for a slot that no search would send.
   */
  slot?(id: string): Promise<Offer | null> | Offer | null;
  /**
   * Books a slot at once. Without it SAS users book at the slot's `url`. Where `slot` is missing, it must
   * itself refuse what is not offered: no consent, kept for own patients.
   */
  book?(request: BookingRequest, call: Call): Promise<BookingAnswer> | BookingAnswer;
  /**
   * Cancels what `book` booked, and nothing else; asked again, it answers as the first time. Without it,
   * or without `book`, the practice cancels and moves.
   */
  cancel?(
    request: CancellationRequest,
    call: Call,
  ): Promise<CancellationAnswer> | CancellationAnswer;
}

/** Whether bookings in one step are cancelled in one step. */
export function cancelsBookings(agenda: AgendaSource): boolean {
  return agenda.book !== undefined && agenda.cancel !== undefined;
}
