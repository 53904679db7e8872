import { bodyProblem } from '../http/problem.ts';
import { notRead } from './feed-reader.ts';

const PLACE = '/address';
/** Bytes of a feed, milliseconds that it may take, and how often it may send elsewhere. */
const MAX_BYTES = 1_000_000;
const PATIENCE_MS = 10_000;
const MAX_REDIRECTS = 3;

/**
 * Fetches a feed from an address whose origin is on the list. Every redirect is looked at again, so that
 * a listed site sends nobody into the platform's own network.
 *
 * @throws {ProblemError} 422 `address-not-allowed`, `feed-not-read`
 */
export async function fetchFeed(address: string, origins: readonly string[]): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let at = address;
  for (let sent = 0; sent <= MAX_REDIRECTS; sent += 1) {
    checkOrigin(at, origins);
    const response = await get(at, signal);
    const next =
      response.status >= 300 && response.status < 400 && response.headers.get('location');
    if (!next) return read(response);
    await response.body?.cancel();
    if (!URL.canParse(next, at)) break;
    at = new URL(next, at).href;
  }
  throw notRead(PLACE, 'sends on and on');
}

function checkOrigin(address: string, origins: readonly string[]): void {
  const origin = URL.canParse(address) ? new URL(address).origin : address;
  if (origins.includes(origin)) return;
  throw bodyProblem(
    'address-not-allowed',
    PLACE,
    `${origin} is not among the sources of this platform`,
  );
}

async function get(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'application/feed+json, application/rss+xml, application/atom+xml, */*;q=0.1',
      },
    });
  } catch {
    throw notRead(PLACE, 'was not reached');
  }
}

async function read(response: Response): Promise<string> {
  if (!response.ok || response.body === null) throw notRead(PLACE, `answers ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MAX_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw notRead(PLACE, 'broke off');
  }
  if (size > MAX_BYTES) throw notRead(PLACE, `is larger than ${MAX_BYTES} bytes`);
  return decode(Buffer.concat(chunks), response.headers.get('content-type') ?? '');
}

/** By the header's charset, else that of the XML declaration, else UTF-8. */
function decode(bytes: Buffer, type: string): string {
  const declared = /^<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(bytes.toString('latin1', 0, 200));
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? declared?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    throw notRead(PLACE, `is written in ${charset}`);
  }
}
