import {
  HUB_METHODS,
  HUB_STATUSES,
  HUB_CATEGORIES,
  type HubOrganization,
  type HubPractitioner,
  type HubRegulator,
  type ReceivedAppointment,
} from './appointment.ts';
import { hubOrganizationId, hubRppsId } from './identifiers.ts';
import {
  instantAt,
  objectAt,
  oneOfAt,
  reportAt,
  reportUnknownAt,
  textAt,
  type Reading,
  type Presence,
} from './reading.ts';

/**
 * Reads an RS-SAS-RDV. Null without what identifies it and says when: `appointmentId`, `method`,
 * `created`, `start`, `status`. Everything else may be missing or odd, and is reported.
 *
 * Tolerated although the schema refuses it, because the guide's prose or examples show it: no
 * regulator, `createAppointment`, `BOOKED`, a practitioner with an ADELI number or with an RPPS
 * without its prefix.
 */
export function readAppointment(reading: Reading): ReceivedAppointment | null {
  reportUnknownAt(reading, [
    'appointmentId',
    'method',
    'created',
    'start',
    'end',
    'status',
    'orientationCategory',
    'practitioner',
    'organization',
    'regulator',
  ]);
  const appointmentId = textAt(reading, 'appointmentId', 'required');
  const method = oneOfAt(reading, 'method', HUB_METHODS, 'required');
  const created = instantAt(reading, 'created', 'required');
  const start = instantAt(reading, 'start', 'required');
  const end = instantAt(reading, 'end', 'optional');
  const status = oneOfAt(reading, 'status', HUB_STATUSES, 'required');
  const category = oneOfAt(reading, 'orientationCategory', HUB_CATEGORIES, 'optional');
  const practitioner = readPractitioner(objectAt(reading, 'practitioner', 'optional'));
  const organization = readOrganization(objectAt(reading, 'organization', 'optional'));
  const regulator = readRegulator(objectAt(reading, 'regulator', 'required'));
  if (appointmentId === null || method === null || created === null) return null;
  if (start === null || status === null) return null;
  const isEndUsable = end !== null && end.epochMs > start.epochMs;
  if (end !== null && !isEndUsable) reportAt(reading, 'end-not-after-start', 'end');
  return {
    appointmentId,
    method,
    created: created.text,
    start: start.text,
    ...(isEndUsable ? { end: end.text } : {}),
    status,
    ...(category === null ? {} : { orientationCategory: category }),
    ...(practitioner === null ? {} : { practitioner }),
    ...(organization === null ? {} : { organization }),
    ...(regulator === null ? {} : { regulator }),
  };
}

function readPractitioner(reading: Reading | null): Partial<HubPractitioner> | null {
  if (reading === null) return null;
  const practitioner: Partial<HubPractitioner> = readTexts(reading, {
    rppsId: 'required',
    lastName: 'required',
    firstName: 'required',
    specialityCode: 'optional',
    specialityUrl: 'optional',
    professionCode: 'optional',
    professionUrl: 'optional',
  });
  const given = practitioner.rppsId;
  if (given !== undefined) {
    const sendable = hubRppsId(given);
    if (sendable !== given) reportAt(reading, 'rpps-not-sendable', 'rppsId');
    practitioner.rppsId = sendable ?? given;
  }
  return orNothing(practitioner);
}

function readOrganization(reading: Reading | null): Partial<HubOrganization> | null {
  if (reading === null) return null;
  const organization: Partial<HubOrganization> = readTexts(reading, {
    organizationId: 'required',
    name: 'required',
  });
  const given = organization.organizationId;
  if (given !== undefined) {
    const prefixed = hubOrganizationId(given);
    if (prefixed === null) reportAt(reading, 'organization-id-unknown', 'organizationId');
    else if (prefixed !== given) reportAt(reading, 'organization-unprefixed', 'organizationId');
    organization.organizationId = prefixed ?? given;
  }
  return orNothing(organization);
}

function readRegulator(reading: Reading | null): Partial<HubRegulator> | null {
  if (reading === null) return null;
  return orNothing(
    readTexts(reading, {
      regulatorId: 'optional',
      regulatorName: 'required',
      regulatorFirstname: 'required',
      regulatorEmail: 'required',
    }),
  );
}

/** The texts of a closed object that holds nothing else. */
export function readTexts<Name extends string>(
  reading: Reading,
  names: Readonly<Record<Name, Presence>>,
): Partial<Record<Name, string>> {
  reportUnknownAt(reading, Object.keys(names));
  const texts: Partial<Record<Name, string>> = {};
  for (const [name, presence] of Object.entries(names) as [Name, Presence][]) {
    const text = textAt(reading, name, presence);
    if (text !== null) texts[name] = text;
  }
  return texts;
}

function orNothing<Value extends object>(value: Value): Value | null {
  return Object.keys(value).length === 0 ? null : value;
}
