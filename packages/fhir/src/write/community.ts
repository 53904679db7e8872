import { CODE_SYSTEMS, CPTS_CATEGORY, EXTENSIONS } from '../codes.ts';
import { fhirId } from '../fhir-id.ts';
import { PROFILES, communityIdentifierType, type GuideVersion } from '../guide.ts';
import { parseFiness } from '../identifiers.ts';
import type { Community } from '../model.ts';
import type { CodeableConcept, FhirHealthcareService, FhirOrganization } from '../resources.ts';
import { structureIdentifier, telecom } from './elements.ts';
import { type Notes, recordPlace } from './notes.ts';
import { typed } from './typed.ts';

/** A CPTS: one HealthcareService for one Organization, and what slots say to lead there. */
export interface WrittenCommunity {
  readonly service: FhirHealthcareService;
  readonly organization: FhirOrganization;
  /** Service type 604 with the extension that leads to the HealthcareService. */
  readonly serviceType: CodeableConcept;
}

/** The resources of a CPTS, or null without a FINESS number. Guide, CPTS page, FAQ errors 6 and 11. */
export function writeCommunity(
  community: Community,
  guide: GuideVersion,
  notes: Notes,
): WrittenCommunity | null {
  const where = (element: string) => recordPlace('communities', community.id, element);
  const finess = parseFiness(typed(community.finess));
  // The profile's invariant knows no Corsican FINESS: digits only.
  if (finess === null || !/^\d+$/.test(finess.sas)) {
    notes.add('agenda-community', where('finess'), community.finess);
    return null;
  }
  const id = fhirId(typed(community.id));
  const name = typed(community.name);
  const phones = telecom(community.phone, undefined, notes, where('phone'));
  const profiles = PROFILES.cpts;
  return {
    service: {
      resourceType: 'HealthcareService',
      id,
      meta: { profile: [profiles.HealthcareService] },
      providedBy: { reference: `Organization/${id}` },
    },
    organization: {
      resourceType: 'Organization',
      id,
      meta: { profile: [profiles.Organization] },
      identifier: [structureIdentifier(finess, communityIdentifierType(guide))],
      ...(name !== '' && { name }),
      ...(phones.length > 0 && { telecom: phones }),
    },
    serviceType: {
      extension: [
        {
          url: EXTENSIONS.serviceType,
          valueReference: { reference: `HealthcareService/${id}` },
        },
      ],
      coding: [{ system: CODE_SYSTEMS.establishment, code: CPTS_CATEGORY }],
    },
  };
}
