import type { Faulty } from '../../testing/faulty.ts';

/** A vendor who declares that nothing is met. */
export const DECLARED_FAULTS: readonly Faulty[] = (
  [
    ['rpps-used', 'rppsUsed'],
    ['rpps-mandatory', 'rppsMandatory'],
    ['structure-ids-used', 'structureIdsUsed'],
    ['health-data-hosting', 'healthDataHosting'],
    ['two-factors', 'twoFactors'],
    ['lock-out', 'lockOut'],
    ['single-sign-on', 'singleSignOn'],
  ] as const
).map(([id, name]) => ({
  check: `declared/${id}`,
  name: 'declared as not met',
  config: (config) => ({ ...config, declared: { [name]: false } }),
}));
