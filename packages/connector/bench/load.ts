import { connect } from 'node:net';
import { hasWrk, loadByWrk } from './wrk.ts';

/** What a run measured. */
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Mean size of an answer, in bytes. */
  readonly bytes: number;
  readonly failures: number;
}

export interface LoadOptions {
  readonly seconds: number;
  readonly connections: number;
  /** Each address once, however long it takes. */
  readonly once?: boolean;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

const withWrk = hasWrk();

/** What measures, for the title of a run. */
export const LOADER = withWrk ? 'wrk' : 'our own loader (wrk is not installed)';

/** Asks for addresses in turn and measures: by wrk where it is installed. */
export async function load(
  port: number,
  paths: readonly string[],
  options: LoadOptions,
): Promise<Measured> {
  // wrk cannot ask for each address just once, and measures nothing where no answer comes in time.
  const measured = withWrk && options.once !== true ? await loadByWrk(port, paths, options) : null;
  return measured !== null && measured.perSecond > 0
    ? measured
    : loadBySockets(port, paths, options);
}

/**
 * Asks for addresses in turn over keep-alive connections, each the next one as soon as it has its
 * answer. Plain sockets: the load must cost less than what it loads.
 */
async function loadBySockets(
  port: number,
  paths: readonly string[],
  { seconds, connections, once = false }: LoadOptions,
): Promise<Measured> {
  const times: number[] = [];
  let bytes = 0;
  let failures = 0;
  let next = 0;
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: bench\r\n\r\n`);
  const until = performance.now() + seconds * 1000;
  const started = performance.now();

  const run = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let sent = 0;
      let missing = 0;
      let head = Buffer.alloc(0);
      const ask = (): void => {
        if (once ? next >= requests.length : performance.now() >= until) {
          socket.destroy();
          resolve();
          return;
        }
        sent = performance.now();
        socket.write(requests[next++ % requests.length] ?? '');
      };
      const finish = (): void => {
        times.push(performance.now() - sent);
        ask();
      };
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        if (missing > 0) {
          missing -= chunk.byteLength;
          if (missing <= 0) finish();
          return;
        }
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf(END_OF_HEAD);
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
        if (!text.startsWith('HTTP/1.1 200')) failures += 1;
        bytes += length;
        missing = length - (head.byteLength - end - END_OF_HEAD.byteLength);
        head = Buffer.alloc(0);
        if (missing <= 0) finish();
      });
    });

  await Promise.all(Array.from({ length: connections }, run));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? NaN;
  return {
    perSecond: times.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    bytes: bytes / times.length,
    failures,
  };
}
