import { Agent as HttpAgent, type ClientRequest, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import {
  AddressRefusedError,
  addressRefusal,
  type AddressPolicy,
  guardedLookup,
} from './address.ts';

/** Bytes of an answer that are read; they are kept nowhere. */
const MAX_ANSWER_BYTES = 4_096;
const USER_AGENT = 'sas-kit-webhooks/1';

/** Why an attempt failed. */
export type PostFailure = 'address-refused' | 'no-connection' | 'redirect' | 'refused' | 'timeout';

/** How an attempt went: nothing of the answer but its status. */
export interface PostResult {
  status: number | null;
  ms: number;
  /** Null where it arrived: any 2xx. */
  failure: PostFailure | null;
}

/** Sends one body; never throws. */
export type Post = (
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
) => Promise<PostResult>;

/** Sends bodies to addresses that a policy allows, and knows how to end. */
export interface Poster {
  post: Post;
  /** Ends connections that are open. */
  close(): void;
}

/**
 * @param timeoutSeconds in all, from the look-up of the name to the end of the answer. Redirects are not
 * followed, and the name is looked up once: what was allowed is what is connected to.
 */
export function createPoster(policy: AddressPolicy, timeoutSeconds: number): Poster {
  // A connection of its own for each attempt: one that was kept may have been closed at its other end.
  const options = { keepAlive: false, lookup: guardedLookup(policy) };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };

  const open = (url: string, headers: Record<string, string>, signal: AbortSignal) => {
    const sent = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': USER_AGENT },
      signal,
    };
    return url.startsWith('http:')
      ? httpRequest(url, { ...sent, agent: agents.http })
      : httpsRequest(url, { ...sent, agent: agents.https });
  };

  return {
    async post(url, headers, body, signal) {
      const started = performance.now();
      const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
      const result = (status: number | null, failure: PostFailure | null): PostResult => ({
        status,
        ms: Math.round(performance.now() - started),
        failure,
      });
      // A literal address is never looked up: it is looked at here.
      if (addressRefusal(url, policy) !== null) return result(null, 'address-refused');
      try {
        const status = await send(open(url, headers, AbortSignal.any([signal, timeout])), body);
        return result(status, failureOf(status));
      } catch (error) {
        if (timeout.aborted) return result(null, 'timeout');
        const refused = error instanceof AddressRefusedError;
        return result(null, refused ? 'address-refused' : 'no-connection');
      }
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function failureOf(status: number): PostFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
}

/** Sends the body and reads the answer, as far as it goes. @returns its status. */
function send(request: ClientRequest, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    // Another protocol: without a listener neither an answer nor an error would ever come.
    request.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode!);
    });
    request.once('response', (response) => {
      let read = 0;
      const done = () => resolve(response.statusCode!);
      response.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read <= MAX_ANSWER_BYTES) return;
        done();
        request.destroy();
      });
      response.once('end', done);
      response.on('error', reject);
    });
    request.end(body);
  });
}
