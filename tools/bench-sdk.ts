/**
 * What the client costs, beside what others deliver, in one run:
 * `npm run bench:sdk [-- --runs N] [--only sizes,imports,overhead,stream] [--no-peers]`.
 * Peers are installed beside everything else, once. Fails where a figure is above its goal.
 */
import { benchOptions } from './bench-elements/options.ts';
import { startReport } from './bench-elements/report.ts';
import { OURS, PEERS } from './bench-sdk/contenders.ts';
import { imports } from './bench-sdk/import.ts';
import { overhead } from './bench-sdk/overhead.ts';
import { sizes } from './bench-sdk/sizes.ts';
import { stream } from './bench-sdk/stream.ts';
import { openWorkshop } from './bench-sdk/workshop.ts';
import { ensureLibraries } from './build.ts';

const { runs, peers: withPeers, wants } = benchOptions(['sizes', 'imports', 'overhead', 'stream']);
await ensureLibraries();
const workshop = openWorkshop(withPeers);
const peers = workshop.hasPeers ? PEERS : [];
const contenders = [OURS, ...peers];
const { print, end } = startReport(`medians of ${runs} runs`);
if (wants('sizes')) print('Gzipped, bundled by esbuild', await sizes(workshop, peers));
if (wants('imports')) print('Cold import', imports(workshop, contenders, runs));
if (wants('overhead')) {
  const title = '1,000 sequential GETs of 130 bytes over one connection on loopback, each';
  print(title, await overhead(workshop, contenders, runs));
}
if (wants('stream')) print('10,000 events of a stream on loopback', await stream(runs));
end();
