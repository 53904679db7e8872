/**
 * The part of FHIR R4 that the writers write: names and cardinalities of FHIR, nothing that the SAS does
 * not use. Each is assignable to the type of the same name in `@types/fhir`.
 */

export interface Coding {
  readonly system: string;
  readonly code: string;
}

/** FHIR R4 Extension, as far as SAS uses it. */
export interface Extension {
  readonly url: string;
  readonly valueBoolean?: boolean;
  readonly valueReference?: Reference;
  readonly valueCodeableConcept?: CodeableConcept;
}

/** FHIR R4 CodeableConcept. */
export interface CodeableConcept {
  readonly extension?: readonly Extension[];
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

/** FHIR R4 Identifier, as far as SAS uses it. */
export interface Identifier {
  readonly type?: CodeableConcept;
  readonly system: string;
  readonly value: string;
}

/** FHIR R4 Reference, literal or logical. */
export interface Reference {
  readonly reference?: string;
  readonly identifier?: Identifier;
}

/** FHIR R4 ContactPoint. */
export interface ContactPoint {
  readonly system: 'phone' | 'email';
  readonly value: string;
}

/** FHIR R4 Meta: the one profile, and the types of a slot. */
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

/** FHIR R4 Slot, as the profiles of the guide want it. */
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

/** FHIR R4 Schedule, as the profiles of the guide want it. */
export interface FhirSchedule extends Resource<'Schedule'> {
  readonly id: string;
  readonly actor: readonly Reference[];
}

/** FHIR R4 HumanName. */
export interface HumanName {
  readonly family?: string;
  readonly given?: readonly string[];
}

/** FHIR R4 Practitioner: who offers slots, or a regulator. */
export interface FhirPractitioner extends Resource<'Practitioner'> {
  readonly identifier: readonly Identifier[];
  readonly active?: boolean;
  readonly name?: readonly HumanName[];
  readonly telecom?: readonly ContactPoint[];
}

/** FHIR R4 Address: one line, five digits, city. */
export interface FhirAddress {
  readonly line: readonly [string];
  readonly city: string;
  readonly postalCode: string;
}

/** Opening hours of a FHIR R4 Location. */
export interface HoursOfOperation {
  readonly daysOfWeek: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  readonly openingTime: string;
  readonly closingTime: string;
}

/** FHIR R4 Location: a place of practice, or a site of an association. */
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

/** FHIR R4 PractitionerRole: a practitioner at one place, which it contains. */
export interface FhirPractitionerRole extends Resource<'PractitionerRole'> {
  readonly id: string;
  readonly contained: readonly [FhirLocation];
  readonly practitioner: Reference;
  readonly organization?: Reference;
  readonly location: readonly [Reference];
  readonly telecom?: readonly ContactPoint[];
}

/** FHIR R4 HealthcareService: a CPTS. */
export interface FhirHealthcareService extends Resource<'HealthcareService'> {
  readonly id: string;
  readonly providedBy: Reference;
}

/** FHIR R4 Organization: the structure of a CPTS or an association. */
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

/** FHIR R4 Bundle.entry. */
export interface BundleEntry {
  readonly fullUrl: string;
  readonly resource: AgendaResource;
  readonly search: { readonly mode: 'match' | 'include' };
}

/** FHIR R4 Bundle: the answer to a search. */
export interface FhirBundle extends Resource<'Bundle'> {
  readonly type: 'searchset';
  readonly total: number;
  readonly link: readonly [{ readonly relation: 'self'; readonly url: string }];
  /** Absent when nothing was found: FHIR knows no empty list. */
  readonly entry?: readonly BundleEntry[];
}

/** FHIR R4 Appointment (INT_R03). */
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

/** FHIR R4 OperationOutcome.issue. */
export interface OutcomeIssue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: IssueCode;
  readonly details?: { readonly text: string };
  readonly diagnostics?: string;
  readonly expression?: readonly string[];
}

/** FHIR R4 OperationOutcome: why a request was refused. */
export interface FhirOperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly [OutcomeIssue, ...OutcomeIssue[]];
}
