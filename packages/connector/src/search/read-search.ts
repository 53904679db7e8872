import { type Flow, SEARCH_FORMS } from '@sas-kit/fhir';
import { refuse } from '../http/refusal.ts';
import { readPractitionerIds, readSirets } from './identifiers.ts';
import { decode, echo, splitQuery, type QueryParameter } from './query-string.ts';
import type { Search, SearchForm } from './search.ts';
import { readWindow } from './window.ts';

const PRACTITIONER_FORM: SearchForm = {
  ...SEARCH_FORMS.ps,
  includes: new Set([
    '_include=slot:schedule',
    '_include:iterate=schedule:actor',
    '_include=slot:service-type-reference',
    '_include:iterate=healthcareservice:organization',
  ]),
};

const ASSOCIATION_FORM: SearchForm = {
  ...SEARCH_FORMS.sos,
  includes: new Set([
    '_revinclude=slot:schedule',
    '_include=schedule:actor',
    '_include=schedule:actor:location',
    '_include:iterate=location:organization',
    '_include=location:organization',
  ]),
};

/** The include that turns the search of practitioners into that of CPTS (INT_R04). */
const COMMUNITY_INCLUDE = '_include=slot:service-type-reference';

/** Reads `GET /Slot`, the search of practitioners (INT_R01) or, by its includes, of CPTS (INT_R04). */
export function readSlotSearch(query: string): Search {
  return readSearch(query, PRACTITIONER_FORM, readPractitionerIds, (includes) =>
    includes.has(COMMUNITY_INCLUDE) ? 'cpts' : 'ps',
  );
}

/** Reads `GET /Schedule`, the search of SOS Médecins associations. */
export function readScheduleSearch(query: string): Search {
  return readSearch(query, ASSOCIATION_FORM, readSirets, () => 'sos');
}

function readSearch(
  query: string,
  form: SearchForm,
  readIdentifiers: (name: string, list: string) => string[],
  flowOf: (includes: ReadonlySet<string>) => Flow,
): Search {
  const parameters = splitQuery(query);
  const identifiers = readIdentifiers(form.identifier, once(parameters, form.identifier));
  const window = readWindow(parameters, form.start);
  checkStatus(form.status, once(parameters, form.status));
  const count = readCount(parameters);
  const includes = new Set(parameters.map(includeOf).filter((each) => form.includes.has(each)));
  const understood = new Set([form.identifier, form.start, form.status]);
  if (count !== null) understood.add('_count');
  const kept = parameters.filter(
    (each) => understood.has(each.name) || form.includes.has(includeOf(each)) || asksForJson(each),
  );
  return {
    flow: flowOf(includes),
    identifiers,
    ...window,
    count,
    self: echo(kept, (name) => name === form.start || name === '_format'),
  };
}

/** An include in lower case: the guide writes both `Location:organization` and `:Organization` (C11). */
function includeOf({ name, rawValue }: QueryParameter): string {
  return /^_(?:rev)?include(?::iterate|:recurse)?$/.test(name)
    ? `${name.replace(':recurse', ':iterate')}=${decode(rawValue)?.trim() ?? ''}`.toLowerCase()
    : '';
}

/** `_format=json` and its long forms; another format is ignored like any unknown parameter. */
function asksForJson({ name, rawValue }: QueryParameter): boolean {
  return (
    name === '_format' &&
    /^(?:application\/)?(?:fhir\+json|json(?:\+fhir)?)$/i.test(
      // A `+` of a media type is often left bare.
      (decode(rawValue) ?? '').replaceAll(' ', '+').trim(),
    )
  );
}

/** The value of a parameter that must be there exactly once. */
function once(parameters: readonly QueryParameter[], name: string): string {
  const [first, ...more] = parameters.filter((each) => each.name === name);
  if (first === undefined) throw refuse.missingParameter(name);
  if (more.length > 0) throw refuse.repeatedParameter(name);
  const value = decode(first.rawValue);
  if (value === null) throw refuse.badParameter(name, 'valeur illisible', 'unreadable value');
  if (value.trim() === '') throw refuse.missingParameter(name);
  return value.trim();
}

/** Only free slots may be asked for (C35). The system of the code may be written. */
function checkStatus(name: string, status: string): void {
  const code = status.replace(/^(?:http:\/\/hl7\.org\/fhir\/slotstatus)?\|/, '');
  if (code !== 'free') {
    throw refuse.badParameter(name, 'seule la valeur free est admise', 'only free is admitted');
  }
}

/** `_count`, which the guide's examples carry; null when absent. */
function readCount(parameters: readonly QueryParameter[]): number | null {
  const given = parameters.filter((each) => each.name === '_count');
  if (given.length === 0) return null;
  const value = decode(given[0]?.rawValue ?? '') ?? '';
  if (given.length > 1) throw refuse.repeatedParameter('_count');
  if (!/^\d{1,9}$/.test(value)) {
    throw refuse.badParameter('_count', 'nombre entier attendu', 'expected a whole number');
  }
  return Number(value);
}
