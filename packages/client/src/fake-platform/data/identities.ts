import type { FakeIdentity } from '../callers.ts';
import { professionalId, structureId } from './people.ts';

const TERRITORIES = ['le-havre-fecamp'];

const RIGHTS: Readonly<Record<string, Omit<FakeIdentity, 'subject' | 'roles'>>> = {
  practitioner: { nationalIds: [professionalId(1)] },
  delegate: { nationalIds: [professionalId(1)] },
  'structure-manager': { structures: [structureId(3)] },
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
  editor: { editor: 'fake-agenda' },
  'dispatch-software': {},
};

/** One caller of each role. */
export const IDENTITIES: readonly FakeIdentity[] = Object.entries(RIGHTS).map(([role, rights]) => ({
  subject: `fake-${role}`,
  roles: [role],
  territories: TERRITORIES,
  ...rights,
}));
