import { createServer } from 'node:http';
import { listen } from './serve.ts';

export interface PlatformRequest {
  readonly method: string;
  /** `identifier` of the query, or `If-None-Exist`. */
  readonly criterion: string | null;
  readonly authorization: string | undefined;
  readonly body: any;
}

/** What to answer to a request; `hang-up` closes the connection after it was taken in. */
export type Reply = number | 'hang-up';

export interface Platform {
  readonly url: string;
  readonly requests: readonly PlatformRequest[];
  /** Appointments that it knows, by identifier. */
  readonly appointments: ReadonlyMap<string, any>;
  readonly close: () => Promise<void>;
}

/** A platform that takes appointments (INT_R03), over real HTTP. */
export async function startPlatform(
  reply: (request: PlatformRequest, index: number) => Reply | undefined = () => undefined,
): Promise<Platform> {
  const requests: PlatformRequest[] = [];
  const appointments = new Map<string, any>();
  const server = createServer((incoming, response) => {
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => (text += chunk));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://x');
      const header = incoming.headers['if-none-exist'];
      const request: PlatformRequest = {
        method: incoming.method ?? '',
        criterion:
          url.searchParams.get('identifier') ??
          (typeof header === 'string' ? new URLSearchParams(header).get('identifier') : null),
        authorization: incoming.headers.authorization,
        body: JSON.parse(text),
      };
      const answer = reply(request, requests.push(request) - 1);
      const [{ system, value }] = request.body.identifier;
      const key = `${system}|${value}`;
      const known = appointments.has(key);
      if (answer === undefined || answer === 'hang-up' || answer < 300) {
        appointments.set(key, request.body);
      }
      if (answer === 'hang-up') {
        response.destroy();
        return;
      }
      response.writeHead(answer ?? (known ? 200 : 201), {
        'Content-Type': 'application/fhir+json',
      });
      response.end('{}');
    });
  });
  const { origin, close } = await listen(server);
  return { url: `${origin}/fhir`, requests, appointments, close };
}
