export {
  DEFAULT_SPECIALTY,
  LONGEST_LINK_VALUE,
  SEARCH_LINK_PARAMETERS,
  SEARCH_LINK_PATH,
  type CodedPractitioner,
  type CodedSpecialty,
  type LinkAddress,
  type LinkSearch,
} from './search-link.ts';
export { buildSearchLink } from './build-search-link.ts';
export {
  parseSearchLink,
  type ParameterForm,
  type ParsedSearchLink,
  type SearchedAddress,
} from './parse-search-link.ts';
export { PRACTITIONER_ERRORS, type PractitionerErrorCode } from './practitioner-error.ts';
export {
  isSearchLinkError,
  SearchLinkError,
  type SearchLinkErrorCode,
} from './search-link-error.ts';
export { cityOfArrondissement, type CityOfArrondissements } from './arrondissements.ts';
