/**
 * Searches over 10,000 practitioners and 400,000 slots: requests a second and p99 beside a bare
 * node:http server that sends the same bytes, and beside two FHIR servers that send the same resources.
 * Each server is a process of its own. By wrk where it is installed, else by a loader of ours.
 * `node --conditions=source packages/connector/bench/search.ts [--seconds N] [--connections N]
 * [--no-peers]`.
 * Fails below 500 requests a second or above 50 ms for 25 practitioners and 100 slots.
 */
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FIRST_DAY, IN_WINDOW, rpps, SLOTS_EACH } from './agenda.ts';
import { load, LOADER, type Measured } from './load.ts';
import { measurePeer, PEERS } from './peers/measure.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '16' },
    practitioners: { type: 'string', default: '10000' },
    peers: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const options = { seconds: Number(values.seconds), connections: Number(values.connections) };
const practitioners = Number(values.practitioners);
const HOUR = 3_600_000;

/** A fixed sequence of numbers below a bound, the same in each run. */
function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % bound;
  };
}

const iso = (instant: number): string => encodeURIComponent(new Date(instant).toISOString());

/** Addresses of searches for so many practitioners, chosen at random. */
function searches(count: number, hours: number, howMany: number): string[] {
  const random = sequence(42);
  return Array.from({ length: howMany }, () => {
    const ids = new Set<string>();
    while (ids.size < count)
      ids.add(`urn:oid:1.2.250.1.71.4.2.1%7C8${rpps(random(practitioners))}`);
    return (
      '/fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor' +
      `&schedule.actor:Practitioner.identifier=${[...ids].join(',')}` +
      `&start=ge${iso(FIRST_DAY)}&start=le${iso(FIRST_DAY + hours * HOUR)}&status=free`
    );
  });
}

const server = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [values.practitioners], {
  execArgv: [...process.execArgv, '--expose-gc'],
});
const told = <Message>(): Promise<Message> =>
  new Promise((resolve) => server.once('message', (message) => resolve(message as Message)));
const memory = async (): Promise<{ heapUsed: number; rss: number }> => {
  const answer = told<{ memory: { heapUsed: number; rss: number } }>();
  server.send({});
  return (await answer).memory;
};
const mega = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

try {
  const { ports } = await told<{ ports: { connector: number; bare: number } }>();
  const model = cpus()[0]?.model ?? 'unknown';
  console.log(`${cpus().length} cores, ${model}, Node ${process.version}`);
  console.log(
    `${practitioners} practitioners, ${practitioners * SLOTS_EACH} slots, ` +
      `${options.connections} connections, ${options.seconds} s each, by ${LOADER}`,
  );
  const before = await memory();
  console.log(`memory of the agenda: heap ${mega(before.heapUsed)}, rss ${mega(before.rss)}\n`);

  const rows: Record<string, string | number>[] = [];
  const row = (name: string, slots: number, measured: Measured, bare?: Measured): void => {
    rows.push({
      answer: name,
      slots,
      kB: Math.round(measured.bytes / 1024),
      'requests/s': Math.round(measured.perSecond),
      'p50 ms': Number(measured.p50.toFixed(1)),
      'p99 ms': Number(measured.p99.toFixed(1)),
      'of bare': bare === undefined ? '' : Number((measured.perSecond / bare.perSecond).toFixed(3)),
      'µs/slot': Number((1e6 / measured.perSecond / slots).toFixed(1)),
      failures: measured.failures,
    });
  };
  const measure = async (name: string, count: number, hours: number, slots: number) => {
    const paths = searches(count, hours, 2_000);
    const first = await load(ports.connector, paths, { ...options, once: true });
    const measured = await load(ports.connector, paths, options);
    const same = paths.slice(0, 50);
    for (const path of same) {
      const loaded = told();
      server.send({ load: path });
      await loaded;
    }
    const bare = await load(ports.bare, same, options);
    row(`${name}, first time each`, slots, first, bare);
    row(name, slots, measured, bare);
    row(`${name}, bare node:http`, slots, bare, bare);
    const { heapUsed } = await memory();
    console.log(`${name}: heap ${mega(heapUsed - before.heapUsed)} above the agenda`);
    return { measured, bare, same };
  };

  await measure('1 practitioner', 1, 72, IN_WINDOW);
  await measure('5 practitioners', 5, 72, 5 * IN_WINDOW);
  const {
    measured: judged,
    bare,
    same,
  } = await measure('25 practitioners', 25, 72, 25 * IN_WINDOW);
  if (values.peers) {
    const bundles = [];
    for (const path of same) {
      const answer = await fetch(`http://127.0.0.1:${ports.connector}${path}`);
      bundles.push({ query: path.slice(path.indexOf('?') + 1), bundle: await answer.json() });
    }
    for (const peer of PEERS) {
      const measured = await measurePeer(peer, { bundles }, options);
      if ('missing' in measured) console.log(`${peer}: ${measured.missing}`);
      else row(`25 practitioners, ${peer}`, 25 * IN_WINDOW, measured, bare);
    }
  }
  await measure('25, all their slots', 25, 24 * 40, 25 * SLOTS_EACH);
  console.table(rows);
  const after = await memory();
  console.log(`memory at the end: heap ${mega(after.heapUsed)}, rss ${mega(after.rss)}`);
  const good = judged.perSecond >= 500 && judged.p99 < 50 && judged.failures === 0;
  console.log(good ? 'within the budget' : 'OUT OF BUDGET: 500 requests/s, p99 below 50 ms');
  if (!good) process.exitCode = 1;
} finally {
  server.disconnect();
}
