import type { Offer, OfferedPractitioner, OfferedSlot } from '@sas-kit/connector';
import {
  type Association,
  IDENTIFIER_SYSTEMS,
  type Place,
  type Site,
  type StructureIds,
} from '@sas-kit/fhir';
import type { Location, Structure } from '../directory/entities.ts';
import type { AgendaCommunity, AgendaFreeSlot } from '../publishing/free-slots.ts';

/** What the connector is answered with, of slots of the platform's own agendas. */
export function toOffer(
  slots: readonly AgendaFreeSlot[],
  communities: readonly AgendaCommunity[],
  home: string,
): Offer {
  const practitioners = new Map<string, OfferedPractitioner>();
  const places = new Map<string, Place>();
  const associations = new Map<string, Association & { sites: Site[] }>();
  for (const { practitioner, structure, location, scheduleId, ownerDisplay } of slots) {
    if (practitioner === null) {
      if (structure !== null) addSite(associations, scheduleId, structure, location);
      continue;
    }
    practitioners.set(practitioner.id, {
      id: practitioner.id,
      nationalId: practitioner.nationalId ?? '',
      family: practitioner.family,
      ...(practitioner.given !== null && { given: practitioner.given }),
      specialties: practitioner.specialties,
      publicDisplay: ownerDisplay,
    });
    const nationalId = structure?.nationalId ?? null;
    places.set(scheduleId, {
      ...toAddress(scheduleId, location),
      ...(nationalId !== null && { structure: structureIds(nationalId) }),
    });
  }
  return {
    practitioners: [...practitioners.values()],
    places: [...places.values()],
    communities: communities.map(({ nationalId, name, phone }) => {
      return {
        id: nationalId,
        finess: nationalId.slice(1),
        name,
        ...(phone !== null && { phone }),
      };
    }),
    associations: [...associations.values()],
    slots: slots.map((slot) => toSlot(slot, home)),
  };
}

function addSite(
  associations: Map<string, Association & { sites: Site[] }>,
  id: string,
  { nationalId, name }: Structure,
  location: Location,
): void {
  const siret = (nationalId ?? '').slice(1);
  const known = associations.get(siret) ?? { id: siret, siret, name, sites: [] };
  associations.set(siret, known);
  if (known.sites.some((site) => site.id === id)) return;
  known.sites.push({ ...toAddress(id, location), name: location.name ?? name });
}

/** Of an agenda: a practitioner may be at one place for two structures. */
function toAddress(id: string, location: Location): Place {
  const { name, line, postcode, city, phone, lat, lon, timeZone } = location;
  return {
    ...{ id, line, postalCode: postcode, city, lat, lon, timeZone },
    ...(name !== null && { name }),
    ...(phone !== null && { phone }),
  };
}

/** By the prefix that the national id begins with: 1 FINESS, 3 SIRET, else of the practice. */
function structureIds(nationalId: string): StructureIds {
  if (nationalId.startsWith('1')) return { finess: nationalId.slice(1) };
  if (nationalId.startsWith('3')) return { siret: nationalId.slice(1) };
  return { practiceId: nationalId };
}

function toSlot(slot: AgendaFreeSlot, home: string): OfferedSlot {
  const { id, practitioner, location, scheduleId, startsAt, endsAt, communities } = slot;
  const { modalities, visibility, booking, publicDisplay } = slot;
  return {
    id,
    ...(practitioner === null
      ? { site: scheduleId }
      : { practitioner: practitioner.id, place: scheduleId }),
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    ...{ modalities, visibility, booking, communities, publicDisplay },
    url: searchPage(home, location, practitioner?.nationalId ?? null),
  };
}

/** Where it is booked: the regulator's search around the place, this practitioner first (INT_L01). */
function searchPage(home: string, { insee }: Location, nationalId: string | null): string {
  const query = new URLSearchParams({ inseecode: insee ?? '' });
  if (nationalId !== null) {
    query.set('practitioner', `${IDENTIFIER_SYSTEMS.practitioner}|${nationalId}`);
  }
  return `${home}/sas/recherche?${query.toString()}`;
}
