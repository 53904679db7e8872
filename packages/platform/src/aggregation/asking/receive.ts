import type { Dispatcher } from 'undici';
import { decompress } from './decompress.ts';
import { EditorFault, faultOf } from './fault.ts';
import { Room } from './room.ts';

/** An answer as it came, its compression undone. */
export interface Received {
  status: number;
  body: Buffer;
}

/** What a request carries. */
export interface Carried {
  method: 'PUT' | 'POST';
  body: string;
}

/** One request, a GET unless it carries something. */
export interface Sent {
  path: string;
  headers: Record<string, string>;
  carries?: Carried;
}

/** Bytes that are read of an answer that says no. */
const MOST_OF_REFUSAL = 64 * 1024;

/**
 * Sends one request and reads its answer.
 *
 * @param most bytes of the answer, as sent and as decompressed.
 * @param signal ends it; what it is aborted with is thrown.
 *
 * @throws {EditorFault} for all that goes wrong, redirects included.
 */
export async function receive(
  dispatcher: Dispatcher,
  sent: Sent,
  most: number,
  signal: AbortSignal,
): Promise<Received> {
  signal.throwIfAborted();
  const arrival = new Arrival(most);
  const give = () => arrival.stop(signal.reason as Error);
  signal.addEventListener('abort', give, { once: true });
  try {
    const { carries, ...rest } = sent;
    const what = carries ?? { method: 'GET' as const };
    dispatcher.dispatch({ ...what, ...rest, headersTimeout: 0, bodyTimeout: 0 }, arrival);
    await arrival.whole;
  } finally {
    signal.removeEventListener('abort', give);
  }
  const { status, encoding, body } = arrival;
  const plain = decompress(body, encoding, most);
  // Of one that says no the end may be missing: its status tells enough.
  return { status, body: await (status < 400 ? plain : plain.catch(() => Buffer.alloc(0))) };
}

/** What arrives of one answer; no more of it than may be kept. */
class Arrival implements Dispatcher.DispatchHandler {
  status = 0;
  encoding = '';
  /** Ends with the answer. Rejected by what ended it before. */
  readonly whole: Promise<void>;
  readonly #room = new Room();
  readonly #most: number;
  #controller: Dispatcher.DispatchController | null = null;
  #stopped: Error | null = null;
  #done!: () => void;
  #fail!: (error: Error) => void;

  constructor(most: number) {
    this.#most = most;
    this.whole = new Promise((done, fail) => {
      this.#done = done;
      this.#fail = fail;
    });
  }

  get body(): Buffer {
    return this.#room.content;
  }

  /** Ends it, also where it still waits for a connection. */
  stop(reason: Error): void {
    this.#stopped = reason;
    this.#fail(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped !== null) controller.abort(this.#stopped);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.status = status;
    this.encoding = String(headers['content-encoding'] ?? '');
    if (status >= 300 && status < 400) this.stop(new EditorFault('redirect', `HTTP ${status}`));
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const refused = this.status >= 400;
    if (this.#room.add(chunk, refused ? MOST_OF_REFUSAL : this.#most)) return;
    if (!refused) return this.stop(new EditorFault('too-large'));
    this.#done();
    controller.abort(new EditorFault('too-large'));
  }

  onResponseEnd(): void {
    this.#done();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(faultOf(error, this.#controller === null));
  }

  onRequestUpgrade(_: Dispatcher.DispatchController, status: number): void {
    this.stop(new EditorFault('protocol', `HTTP ${status}`));
  }
}
