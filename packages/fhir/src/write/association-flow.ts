import { CODE_SYSTEMS } from '../codes.ts';
import { fhirId } from '../fhir-id.ts';
import { PROFILES } from '../guide.ts';
import { parseSiret } from '../identifiers.ts';
import type { Agenda, Association, Site, Visibility } from '../model.ts';
import type {
  CodeableConcept,
  FhirLocation,
  FhirOrganization,
  FhirSchedule,
  FhirSlot,
} from '../resources.ts';
import { mendAddress, position, zoneOf } from './address.ts';
import { structureIdentifier, telecom, vendorIdentifier } from './elements.ts';
import { type Notes, recordPlace } from './notes.ts';
import { writeOpeningHours } from './opening-hours.ts';
import type { FlowResources, WriteOptions } from './options.ts';
import { records } from './records.ts';
import { mayLeave, visibilityOf, writeSlot } from './slot.ts';
import { typed } from './typed.ts';

const SOS_TYPES: readonly Visibility[] = ['PUBLIC', 'SNP'];
const profiles = PROFILES.sos;

interface WrittenSite {
  readonly schedule: FhirSchedule;
  readonly location: FhirLocation;
  readonly organization: FhirOrganization;
  readonly timeZone: string;
  used: boolean;
}

function writeOrganization(association: Association, notes: Notes): FhirOrganization | null {
  const siret = parseSiret(typed(association.siret));
  if (siret === null) {
    const place = recordPlace('associations', association.id, 'siret');
    notes.add('agenda-association-siret', place, association.siret);
    return null;
  }
  const name = typed(association.name);
  return {
    resourceType: 'Organization',
    id: fhirId(typed(association.id)),
    meta: { profile: [profiles.Organization] },
    identifier: [structureIdentifier(siret, CODE_SYSTEMS.placeIdentifierType)],
    ...(name !== '' && { name }),
  };
}

function writeLocation(
  site: Site,
  organization: string,
  identifierSystem: string,
  notes: Notes,
): FhirLocation | null {
  const where = (element?: string) => recordPlace('sites', site.id, element);
  const address = mendAddress(site, notes, where());
  if (address === null) return null;
  const name = typed(site.name);
  if (name === '') {
    notes.add('agenda-site-name', where('name'));
    return null;
  }
  const id = fhirId(typed(site.id));
  const phones = telecom(site.phone, address.postalCode, notes, where('phone'));
  const at = position(site);
  const hours = writeOpeningHours(site, notes);
  return {
    resourceType: 'Location',
    id,
    meta: { profile: [profiles.Location] },
    // The profile fixes the type INTRN, even for a site with a national identifier.
    identifier: [vendorIdentifier(identifierSystem, typed(site.id))],
    name,
    ...(phones.length > 0 && { telecom: phones }),
    address,
    ...(at !== null && { position: at }),
    managingOrganization: { reference: `Organization/${organization}` },
    ...(hours.length > 0 && { hoursOfOperation: hours }),
  };
}

function writeSites(agenda: Agenda, options: WriteOptions, notes: Notes): Map<string, WrittenSite> {
  const written = new Map<string, WrittenSite>();
  const needed = new Set(records(agenda.slots).map((slot) => typed(slot.site)));
  for (const association of records(agenda.associations)) {
    const sites = records(association.sites).filter(
      ({ id }) => needed.has(typed(id)) && !written.has(typed(id)),
    );
    const organization = sites.length === 0 ? null : writeOrganization(association, notes);
    if (organization === null) continue;
    for (const site of sites) {
      const location = writeLocation(site, organization.id, options.identifierSystem, notes);
      if (location === null) continue;
      const schedule: FhirSchedule = {
        resourceType: 'Schedule',
        id: location.id,
        meta: { profile: [profiles.Schedule] },
        actor: [{ reference: `Location/${location.id}` }],
      };
      const timeZone = zoneOf(site, notes, recordPlace('sites', site.id));
      written.set(typed(site.id), { schedule, location, organization, timeZone, used: false });
    }
  }
  return written;
}

/**
 * Schedules of the sites that have a slot, the slots, and what they lead to (SOS page of the guide: one
 * agenda for one fixed site).
 */
export function writeAssociationFlow(
  agenda: Agenda,
  options: WriteOptions,
  notes: Notes,
): FlowResources {
  const sites = writeSites(agenda, options, notes);
  const concepts = new Map<string, CodeableConcept | null>();
  const seen = new Set<string>();
  const slots: FhirSlot[] = [];
  for (const slot of records(agenda.slots)) {
    if (typed(slot.site) === '') {
      notes.leaveOut(slot.id, 'agenda-slot-flow');
      continue;
    }
    if (!mayLeave(slot, seen, notes)) continue;
    const visibility = visibilityOf(slot, SOS_TYPES);
    if (visibility.length === 0) {
      notes.leaveOut(slot.id, 'agenda-slot-visibility', 'visibility');
      continue;
    }
    const site = sites.get(typed(slot.site));
    if (site === undefined) {
      notes.leaveOut(slot.id, 'agenda-slot-owner', 'site');
      continue;
    }
    const resource = writeSlot(
      slot,
      {
        id: fhirId(typed(slot.id)),
        profile: profiles.Slot,
        schedule: `Schedule/${site.schedule.id}`,
        timeZone: site.timeZone,
        visibility,
        url: options.agendaUrl?.(slot),
        concepts,
      },
      notes,
    );
    if (resource === null) continue;
    slots.push(resource);
    site.used = true;
  }
  const used = [...sites.values()].filter((site) => site.used);
  return {
    matches: used.map((site) => site.schedule),
    included: [
      ...slots,
      ...used.map((site) => site.location),
      ...new Set(used.map((site) => site.organization)),
    ],
  };
}
