import { SAS_PLATFORM_TEST_ID } from '@sas-kit/fhir/hub';
import type { FastifyBaseLogger } from 'fastify';
import type { AppointmentReader } from '../booking/appointment-reader.ts';
import { ConfigError } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { OutboxKinds } from '../outbox/kind.ts';
import { receiveAnswer } from './answers.ts';
import { HUB_KIND, hubKind } from './hub-kind.ts';
import type { HubState } from './hub-metrics.ts';
import { HubLine } from './line.ts';
import { hubRoutes } from './routes.ts';
import { type HubSettings, readHubOptions } from './settings.ts';

/** What tells dispatch software, connected or not. */
export interface OpenHub {
  routes: ReturnType<typeof hubRoutes>;
  /** How this process stands with the Hub; null where it is to reach none. */
  state: HubState | null;
  /** @param wake is called when messages can be sent again. */
  connect(log: FastifyBaseLogger, wake: () => void): Promise<OutboxKinds>;
  close(): Promise<void>;
}

/**
 * @param settings null where no Hub is connected: what desks book waits, and is told as `queued`.
 * @param production dispatch software of exercises is refused; elsewhere all that is told is an exercise.
 */
export function openHub(
  database: Database,
  reader: Pick<AppointmentReader, 'lock'>,
  settings: HubSettings | null,
  production: boolean,
): OpenHub {
  const clientId = settings?.clientId ?? SAS_PLATFORM_TEST_ID;
  let line: HubLine | null = null;
  let answersRefused = 0;
  return {
    routes: hubRoutes(database, reader, production),
    state:
      settings === null
        ? null
        : { isUp: () => line?.isUp === true, answersRefused: () => answersRefused },
    async connect(log, wake) {
      if (settings !== null) {
        const refused = (reason: string) => {
          answersRefused += 1;
          log.warn({ hub: 'answer-refused', reason });
        };
        line = await makeLine(settings, log, {
          connected: wake,
          receive: (delivery, gone) => receiveAnswer(database, clientId, delivery, gone, refused),
        });
        await line.open();
      }
      return { [HUB_KIND]: hubKind(database, line, { sender: clientId, exercise: !production }) };
    },
    close: async () => line?.close(),
  };
}

/** @throws {ConfigError} for an address, an id or a file that cannot be used. */
async function makeLine(
  settings: HubSettings,
  log: FastifyBaseLogger,
  events: ConstructorParameters<typeof HubLine>[2],
): Promise<HubLine> {
  try {
    return new HubLine(await readHubOptions(settings), log, events);
  } catch (error) {
    throw new ConfigError(`--hub-url and its like: ${(error as Error).message}`);
  }
}
