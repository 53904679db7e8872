/**
 * The platform in memory, for tests and previews of those who use this client.
 *
 * @module
 */
export type { FakeIdentity } from './fake-platform/callers.ts';
export type { FakeAgenda } from './fake-platform/data/agendas.ts';
export type { FakeNews } from './fake-platform/data/news.ts';
export type { FakeFault, FakeRequest, Matcher } from './fake-platform/faults.ts';
export {
  createFakePlatform,
  type FakePlatform,
  type FakeState,
  type LoggedRequest,
} from './fake-platform/platform.ts';
export type { FakeData } from './fake-platform/seed.ts';
export type { WebhookEvent } from './fake-platform/event-log.ts';
export type { FakeWebhooks, WebhookReceiver } from './fake-platform/webhooks.ts';
export type { FakePlatformOptions } from './fake-platform/options.ts';
