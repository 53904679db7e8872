/**
 * What asking every connected vendor costs, in one run: `npm run bench:aggregation [-- --quick] [--only
 * race,load,harm] [--searches N] [--minutes N] [--rate N] [--practitioners N] [--share R]`. The platform,
 * its PostgreSQL and 33 simulated vendors are processes of their own. Fails where a figure is above its goal.
 */
import { harm } from './bench-aggregation/harm.ts';
import { load } from './bench-aggregation/load.ts';
import { aggregationOptions } from './bench-aggregation/options.ts';
import { race } from './bench-aggregation/race.ts';
import { openSetting } from './bench-aggregation/setting.ts';
import { FRANCE } from './bench-aggregation/world.ts';
import { startReport } from './bench-elements/report.ts';
import { startPostgres } from './postgres.ts';
import { prepareData } from './prepare-data.ts';

const { searches, practitioners, share, rate, minutes, wants } = aggregationOptions();
const world = { ...FRANCE, practitioners, share };
await prepareData(console.log);
const postgres = await startPostgres({ durable: true, settings: { shared_buffers: '1GB' } });
try {
  const { print, end } = startReport(`${searches} searches of each side of the race`);
  const started = performance.now();
  const setting = await openSetting(postgres.url, world);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${practitioners} practitioners of ${world.vendors} vendors listed in ${seconds} s`);
  if (wants('race')) {
    print('A commune is searched, nothing known', await race(setting, world, searches));
  }
  if (wants('load')) {
    const title = `${rate} searches a second for ${minutes} minutes, the whole country`;
    print(title, await load(setting, world, { rate, minutes }));
  }
  if (wants('harm')) print('One vendor that does harm', await harm(setting, world));
  end();
} finally {
  await postgres.stop();
}
