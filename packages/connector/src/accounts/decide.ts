import type { Regulator } from '@sas-kit/fhir';
import type { RegulatorAccount } from './account.ts';

/** What a request does to the accounts. */
export type Decision =
  | {
      readonly kind: 'created' | 'updated';
      readonly account: RegulatorAccount;
      /** Disabled accounts that lose their identifier to this one. */
      readonly released: readonly RegulatorAccount[];
    }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'several' };

/**
 * `POST /Practitioner`: unique among active accounts by identifier only, never by e-mail (test 5.10). A
 * disabled holder loses its identifier.
 *
 * @param holders every account that has the identifier of `wanted`.
 * @param newId id of an account that has to be made.
 */
export function decideCreation(
  wanted: Regulator,
  holders: readonly RegulatorAccount[],
  newId: string,
): Decision {
  if (holders.some((account) => account.active)) return { kind: 'duplicate' };
  return {
    kind: 'created',
    account: { ...fields(wanted), id: newId },
    released: holders.map(release),
  };
}

/**
 * `PUT /Practitioner?identifier=`: the account found takes all values of the body, its identifier too
 * (technical to national, test 5.09); an unknown criterion behaves as a creation with all its checks.
 *
 * @param found every account that has the identifier of the criterion.
 * @param holders every account that has the identifier of the body.
 */
export function decideUpdate(
  wanted: Regulator,
  found: readonly RegulatorAccount[],
  holders: readonly RegulatorAccount[],
  newId: string,
): Decision {
  if (found.length === 0) return decideCreation(wanted, holders, newId);
  const active = found.filter((account) => account.active);
  const [current, ...more] = active.length > 0 ? active : found;
  if (current === undefined || more.length > 0) return { kind: 'several' };
  const others = holders.filter((account) => account.id !== current.id);
  if (others.some((account) => account.active)) return { kind: 'duplicate' };
  return {
    kind: 'updated',
    account: { ...fields(wanted), id: current.id },
    released: others.map(release),
  };
}

const release = (account: RegulatorAccount): RegulatorAccount => ({ ...account, identifier: null });

function fields({ identifier, active, family, given, email }: Regulator) {
  return { identifier, active, family, given, email };
}
