import type { SourceChange } from '@sas-kit/client';
import type { AvailabilityDeskStrings } from '../../../strings/fr/availability-desk.ts';

/** How the connected editors stand. */
export interface Sources {
  /** Editors whose answer is awaited. */
  readonly asking: number;
  /** Names of the editors whose slots are missing. */
  readonly missing: readonly string[];
  /** Editors that have answered. */
  readonly answered: number;
}

/** What a list of sources comes to. */
export function countSources(sources: readonly Pick<SourceChange, 'name' | 'state'>[]): Sources {
  const asking = sources.filter(({ state }) => state === 'asking').length;
  const answered = sources.filter(({ state }) => state === 'complete').length;
  const missing = sources
    .filter(({ state }) => state !== 'asking' && state !== 'complete')
    .map(({ name }) => name);
  return { asking, missing, answered };
}

/** The sentences that say it; none where no editor is connected. */
export function sourceWords(
  { asking, missing, answered }: Sources,
  strings: AvailabilityDeskStrings,
): string[] {
  const words: string[] = [];
  if (missing.length > 0) {
    const all = asking + answered === 0 && missing.length > 1;
    words.push(all ? strings.allMissing : strings.missing(missing));
  } else if (asking === 0 && answered > 0) {
    words.push(strings.answered(answered));
  }
  if (asking > 0) words.push(strings.asking(asking));
  return words;
}
