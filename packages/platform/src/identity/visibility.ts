import { ProblemError } from '../http/problem.ts';
import { type Caller, hasRole, type Role, type Visibility } from './caller.ts';

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

const SEES_ALL: readonly Role[] = [
  'unscheduled-care-operator',
  'regulator',
  'emergency-regulator',
  'call-taker',
  'territory-lead',
  'account-manager',
  'administrator',
  'dispatch-software',
];
const SEES_PROFESSIONAL: readonly Role[] = [
  'practitioner',
  'delegate',
  'structure-manager',
  'triage-nurse',
];

/** The slot codes that a caller sees everywhere, whoever publishes them. */
export function visibleCodes(caller: Caller): readonly Visibility[] {
  if (hasRole(caller, SEES_ALL)) return ['PUBLIC', 'PRO', 'SNP', 'CPTS'];
  if (hasRole(caller, SEES_PROFESSIONAL)) return ['PUBLIC', 'PRO'];
  return hasRole(caller, ['public']) ? ['PUBLIC'] : [];
}

/**
 * The SQL condition for the slots that a caller may know of: part of every statement that returns
 * slots, so that no code path can forget it. Several codes combine as OR. A public key sees a slot
 * only where the agenda and the slot both agree to public display.
 */
export function visibleSlots(caller: Caller, { slot, schedule }: Aliases, bind: Bindings): string {
  const codes = visibleCodes(caller);
  if (caller.kind !== 'professional') {
    if (codes.length === 0) return 'false';
    return `(${slot}.visibility @> '{PUBLIC}' and ${slot}.public_display and ${schedule}.public_display)`;
  }
  const ways = [`${slot}.visibility && ${bind.add(codes)}::text[]`];
  if (hasRole(caller, ['triage-nurse'])) {
    ways.push(
      `(${slot}.visibility @> '{SNP}' and exists (select from practitioner scheme
         where scheme.id = ${schedule}.practitioner_id and scheme.redirection_scheme))`,
    );
  }
  const communities = caller.identity.communities ?? [];
  if (communities.length > 0 && hasRole(caller, SEES_PROFESSIONAL)) {
    ways.push(
      `(${slot}.visibility @> '{CPTS}' and ${slot}.communities && ${bind.add(communities)}::text[])`,
    );
  }
  const own = ownSchedules(caller, schedule, bind);
  if (own !== 'false') ways.push(own);
  return `(${ways.join(' or ')})`;
}

/** The SQL condition for the schedules that belong to the caller: its person's, its structures', its software's. */
export function ownSchedules(caller: Caller, schedule: string, bind: Bindings): string {
  const { nationalIds = [], structures = [], editor } = caller.identity;
  const ways: string[] = [];
  if (nationalIds.length > 0 && hasRole(caller, ['practitioner', 'delegate'])) {
    ways.push(`${schedule}.practitioner_id in
      (select id from practitioner where national_id = any(${bind.add(nationalIds)}::text[]))`);
  }
  if (structures.length > 0 && hasRole(caller, ['structure-manager'])) {
    ways.push(`${schedule}.structure_id in
      (select id from structure where national_id = any(${bind.add(structures)}::text[]))`);
  }
  if (editor !== undefined && hasRole(caller, ['editor'])) {
    ways.push(`${schedule}.editor = ${bind.add(editor)}`);
  }
  return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
}

/** The SQL condition for the schedules that the caller may change. */
export function managedSchedules(caller: Caller, schedule: string, bind: Bindings): string {
  return hasRole(caller, ['administrator']) ? 'true' : ownSchedules(caller, schedule, bind);
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
  const own =
    (subject.practitioner !== null && nationalIds.includes(subject.practitioner)) ||
    (subject.structure !== null && structures.includes(subject.structure));
  if (!own) throw new ProblemError('forbidden', 'You may open an agenda for yourself only.');
}
