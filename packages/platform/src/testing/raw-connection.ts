import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One answer, as far as its status line and its problem go. */
export interface RawAnswer {
  status: number;
  /** Code of the problem, where it is one. */
  code: string | undefined;
}

/** A bare TCP connection to the platform: nothing between a test and its bytes. */
export class RawConnection {
  readonly socket: Socket;
  #received = '';
  /** Not of `once` of `node:events`, which rejects where the server cuts while the test still writes. */
  readonly #closed: Promise<void>;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (this.#received += text));
    socket.on('error', () => undefined);
    this.#closed = new Promise((done) => socket.once('close', () => done()));
  }

  /** @param url of the platform. */
  static async open(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  /** Sends bytes, one for each character. */
  send(text: string): void {
    this.socket.write(text, 'latin1');
  }

  /** Sends a text one character at a time, for ever or until the connection is cut. */
  async drip(text: string, everyMs = 50): Promise<void> {
    let next = 0;
    const timer = setInterval(() => this.send(text[next++ % text.length]!), everyMs);
    await this.#closed;
    clearInterval(timer);
  }

  /** Everything that came until the server closed the connection. */
  async untilClosed(): Promise<RawAnswer[]> {
    await this.#closed;
    return this.answers();
  }

  /** The first so many answers. */
  async untilAnswers(count: number): Promise<RawAnswer[]> {
    while (this.answers().length < count && !this.socket.destroyed) {
      const more = new Promise((done) => this.socket.once('data', done));
      await Promise.race([more, this.#closed]);
    }
    return this.answers();
  }

  answers(): RawAnswer[] {
    return this.#received
      .split(/(?=HTTP\/1\.1 \d{3} )/)
      .filter((text) => text.startsWith('HTTP/1.1 '))
      .map((text) => ({
        status: Number(text.slice(9, 12)),
        code: /"status":\d+[^]*"code":"([\w-]+)"/.exec(text)?.[1],
      }));
  }
}
