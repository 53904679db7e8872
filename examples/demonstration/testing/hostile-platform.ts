import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Runs only where a text became markup. */
const SCRIPT = 'globalThis.ran = true';
/** Ends an attribute, an element, a comment, a style and a script, then tries to run. */
export const HOSTILE_TEXT = `x"'></a></style></script>--><img src=x onerror="${SCRIPT}"><svg onload="${SCRIPT}"><script>${SCRIPT}</script>\${${SCRIPT}}`;
const HOSTILE_ADDRESSES = [
  `javascript:${SCRIPT}`,
  ` \tjava\nscript:${SCRIPT}`,
  `data:text/html,<script>${SCRIPT}</script>`,
  `vbscript:${SCRIPT}`,
  `blob:null/${SCRIPT}`,
];

/** What an element reads instead of showing: with rubbish in it there would be nothing to look at. */
const KEPT = new Set(
  `id kind state status code seed next start end from to asOf expiresAt created updated timeZone
   modalities visibility booking specialties insee department validFrom validUntil fields
   contactFields days startTime endTime date version etag type requestId nationalId territory
   reasons communities slotId scheduleId manageToken`.split(/\s+/),
);
const ADDRESSES = /url$|uri$|phone$|^number$|contact$/i;

function spoil(value: unknown, name: string, spoilt: Map<string, number>): unknown {
  if (Array.isArray(value)) return value.map((each) => spoil(each, name, spoilt));
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, each]) => [key, spoil(each, key, spoilt)]);
    return Object.fromEntries(members) as unknown;
  }
  if (typeof value !== 'string' || KEPT.has(name)) return value;
  const times = spoilt.get(name) ?? 0;
  spoilt.set(name, times + 1);
  if (!ADDRESSES.test(name)) return HOSTILE_TEXT;
  return HOSTILE_ADDRESSES[times % HOSTILE_ADDRESSES.length];
}

/** A platform that somebody took over: what it answers is the real one's, with script in every text. */
export interface HostilePlatform {
  origin: string;
  /** Every slot is booked at an address of somebody else's, which runs script. */
  sendElsewhere: boolean;
  /** Members that carried script, and how often. */
  spoilt: ReadonlyMap<string, number>;
  close(): void;
}

/** Stands before a real platform and spoils its answers. */
export async function startHostilePlatform(upstream: string): Promise<HostilePlatform> {
  const spoilt = new Map<string, number>();
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.writeHead(502).end());
  });
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(upstream + request.url, {
      method: request.method!,
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const text = await answer.text();
    const kept = ['content-type', 'etag', 'location', 'vary', 'retry-after'];
    for (const [name, value] of answer.headers) {
      if (kept.includes(name) || name.startsWith('access-control-'))
        response.setHeader(name, value);
    }
    const body = platform.sendElsewhere
      ? text.replaceAll('"bookingUrl":null', '"bookingUrl":""')
      : text;
    response.writeHead(answer.status);
    response.end(body === '' ? '' : JSON.stringify(spoil(JSON.parse(body), '', spoilt)));
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const platform: HostilePlatform = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sendElsewhere: false,
    spoilt,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return platform;
}
