import type { Identity, Role } from '@sas-kit/platform';
import { COMMUNITY, FIRST_PRACTITIONER, MANAGED_STRUCTURE } from './publishing/agendas.ts';
import { SCHEME } from './publishing/scheme.ts';

const TERRITORY = 'le-havre-fecamp';

/** What each role may act for. Subjects are stable: the same people on the same data. */
const RIGHTS: Record<Exclude<Role, 'public'>, Omit<Identity, 'subject' | 'roles'>> = {
  practitioner: { nationalIds: [FIRST_PRACTITIONER], communities: [COMMUNITY] },
  delegate: { nationalIds: [FIRST_PRACTITIONER] },
  'structure-manager': { structures: [MANAGED_STRUCTURE] },
  'triage-nurse': {},
  'unscheduled-care-operator': {},
  regulator: {},
  'emergency-regulator': {},
  'call-taker': {},
  'territory-lead': {},
  'account-manager': {},
  administrator: {},
  authority: {},
  payer: {},
  editor: { editor: 'agenda-demo' },
  'dispatch-software': {},
};

/** A second lead of the territory, for the other of its two holders: nobody gets its token. */
export const OTHER_LEAD: Identity = {
  subject: 'demonstration-other-territory-lead',
  roles: ['territory-lead'],
  territories: [TERRITORY],
};

/** The doctors who take people redirected from the emergency department: nobody gets their token. */
export const SCHEME_MEMBERS: Identity = {
  subject: 'demonstration-scheme-members',
  roles: ['practitioner'],
  nationalIds: [...SCHEME],
};

/** The program of an emergency department, which opens the elements of its nurses. */
export const HOSPITAL: Identity = {
  subject: 'demonstration-hospital-ed',
  roles: ['triage-nurse'],
  territories: [TERRITORY],
};

/** One fictional person or machine of each role. */
export const IDENTITIES: readonly Identity[] = Object.entries(RIGHTS).map(([role, rights]) => ({
  subject: `demonstration-${role}`,
  roles: [role as Role],
  territories: [TERRITORY],
  ...rights,
}));
