import { Agent, request } from 'node:http';
import { TEST_ORIGIN, type TestPlatform } from '../test-platform.ts';
import type { FuzzRequest } from './requests.ts';

/** What came back. */
export interface WireAnswer {
  status: number;
  type: string;
  text: string;
}

/** Sends requests as they are: `fetch` would tidy paths and refuse bodies. */
export class Wire {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #platform: TestPlatform;

  constructor(platform: TestPlatform) {
    this.#platform = platform;
  }

  /** @throws {Error} when no answer comes. */
  send({ method, as, path, headers, body }: FuzzRequest): Promise<WireAnswer> {
    const { hostname, port } = new URL(this.#platform.url);
    const all = { ...headers, ...this.#credentials(as) };
    return new Promise((done, fail) => {
      const sent = request(
        { agent: this.#agent, hostname, port, method, path, headers: all },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          const answer = () =>
            done({
              status: response.statusCode!,
              type: response.headers['content-type'] ?? '',
              text,
            });
          // A stream goes on until its reader hangs up.
          if (response.headers['content-type']?.startsWith('text/event-stream') === true) {
            response.once('data', (chunk: string) => {
              text = chunk;
              answer();
              sent.destroy();
            });
            response.on('error', () => undefined);
            return;
          }
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', fail);
          response.on('end', answer);
        },
      );
      sent.on('error', fail);
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #credentials(as: string): Record<string, string> {
    const { publishableKey, tokens } = this.#platform.credentials;
    if (as === 'anonymous') return {};
    if (as === 'stranger') return { authorization: 'Bearer nobody-gave-this-token-out' };
    if (as === 'public') return { 'x-sas-key': publishableKey, origin: TEST_ORIGIN };
    return { authorization: `Bearer ${tokens[as]}` };
  }
}
