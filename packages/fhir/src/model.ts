/**
 * The plain agenda: what a vendor holds, what the writers turn into FHIR, what the readers give back.
 * Values are as a practice typed them: identifiers with or without prefix, telephone numbers in any
 * form. The writers mend or leave out what does not fit and say so.
 */

/** Who may see a slot: TRE_R314. Several may hold at once. */
export type Visibility = 'PUBLIC' | 'PRO' | 'SNP' | 'CPTS';

/** How the consultation happens: at the practice, at home, by video. v3-ActCode. */
export type Modality = 'AMB' | 'HH' | 'VR';

/** With or without an appointment. v2-0276. */
export type BookingMode = 'ROUTINE' | 'WALKIN';

/** A day of the week, as FHIR codes it. */
export type DayOfWeek = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Someone who gives care. */
export interface Practitioner {
  readonly id: string;
  /** RPPS or ADELI in any form. The readers give the prefixed form, `810999001000`. */
  readonly nationalId: string;
  readonly family?: string;
  /** Given names, separated by spaces. */
  readonly given?: string;
  /** The practitioner's own number, used where the place has none. */
  readonly phone?: string;
  /** `SM54`, the code of another system as `system|code`, or free text. */
  readonly specialties?: readonly string[];
}

/** Identifiers of a structure; the writers choose FINESS, then SIRET, then the practice. */
export interface StructureIds {
  /** 9 characters. */
  readonly finess?: string;
  /** 14 digits. */
  readonly siret?: string;
  /** RPPS rang or ADELI rang ("ancien identifiant de la structure"), with its prefix 4 or 0. */
  readonly practiceId?: string;
}

/** An address with what is needed to show it and to tell its time. */
export interface Address {
  /** Number and street, one line. */
  readonly line: string;
  readonly postalCode: string;
  readonly city: string;
  readonly phone?: string;
  /** WGS 84, decimal degrees. */
  readonly lat?: number;
  readonly lon?: number;
  /** IANA name. Default: the zone of the postal code, `Europe/Paris` for the mainland. */
  readonly timeZone?: string;
}

/** Where a practitioner consults. */
export interface Place extends Address {
  readonly id: string;
  /** System of the id; set by the readers, never sent: the writers have the vendor's own. */
  readonly system?: string;
  readonly name?: string;
  readonly structure?: StructureIds;
}

/** A CPTS (communauté professionnelle territoriale de santé). */
export interface Community {
  readonly id: string;
  readonly finess: string;
  readonly name?: string;
  readonly phone?: string;
}

/** Local times of the site, `HH:MM`. */
export interface OpeningHours {
  readonly days: readonly DayOfWeek[];
  readonly opens: string;
  readonly closes: string;
}

/** A fixed site (point fixe de garde) of an association. */
export interface Site extends Address {
  readonly id: string;
  /** As for a place. */
  readonly system?: string;
  readonly name: string;
  /** Not carried by the SOS profile, which wants the vendor's own identifier. */
  readonly structure?: StructureIds;
  readonly openingHours?: readonly OpeningHours[];
}

/** An SOS Médecins association. */
export interface Association {
  readonly id: string;
  readonly siret: string;
  readonly name?: string;
  readonly sites: readonly Site[];
}

/** One opening of an agenda: of a practitioner at a place, or of a site of an association. */
export interface Slot {
  readonly id: string;
  /** `Practitioner.id`. */
  readonly practitioner?: string;
  /** `Place.id`. */
  readonly place?: string;
  /** `Site.id`, instead of practitioner and place. */
  readonly site?: string;
  /** Instant with its offset, RFC 3339: `2026-11-23T09:20:00.000+01:00`. */
  readonly start: string;
  readonly end: string;
  /** Only free slots ever leave. Default `free`. */
  readonly status?: 'free' | 'busy';
  readonly visibility: readonly Visibility[];
  readonly modalities?: readonly Modality[];
  readonly booking?: BookingMode;
  /** Reasons for the consultation, free text. */
  readonly reasons?: readonly string[];
  /** As for a practitioner. Default: those of the practitioner. */
  readonly specialties?: readonly string[];
  /** `Community.id` of the CPTS whose members may see a slot of visibility `CPTS`. */
  readonly communities?: readonly string[];
  /** Where it is booked: the practitioner's agenda on the vendor's site. */
  readonly url?: string;
  /** Appointments that fit. Not part of the guide: never sent. Default 1. */
  readonly capacity?: number;
  /** May be shown to web visitors. An extension of ours, sent only when true. */
  readonly publicDisplay?: boolean;
  /** Who published it; set by the reader's caller, never sent. */
  readonly editor?: string;
}

/** An agenda, or the part of one that answers a search. */
export interface Agenda {
  readonly practitioners?: readonly Practitioner[];
  readonly places?: readonly Place[];
  readonly communities?: readonly Community[];
  readonly associations?: readonly Association[];
  readonly slots: readonly Slot[];
}

/** A regulator's account (INT_R02). */
export interface Regulator {
  readonly identifier: RegulatorId;
  readonly active: boolean;
  readonly family: string;
  readonly given: string;
  readonly email: string;
}

/** National when it is known, the platform's own technical identifier otherwise. */
export interface RegulatorId {
  readonly kind: 'national' | 'technical';
  /** National: prefixed, `3456780581/11242343`. Technical: usually a UUID. */
  readonly value: string;
}

/**
 * States of an appointment. Vendors send the first four; `pending` is known to the SOS flow and to
 * the dispatch software.
 */
export type AppointmentStatus = 'booked' | 'fulfilled' | 'noshow' | 'cancelled' | 'pending';

/** What kind of care the patient was sent to. */
export type OrientationCategory = 'PS' | 'PDM' | 'SOS' | 'CPTS' | 'MSP' | 'CDS';

/** An appointment that a regulator took with a vendor (INT_R03). No patient in it, ever. */
export interface Appointment {
  /** The vendor's own, unique; updates find the appointment by it. */
  readonly identifier: { readonly system: string; readonly value: string };
  readonly status: AppointmentStatus;
  /** Instants with offset. */
  readonly start: string;
  readonly end: string;
  readonly created?: string;
  /** National identifier of who gives care. An SOS appointment may have none. */
  readonly practitioner?: string;
  /** Default `accepted`. `needs-action` exists in the SOS flow only. */
  readonly participantStatus?: 'accepted' | 'needs-action';
  /** Who took it, as given by INT_R02. */
  readonly regulator: RegulatorId;
  /** From guide 1.2 on. */
  readonly orientation?: OrientationCategory;
}
