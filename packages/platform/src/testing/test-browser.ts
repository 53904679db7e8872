import type { TestPlatform } from './test-platform.ts';

/** What a browser sends of itself with a request. */
export interface BrowserRequest {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** The page that sends it; null for an address that somebody typed. Default, one of the platform. */
  from?: string | null;
}

export interface BrowserAnswer {
  status: number;
  body: any;
  headers: Headers;
  location: string | null;
}

/** The cookies and headers of one browser; redirections are left to the test. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #platform: TestPlatform;

  constructor(platform: TestPlatform) {
    this.#platform = platform;
  }

  /** Sends the cookies that it holds and keeps those that it gets. */
  async request(address: string, request: BrowserRequest = {}): Promise<BrowserAnswer> {
    const { method = 'GET', body, headers = {}, from = this.#platform.url } = request;
    const url = new URL(address, this.#platform.url);
    const own = url.origin === this.#platform.url;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(own && cookie !== '' ? { cookie } : {}),
        ...sentBy(from, url.origin, method),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (own) for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      body: json && text !== '' ? (JSON.parse(text) as unknown) : text,
      headers: response.headers,
      location: response.headers.get('location'),
    };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Goes to the provider, which agrees at once; answers the address that it sends back to. */
  async toProvider(wanted = '/espace'): Promise<string> {
    const sent = await this.request(`/auth/sign-in?return=${wanted}`, { from: null });
    if (sent.status !== 303) throw new Error(`not sent to the provider: ${sent.status}`);
    const back = await this.request(sent.location!, { from: null });
    return back.location!;
  }

  /** Comes back from the provider: a navigation that another site began. */
  comeBack(callback: string): Promise<BrowserAnswer> {
    return this.request(callback, { from: 'https://wallet.example' });
  }

  /** Signs in as the person of the provider. */
  async signIn(wanted?: string): Promise<BrowserAnswer> {
    return this.comeBack(await this.toProvider(wanted));
  }
}

/** `Origin` and `Sec-Fetch-Site` as browsers send them. */
function sentBy(from: string | null, to: string, method: string): Record<string, string> {
  if (from === null) return { 'sec-fetch-site': 'none' };
  const changes = method !== 'GET' && method !== 'HEAD';
  return {
    'sec-fetch-site': from === to ? 'same-origin' : 'cross-site',
    ...(changes ? { origin: from } : {}),
  };
}
