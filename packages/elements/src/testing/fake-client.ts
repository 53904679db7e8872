import type { ErrorCode, Problem, SasClient } from '@sas-kit/client';
import {
  ConflictError,
  ConnectionError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  SlotTakenError,
  ValidationError,
  type SasError,
} from '@sas-kit/client/errors';
import * as fixtures from './fixtures.ts';

type Resources = Pick<
  SasClient,
  'availability' | 'places' | 'specialties' | 'territories' | 'holds' | 'appointments'
>;

/** The methods that the elements call, each one replaceable. */
export interface Script {
  search: Resources['availability']['search'];
  places: Resources['places']['search'];
  specialties: Resources['specialties']['search'];
  territory: Resources['territories']['get'];
  territories: Resources['territories']['list'];
  hold: Resources['holds']['create'];
  extend: Resources['holds']['extend'];
  release: Resources['holds']['release'];
  book: Resources['appointments']['book'];
  get: Resources['appointments']['get'];
  cancel: Resources['appointments']['cancel'];
  reschedule: Resources['appointments']['reschedule'];
  leave: Resources['appointments']['leave'];
  confirm: Resources['appointments']['confirm'];
}

/** Where this is given, the client streams. */
export interface Streaming {
  stream?: Resources['availability']['stream'];
}

/** A client in memory that remembers what it was asked. */
export interface FakeClient extends Resources {
  script: Script;
  /** Inputs of the calls of one method, in order. */
  calls<K extends keyof Script>(method: K): Parameters<Script[K]>[];
}

const unused = () => Promise.reject(new Error('not used by the elements'));

export function fakeClient({ stream, ...change }: Partial<Script> & Streaming = {}): FakeClient {
  const log: { method: keyof Script; input: unknown[] }[] = [];
  const script: Script = {
    search: async () => fixtures.results,
    places: async () => ({ items: fixtures.places, next: null }),
    specialties: async () => ({ items: fixtures.specialties, next: null }),
    territory: async () => fixtures.territory,
    territories: async () => ({ items: [fixtures.territory], next: null }),
    hold: async () => fixtures.hold(),
    extend: async () => fixtures.hold({ extensionsLeft: 2 }),
    release: async () => undefined,
    book: async () => fixtures.appointment({ manageToken: 'token_123' }),
    get: async () => fixtures.appointment(),
    cancel: async () => fixtures.appointment({ status: 'cancelled' }),
    reschedule: async () => fixtures.appointment(),
    leave: async () => fixtures.appointment({ status: 'pending' }),
    confirm: async () => fixtures.appointment(),
    ...change,
  };
  const call = <K extends keyof Script>(method: K): Script[K] =>
    ((...input: unknown[]) => {
      log.push({ method, input });
      return (script[method] as (...input: unknown[]) => unknown)(...input);
    }) as Script[K];
  return {
    script,
    calls: <K extends keyof Script>(method: K) =>
      log
        .filter((entry) => entry.method === method)
        .map(({ input }) => input as Parameters<Script[K]>),
    availability: {
      search: call('search'),
      ...(stream && { stream }),
    } as Resources['availability'],
    places: { search: call('places') },
    specialties: { search: call('specialties') },
    territories: {
      get: call('territory'),
      list: call('territories'),
      regime: unused,
      update: unused,
      preview: unused,
      changes: unused,
      withdrawChange: unused,
    },
    holds: { create: call('hold'), extend: call('extend'), release: call('release') },
    appointments: {
      book: call('book'),
      get: call('get'),
      cancel: call('cancel'),
      reschedule: call('reschedule'),
      leave: call('leave'),
      confirm: call('confirm'),
      list: unused,
      update: unused,
    },
  };
}

const classes = {
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
  503: ServerError,
};

/** An error as the client makes it from a problem. */
export function refusal(
  code: ErrorCode,
  status: keyof typeof classes | 422,
  change: Partial<Problem> = {},
): SasError {
  const problem: Problem = {
    type: 'about:blank',
    title: code,
    status,
    code,
    requestId: 'r-1',
    ...change,
  };
  const facts = { code, status, problem, operation: 'test', attempts: 1 };
  if (code === 'slot-taken') return new SlotTakenError(facts);
  return status === 422 ? new ValidationError(facts) : new classes[status](facts);
}

/** Nobody answered. */
export function offline(): SasError {
  return new ConnectionError({ code: 'connection', operation: 'test', attempts: 3 });
}

/** A method that never answers. */
export const hanging = (): Promise<never> => new Promise(() => undefined);

/** A method that fails. */
export const failing = (error: unknown) => (): Promise<never> =>
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the test chooses
  Promise.reject(error);
