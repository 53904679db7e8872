import type { components } from '../generated/platform.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type Right, rolesWith } from '../identity/rights.ts';
import { territoriesWith } from '../identity/visibility.ts';

export type GrantableRole = components['schemas']['GrantableRole'];

/** A role and where it holds. */
export interface Grant {
  role: GrantableRole;
  territory: string | null;
  /** For which holder of it a lead signs; null where nobody has said it. */
  holder: components['schemas']['HolderSide'] | null;
}

/** What an account manager grants in its own territories; the others are an administrator's to grant. */
const BY_ACCOUNT_MANAGER: readonly GrantableRole[] = [
  'delegate',
  'structure-manager',
  'triage-nurse',
  'unscheduled-care-operator',
  'regulator',
  'emergency-regulator',
  'call-taker',
  'territory-lead',
];

const same = (a: Grant, b: Grant) =>
  a.role === b.role && a.territory === b.territory && a.holder === b.holder;
const without = (some: readonly Grant[], others: readonly Grant[]) =>
  some.filter((each) => !others.some((other) => same(each, other)));

/** What must be given and taken so that the wanted grants stand in place of the present ones. */
export function grantChanges(
  present: readonly Grant[],
  wanted: readonly Grant[],
): { added: Grant[]; removed: Grant[] } {
  return { added: without(wanted, present), removed: without(present, wanted) };
}

/** Whether the right to accounts reaches all of them. */
export function reachesEverybody(caller: Caller, right: Right): boolean {
  return rolesWith(caller, right, 'everything').length > 0;
}

/** Whether a caller may give and take a role. */
export function mayGrant(caller: Caller, { role, territory }: Omit<Grant, 'holder'>): boolean {
  if (reachesEverybody(caller, 'account:write')) return true;
  return (
    territory !== null &&
    BY_ACCOUNT_MANAGER.includes(role) &&
    territoriesWith(caller, 'account:write').includes(territory)
  );
}

/** @throws {ProblemError} 403 `role-not-grantable`, naming the first role that is not the caller's to grant. */
export function checkGrants(caller: Caller, grants: readonly Grant[]): void {
  const refused = grants.find((grant) => !mayGrant(caller, grant));
  if (refused === undefined) return;
  const where = refused.territory === null ? 'everywhere' : `in ${refused.territory}`;
  throw new ProblemError('role-not-grantable', `You may not grant ${refused.role} ${where}.`);
}
