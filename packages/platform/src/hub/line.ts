import {
  createHubConnection,
  type HubConnection,
  type HubConnectionOptions,
  type RawDelivery,
} from '@sas-kit/connector/hub';
import type { HubEnvelope } from '@sas-kit/fhir/hub';
import type { FastifyBaseLogger } from 'fastify';

/** A broker that is full says nothing: what it has not confirmed by then is sent again. */
const LONGEST_CONFIRMATION_MS = 15_000;

/** What is done with what the Hub answers. Fulfilled with what the broker is told; null: nothing. */
export type Receive = (delivery: RawDelivery, gone: AbortSignal) => Promise<'ack' | 'nack' | null>;

/** The one connection of this process to the Hub: publishes, and consumes acknowledgements and errors. */
export class HubLine {
  readonly #connection: HubConnection;
  readonly #log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
  readonly #connected: () => void;
  #state: 'connecting' | 'connected' | 'blocked' | 'lost' = 'connecting';

  /**
   * @param events `connected` is told whenever messages can be sent again.
   * @throws TypeError, RangeError for settings that cannot be used.
   */
  constructor(
    options: HubConnectionOptions,
    log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
    events: { connected: () => void; receive: Receive },
  ) {
    this.#log = log;
    this.#connected = events.connected;
    this.#connection = createHubConnection(
      options,
      {
        connected: () => this.#up(),
        blocked: () => this.#down('blocked'),
        lost: (error) => this.#down('lost', error),
        delivered: events.receive,
      },
      ['ack', 'info'],
    );
  }

  /** Begins to connect, with longer and longer pauses, and goes on for ever. */
  open(): Promise<void> {
    return this.#connection.open();
  }

  /** Whether the Hub takes messages now. */
  get isUp(): boolean {
    return this.#state === 'connected' && this.#connection.isOpen;
  }

  /** Fulfilled once the broker has it on its disk. @throws Error when it is not known to have it. */
  async publish(message: HubEnvelope<unknown>, signal: AbortSignal): Promise<void> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_CONFIRMATION_MS)]);
    const late = new Promise<never>((_, fail) => {
      limit.addEventListener('abort', () => fail(new Error('not confirmed')), { once: true });
    });
    await Promise.race([this.#connection.publish(message), late]);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  #up(): void {
    if (this.#state !== 'connecting') this.#log.info({ hub: 'connected' });
    this.#state = 'connected';
    this.#connected();
  }

  /** Told once: a broker that is away for hours is one event. */
  #down(state: 'blocked' | 'lost', error?: Error): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#log.warn({ hub: state, ...(error !== undefined && { reason: reasonOf(error) }) });
  }
}

/** A code of the system or of AMQP; never the text, which may name an account. */
function reasonOf(error: Error & { code?: unknown }): string {
  const named = /\b(ACCESS|NOT|CONNECTION|RESOURCE|INTERNAL)[_-][A-Z]+\b/.exec(error.message)?.[0];
  return named ?? (typeof error.code === 'string' ? error.code : error.name);
}
