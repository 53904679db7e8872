export {
  groupOf,
  Skip,
  Stop,
  Unusable,
  type Check,
  type CheckFinding,
  type Fault,
  type Fixture,
  type Scene,
  type Status,
  type Verdict,
} from './check.ts';
export { APPOINTMENT_CHECKS } from './appointments/index.ts';
export { CHECKS } from './checks/index.ts';
export type * from './config.ts';
export { LRM_CHECKS } from './lrm/index.ts';
export type { Bounced, HubEvent, Outcome, Queue, Received } from './lrm/outcome.ts';
export { TrialHub, type TrialHubOptions } from './lrm/trial-hub.ts';
export { CONFIG_SCHEMA } from './config-schema.ts';
export { FIXTURES } from './fixtures.ts';
export { NoAnswer, type Ask, type Exchange, type Sent } from './http/exchange.ts';
export { ConfigError, parseConfig, readConfig } from './read-config.ts';
export { runChecks, type RunOptions } from './runner.ts';
