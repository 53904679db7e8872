import { isHubId } from '@sas-kit/fhir/hub';
import type { PauseRules } from '../backoff.ts';
import {
  HubRefusal,
  type HubCertificate,
  type HubConnectionOptions,
  type HubConsumerOptions,
  type HubHandler,
  type HubScene,
  type MessageOf,
} from './options.ts';
import type { HubState } from './state.ts';
import type { HubStore } from './store.ts';

/** What a connection needs, checked. */
export interface ConnectionSettings extends PauseRules {
  readonly url: URL;
  readonly clientId: string;
  readonly tls: HubCertificate | null;
  readonly prefetch: number;
  readonly heartbeatSeconds: number;
}

/** The options with their defaults, checked. */
export interface HubSettings extends ConnectionSettings {
  readonly store: HubStore;
  readonly handlers: {
    readonly appointment: HubHandler<'appointment'>;
    readonly reference: HubHandler<'reference'>;
    readonly error: HubHandler<'error'>;
    readonly other: HubHandler<'other'>;
  };
  readonly onState: (state: HubState) => void;
  readonly onError: (error: unknown, during: HubScene) => void;
  readonly parallel: number;
  readonly slowHandlerMs: number;
}

/**
 * @throws TypeError for an address that cannot be used, without showing it; RangeError for an id that is
 *   none of the Hub, and for numbers out of bounds.
 */
export function hubSettingsOf(options: HubConsumerOptions): HubSettings {
  const onError = guarded(options.onError ?? defaultOnError);
  return {
    ...connectionSettingsOf(options),
    store: options.store,
    handlers: {
      appointment: options.onAppointment,
      reference: options.onAcknowledgement ?? (() => undefined),
      error: options.onHubError ?? ((message) => onError(new UndeliveredError(message), 'answer')),
      other: options.onOther ?? refuseOther,
    },
    onState: guarded(options.onState ?? (() => undefined)),
    onError,
    parallel: within('parallel', options.parallel ?? 4, 100),
    slowHandlerMs: within('slowHandlerMs', options.slowHandlerMs ?? 60_000, 86_400_000),
  };
}

/** @throws as {@link hubSettingsOf} does. */
export function connectionSettingsOf(options: HubConnectionOptions): ConnectionSettings {
  if (!isHubId(options.clientId)) throw new RangeError('clientId is not an id of the Hub');
  const { tls = null } = options;
  return {
    url: addressOf(options.url, tls),
    clientId: options.clientId,
    tls,
    prefetch: within('prefetch', options.prefetch ?? 20, 1_000),
    heartbeatSeconds: within('heartbeatSeconds', options.heartbeatSeconds ?? 20, 600),
    firstDelayMs: within('firstDelayMs', options.firstDelayMs ?? 1_000, 3_600_000),
    longestDelayMs: within('longestDelayMs', options.longestDelayMs ?? 30_000, 3_600_000),
  };
}

/** Whoever is only told of something does not stop messages from coming in. */
function guarded<Given extends unknown[]>(
  tell: (...given: Given) => void,
): (...given: Given) => void {
  return (...given) => {
    try {
      tell(...given);
    } catch (error) {
      defaultOnError(error, 'handler');
    }
  };
}

/** Something of ours did not reach its recipient. */
class UndeliveredError extends Error {
  constructor({ error }: MessageOf<'error'>) {
    super(`the Hub or a recipient answered ${error.errorCode.statusCode}`);
    this.name = 'UndeliveredError';
  }
}

function refuseOther(): never {
  throw new HubRefusal(700, 'this software does not take messages of this kind');
}

function addressOf(text: string, tls: HubCertificate | null): URL {
  if (!URL.canParse(text)) throw new TypeError('url is not an address');
  const url = new URL(text);
  const isOwnMachine = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'amqps:' && !(url.protocol === 'amqp:' && isOwnMachine && tls === null))
    throw new TypeError('url must start with amqps:, or with amqp: on the own machine');
  if (tls === null && url.username === '')
    throw new TypeError('a certificate in tls, or a name and a password in url, is needed');
  if (tls !== null && url.username !== '')
    throw new TypeError('a certificate in tls and a name in url exclude each other');
  return url;
}

function within(name: string, value: number, most: number): number {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new RangeError(`${name} must be a whole number from 1 to ${most}`);
  return value;
}

function defaultOnError(error: unknown, during: HubScene): void {
  // eslint-disable-next-line no-console -- a consumer that fails must be noticed by whoever runs it
  console.error(`sas-hub: ${during} failed`, error);
}
