import {
  isHubErrorCode,
  type HubErrorCode,
  type HubFinding,
  type ReceivedMessage,
} from '@sas-kit/fhir/hub';
import type { PauseRules } from '../backoff.ts';
import type { HubState } from './state.ts';
import type { HubStore } from './store.ts';

/** A message of one use case. */
export type MessageOf<UseCase extends ReceivedMessage['useCase']> = Extract<
  ReceivedMessage,
  { readonly useCase: UseCase }
>;

/** What goes with a message that is handed over. */
export interface HubDelivery {
  /** 1 the first time, 2 after a handler that threw, and so on; counts from 1 after a restart. */
  readonly attempt: number;
  /** RFC 3339, UTC. */
  readonly receivedAt: string;
  /** It came after the end of its validity: its sender may have been told that nobody read it. */
  readonly expired: boolean;
  /** What was odd and tolerated. May be logged: holds no value of the message. */
  readonly findings: readonly HubFinding[];
  /** The message as it came. */
  readonly text: string;
}

/**
 * Takes a message into the program. Once it returns, or its promise is fulfilled, the sender is told
 * `INTEGRE` where it waits for that, so store first. What it throws is told to `onError`, and it is
 * called again, with longer and longer pauses; {@link HubRefusal} ends that. Messages about one
 * appointment come one after the other.
 *
 * A crash between this and the store's record of it hands a message over a second time:
 * `applyToAppointment` of `@sas-kit/fhir/hub` makes that harmless.
 */
export type HubHandler<UseCase extends ReceivedMessage['useCase']> = (
  message: MessageOf<UseCase>,
  delivery: HubDelivery,
) => Promise<void> | void;

/** During what an error came. */
export type HubScene = 'connection' | 'message' | 'store' | 'handler' | 'answer';

/** The program's own certificate (IGC-Santé, SSL_SERV): its CN is the user of the broker. */
export interface HubCertificate {
  /** PEM of the key and the certificate chain, or both as PKCS #12 in `pfx`. */
  readonly key?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly pfx?: Buffer;
  readonly passphrase?: string;
  /** PEM of the authorities of the broker. Default: those of Node. */
  readonly ca?: string | Buffer;
}

/** Where the Hub is, and who the program is. */
export interface HubConnectionOptions extends Partial<PauseRules> {
  /**
   * `amqps://messaging.hub.esante.gouv.fr:5671/15-15_v2.0`: its path is the perimeter (vhost). With a
   * password instead of a certificate: `amqps://USER:PASSWORD@…`. `amqp:` only on the own machine.
   */
  readonly url: string;
  /** Own id, `fr.health.samu330`: names the queues, and is the routing key of answers. */
  readonly clientId: string;
  /** Certificate of the program (mutual TLS, SASL EXTERNAL). The broker's name is always checked. */
  readonly tls?: HubCertificate;
  /** Messages that the broker may send ahead of their being stored, 1 to 1,000. Default 20. */
  readonly prefetch?: number;
  /**
   * A silent connection is given up after twice this, in seconds, 1 to 600. Default 20: a board that is
   * frozen is known to be so after 40 s.
   */
  readonly heartbeatSeconds?: number;
}

/** Where the Hub is, who the program is, and what it does with messages. */
export interface HubConsumerOptions extends HubConnectionOptions {
  /** Where messages are kept before the broker may forget them. */
  readonly store: HubStore;
  readonly onAppointment: HubHandler<'appointment'>;
  /** How far a message of our own came (RC-REF). Without it they are taken and dropped. */
  readonly onAcknowledgement?: HubHandler<'reference'>;
  /** A message or an answer of our own was not delivered (RS-ERROR). Default: told to `onError`. */
  readonly onHubError?: HubHandler<'error'>;
  /** Another of the Hub's use cases. Without it they are refused: RS-ERROR 700 to their sender. */
  readonly onOther?: HubHandler<'other'>;
  /** Told when the connection comes and goes; see {@link HubState}. */
  readonly onState?: (state: HubState) => void;
  /** Told what goes wrong; a broker that is away is told once. Default: `console.error`. */
  readonly onError?: (error: unknown, during: HubScene) => void;
  /** Handlers that run at once, each of another appointment, 1 to 100. Default 4. */
  readonly parallel?: number;
  /** After this long a handler that still runs is told to `onError`, in ms. Default 60,000. */
  readonly slowHandlerMs?: number;
}

/**
 * Thrown by a handler: the message will never be taken. Its sender gets an RS-ERROR with this number
 * (7xx) and cause, which must not name anybody.
 */
export class HubRefusal extends Error {
  readonly statusCode: HubErrorCode;

  /** @throws RangeError for a number that the Hub does not have, and without a cause. */
  constructor(statusCode: HubErrorCode, cause: string) {
    if (!isHubErrorCode(statusCode)) throw new RangeError('statusCode is not an error of the Hub');
    if (cause === '') throw new RangeError('a refusal needs a cause');
    super(cause);
    this.name = 'HubRefusal';
    this.statusCode = statusCode;
  }
}
