import type { AppointmentStatus, OrientationCategory } from '../model.ts';
import type { HubEnvelope, HubHeader } from './envelope.ts';

/** The guide's table writes `createAppointment`; the schema refuses it. */
export const HUB_METHODS = ['CreateAppointment', 'UpdateAppointment'] as const;
/** What a message does with an appointment (RS-SAS-RDV `method`). */
export type AppointmentMethod = (typeof HUB_METHODS)[number];

/** In the order of the schema; a cancellation is an update with `cancelled`. */
export const HUB_STATUSES = [
  'pending',
  'booked',
  'fulfilled',
  'noshow',
  'cancelled',
] as const satisfies readonly AppointmentStatus[];

/** In the order of the schema. */
export const HUB_CATEGORIES = [
  'CPTS',
  'MSP',
  'CDS',
  'SOS',
  'PS',
  'PDM',
] as const satisfies readonly OrientationCategory[];

/** A practitioner as messages name them. */
export interface HubPractitioner {
  /** `8` and the RPPS, 12 digits. An ADELI number cannot be sent. */
  rppsId: string;
  lastName: string;
  firstName: string;
  /** TRE_R38, `SM54`. */
  specialityCode?: string;
  specialityUrl?: string;
  /** TRE_G15, `10`. */
  professionCode?: string;
  professionUrl?: string;
}

/** A structure as messages name it. */
export interface HubOrganization {
  /** `1` and the FINESS, or `3` and the SIRET. */
  organizationId: string;
  name: string;
}

/** Who booked. */
export interface HubRegulator {
  /** National id only (IDNPS), never the technical UUID of the platform. */
  regulatorId?: string;
  regulatorName: string;
  regulatorFirstname: string;
  regulatorEmail: string;
}

/**
 * RS-SAS-RDV: an appointment told to dispatch software. Carries no patient and no case reference.
 * Instants are RFC 3339 with an offset, whole seconds, never `Z`.
 *
 * Source: `RS-SAS-RDV.schema.json` of SAMU-Hub-Modeles; the schema decides where the guide's prose
 * differs.
 */
export interface HubAppointment {
  /** Given by the platform; updates are about the same one. */
  appointmentId: string;
  method: AppointmentMethod;
  /** When it was booked. */
  created: string;
  start: string;
  end?: string;
  status: AppointmentStatus;
  orientationCategory?: OrientationCategory;
  /** Absent for SOS Médecins until somebody takes it, and for who has no RPPS. */
  practitioner?: HubPractitioner;
  organization?: HubOrganization;
  regulator: HubRegulator;
}

/** A whole message as it travels. */
export type AppointmentMessage = HubEnvelope<HubHeader & { appointment: HubAppointment }>;

/**
 * An appointment as it was read: what identifies it and says when is there, people and structures
 * are as complete as the sender made them.
 */
export interface ReceivedAppointment extends Omit<
  HubAppointment,
  'practitioner' | 'organization' | 'regulator'
> {
  practitioner?: Partial<HubPractitioner>;
  organization?: Partial<HubOrganization>;
  regulator?: Partial<HubRegulator>;
}
