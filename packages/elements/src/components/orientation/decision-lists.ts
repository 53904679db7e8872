import type { Orientation, Protocol } from '@sas-kit/client';
import type { OrientationClient } from './client.ts';
import { kindsOf, type Desk } from './draft.ts';

/** What the platform knows that can be chosen from. */
export interface DecisionLists {
  readonly waiting: readonly Orientation[];
  readonly protocols: readonly Protocol[];
}

/**
 * Reads what this desk may carry out: decisions that wait, and protocols in force for its roles.
 *
 * @throws SasError
 */
export async function readLists(
  { orientations, protocols }: Pick<OrientationClient, 'orientations' | 'protocols'>,
  desk: Desk,
  purpose: Protocol['purpose'],
  signal: AbortSignal,
): Promise<DecisionLists> {
  const kinds = kindsOf(desk);
  const [waiting, signed] = await Promise.all([
    kinds.includes('orientation')
      ? orientations.list({ state: 'to-execute', limit: 100 }, { signal })
      : undefined,
    kinds.includes('protocol')
      ? protocols.list({ state: 'in-force', purpose, limit: 100 }, { signal })
      : undefined,
  ]);
  return {
    waiting: (waiting?.items ?? []).filter(({ outcome }) => outcome === 'unscheduled-consultation'),
    protocols: (signed?.items ?? []).filter(({ roles }) =>
      roles.some((role) => desk.roles.includes(role)),
    ),
  };
}
