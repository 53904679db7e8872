import type { components } from '../generated/platform.ts';
import type { Right } from './rights.ts';

export type Visibility = components['schemas']['Visibility'];
export const ROLES = [
  'public',
  'practitioner',
  'delegate',
  'structure-manager',
  'triage-nurse',
  'unscheduled-care-operator',
  'regulator',
  'emergency-regulator',
  'call-taker',
  'territory-lead',
  'account-manager',
  'administrator',
  'authority',
  'payer',
  'editor',
  'dispatch-software',
] as const;
export type Role = (typeof ROLES)[number];

/** Who a token stands for. National ids carry their SAS prefix (`810…`, `1…`). */
export interface Identity {
  /** Stable name of the person or machine, the same on the same data. */
  subject: string;
  roles: readonly Role[];
  /** The professional that it is, or acts for. */
  nationalIds?: readonly string[];
  /** National ids of the structures that it manages. */
  structures?: readonly string[];
  /** National ids of the CPTS that it belongs to. */
  communities?: readonly string[];
  /** Territories that it works for. */
  territories?: readonly string[];
  /** The vendor whose software it is. */
  editor?: string;
}

/** Who calls, once credentials are read. */
export interface Caller {
  kind: 'anonymous' | 'public' | 'professional';
  /** Scope of idempotency keys and limits. */
  scope: string;
  identity: Identity;
  /** The few rights that its token was made for; without it, all those of its roles. */
  only?: readonly Right[];
  /** A publishable key together with one of its origins; without an origin it is served at a lower rate. */
  fromOrigin: boolean;
}

export const ANONYMOUS: Caller = {
  kind: 'anonymous',
  scope: 'anonymous',
  identity: { subject: 'anonymous', roles: [] },
  fromOrigin: false,
};

/** Whether one of the caller's roles is in the list. */
export function hasRole(caller: Caller, roles: readonly Role[]): boolean {
  return caller.identity.roles.some((role) => roles.includes(role));
}
