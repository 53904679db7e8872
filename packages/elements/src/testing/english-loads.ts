import { expect } from '@open-wc/testing';
import { englishMoments } from '../strings/en/moments.ts';
import { when } from './tree.ts';

// Modules of a test come one by one, and there are more of them than a browser keeps by itself.
performance.setResourceTimingBufferSize(10_000);

/** English files that the page has asked for, of those that any moment of an element loads. */
function requested(moments: readonly string[]): string[] {
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => /\/strings\/en\/([\w-]+)\.ts/.exec(name)?.[1] ?? '');
  return [...new Set(files)].filter((file) => moments.includes(file));
}

/**
 * Follows what an element asks for in English, from one moment to the next. A page loads a file
 * once: an element has one such walk in a test file.
 */
export function englishWalk(tag: string): (moment: string) => Promise<void> {
  const moments = englishMoments[tag] ?? {};
  const known = Object.values(moments).flatMap(({ loads }) => loads);
  const before = new Set<string>();
  return async (moment) => {
    const loads = moments[moment]?.loads ?? [];
    const further = () => requested(known).filter((file) => !before.has(file));
    const wanted = loads.filter((file) => !before.has(file)).sort();
    await when(() => further().length >= wanted.length, `English of ${tag}, ${moment}`);
    expect(further().sort(), `${tag}, ${moment}`).to.deep.equal(wanted);
    for (const file of wanted) before.add(file);
  };
}
