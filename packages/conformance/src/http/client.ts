import type { Config } from '../config.ts';
import { VERSION } from '../version.ts';
import { type Ask, type Exchange, NoAnswer, type Sent } from './exchange.ts';
import { send, type SendOptions } from './send.ts';

/** Headers of every request, as the official kit sends them on a search. */
const HEADERS: Readonly<Record<string, string>> = {
  accept: 'application/json+fhir',
  'content-type': 'application/json',
  'accept-encoding': 'gzip, deflate',
  'user-agent': `sas-conformance/${VERSION}`,
};

/** Requests in a row that get no answer before the others are not sent any more. */
const MOST_UNANSWERED = 5;

/** Asks one endpoint, and remembers what it answered to every GET of the run. */
export class Client {
  readonly #base: string;
  readonly #config: Config;
  readonly #known = new Map<string, Promise<Exchange>>();
  #unanswered = 0;

  /** @param base without a slash at the end. */
  constructor(base: string, config: Config) {
    this.#base = base;
    this.#config = config;
  }

  /** @throws {NoAnswer} when no whole answer came. */
  ask(ask: Ask): Promise<Exchange> {
    const request = this.#request(ask);
    if (request.method !== 'GET' || ask.fresh === true) return this.#send(request, ask);
    const key = JSON.stringify([request.url, request.headers, request.identity, ask.follow]);
    const known = this.#known.get(key) ?? this.#send(request, ask);
    this.#known.set(key, known);
    return known;
  }

  #request(ask: Ask): Sent {
    const { body } = ask;
    // Who asks as nobody shows nothing.
    const known = ask.identity === 'none' ? {} : this.#config.headers;
    return {
      method: ask.method ?? 'GET',
      url: /^https?:\/\//i.test(ask.path) ? ask.path : this.#base + ask.path,
      headers: { ...HEADERS, ...known, ...ask.headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      identity: ask.identity ?? (this.#config.tls?.valid === undefined ? 'none' : 'valid'),
    };
  }

  async #send(request: Sent, { follow = 0, deadlineMs }: Ask): Promise<Exchange> {
    if (this.#unanswered >= MOST_UNANSWERED) throw givenUp(request);
    const { limits } = this.#config;
    try {
      const exchange = await send(request, {
        tls: this.#tls(request),
        deadlineMs: deadlineMs ?? limits.deadlineMs,
        maxBytes: limits.maxBytes,
      });
      this.#unanswered = 0;
      const next = redirectOf(exchange);
      if (follow < 1 || next === null) return exchange;
      return await this.#send(redirected(request, next), { path: next, follow: follow - 1 });
    } catch (error) {
      if (error instanceof NoAnswer && ['unreachable', 'timeout'].includes(error.reason)) {
        this.#unanswered += 1;
      }
      throw error;
    }
  }

  /** The authorities and the client certificate to show. */
  #tls({ identity }: Sent): SendOptions['tls'] {
    const { tls } = this.#config;
    return {
      ...(tls?.authorities !== undefined && { ca: tls.authorities }),
      ...(identity === 'none' ? {} : tls?.[identity]),
    };
  }
}

/** To another server goes what every request carries, and nothing that somebody is known by. */
function redirected(request: Sent, url: string): Sent {
  if (new URL(url).origin === new URL(request.url).origin) return { ...request, url };
  const headers = Object.entries(request.headers).filter(([name]) => Object.hasOwn(HEADERS, name));
  return { ...request, url, headers: Object.fromEntries(headers) };
}

function redirectOf({ status, headers, request }: Exchange): string | null {
  const { location } = headers;
  if (status < 300 || status > 399 || location === undefined) return null;
  return URL.canParse(location, request.url) ? new URL(location, request.url).href : null;
}

function givenUp(request: Sent): NoAnswer {
  return new NoAnswer(
    'given-up',
    {
      fr: `requête non envoyée : ${MOST_UNANSWERED} requêtes de suite sont restées sans réponse`,
      en: `request not sent: ${MOST_UNANSWERED} requests in a row were not answered`,
    },
    request,
  );
}
