import { bodyProblem, type ProblemError } from '../http/problem.ts';
import type { Grant, GrantableRole } from './grants.ts';

/** Roles that hold everywhere, or nowhere in particular. */
const WITHOUT_TERRITORY: readonly GrantableRole[] = ['administrator', 'authority', 'payer'];

/**
 * What no account may be, whoever made it: a role of a territory without one, a territory lead who is
 * nothing else, a structure manager without a structure.
 *
 * @returns the first fault, or null.
 */
export function accountFault(
  grants: readonly Grant[],
  structures: readonly string[],
): ProblemError | null {
  const roles = new Set(grants.map(({ role }) => role));
  for (const [index, { role, territory }] of grants.entries()) {
    const pointer = `/roles/${index}/territory`;
    if (territory === null && !WITHOUT_TERRITORY.includes(role)) {
      return bodyProblem('territory-required', pointer, `${role} holds in a territory`);
    }
    if (territory !== null && role === 'administrator') {
      return bodyProblem('territory-not-allowed', pointer, 'an administrator has no territory');
    }
  }
  if (roles.has('territory-lead') && roles.size === 1) {
    return bodyProblem('sole-role', '/roles', 'a territory lead has another role, too');
  }
  if (roles.has('structure-manager') && structures.length === 0) {
    return bodyProblem('structure-required', '/structures', 'a manager has a structure to manage');
  }
  return null;
}

/** A holder is of a lead, and a lead of a territory of one holder. @returns the first fault, or null. */
export function holderFault(grants: readonly Grant[]): ProblemError | null {
  const index = grants.findIndex(
    ({ role, territory, holder }) =>
      holder !== null &&
      (role !== 'territory-lead' ||
        grants.filter((each) => each.role === role && each.territory === territory).length > 1),
  );
  if (index < 0) return null;
  return bodyProblem('invalid-value', `/roles/${index}/holder`, 'a lead is of one holder');
}
