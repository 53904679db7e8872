import { IDENTIFIER_SYSTEMS, type Flow } from '@sas-kit/fhir';

/** One `name=value` of a query, both as they are sent. */
export type Part = readonly [name: string, value: string];

/** The names of the criteria of a search. */
export interface Form {
  readonly resource: 'Slot' | 'Schedule';
  readonly includes: readonly Part[];
  readonly identifier: string;
  readonly system: string;
  readonly start: string;
  readonly status: string;
}

const PRACTITIONERS: Form = {
  resource: 'Slot',
  includes: [
    ['_include', 'Slot:schedule'],
    ['_include:iterate', 'Schedule:actor'],
  ],
  identifier: 'schedule.actor:Practitioner.identifier',
  system: IDENTIFIER_SYSTEMS.practitioner,
  start: 'start',
  status: 'status',
};

/** The criteria of the three searches, as the guide's pages and the official kit write them. */
export const FORMS: Readonly<Record<Flow, Form>> = {
  ps: PRACTITIONERS,
  cpts: {
    ...PRACTITIONERS,
    includes: [
      ['_include', 'Slot:schedule'],
      ['_include', 'Slot:service-type-reference'],
      ['_include:iterate', 'Schedule:actor'],
      ['_include:iterate', 'HealthcareService:organization'],
    ],
  },
  sos: {
    resource: 'Schedule',
    includes: [
      ['_revinclude', 'Slot:schedule'],
      ['_include', 'Schedule:actor:Location'],
      ['_include:iterate', 'Location:organization'],
    ],
    identifier: 'actor:Location.organization.identifier',
    system: IDENTIFIER_SYSTEMS.structure,
    start: '_has:Slot:schedule:start',
    status: '_has:Slot:schedule:status',
  },
};

/** Escapes a value as the official kit does: `:` and `,` bare, `+` and `|` escaped. */
export function escapeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** Identifiers with their system, comma-separated and escaped. */
export function identifiersPart(flow: Flow, ids: readonly string[]): Part {
  const { identifier, system } = FORMS[flow];
  return [identifier, escapeValue(ids.map((id) => `${system}|${id}`).join(','))];
}

/** The parts of a whole search. */
export function searchParts(
  flow: Flow,
  ids: readonly string[],
  { ge, le }: { readonly ge: string; readonly le: string },
): Part[] {
  const { includes, start, status } = FORMS[flow];
  return [
    ...includes,
    identifiersPart(flow, ids),
    [start, `ge${escapeValue(ge)}`],
    [start, `le${escapeValue(le)}`],
    [status, 'free'],
  ];
}

/** The address of a search below the base. */
export function searchPath(flow: Flow, parts: readonly Part[]): string {
  return `/${FORMS[flow].resource}?${parts.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
