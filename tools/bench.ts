/** Runs the benchmarks, each in a process of its own: `npm run bench [-- name …]`. */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { prepareData } from './prepare-data.ts';
import { startPostgres } from './postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Name → file. A PostgreSQL stands ready for each; the connector needs none. */
const BENCHMARKS: Record<string, string> = {
  search: 'packages/platform/bench/search.ts',
  'booking-race': 'packages/platform/bench/booking-race.ts',
  connector: 'packages/connector/bench/search.ts',
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(
    `unknown benchmark: ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`,
  );
  process.exit(2);
}
await prepareData(console.log);
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHMARKS)) {
  // fsync stays on: what is measured is what production would do.
  const postgres = await startPostgres({ durable: true, settings: { shared_buffers: '1GB' } });
  try {
    console.log(`\n${name} on ${postgres.version}`);
    const { status } = spawnSync(process.execPath, ['--conditions=source', BENCHMARKS[name]!], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: postgres.url },
    });
    if (status !== 0) process.exitCode = 1;
  } finally {
    await postgres.stop();
  }
}
