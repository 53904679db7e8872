import { APPOINTMENT_PROFILES, PROFILES, REGULATOR_PROFILE, type Flow } from '../guide.ts';
import { SEARCH_FORMS } from '../search-query.ts';

/** What `GET [base]/metadata` tells. */
export interface CapabilityOptions {
  /** Base address of the interface. */
  readonly baseUrl: string;
  readonly software: { readonly name: string; readonly version: string };
  /** Day of the last change, `2026-11-23`, or an instant. */
  readonly date: string;
  /** The searches that are answered. */
  readonly flows: readonly Flow[];
  /** Whether regulators' accounts are kept (INT_R02). Default false. */
  readonly accounts?: boolean;
  /** Whether appointments are received (INT_R03, the platform's side): of which flows. Default none. */
  readonly appointments?: readonly Flow[];
  /** Whether a slot is booked by `POST /Appointment`, an addition of ours. Default false. */
  readonly booking?: boolean;
  /** Whether what was booked so is cancelled by a conditional `PUT /Appointment`. Default false. */
  readonly cancelling?: boolean;
  readonly publisher?: string;
}

const ANS = 'https://interop.esante.gouv.fr/ig/fhir/sas/';

/** The guide's own statements, by search. */
const INSTANTIATES: Readonly<Record<Flow, string>> = {
  ps: `${ANS}CapabilityStatement/SAS-GestionnaireAgenda-PsIndiv`,
  cpts: `${ANS}CapabilityStatement/SAS-GestionnaireAgenda-CPTS`,
  sos: `${ANS}CapabilityStatement/SAS-GestionnaireAgenda-SOS`,
};

const RECEIVES: Readonly<Record<Flow, string>> = {
  ps: `${ANS}CapabilityStatement/SAS-GestionnaireAgenda-RDVpsindiv`,
  cpts: `${ANS}CapabilityStatement/SAS-GestionnaireAgenda-RDVpsindiv`,
  sos: `${ANS}CapabilityStatement/SAS-GestionnaireAgenda-RDVSOS`,
};

interface SearchParam {
  readonly name: string;
  readonly type: 'date' | 'token' | 'special' | 'reference';
  readonly definition?: string;
  readonly documentation?: string;
}

/** A resource as a CapabilityStatement lists it. */
export interface CapabilityResource {
  readonly type: string;
  readonly documentation?: string;
  readonly supportedProfile?: readonly string[];
  readonly interaction: readonly { readonly code: 'search-type' | 'create' | 'update' }[];
  readonly updateCreate?: boolean;
  readonly conditionalUpdate?: boolean;
  readonly searchInclude?: readonly string[];
  readonly searchRevInclude?: readonly string[];
  readonly searchParam?: readonly SearchParam[];
}

/** What is told of an interface. */
export interface FhirCapabilityStatement {
  readonly resourceType: 'CapabilityStatement';
  readonly status: 'active';
  readonly date: string;
  readonly publisher?: string;
  readonly kind: 'instance';
  readonly instantiates?: readonly string[];
  readonly software: { readonly name: string; readonly version: string };
  readonly implementation: { readonly description: string; readonly url: string };
  readonly fhirVersion: '4.0.1';
  readonly format: readonly string[];
  readonly implementationGuide: readonly string[];
  readonly rest: readonly [
    { readonly mode: 'server'; readonly resource?: readonly CapabilityResource[] },
  ];
}

const START: SearchParam = {
  name: SEARCH_FORMS.ps.start,
  definition: `${ANS}SearchParameter/slot-sp-start`,
  type: 'date',
  documentation: 'ge et le, une fois chacun',
};
const IDENTIFIER: SearchParam = { name: 'identifier', type: 'token' };

function slotSearch(flows: readonly Flow[]): CapabilityResource | null {
  const cpts = flows.includes('cpts');
  if (!cpts && !flows.includes('ps')) return null;
  return {
    type: 'Slot',
    supportedProfile: (['ps', 'cpts'] as const)
      .filter((flow) => flows.includes(flow))
      .map((flow) => PROFILES[flow].Slot),
    interaction: [{ code: 'search-type' }],
    searchInclude: [
      'Slot:schedule',
      'Schedule:actor',
      ...(cpts ? ['Slot:service-type-reference', 'HealthcareService:organization'] : []),
    ],
    searchParam: [
      START,
      { name: SEARCH_FORMS.ps.status, type: 'token', documentation: 'free' },
      {
        name: SEARCH_FORMS.ps.identifier,
        type: 'token',
        documentation: '1 à 25 identifiants nationaux',
      },
    ],
  };
}

function scheduleSearch(flows: readonly Flow[]): CapabilityResource | null {
  if (!flows.includes('sos')) return null;
  return {
    type: 'Schedule',
    supportedProfile: [PROFILES.sos.Schedule],
    interaction: [{ code: 'search-type' }],
    searchInclude: ['Schedule:actor:Location', 'Location:organization'],
    searchRevInclude: ['Slot:schedule'],
    searchParam: [
      {
        name: '_has',
        definition: 'http://hl7.org/fhir/SearchParameter/Resource-has',
        type: 'special',
        documentation: `${SEARCH_FORMS.sos.start} (ge, le), ${SEARCH_FORMS.sos.status}=free`,
      },
      {
        name: SEARCH_FORMS.sos.identifier,
        type: 'token',
        documentation: '1 à 25 SIRET',
      },
    ],
  };
}

/** Booked in one step; cancelled so where that is offered, and nothing else. */
function bookings(flows: readonly Flow[], cancelling: boolean): CapabilityResource {
  const profiles = (flows.length > 0 ? flows : (['ps'] as const)).map(
    (flow) => APPOINTMENT_PROFILES[flow],
  );
  return {
    type: 'Appointment',
    documentation: cancelling
      ? 'SAS Kit : réserve le créneau de Appointment.slot en une étape, et l’annule'
      : 'SAS Kit : réserve le créneau de Appointment.slot en une étape',
    supportedProfile: [...new Set(profiles)],
    interaction: [{ code: 'create' }, ...(cancelling ? [{ code: 'update' } as const] : [])],
    ...(cancelling && { conditionalUpdate: true, searchParam: [IDENTIFIER] }),
  };
}

/** Created by POST, updated by a conditional PUT that creates what it does not find. */
function conditional(type: string, profiles: readonly string[]): CapabilityResource {
  return {
    type,
    supportedProfile: [...new Set(profiles)],
    interaction: [{ code: 'create' }, { code: 'update' }],
    updateCreate: true,
    conditionalUpdate: true,
    searchParam: [IDENTIFIER],
  };
}

/**
 * Writes the CapabilityStatement of an interface (official test 3.01).
 *
 * Source: CapabilityStatements of the guide; FHIR R4, capabilities.
 */
export function writeCapabilityStatement(options: CapabilityOptions): FhirCapabilityStatement {
  const { baseUrl, software, date, flows, accounts = false, appointments = [] } = options;
  const { booking = false, cancelling = false } = options;
  const resources = [
    slotSearch(flows),
    scheduleSearch(flows),
    accounts ? conditional('Practitioner', [REGULATOR_PROFILE]) : null,
    appointments.length > 0
      ? conditional(
          'Appointment',
          appointments.map((flow) => APPOINTMENT_PROFILES[flow]),
        )
      : null,
    booking && appointments.length === 0 ? bookings(flows, cancelling) : null,
  ].filter((resource) => resource !== null);
  const instantiates = [
    ...flows.map((flow) => INSTANTIATES[flow]),
    ...new Set(appointments.map((flow) => RECEIVES[flow])),
  ];
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    ...(options.publisher !== undefined && { publisher: options.publisher }),
    kind: 'instance',
    ...(instantiates.length > 0 && { instantiates }),
    software: { name: software.name, version: software.version },
    implementation: { description: software.name, url: baseUrl },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'application/json+fhir'],
    implementationGuide: [`${ANS}ImplementationGuide/ans.fhir.fr.sas`],
    rest: [{ mode: 'server', ...(resources.length > 0 && { resource: resources }) }],
  };
}
