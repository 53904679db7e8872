import type { Check } from '../check.ts';
import { FIXTURES, needing } from '../fixtures.ts';
import { ACCOUNT_CHECKS } from './accounts/index.ts';
import { ONE_CPTS_CHECKS } from './cpts/one.ts';
import { SEVERAL_CPTS_CHECKS } from './cpts/several.ts';
import { DECLARED_CHECKS } from './declared/declared.ts';
import { EMPTY_CHECKS } from './empty/empty.ts';
import { SILENCE_CHECKS } from './empty/silence.ts';
import { errorChecks } from './errors/errors.ts';
import { LIMIT_CHECKS } from './limits/limits.ts';
import { METADATA_CHECKS } from './metadata/index.ts';
import { ONE_STEP_CHECKS } from './one-step/one-step.ts';
import { SECURITY_CHECKS } from './security/index.ts';
import { onePlaceChecks } from './places/one-place.ts';
import { selfLinkCheck } from './places/self-link.ts';
import { togetherChecks } from './places/together.ts';
import { twoPlacesChecks } from './places/two-places.ts';
import { PREFIX_CHECKS } from './prefix/prefix.ts';
import { ruleChecks } from './rules/rules.ts';
import { SSO_CHECKS } from './sso/sso.ts';
import { ASSOCIATION_CHECKS, ASSOCIATIONS_TOGETHER_CHECKS } from './sos/associations.ts';
import { typeChecks } from './types/types.ts';
import { windowChecks } from './window/window.ts';
import { VARIANT_CHECKS } from './wire/variants.ts';
import { WIRE_CHECKS } from './wire/wire.ts';

const { onePlace, twoPlaces, oneCpts, severalCpts, association } = FIXTURES;
const idOf = ({ id }: { readonly id: string }): string => id;
const siretOf = ({ siret }: { readonly siret: string }): string => siret;

const PRACTITIONERS: readonly Check[] = [
  ...onePlaceChecks('one-place', 'ps', onePlace),
  selfLinkCheck('one-place/self-link', { flow: 'ps', fixture: onePlace, idsOf: ({ id }) => [id] }),
  ...typeChecks('one-place', 'ps', onePlace, idOf),
  ...twoPlacesChecks('two-places', 'ps', twoPlaces),
  ...togetherChecks('together', 'ps'),
  ...PREFIX_CHECKS,
  ...SILENCE_CHECKS,
  ...ruleChecks('ps'),
  ...windowChecks('window', 'ps', onePlace, idOf),
  ...errorChecks('errors', 'ps', onePlace, idOf),
];

const COMMUNITIES: readonly Check[] = [
  ...onePlaceChecks('cpts-one', 'cpts', oneCpts),
  selfLinkCheck('cpts-one/self-link', { flow: 'cpts', fixture: oneCpts, idsOf: ({ id }) => [id] }),
  ...typeChecks('cpts-one', 'cpts', oneCpts, idOf),
  ...ONE_CPTS_CHECKS,
  ...twoPlacesChecks('cpts-several', 'cpts', severalCpts),
  ...SEVERAL_CPTS_CHECKS,
  // A vendor without CPTS names nobody there, though two of its practitioners are known.
  ...needing(oneCpts, togetherChecks('cpts-together', 'cpts')),
  ...ruleChecks('cpts'),
  ...windowChecks('cpts-window', 'cpts', oneCpts, idOf),
  ...errorChecks('cpts-errors', 'cpts', oneCpts, idOf),
];

const ASSOCIATIONS: readonly Check[] = [
  ...ASSOCIATION_CHECKS,
  selfLinkCheck(
    'sos-one/self-link',
    { flow: 'sos', fixture: association, idsOf: ({ siret }) => [siret] },
    [],
  ),
  ...typeChecks('sos-one', 'sos', association, siretOf),
  ...ASSOCIATIONS_TOGETHER_CHECKS,
  ...ruleChecks('sos'),
  ...windowChecks('sos-window', 'sos', association, siretOf),
  ...errorChecks('sos-errors', 'sos', association, siretOf),
];

/** Every check of an endpoint, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  ...SECURITY_CHECKS,
  ...DECLARED_CHECKS,
  ...METADATA_CHECKS,
  ...WIRE_CHECKS,
  ...VARIANT_CHECKS,
  ...PRACTITIONERS,
  ...COMMUNITIES,
  ...ASSOCIATIONS,
  ...EMPTY_CHECKS,
  ...LIMIT_CHECKS,
  ...ACCOUNT_CHECKS,
  ...SSO_CHECKS,
  ...ONE_STEP_CHECKS,
];
