/**
 * What the elements weigh and how fast they are, beside what others deliver, in one run:
 * `npm run bench:elements [-- --runs N] [--only sizes,slots,shifts,inputs,network] [--no-peers]`.
 * Peers are installed beside everything else, once. Fails where a figure is above its goal.
 */
import { parseArgs } from 'node:util';
import { launch } from './bench-elements/browser.ts';
import { inputs } from './bench-elements/input.ts';
import { network } from './bench-elements/network.ts';
import { startPlatform } from './bench-elements/platform.ts';
import { startReport } from './bench-elements/report.ts';
import { shifts } from './bench-elements/shift.ts';
import { ownSizes, peerSizes } from './bench-elements/sizes.ts';
import { slots } from './bench-elements/slots/report.ts';
import { ensureElements } from './build.ts';
import { prepareData } from './prepare-data.ts';

const PARTS = ['sizes', 'slots', 'shifts', 'inputs', 'network'] as const;
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
const unknown = asked.filter((part) => !PARTS.includes(part as Part));
const runs = Number(values.runs);
if (unknown.length > 0 || !(runs >= 1)) {
  console.error(`--only takes ${PARTS.join(', ')}; --runs takes a number from 1 on`);
  process.exit(2);
}
const wants = (...parts: Part[]): boolean => parts.some((part) => asked.includes(part));

await ensureElements();
const { print, end } = startReport(runs);

if (wants('sizes')) {
  print('Gzipped, everything that it needs inside', await ownSizes());
  if (values.peers) print('Others, the same way', await peerSizes());
}
if (wants('slots', 'shifts', 'inputs', 'network')) {
  const browser = await launch();
  console.log(`\nChromium ${browser.version()}, headless`);
  try {
    if (wants('slots')) {
      print('1,008 slots: 7 days × 144', await slots(browser, { runs, peers: values.peers }));
    }
    if (wants('shifts', 'inputs', 'network')) {
      await prepareData(() => undefined);
      const platform = await startPlatform();
      try {
        if (wants('shifts')) print('Layout shift', await shifts(browser, platform));
        if (wants('inputs'))
          print('Input to next paint', await inputs(browser, platform, { runs }));
        if (wants('network')) print('Network and storage', await network(browser, platform));
      } finally {
        await platform.close();
      }
    }
  } finally {
    await browser.close();
  }
}
end();
