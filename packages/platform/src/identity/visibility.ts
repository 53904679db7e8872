import { ProblemError } from '../http/problem.ts';
import {
  type Caller,
  type DelegationScope,
  hasRole,
  type Role,
  type Visibility,
} from './caller.ts';
import { type Right, rolesWith, SLOTS, type SlotScope } from './rights.ts';

/** Collects the values of a statement while its text is put together. */
export class Bindings {
  readonly values: unknown[] = [];

  /** Adds a value; answers its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The aliases under which a statement reads the three tables. */
export interface Aliases {
  slot: string;
  schedule: string;
}

function codesWith(caller: Caller, scope: SlotScope): Visibility[] {
  const roles: readonly Role[] = unconfirmed(caller) ? ['public'] : caller.identity.roles;
  const codes = roles.flatMap((role) =>
    Object.entries(SLOTS[role] ?? {}).flatMap(([code, reach]) =>
      reach === scope ? [code as Visibility] : [],
    ),
  );
  return [...new Set(codes)];
}

/** The slot codes that a caller sees everywhere, whoever publishes them. */
export function visibleCodes(caller: Caller): readonly Visibility[] {
  return [...codesWith(caller, 'every'), ...codesWith(caller, 'displayed')];
}

const anyOf = (ways: readonly string[]) => (ways.length === 0 ? 'false' : `(${ways.join(' or ')})`);

/**
 * The SQL condition for the slots that a caller may know of, as `SLOTS` says: part of every statement
 * that returns slots, so that no code path can forget it.
 */
export function visibleSlots(caller: Caller, { slot, schedule }: Aliases, bind: Bindings): string {
  const ways: string[] = [];
  for (const code of codesWith(caller, 'displayed')) {
    ways.push(
      `(${slot}.visibility @> '{${code}}' and ${slot}.public_display and ${schedule}.public_display)`,
    );
  }
  if (caller.kind !== 'professional') return anyOf(ways);
  const everywhere = codesWith(caller, 'every');
  if (everywhere.length > 0) ways.push(`${slot}.visibility && ${bind.add(everywhere)}::text[]`);
  for (const code of codesWith(caller, 'redirection-scheme')) {
    ways.push(
      `(${slot}.visibility @> '{${code}}' and exists (select from practitioner scheme
         where scheme.id = ${schedule}.practitioner_id and scheme.redirection_scheme))`,
    );
  }
  const communities = caller.identity.communities ?? [];
  for (const code of communities.length === 0 ? [] : codesWith(caller, 'own-community')) {
    ways.push(
      `(${slot}.visibility @> '{${code}}' and ${slot}.communities && ${bind.add(communities)}::text[])`,
    );
  }
  const own = ownSchedules(caller, caller.identity.roles, schedule, bind);
  if (own !== 'false') ways.push(own);
  return anyOf(ways);
}

/**
 * The SQL condition for the slots that a caller may take of those it may know of: through the page of a vendor
 * that nobody else vouches for, those of that vendor's agendas.
 */
export function takeableThroughVendor(caller: Caller, schedule: string, bind: Bindings): string {
  return unconfirmed(caller) ? ownSchedules(caller, caller.identity.roles, schedule, bind) : 'true';
}

/**
 * The SQL condition for slots that their professional lets be shown. Where it refuses its software's
 * PUBLIC and PRO slots, what the software sends is there for those alone who see SNP or CPTS slots
 * everywhere, and by these codes. For whoever takes a slot; an agenda shows its owner all of it.
 */
export function shownByOwner(caller: Caller, { slot, schedule }: Aliases, bind: Bindings): string {
  const kept = codesWith(caller, 'every').filter((code) => code === 'SNP' || code === 'CPTS');
  const ways = [`not ${schedule}.vendor_slots_refused`, `${slot}.origin <> 'push'`];
  if (kept.length > 0) ways.push(`${slot}.visibility && ${bind.add(kept)}::text[]`);
  return anyOf(ways);
}

/** The SQL condition for the schedules that a right reaches: all of them, or the caller's own. */
export function schedulesWithin(
  caller: Caller,
  right: Right,
  schedule: string,
  bind: Bindings,
): string {
  if (rolesWith(caller, right, 'everything').length > 0) return 'true';
  return ownSchedules(caller, rolesWith(caller, right, 'own'), schedule, bind, right);
}

/** What a delegation must hold for a right; null where any will do. */
function delegationScopeOf(right: Right | null): DelegationScope | null {
  if (right === null) return null;
  return /^(agenda|participation):/.test(right) ? 'agenda' : 'appointments';
}

/** Professionals and structures for whom the caller acts as their delegate. */
export function delegatorsOf(caller: Caller, right: Right | null): string[] {
  const scope = delegationScopeOf(right);
  const { delegations = [] } = caller.identity;
  return delegations
    .filter(({ scopes }) => scope === null || scopes.includes(scope))
    .map(({ nationalId }) => nationalId);
}

/** The territories in which the caller has a role. */
export function territoriesOf({ identity }: Caller, role: Role): readonly string[] {
  const { territories = [], territoriesByRole } = identity;
  return territoriesByRole === undefined ? territories : (territoriesByRole[role] ?? []);
}

/** Roles in the order in which they count in a territory: those that the caller has there come first. */
export function rolesNearest(
  caller: Caller,
  roles: readonly Role[],
  territory: string | null,
): Role[] {
  const isThere = (role: Role) =>
    territory !== null && territoriesOf(caller, role).includes(territory);
  return [...roles.filter(isThere), ...roles.filter((role) => !isThere(role))];
}

/** The territories in which the caller holds a right that reaches as far as its territories. */
export function territoriesWith(caller: Caller, right: Right): string[] {
  const reached = rolesWith(caller, right, 'territory').flatMap((role) =>
    territoriesOf(caller, role),
  );
  return [...new Set(reached)];
}

/** The SQL condition for the schedules of the territories that a right reaches. */
export function schedulesOfTerritories(
  caller: Caller,
  right: Right,
  schedule: string,
  bind: Bindings,
): string {
  const territories = territoriesWith(caller, right);
  if (territories.length === 0) return 'false';
  return `${schedule}.location_id in
    (select id from location where territory_id = any(${bind.add(territories)}::text[]))`;
}

/**
 * The SQL condition for the schedules of the caller in some of its roles: its person's, its structures',
 * its software's, and those of whoever delegated to it.
 *
 * @param right what a delegation must cover; null where any will do.
 */
export function ownSchedules(
  caller: Caller,
  roles: readonly Role[],
  schedule: string,
  bind: Bindings,
  right: Right | null = null,
): string {
  const { nationalIds = [], structures = [], editor } = caller.identity;
  const ways: string[] = [];
  if (nationalIds.length > 0 && (roles.includes('practitioner') || roles.includes('delegate'))) {
    // A vendor opens agendas for whom it says: through its page, none but its own are reached.
    const vendor = throughVendor(caller) ? ` and ${schedule}.editor = ${bind.add(editor)}` : '';
    ways.push(`(${schedule}.practitioner_id in
      (select id from practitioner where national_id = any(${bind.add(nationalIds)}::text[]))${vendor})`);
  }
  if (structures.length > 0 && roles.includes('structure-manager')) {
    ways.push(`${schedule}.structure_id in
      (select id from structure where national_id = any(${bind.add(structures)}::text[]))`);
  }
  const delegators = roles.includes('delegate') ? delegatorsOf(caller, right) : [];
  if (delegators.length > 0) {
    const ids = `${bind.add(delegators)}::text[]`;
    ways.push(
      `${schedule}.practitioner_id in (select id from practitioner where national_id = any(${ids}))`,
      `${schedule}.structure_id in (select id from structure where national_id = any(${ids}))`,
    );
  }
  if (editor !== undefined && roles.includes('editor')) {
    ways.push(`${schedule}.editor = ${bind.add(editor)}`);
  }
  return anyOf(ways);
}

/** Whether a practitioner acts through the page of a vendor, which vouches for it. */
export function throughVendor({ identity }: Caller): boolean {
  return identity.editor !== undefined && !identity.roles.includes('editor');
}

/**
 * Whether nobody but the vendor says that it is this practitioner's: no administrator declared it for them. Any
 * vendor may say so of anybody; of agendas that are not its own such a caller gets what the public gets.
 */
export function unconfirmed(caller: Caller): boolean {
  return throughVendor(caller) && caller.identity.editorDeclared !== true;
}

/** What a publisher writes into `schedule.publisher`: the scope in which its `ref`s are unique. */
export function publisherOf(caller: Caller): string {
  const { editor, nationalIds, structures, subject } = caller.identity;
  if (editor !== undefined) return `editor:${editor}`;
  return `person:${nationalIds?.[0] ?? structures?.[0] ?? subject}`;
}

/** @throws {ProblemError} 403 where a practitioner would publish for somebody else. */
export function checkPublishes(
  caller: Caller,
  subject: { practitioner: string | null; structure: string | null },
): void {
  if (hasRole(caller, ['administrator', 'editor'])) return;
  const { nationalIds = [], structures = [] } = caller.identity;
  const delegators = delegatorsOf(caller, 'agenda:write');
  const own =
    (subject.practitioner !== null &&
      [...nationalIds, ...delegators].includes(subject.practitioner)) ||
    (subject.structure !== null && [...structures, ...delegators].includes(subject.structure));
  if (!own) throw new ProblemError('forbidden', 'You may open an agenda for yourself only.');
}
