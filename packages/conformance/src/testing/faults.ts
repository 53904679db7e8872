import { ACCOUNT_FAULTS } from '../checks/accounts/accounts.faults.ts';
import { CPTS_FAULTS } from '../checks/cpts/cpts.faults.ts';
import { EMPTY_FAULTS } from '../checks/empty/empty.faults.ts';
import { ERROR_FAULTS } from '../checks/errors/errors.faults.ts';
import { LIMIT_FAULTS } from '../checks/limits/limits.faults.ts';
import { METADATA_FAULTS } from '../checks/metadata/metadata.faults.ts';
import { PLACE_FAULTS } from '../checks/places/places.faults.ts';
import { PREFIX_FAULTS } from '../checks/prefix/prefix.faults.ts';
import { RULE_FAULTS } from '../checks/rules/rules.faults.ts';
import { SOS_FAULTS } from '../checks/sos/sos.faults.ts';
import { WINDOW_FAULTS } from '../checks/window/window.faults.ts';
import { WIRE_FAULTS } from '../checks/wire/wire.faults.ts';
import type { Faulty } from './faulty.ts';
import { OWN_SERVER_FAULTS } from './own-servers.ts';

/** Every fault that a test puts into a server; each check has at least one. */
export const FAULTS: readonly Faulty[] = [
  ...METADATA_FAULTS,
  ...WIRE_FAULTS,
  ...PLACE_FAULTS,
  ...CPTS_FAULTS,
  ...SOS_FAULTS,
  ...PREFIX_FAULTS,
  ...RULE_FAULTS,
  ...WINDOW_FAULTS,
  ...ERROR_FAULTS,
  ...EMPTY_FAULTS,
  ...LIMIT_FAULTS,
  ...ACCOUNT_FAULTS,
  ...OWN_SERVER_FAULTS,
];
