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

/** What a professional may hand to a delegate. */
export type DelegationScope = components['schemas']['DelegationScope'];

/** A professional or a structure that lets somebody act for it, and in what. */
export interface Delegated {
  nationalId: string;
  scopes: readonly DelegationScope[];
}

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
  /** Where each role holds, of a person whose roles differ by territory; else all hold in `territories`. */
  territoriesByRole?: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** For whom a delegate acts, in its own name. */
  delegations?: readonly Delegated[];
  /**
   * The vendor whose software it is. Of a practitioner: whose page it acts through, and it then reaches
   * that vendor's agendas only.
   */
  editor?: string;
  /** Of a practitioner through a vendor's page: an administrator declared that vendor for them. */
  editorDeclared?: boolean;
  /** Account of a person who signed in. */
  account?: string;
}

/** The session of the browser that a call came from. */
export interface CallerSession {
  id: string;
  account: string;
  person: components['schemas']['Person'];
  expiresAt: Date;
  /** Until then it may do nothing but read its session and accept. */
  termsAccepted: boolean;
  /** Another value of its cookie, to be sent with the answer. */
  setCookie: string | null;
}

/** Who calls, once credentials are read. */
export interface Caller {
  kind: 'anonymous' | 'public' | 'professional';
  /** Scope of idempotency keys and limits. */
  scope: string;
  identity: Identity;
  /** The few rights that its token was made for; without it, all those of its roles. */
  only?: readonly Right[];
  session?: CallerSession;
  /** Id of the token of an embedded element: that of one page. */
  page?: string;
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
