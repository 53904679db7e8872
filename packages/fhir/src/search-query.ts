import { IDENTIFIER_SYSTEMS } from './codes.ts';
import type { Flow } from './guide.ts';

/** One `name=value` of a search, both as they are sent. */
export type SearchPart = readonly [name: string, value: string];

/** The names of the criteria of a search. */
export interface SearchForm {
  readonly resource: 'Slot' | 'Schedule';
  readonly includes: readonly SearchPart[];
  readonly identifier: string;
  readonly system: string;
  readonly start: string;
  readonly status: string;
}

const PRACTITIONERS: SearchForm = {
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
export const SEARCH_FORMS: Readonly<Record<Flow, SearchForm>> = {
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

/**
 * Escapes a value as the official kit does: `:` and `,` bare, `+` and `|` escaped.
 *
 * Source: searches of the official test kit.
 */
export function escapeSearchValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** Identifiers with their system, comma-separated and escaped. */
function identifiersPart(flow: Flow, ids: readonly string[]): SearchPart {
  const { identifier, system } = SEARCH_FORMS[flow];
  return [identifier, escapeSearchValue(ids.map((id) => `${system}|${id}`).join(','))];
}

/**
 * The parts of a whole search for free slots.
 *
 * @param ids prefixed national identifiers; SIRET numbers, with their prefix 3, in the flow `sos`.
 * @param window instants with their offset, RFC 3339.
 *
 * Source: guide, search pages of INT_R01, INT_R04 and SOS.
 */
export function searchParts(
  flow: Flow,
  ids: readonly string[],
  window: { readonly ge: string; readonly le: string },
): SearchPart[] {
  const { includes, start, status } = SEARCH_FORMS[flow];
  return [
    ...includes,
    identifiersPart(flow, ids),
    [start, `ge${escapeSearchValue(window.ge)}`],
    [start, `le${escapeSearchValue(window.le)}`],
    [status, 'free'],
  ];
}

/**
 * The address of a search below the base.
 *
 * Source: guide, search pages of INT_R01, INT_R04 and SOS.
 */
export function searchPath(flow: Flow, parts: readonly SearchPart[]): string {
  return `/${SEARCH_FORMS[flow].resource}?${parts.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
