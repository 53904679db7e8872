import { measure } from '../budget.ts';
import type { Row } from '../bench-elements/goal.ts';
import { type Contender, OURS, SEARCH_ONLY } from './contenders.ts';
import type { Workshop } from './workshop.ts';

const KB = 1024;

/** kB, gzipped, that an application bundles. */
const GOALS: Readonly<Record<string, number>> = {
  [`${OURS.name}, the whole client`]: 14,
  [`${OURS.name}, search only`]: 9,
};

/** Gzipped sizes of what applications bundle, with all that it stands on. */
export async function sizes(workshop: Workshop, peers: readonly Contender[]): Promise<Row[]> {
  const wanted = [
    { name: `${OURS.name}, the whole client`, bundled: OURS.bundled },
    { name: `${OURS.name}, search only`, bundled: SEARCH_ONLY },
    ...peers,
  ];
  const rows = wanted.map(async ({ name, bundled = '' }): Promise<Row> => {
    const code = await workshop.bundle(bundled);
    if (code === null) return { name, missing: 'no bundler' };
    const goal = GOALS[name];
    const value = measure(name, [code]).gzip / KB;
    return { name, value, unit: 'kB', ...(goal !== undefined && { goal }) };
  });
  return Promise.all(rows);
}
