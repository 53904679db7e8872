/**
 * The platform in memory, for tests and previews of those who use this client.
 *
 * @module
 */
export type { FakeIdentity } from './fake-platform/callers.ts';
export type { FakeAgenda } from './fake-platform/data/agendas.ts';
export type { FakeFault, FakeRequest, Matcher } from './fake-platform/faults.ts';
export {
  createFakePlatform,
  type FakePlatform,
  type FakePlatformOptions,
  type FakeState,
  type LoggedRequest,
} from './fake-platform/platform.ts';
export type { FakeData } from './fake-platform/seed.ts';
