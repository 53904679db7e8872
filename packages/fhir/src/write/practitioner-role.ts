import { CODE_SYSTEMS } from '../codes.ts';
import { fhirId } from '../fhir-id.ts';
import { pickStructureIdentifier } from '../identifiers.ts';
import type { Place, StructureIds } from '../model.ts';
import type { ContactPoint, FhirLocation, FhirPractitionerRole, Identifier } from '../resources.ts';
import { mendAddress, position, zoneOf } from './address.ts';
import { structureIdentifier, telecom, vendorIdentifier } from './elements.ts';
import { type Notes, recordPlace } from './notes.ts';
import { typed } from './typed.ts';

function typedStructure(structure: StructureIds | null | undefined): StructureIds {
  return {
    finess: typed(structure?.finess),
    siret: typed(structure?.siret),
    practiceId: typed(structure?.practiceId),
  };
}

/** A place as every role at it needs it. */
export interface WrittenPlace {
  readonly location: FhirLocation;
  readonly organization: Identifier | null;
  readonly telecom: readonly ContactPoint[];
  readonly timeZone: string;
}

/** The contained Location of a place, its structure and its telephone; null without a usable address. */
export function writePlace(
  place: Place,
  profile: string,
  identifierSystem: string,
  notes: Notes,
): WrittenPlace | null {
  const where = (element?: string) => recordPlace('places', place.id, element);
  const address = mendAddress(place, notes, where());
  if (address === null) return null;
  const structure = pickStructureIdentifier(typedStructure(place.structure));
  if (structure === null) {
    notes.add('agenda-place-structure', where('structure'));
  }
  const name = typed(place.name);
  const at = position(place);
  return {
    location: {
      resourceType: 'Location',
      id: fhirId(typed(place.id)),
      meta: { profile: [profile] },
      identifier: [vendorIdentifier(identifierSystem, typed(place.id))],
      ...(name !== '' && { name }),
      address,
      ...(at !== null && { position: at }),
    },
    organization:
      structure === null ? null : structureIdentifier(structure, CODE_SYSTEMS.identifierType),
    telecom: telecom(place.phone, address.postalCode, notes, where('phone')),
    timeZone: zoneOf(place, notes, where()),
  };
}

/**
 * A practitioner at a place: the place contained, the structure by its national identifier, the
 * telephone of the place, else the practitioner's (official tests 4.3.05, 4.6.05, 4.6.06).
 */
export function writePractitionerRole(
  id: string,
  practitioner: string,
  place: WrittenPlace,
  ownTelecom: readonly ContactPoint[],
  profile: string,
): FhirPractitionerRole {
  const phones = place.telecom.length > 0 ? place.telecom : ownTelecom;
  return {
    resourceType: 'PractitionerRole',
    id,
    meta: { profile: [profile] },
    contained: [place.location],
    practitioner: { reference: `Practitioner/${practitioner}` },
    ...(place.organization !== null && { organization: { identifier: place.organization } }),
    location: [{ reference: `#${place.location.id}` }],
    ...(phones.length > 0 && { telecom: phones }),
  };
}
