import type { IncomingHttpHeaders } from 'node:http';

/** The platform waits ten seconds. */
const PATIENCE_MS = 9_000;
/** What a handler needs to check a signature. */
const HANDED_ON = [
  'content-type',
  'user-agent',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
];

/** What became of an event that was handed on. */
export interface Forwarded {
  /** What the platform is answered: 502 where nobody took it. */
  status: number;
  /** For people. */
  told: string;
}

/** Hands an event on as it came; never throws. */
export async function forward(
  url: string,
  headers: IncomingHttpHeaders,
  body: Uint8Array<ArrayBuffer>,
): Promise<Forwarded> {
  const started = performance.now();
  const same = HANDED_ON.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: same,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    const { status } = response;
    return { status, told: `→ ${status} in ${Math.round(performance.now() - started)} ms` };
  } catch (error) {
    return { status: 502, told: `→ ${reasonOf(error)}; the platform will send it again` };
  }
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'no answer in 9 s';
  if (cause?.code === 'ECONNREFUSED') return 'nobody listens there';
  return `not reached (${cause?.code ?? name})`;
}
