import { PROFILES } from '../guide.ts';
import { asList, asObjects, asText, member } from '../json.ts';
import type { Association, Community, Site } from '../model.ts';
import type { Located, ResourceIndex } from '../references.ts';
import { readPhone } from './contact.ts';
import { readStructureId } from './identifiers.ts';
import type { ReadNotes } from './notes.ts';
import { readLocation, readOpeningHours } from './place.ts';

/** FINESS or SIRET of an Organization, bare; '' with a finding when there is none. */
function readRegistration(organization: Located, notes: ReadNotes): string {
  const place = `${organization.place}.identifier`;
  for (const [index, identifier] of asObjects(organization.resource['identifier']).entries()) {
    const id = readStructureId(identifier, `${place}[${index}]`, notes);
    if (id !== null) return id.value;
  }
  notes.add('read-identifier', place);
  return '';
}

function readCommunity(organization: Located, notes: ReadNotes): Community | null {
  const finess = readRegistration(organization, notes);
  if (finess === '') return null;
  const name = asText(organization.resource['name']);
  const phone = readPhone(organization.resource, '', organization.place, notes);
  return {
    id: organization.id,
    finess,
    ...(name !== '' && { name }),
    ...(phone !== null && { phone }),
  };
}

function readSite(location: Located, notes: ReadNotes): Site {
  const { address, name, id, system, structure } = readLocation(location, notes);
  const phone = readPhone(location.resource, address.postalCode, location.place, notes);
  const openingHours = readOpeningHours(location, notes);
  if (name === '') notes.add('read-name', `${location.place}.name`);
  return {
    id,
    ...(system !== '' && { system }),
    name,
    ...(structure !== null && { structure }),
    ...address,
    ...(phone !== null && { phone }),
    ...(openingHours.length > 0 && { openingHours }),
  };
}

const hasProfile = (located: Located, profile: string) =>
  asList(member(located.resource['meta'], 'profile')).some((each) =>
    asText(each).startsWith(profile),
  );

/** The CPTS of an answer, and how a HealthcareService leads to them. */
export class Communities {
  readonly all: Community[] = [];
  readonly #byOrganization = new Map<Located, Community | null>();
  readonly #index: ResourceIndex;
  readonly #notes: ReadNotes;

  constructor(index: ResourceIndex, notes: ReadNotes) {
    this.#index = index;
    this.#notes = notes;
    for (const service of index.ofType('HealthcareService')) this.ofService(service);
    for (const organization of index.ofType('Organization')) {
      if (hasProfile(organization, PROFILES.cpts.Organization)) this.#read(organization);
    }
  }

  /** The CPTS that provides a service. */
  ofService(service: Located): Community | null {
    const organization = this.#index.resolve(service.resource['providedBy'], service);
    if (organization?.type !== 'Organization') return null;
    return this.#read(organization);
  }

  #read(organization: Located): Community | null {
    let community = this.#byOrganization.get(organization);
    if (community === undefined) {
      community = readCommunity(organization, this.#notes);
      this.#byOrganization.set(organization, community);
      if (community !== null) this.all.push(community);
    }
    return community;
  }
}

/** The associations of an answer with their sites. */
export class Associations {
  readonly #sites = new Map<Located, Site>();
  readonly #associations = new Map<Located, Association & { sites: Site[] }>();
  readonly #index: ResourceIndex;
  readonly #notes: ReadNotes;

  constructor(index: ResourceIndex, notes: ReadNotes) {
    this.#index = index;
    this.#notes = notes;
    for (const location of index.ofType('Location')) {
      const managed = location.resource['managingOrganization'] !== undefined;
      if (managed || hasProfile(location, PROFILES.sos.Location)) this.siteOf(location);
    }
    for (const organization of index.ofType('Organization')) {
      if (hasProfile(organization, PROFILES.sos.Organization)) this.#association(organization);
    }
  }

  get all(): Association[] {
    return [...this.#associations.values()];
  }

  /** The site that a Location describes; null where no association manages it. */
  siteOf(location: Located): Site | null {
    const known = this.#sites.get(location);
    if (known !== undefined) return known;
    const managing = location.resource['managingOrganization'];
    const organization = this.#index.resolve(managing, location);
    if (organization?.type !== 'Organization') {
      return this.#notes.add('read-reference', `${location.place}.managingOrganization`);
    }
    const association = this.#association(organization);
    if (association === null) return null;
    const site = readSite(location, this.#notes);
    this.#sites.set(location, site);
    association.sites.push(site);
    return site;
  }

  #association(organization: Located): (Association & { sites: Site[] }) | null {
    const known = this.#associations.get(organization);
    if (known !== undefined) return known;
    const siret = readRegistration(organization, this.#notes);
    if (siret === '') return null;
    const name = asText(organization.resource['name']);
    const association = { id: organization.id, siret, ...(name !== '' && { name }), sites: [] };
    this.#associations.set(organization, association);
    return association;
  }
}
