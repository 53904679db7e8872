/**
 * What the elements weigh and how fast they are, beside what others deliver, in one run:
 * `npm run bench:elements [-- --runs N] [--only sizes,slots,shifts,inputs,network] [--no-peers]`.
 * Peers are installed beside everything else, once. Fails where a figure is above its goal.
 */
import { launch } from './bench-elements/browser.ts';
import { inputs } from './bench-elements/input.ts';
import { network } from './bench-elements/network.ts';
import { benchOptions } from './bench-elements/options.ts';
import { startPlatform } from './bench-elements/platform.ts';
import { startReport } from './bench-elements/report.ts';
import { shifts } from './bench-elements/shift.ts';
import { ownSizes, peerSizes } from './bench-elements/sizes.ts';
import { slots } from './bench-elements/slots/report.ts';
import { ensureElements } from './build.ts';
import { prepareData } from './prepare-data.ts';

const { runs, peers, wants } = benchOptions(['sizes', 'slots', 'shifts', 'inputs', 'network']);

await ensureElements();
const { print, end } = startReport(`medians of ${runs} runs`);

if (wants('sizes')) {
  print('Gzipped, everything that it needs inside', await ownSizes());
  if (peers) print('Others, the same way', await peerSizes());
}
if (wants('slots', 'shifts', 'inputs', 'network')) {
  const browser = await launch();
  console.log(`\nChromium ${browser.version()}, headless`);
  try {
    if (wants('slots')) {
      print('1,008 slots: 7 days × 144', await slots(browser, { runs, peers }));
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
