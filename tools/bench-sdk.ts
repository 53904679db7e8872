/**
 * What the client costs, beside what others deliver, in one run:
 * `npm run bench:sdk [-- --runs N] [--only sizes,imports,overhead,stream] [--no-peers]`.
 * Peers are installed beside everything else, once. Fails where a figure is above its goal.
 */
import { parseArgs } from 'node:util';
import { startReport } from './bench-elements/report.ts';
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

await ensureLibraries();
const workshop = openWorkshop(values.peers);
const peers = workshop.hasPeers ? PEERS : [];
const contenders = [OURS, ...peers];
const { print, end } = startReport(runs);
if (asked.includes('sizes')) print('Gzipped, bundled by esbuild', await sizes(workshop, peers));
if (asked.includes('imports')) print('Cold import', imports(workshop, contenders, runs));
if (asked.includes('overhead')) {
  const title = '1,000 sequential GETs of 130 bytes over one connection on loopback, each';
  print(title, await overhead(workshop, contenders, runs));
}
if (asked.includes('stream')) print('10,000 events of a stream on loopback', await stream(runs));
end();
