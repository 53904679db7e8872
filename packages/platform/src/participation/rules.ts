import type { components } from '../generated/platform.ts';

type Schemas = components['schemas'];
export type PractitionerRequest = Schemas['PractitionerParticipationRequest'];
export type StructureRequest = Schemas['StructureParticipationRequest'];
export type Way = Schemas['ParticipationWay'];
type StructureKind = Schemas['StructureKind'];

/** What a professional says, nothing left open. */
export interface PractitionerSettings {
  participates: boolean;
  via: Way | null;
  structure: string | null;
  communityLocations: string[];
  hasSoftware: boolean | null;
  software: string[];
  refusesVendorSlots: boolean;
  declaresHours: boolean;
  redirectionScheme: boolean;
}

/** What a structure says, nothing left open. */
export interface StructureSettings {
  participates: boolean;
  declaresHours: boolean;
  practitionerCount: number | null;
}

/** Kinds of structure that take part as such. */
export const TAKING_PART: readonly StructureKind[] = ['cpts', 'msp', 'cds', 'sos'];

/** The kind of structure through which one takes part. */
export const KIND_OF_WAY = {
  individual: null,
  cpts: 'cpts',
  msp: 'msp',
  'sos-medecins': 'sos',
} as const satisfies Record<Way, StructureKind | null>;

/** What is wrong with one place of a request. */
export interface ParticipationFault {
  pointer: `/${string}`;
  code: Schemas['ErrorCode'];
  detail: string;
}

/** What is known of what a request names. */
export interface KnownToRules {
  /** Kind of the structure that is named; null where nobody knows it. */
  structureKind: StructureKind | null;
  /** Ids of the professional's places of practice. */
  locations: readonly string[];
}

/**
 * A request with everything filled in and nothing kept that does not go with the rest. Whoever works
 * for SOS Médecins has its agenda run by the association: no software of one's own, no vendor's slots.
 */
export function settledPractitioner(request: PractitionerRequest): PractitionerSettings {
  const via = request.participates ? (request.via ?? null) : null;
  const viaSos = via === 'sos-medecins';
  const hasSoftware = viaSos ? null : (request.hasSoftware ?? null);
  return {
    participates: request.participates,
    via,
    structure: via === null || via === 'individual' ? null : (request.structure ?? null),
    communityLocations: via === 'cpts' ? (request.communityLocations ?? []) : [],
    hasSoftware,
    software: hasSoftware === true ? (request.software ?? []) : [],
    refusesVendorSlots: viaSos || (request.refusesVendorSlots ?? false),
    declaresHours: !viaSos && (request.declaresHours ?? false),
    redirectionScheme: request.redirectionScheme ?? false,
  };
}

/** A request with everything filled in. */
export function settledStructure(request: StructureRequest): StructureSettings {
  return {
    participates: request.participates,
    declaresHours: request.declaresHours ?? false,
    practitionerCount: request.practitionerCount ?? null,
  };
}

const fault = (
  pointer: ParticipationFault['pointer'],
  code: ParticipationFault['code'],
  detail: string,
): ParticipationFault => ({ pointer, code, detail });

/** What keeps a professional's settings from being taken: nothing where one does not take part. */
export function practitionerFaults(
  settings: PractitionerSettings,
  known: KnownToRules,
): ParticipationFault[] {
  const { participates, via } = settings;
  if (!participates) return [];
  if (via === null) return [fault('/via', 'way-required', 'say how you take part')];
  return [
    ...structureFaults(settings, via, known),
    ...locationFaults(settings, via, known),
    ...(via === 'sos-medecins' ? [] : softwareFaults(settings)),
  ];
}

function structureFaults(
  { structure }: PractitionerSettings,
  via: Way,
  { structureKind }: KnownToRules,
): ParticipationFault[] {
  const kind = KIND_OF_WAY[via];
  if (kind === null || (structure === null && via === 'sos-medecins')) return [];
  if (structure === null) {
    return [fault('/structure', 'structure-required', `say which ${kind} it is`)];
  }
  if (structureKind === kind) return [];
  return [fault('/structure', 'unknown-structure', `${structure} is no known ${kind}`)];
}

function locationFaults(
  { communityLocations }: PractitionerSettings,
  via: Way,
  { locations }: KnownToRules,
): ParticipationFault[] {
  if (via !== 'cpts') return [];
  if (communityLocations.length === 0) {
    const detail = 'at least one place of practice belongs to the CPTS';
    return [fault('/communityLocations', 'location-required', detail)];
  }
  return communityLocations.flatMap((id, index) =>
    locations.includes(id)
      ? []
      : [
          fault(
            `/communityLocations/${index}`,
            'unknown-location',
            'no place of practice of yours',
          ),
        ],
  );
}

/** Slots must be seen somewhere: in one's software, or two hours a week in the agenda of the platform. */
function softwareFaults(settings: PractitionerSettings): ParticipationFault[] {
  const { hasSoftware, software, refusesVendorSlots, declaresHours } = settings;
  if (hasSoftware === null) {
    return [fault('/hasSoftware', 'software-answer-required', 'say whether you use software')];
  }
  const shown = hasSoftware && !refusesVendorSlots;
  return [
    ...(shown && software.length === 0
      ? [fault('/software', 'software-required', 'name the software')]
      : []),
    ...(shown || declaresHours
      ? []
      : [fault('/declaresHours', 'hours-declaration-required', 'declare two hours a week')]),
  ];
}

/** What keeps a structure's settings from being taken. A FINESS number follows the prefix 1. */
export function structureSettingsFaults(
  { participates, declaresHours, practitionerCount }: StructureSettings,
  nationalId: string,
): ParticipationFault[] {
  if (!participates) return [];
  return [
    ...(declaresHours
      ? []
      : [fault('/declaresHours', 'hours-declaration-required', 'declare two hours a week')]),
    ...(nationalId.startsWith('1') && practitionerCount === null
      ? [fault('/practitionerCount', 'practitioner-count-required', 'say how many take part')]
      : []),
  ];
}
