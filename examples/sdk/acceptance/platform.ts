/** The real platform for an acceptance test: one practice with free slots, and a client of each kind. */
import type { TestContext } from 'node:test';
import {
  type ClientOptions,
  createTransport,
  type SasClient,
  type Slot,
  type StreamTransport,
} from '@sas-kit/client';
import { appointmentsResource } from '@sas-kit/client/appointments';
import { availabilityResource, type AvailabilityResource } from '@sas-kit/client/availability';
import { holdsResource } from '@sas-kit/client/holds';
import { specialtiesResource } from '@sas-kit/client/specialties';
import { territoriesResource } from '@sas-kit/client/territories';
import { type Demonstration, openDemonstration } from '../../demonstration/demonstration.ts';
import { AGENDAS } from '../../demonstration/publishing/agendas.ts';
import { publishAgendas } from '../../demonstration/publishing/publish.ts';
import { EmptyData, temporaryFolder } from '../../demonstration/testing/folder.ts';
import { bookable, caller, cardsAround } from '../../demonstration/testing/offers.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

const empty = new EmptyData(await temporaryFolder());

/** Limits that a busy machine does not reach. */
const PATIENT = { timeoutMs: 120_000, budgetMs: 300_000 };

/** A platform behind a proxy. */
export interface Scene {
  readonly platform: Demonstration;
  readonly proxy: FaultProxy;
  /** A client of this role, or of the web, through the proxy. Its waits take no time. */
  readonly client: (role: string | null, options?: Partial<ClientOptions>) => Waiting;
  /** Slots that are free for the next 48 hours, as the platform says, without the proxy. */
  readonly freeSlots: () => Promise<Slot[]>;
  /** Moves the platform's clock on. */
  readonly pass: (seconds: number) => Promise<void>;
}

/** What the tests call, over a transport whose waits take no time. */
interface SceneClient extends Pick<
  SasClient,
  'appointments' | 'holds' | 'specialties' | 'territories'
> {
  readonly availability: AvailabilityResource;
}

/** A client, and the milliseconds that it waited before each further attempt. */
export interface Waiting {
  readonly client: SceneClient;
  readonly waits: readonly number[];
}

function clientOver(transport: StreamTransport): SceneClient {
  return {
    appointments: appointmentsResource(transport),
    availability: availabilityResource(transport),
    holds: holdsResource(transport),
    specialties: specialtiesResource(transport),
    territories: territoriesResource(transport),
  };
}

/** How a scene differs from the usual one. */
export interface SceneOptions {
  /** Chance of the clients, from 0 to 1. */
  readonly random?: number;
  /** Settings of the platform. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the platform with one practice, Monday 23 November 2026 at 08:10, behind a proxy. */
export async function startScene(
  t: TestContext,
  { random = 0.5, environment = {} }: SceneOptions = {},
): Promise<Scene> {
  const platform = await openDemonstration({
    argv: ['--port', '0', '--data', await empty.copy()],
    environment: { ...process.env, ...environment },
    clock: '2026-11-23T08:10:00+01:00',
  });
  t.after(() => platform.close());
  const practice = AGENDAS.filter(({ ref }) => ref === 'maison-de-sante');
  await publishAgendas(caller(platform, 'editor'), practice);
  const proxy = await startFaultProxy(t, platform.address);
  const { publishableKey, tokens } = platform.credentials;
  return {
    platform,
    proxy,
    client(role, options = {}) {
      const waits: number[] = [];
      const surroundings = {
        random: () => random,
        wait: async (ms: number) => void waits.push(ms),
      };
      const credentials = role === null ? { key: publishableKey } : { token: tokens[role] };
      const transport = createTransport(
        { baseUrl: proxy.baseUrl, ...PATIENT, ...credentials, ...options },
        surroundings,
      );
      return { client: clientOver(transport), waits };
    },
    freeSlots: async () =>
      bookable(await cardsAround(caller(platform, 'regulator'), { slotsPerCard: 200 })),
    pass: async (seconds) => {
      await platform.platform.database.query(
        'update clock set shift = shift + make_interval(secs => $1)',
        [seconds],
      );
    },
  };
}
