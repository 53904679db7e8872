import type { Faulty } from '../../testing/faulty.ts';
import { addresses, neverRefuses } from '../../testing/spoil-answers.ts';
import { MALFORMED } from './errors.ts';

const outcome = (issue: unknown) => ({ resourceType: 'OperationOutcome', issue });
const COMPLETE = [{ severity: 'error', code: 'required', diagnostics: 'status' }];

function errorFaults(group: string): Faulty[] {
  const check = `${group}/no-status`;
  return [
    ...MALFORMED.map(({ name }): Faulty => ({
      check: `${group}/${name}`,
      name: 'answers an empty Bundle',
      ...neverRefuses(200),
    })),
    { check, name: 'refuses with a page', ...neverRefuses(400, 'no') },
    { check, name: 'an OperationOutcome without issue', ...neverRefuses(400, outcome([])) },
    {
      check,
      name: 'an issue without severity',
      ...neverRefuses(400, outcome([{ code: 'required', diagnostics: 'status' }])),
    },
    {
      check,
      name: 'no reason',
      ...neverRefuses(400, outcome([{ severity: 'error', code: 'invalid' }])),
    },
    {
      check,
      name: 'a server error, with its reason',
      status: 'warning',
      ...neverRefuses(500, outcome(COMPLETE)),
    },
    {
      check,
      name: '400 where the vendor declares 422',
      config: (config) => ({ ...config, policy: { malformed: [422] } }),
    },
    {
      check: `${group}/other-status`,
      name: 'the status is ignored',
      ...addresses((url) => url.replace('status=busy', 'status=free')),
    },
    {
      check: `${group}/other-status`,
      name: 'refuses without a reason',
      ...neverRefuses(400, outcome([{ severity: 'error', code: 'invalid' }])),
    },
    {
      check: `${group}/other-system`,
      name: 'the system is ignored',
      ...addresses((url) => url.replace(/urn:oid:1\.2\.3\.4%7C/, '')),
    },
  ];
}

export const ERROR_FAULTS: readonly Faulty[] = ['errors', 'cpts-errors', 'sos-errors'].flatMap(
  errorFaults,
);
