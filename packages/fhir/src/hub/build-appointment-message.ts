import { CODE_SYSTEMS } from '../codes.ts';
import type { AppointmentStatus, OrientationCategory, RegulatorId } from '../model.ts';
import {
  HUB_CATEGORIES,
  HUB_METHODS,
  HUB_STATUSES,
  type AppointmentMessage,
  type AppointmentMethod,
  type HubAppointment,
  type HubOrganization,
  type HubPractitioner,
  type HubRegulator,
} from './appointment.ts';
import { buildEnvelope, buildHeader, type HubRoute } from './build-envelope.ts';
import { hubFinding, type HubFinding, type HubRule } from './findings.ts';
import { hubOrganizationId, hubRegulatorId, hubRppsId } from './identifiers.ts';
import { epochOf, toHubInstant } from './instants.ts';

/** An appointment, as a platform knows it. Blank optional values count as absent. */
export interface AppointmentFacts {
  /** The platform's id, the same in every message about this appointment. */
  readonly appointmentId: string;
  readonly method: AppointmentMethod;
  /** When it was booked. */
  readonly created: Date | string;
  readonly start: Date | string;
  readonly end?: Date | string;
  /** IANA zone of the place; it gives the three instants their offset. */
  readonly timeZone: string;
  readonly status: AppointmentStatus;
  readonly orientation?: OrientationCategory;
  readonly practitioner?: {
    /** RPPS in any form. Any other identifier keeps the practitioner out of the message. */
    readonly nationalId: string;
    readonly family: string;
    readonly given: string;
    /** `SM54` of TRE_R38, or the code of another system as `system|code`. */
    readonly specialty?: string;
    /** `10` of TRE_G15, or the code of another system as `system|code`. */
    readonly profession?: string;
  };
  /** The FINESS goes before the SIRET. Without either the structure is kept out of the message. */
  readonly organization?: {
    readonly name: string;
    readonly finess?: string;
    readonly siret?: string;
  };
  /** Who booked: without a name, a given name and an e-mail nothing can be sent. */
  readonly regulator: {
    /** Only a national one travels. */
    readonly identifier?: RegulatorId;
    readonly family: string;
    readonly given: string;
    readonly email: string;
  };
}

/** A message and what was left out of it. */
export interface BuiltAppointmentMessage {
  /** Null when a finding is an `error`: the Hub would refuse it. */
  readonly message: AppointmentMessage | null;
  readonly findings: readonly HubFinding[];
}

/**
 * The message that tells dispatch software about an appointment (INT_L02, RS-SAS-RDV). Valid
 * against the schemas of the Hub, or not built.
 *
 * Who has no RPPS is left out with their structure staying, and reported. The kind is `Report` for
 * creations and updates alike; a cancellation is an update with the status `cancelled`. It expires
 * when the appointment starts, at most 24 h after it is sent.
 *
 * A booking by the public has no regulator and never makes a message.
 *
 * @throws {RangeError} for an unknown time zone, and as {@link buildEnvelope} does for the route.
 *
 * Source: `RS-SAS-RDV.schema.json`; guide, INT_L02.
 */
export function buildAppointmentMessage(
  facts: AppointmentFacts,
  route: HubRoute,
): BuiltAppointmentMessage {
  const findings: HubFinding[] = [];
  const report: Report = (rule, place) =>
    void findings.push(
      hubFinding(rule, place === '' ? 'message.appointment' : `message.appointment.${place}`),
    );
  const appointment = appointmentOf(facts, report);
  if (findings.some(({ severity }) => severity === 'error')) return { message: null, findings };
  const body = { ...buildHeader(route, 'Report'), appointment };
  return { message: buildEnvelope(route, 'Report', body, epochOf(facts.start)), findings };
}

type Report = (rule: HubRule, place: string) => void;

function appointmentOf(facts: AppointmentFacts, report: Report): HubAppointment {
  const { timeZone } = facts;
  const oneOf = (values: readonly string[], value: string, place: string) => {
    if (!values.includes(value)) report('value-unknown', place);
  };
  oneOf(HUB_METHODS, facts.method, 'method');
  oneOf(HUB_STATUSES, facts.status, 'status');
  if (facts.orientation !== undefined)
    oneOf(HUB_CATEGORIES, facts.orientation, 'orientationCategory');

  const end = endOf(facts, report);
  const practitioner = practitionerOf(facts.practitioner, report);
  const organization = organizationOf(facts.organization, report);
  const isExpected = facts.orientation !== 'SOS' || facts.status !== 'pending';
  if (practitioner === null && organization === null && isExpected) report('effector-missing', '');
  return {
    appointmentId: required(facts.appointmentId, 'appointmentId', report),
    method: facts.method,
    created: instantOf(facts.created, timeZone, 'created', report),
    start: instantOf(facts.start, timeZone, 'start', report),
    ...(end === null ? {} : { end }),
    status: facts.status,
    ...(facts.orientation === undefined ? {} : { orientationCategory: facts.orientation }),
    ...(practitioner === null ? {} : { practitioner }),
    ...(organization === null ? {} : { organization }),
    regulator: regulatorOf(facts.regulator, report),
  };
}

function required(value: string, place: string, report: Report): string {
  const text = value.trim();
  if (text === '') report('required-missing', place);
  return text;
}

function instantOf(value: Date | string, timeZone: string, place: string, report: Report): string {
  if (epochOf(value) !== null) return toHubInstant(value, timeZone);
  report('instant-unreadable', place);
  return '';
}

function endOf(facts: AppointmentFacts, report: Report): string | null {
  if (facts.end === undefined) return null;
  const end = instantOf(facts.end, facts.timeZone, 'end', report);
  const seconds = (instant: Date | string) => Math.floor((epochOf(instant) ?? Number.NaN) / 1000);
  if (!(seconds(facts.end) <= seconds(facts.start))) return end;
  report('end-not-after-start', 'end');
  return null;
}

function practitionerOf(
  practitioner: AppointmentFacts['practitioner'],
  report: Report,
): HubPractitioner | null {
  if (practitioner === undefined) return null;
  const rppsId = hubRppsId(practitioner.nationalId);
  const lastName = practitioner.family.trim();
  const firstName = practitioner.given.trim();
  if (rppsId === null || lastName === '' || firstName === '') {
    report('practitioner-omitted', 'practitioner');
    return null;
  }
  const specialty = codeOf(practitioner.specialty, CODE_SYSTEMS.specialty);
  const profession = codeOf(practitioner.profession, CODE_SYSTEMS.profession);
  return {
    rppsId,
    lastName,
    firstName,
    ...(specialty === null
      ? {}
      : { specialityCode: specialty.code, specialityUrl: specialty.system }),
    ...(profession === null
      ? {}
      : { professionCode: profession.code, professionUrl: profession.system }),
  };
}

function codeOf(
  coded: string | undefined,
  system: string,
): { readonly code: string; readonly system: string } | null {
  const bar = coded?.lastIndexOf('|') ?? -1;
  const code = coded?.slice(bar + 1).trim() ?? '';
  return code === '' ? null : { code, system: coded?.slice(0, Math.max(bar, 0)).trim() || system };
}

function organizationOf(
  organization: AppointmentFacts['organization'],
  report: Report,
): HubOrganization | null {
  if (organization === undefined) return null;
  const { finess = '', siret = '' } = organization;
  const organizationId = hubOrganizationId(finess) ?? hubOrganizationId(siret);
  const name = organization.name.trim();
  if (organizationId !== null && name !== '') return { organizationId, name };
  report('organization-omitted', 'organization');
  return null;
}

function regulatorOf(regulator: AppointmentFacts['regulator'], report: Report): HubRegulator {
  const regulatorEmail = required(regulator.email, 'regulator.regulatorEmail', report);
  if (regulatorEmail !== '' && !/^[^\s@]+@[^\s@]+$/.test(regulatorEmail))
    report('regulator-email-form', 'regulator.regulatorEmail');
  const { identifier } = regulator;
  const regulatorId = identifier?.kind === 'national' ? hubRegulatorId(identifier.value) : null;
  if (identifier !== undefined && regulatorId === null)
    report('regulator-id-omitted', 'regulator.regulatorId');
  return {
    ...(regulatorId === null ? {} : { regulatorId }),
    regulatorName: required(regulator.family, 'regulator.regulatorName', report),
    regulatorFirstname: required(regulator.given, 'regulator.regulatorFirstname', report),
    regulatorEmail,
  };
}
