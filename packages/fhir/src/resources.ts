/**
 * The part of FHIR R4 that the writers write: names and cardinalities of FHIR, nothing that the SAS does
 * not use. Each is assignable to the type of the same name in `@types/fhir`.
 */

export interface Coding {
  readonly system: string;
  readonly code: string;
}

export interface Extension {
  readonly url: string;
  readonly valueBoolean?: boolean;
  readonly valueReference?: Reference;
  readonly valueCodeableConcept?: CodeableConcept;
}

export interface CodeableConcept {
  readonly extension?: readonly Extension[];
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Identifier {
  readonly type?: CodeableConcept;
  readonly system: string;
  readonly value: string;
}

export interface Reference {
  readonly reference?: string;
  readonly identifier?: Identifier;
}

export interface ContactPoint {
  readonly system: 'phone' | 'email';
  readonly value: string;
}

export interface Meta {
  readonly source?: string;
  readonly profile: readonly [string];
  readonly security?: readonly Coding[];
}

interface Resource<Type extends string> {
  readonly resourceType: Type;
  readonly id?: string;
  readonly meta: Meta;
}

export interface FhirSlot extends Resource<'Slot'> {
  readonly id: string;
  readonly extension?: readonly Extension[];
  readonly serviceType?: readonly CodeableConcept[];
  readonly specialty?: readonly CodeableConcept[];
  readonly appointmentType?: CodeableConcept;
  readonly schedule: Reference;
  readonly status: 'free';
  readonly start: string;
  readonly end: string;
  readonly comment?: string;
}

export interface FhirSchedule extends Resource<'Schedule'> {
  readonly id: string;
  readonly actor: readonly Reference[];
}

export interface HumanName {
  readonly family?: string;
  readonly given?: readonly string[];
}

export interface FhirPractitioner extends Resource<'Practitioner'> {
  readonly identifier: readonly Identifier[];
  readonly active?: boolean;
  readonly name?: readonly HumanName[];
  readonly telecom?: readonly ContactPoint[];
}

export interface FhirAddress {
  readonly line: readonly [string];
  readonly city: string;
  readonly postalCode: string;
}

export interface HoursOfOperation {
  readonly daysOfWeek: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  readonly openingTime: string;
  readonly closingTime: string;
}

export interface FhirLocation extends Resource<'Location'> {
  readonly id: string;
  readonly identifier: readonly Identifier[];
  readonly name?: string;
  readonly telecom?: readonly ContactPoint[];
  readonly address: FhirAddress;
  readonly position?: { readonly longitude: number; readonly latitude: number };
  readonly managingOrganization?: Reference;
  readonly hoursOfOperation?: readonly HoursOfOperation[];
}

export interface FhirPractitionerRole extends Resource<'PractitionerRole'> {
  readonly id: string;
  readonly contained: readonly [FhirLocation];
  readonly practitioner: Reference;
  readonly organization?: Reference;
  readonly location: readonly [Reference];
  readonly telecom?: readonly ContactPoint[];
}

export interface FhirHealthcareService extends Resource<'HealthcareService'> {
  readonly id: string;
  readonly providedBy: Reference;
}

export interface FhirOrganization extends Resource<'Organization'> {
  readonly id: string;
  readonly identifier: readonly [Identifier];
  readonly name?: string;
  readonly telecom?: readonly ContactPoint[];
}

/** What an answer may hold. */
export type AgendaResource =
  | FhirSlot
  | FhirSchedule
  | FhirPractitioner
  | FhirPractitionerRole
  | FhirLocation
  | FhirHealthcareService
  | FhirOrganization;

export interface BundleEntry {
  readonly fullUrl: string;
  readonly resource: AgendaResource;
  readonly search: { readonly mode: 'match' | 'include' };
}

export interface FhirBundle extends Resource<'Bundle'> {
  readonly type: 'searchset';
  readonly total: number;
  readonly link: readonly [{ readonly relation: 'self'; readonly url: string }];
  /** Absent when nothing was found: FHIR knows no empty list. */
  readonly entry?: readonly BundleEntry[];
}

export interface FhirAppointment extends Resource<'Appointment'> {
  readonly extension: readonly Extension[];
  readonly identifier: readonly [Identifier];
  readonly status: 'booked' | 'fulfilled' | 'noshow' | 'cancelled' | 'pending';
  readonly start: string;
  readonly end: string;
  readonly created?: string;
  readonly participant: readonly [
    {
      readonly actor?: Reference;
      readonly type?: readonly CodeableConcept[];
      readonly status: 'accepted' | 'needs-action';
    },
  ];
}

/** Codes of the issues that we raise. FHIR value set issue-type. */
export type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'invariant'
  | 'forbidden'
  | 'login'
  | 'security'
  | 'processing'
  | 'not-supported'
  | 'duplicate'
  | 'not-found'
  | 'too-long'
  | 'too-costly'
  | 'code-invalid'
  | 'business-rule'
  | 'conflict'
  | 'multiple-matches'
  | 'transient'
  | 'timeout'
  | 'throttled'
  | 'exception'
  | 'informational';

export interface OutcomeIssue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: IssueCode;
  readonly details?: { readonly text: string };
  readonly diagnostics?: string;
  readonly expression?: readonly string[];
}

export interface FhirOperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly [OutcomeIssue, ...OutcomeIssue[]];
}
