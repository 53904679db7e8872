import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Row } from '../bench-elements/goal.ts';
import { median } from '../bench-elements/statistics.ts';
import { type Contender, FLOOR } from './contenders.ts';
import type { Workshop } from './workshop.ts';

/** ms that a fresh process takes to import a module. */
function importOnce(file: string): number {
  const text = `const started = performance.now();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    console.log(performance.now() - started);`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', text],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** Cold import of each contender; the floor's is an empty module's. */
export function imports(workshop: Workshop, contenders: readonly Contender[], runs: number): Row[] {
  return [FLOOR, ...contenders].map((contender) => {
    const file = workshop.write(contender);
    const times = Array.from({ length: runs }, () => importOnce(file));
    return { name: contender.name, value: median(times), unit: 'ms' };
  });
}
