import { answer, type Received } from './answer.ts';
import { findOperation } from './contract.ts';
import { EventLog } from './event-log.ts';
import { type FakeFault, type FakeRequest, FaultList, type Matcher } from './faults.ts';
import { deliver, type Ending, endingOf } from './network.ts';
import type { FakePlatformOptions } from './options.ts';
import { createRandom, hashOf } from './random.ts';
import { createWorld, passTime, PUBLISHABLE_KEY } from './seed.ts';
import { createWebhooks, type FakeWebhooks } from './webhooks.ts';
import type {
  AbsenceRecord,
  AppointmentRecord,
  HoldRecord,
  NewsRecord,
  RuleRecord,
  ScheduleRecord,
  SlotRecord,
  Territory,
} from './world.ts';

/** A request that came, and the status that it was answered; null where no answer went out. */
export interface LoggedRequest extends FakeRequest {
  readonly status: number | null;
}

/** Everything that the platform knows: copies, which change nothing. */
export interface FakeState {
  readonly territories: readonly Territory[];
  readonly schedules: readonly ScheduleRecord[];
  readonly slots: readonly SlotRecord[];
  readonly rules: readonly RuleRecord[];
  readonly absences: readonly AbsenceRecord[];
  readonly holds: readonly HoldRecord[];
  readonly appointments: readonly AppointmentRecord[];
  readonly news: readonly NewsRecord[];
}

/** The platform in memory, for tests and previews. Nothing of it leaves the process. */
export interface FakePlatform {
  /** In place of the global `fetch`. Answers every request, whatever its host. */
  readonly fetch: typeof globalThis.fetch;
  readonly url: string;
  /** Publishable key of its pages. */
  readonly key: string;
  /** Requests that came, oldest first. */
  readonly requests: readonly LoggedRequest[];
  readonly state: FakeState;
  /** What endpoints would be told, and how to tell yours. */
  readonly webhooks: FakeWebhooks;
  /** Milliseconds since 1970, on its clock. */
  readonly now: () => number;
  /** Bearer token of a caller with this role. @throws {RangeError} for a role that nobody has. */
  readonly token: (role: string) => string;
  /** Moves its clock: holds expire, slots begin, weekly rules reach further. @throws {RangeError} backwards. */
  readonly advance: (ms: number) => void;
  /** Lets the next calls fail, once by default. @throws {RangeError} for an operation that is none. */
  readonly fail: (matcher: Matcher, fault: FakeFault, times?: number) => void;
  /** As it began: data, clock, faults, requests. */
  readonly reset: () => void;
  /** Answers a request that came by another way than `fetch`. */
  readonly receive: (received: Received, signal?: AbortSignal) => Promise<Ending>;
}

const MONDAY_MORNING = '2026-11-23T08:00:00+01:00';

function clockOf(now: FakePlatformOptions['now'] = MONDAY_MORNING): () => number {
  if (typeof now === 'function') return now;
  const at = new Date(now).getTime();
  if (Number.isNaN(at)) throw new RangeError(`${String(now)} is not an instant`);
  return () => at;
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function requestOf({ method, url, headers, body }: Received): FakeRequest {
  return {
    operation:
      findOperation(method === 'HEAD' ? 'GET' : method, url.pathname)?.operation.id ?? null,
    method,
    path: url.pathname,
    query: url.search,
    headers: Object.fromEntries(headers),
    body: bodyOf(body),
  };
}

/**
 * A platform in memory, generated from the contract: the same routes, validation, rights and error
 * codes, with fictional people around Le Havre and in Paris. It keeps state: what is booked is taken.
 *
 * @example
 * const platform = createFakePlatform();
 * const { url: baseUrl, key, fetch } = platform;
 * const client = createSasClient({ baseUrl, key, fetch });
 */
export function createFakePlatform(options: FakePlatformOptions = {}): FakePlatform {
  const {
    seed = 1,
    latency = 0,
    url = 'https://sas.example',
    origins = ['*'],
    data = {},
  } = options;
  const base = clockOf(options.now);
  const [least, most] = typeof latency === 'number' ? [latency, latency] : latency;
  let shift = 0;
  const now = () => base() + shift;
  const start = () => createWorld({ seed, now, url, origins, data });
  const faultsOf = () => {
    const list = new FaultList();
    for (const [matcher, fault, times] of options.faults ?? []) list.add(matcher, fault, times);
    return list;
  };
  let world = start();
  let log = new EventLog(world);
  let faults = faultsOf();
  let delays = createRandom(hashOf(`delays ${seed}`));
  const requests: LoggedRequest[] = [];

  async function receive(received: Received, signal?: AbortSignal): Promise<Ending> {
    const request = requestOf(received);
    const fault = faults.take(request);
    const work = () => answer(world, received);
    const wait = least + delays() * (most - least);
    let status: number | null = null;
    try {
      const ending = await endingOf(world, request, fault, work, wait, signal);
      status = ending.response?.status ?? null;
      return ending;
    } finally {
      log.note();
      requests.push({ ...request, status });
    }
  }

  const copies = <T>(records: ReadonlyMap<string, T>): T[] =>
    structuredClone([...records.values()]);

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { method, headers, signal } = request;
      const body = await request.text();
      return deliver(
        await receive({ method, url: new URL(request.url), headers, body }, signal),
        signal,
      );
    },
    url,
    key: PUBLISHABLE_KEY,
    requests,
    get state() {
      return {
        territories: copies(world.territories).map(({ territory }) => territory),
        schedules: copies(world.schedules),
        slots: copies(world.slots),
        rules: copies(world.rules),
        absences: copies(world.absences),
        holds: copies(world.holds),
        appointments: copies(world.appointments),
        news: copies(world.news),
      };
    },
    webhooks: createWebhooks(() => log.events),
    now,
    token(role) {
      const token = `fake-${role}`;
      if (world.credentials.tokens.has(token)) return token;
      throw new RangeError(`nobody here is ${role}`);
    },
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('time goes forward');
      shift += ms;
      passTime(world);
      log.note();
    },
    fail: (matcher, fault, times) => faults.add(matcher, fault, times),
    reset() {
      for (const stream of world.streams) stream.end();
      shift = 0;
      world = start();
      log = new EventLog(world);
      faults = faultsOf();
      delays = createRandom(hashOf(`delays ${seed}`));
      requests.length = 0;
    },
    receive,
  };
}
