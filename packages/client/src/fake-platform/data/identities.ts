import { contract } from '../../generated/contract.ts';
import type { FakeIdentity } from '../callers.ts';
import { professionalId, structureId } from './people.ts';

const TERRITORIES = ['le-havre-fecamp'];

/** What some roles act for. */
const OWN: Readonly<Record<string, Partial<FakeIdentity>>> = {
  practitioner: { nationalIds: [professionalId(1)] },
  delegate: { nationalIds: [professionalId(1)] },
  'structure-manager': { structures: [structureId(3)] },
  editor: { editor: 'fake-agenda' },
};

/** One caller of each role that holds a right. */
export function identities(): FakeIdentity[] {
  const roles = new Set(Object.values(contract.rights).flatMap((holders) => Object.keys(holders)));
  roles.delete('public');
  return [...roles].map((role) => ({
    subject: `fake-${role}`,
    roles: [role],
    territories: TERRITORIES,
    ...OWN[role],
  }));
}
