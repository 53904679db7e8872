/**
 * What the client costs, beside what others deliver, in one run:
 * `npm run bench:sdk [-- --runs N] [--only sizes,imports,overhead,stream] [--no-peers]`.
 * Peers are installed beside everything else, once. Fails where a figure is above its goal.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { isOver, type Row, table } from './bench-elements/goal.ts';
import { OURS, PEERS } from './bench-sdk/contenders.ts';
import { imports } from './bench-sdk/import.ts';
import { overhead } from './bench-sdk/overhead.ts';
import { sizes } from './bench-sdk/sizes.ts';
import { stream } from './bench-sdk/stream.ts';
import { openWorkshop } from './bench-sdk/workshop.ts';
import { ensureLibraries } from './build.ts';

const PARTS = ['sizes', 'imports', 'overhead', 'stream'] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: PARTS.join(',') },
    peers: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const asked = values.only.split(',');
const runs = Number(values.runs);
if (asked.some((part) => !PARTS.includes(part as Part)) || !(runs >= 1)) {
  console.error(`--only takes ${PARTS.join(', ')}; --runs takes a number from 1 on`);
  process.exit(2);
}

const all: Row[] = [];
function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}\n\n${table(rows)}`);
  all.push(...rows);
}

const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');

await ensureLibraries();
const workshop = openWorkshop(values.peers);
const peers = workshop.hasPeers ? PEERS : [];
const contenders = [OURS, ...peers];
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
console.log(`load ${load()} before, medians of ${runs} runs`);
if (asked.includes('sizes')) print('Gzipped, bundled by esbuild', await sizes(workshop, peers));
if (asked.includes('imports')) print('Cold import', imports(workshop, contenders, runs));
if (asked.includes('overhead')) {
  const title = '1,000 sequential GETs of 130 bytes over one connection on loopback, each';
  print(title, await overhead(workshop, contenders, runs));
}
if (asked.includes('stream')) print('10,000 events of a stream on loopback', await stream(runs));
const over = all.filter(isOver);
console.log(`\nload ${load()} after; ${over.length} of ${all.length} figures above their goal`);
for (const { name } of over) console.log(`above its goal: ${name}`);
if (over.length > 0) process.exitCode = 1;
