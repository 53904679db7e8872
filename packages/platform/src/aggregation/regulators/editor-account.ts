import { type Regulator, writeRegulator } from '@sas-kit/fhir';
import { isDeepStrictEqual } from 'node:util';

/** A regulator as editors know it. */
export interface RegulatorFacts {
  /** As Pro Santé Connect names the person. */
  nationalId: string;
  family: string;
  given: string | null;
  email: string | null;
  active: boolean;
}

/** The kind of outbox rows that look at an account; a trigger writes them. */
export const ACCOUNT_KIND = 'editor-accounts';
/** The kind of outbox rows that carry an account to an editor; each editor is a lane. */
export const REGULATOR_KIND = 'editor-account';

/** Whether two are the same to an editor. */
export const isSame = (one: RegulatorFacts | null, other: RegulatorFacts | null): boolean =>
  isDeepStrictEqual(one, other);

function toRegulator({ nationalId, family, given, email, active }: RegulatorFacts): Regulator {
  return {
    identifier: { kind: 'national', value: nationalId },
    active,
    family,
    given: given ?? '',
    email: email ?? '',
  };
}

/** What the profile of the guide wants and an account has not. */
const MISSING: Readonly<Record<string, string>> = {
  family: 'the account has no family name',
  given: 'the account has no given name',
  email: 'the account has no e-mail address',
};

/** The resource of INT_R02 and whom it is about, or why there is none. */
export function practitionerOf(
  facts: RegulatorFacts,
): { body: string; criterion: string } | { missing: string } {
  const { resource, findings } = writeRegulator(toRegulator(facts));
  const identifier = resource?.identifier?.[0];
  if (identifier === undefined) {
    const places = findings.map(({ place }) => MISSING[place] ?? `the account has no ${place}`);
    return { missing: places.join(', ') };
  }
  const criterion = `${identifier.system ?? ''}|${identifier.value ?? ''}`;
  return { body: JSON.stringify(resource), criterion };
}
