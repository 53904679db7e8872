import type { AvailabilityQuery } from '@sas-kit/client/availability';
import type { FeeSector } from '@sas-kit/client';

/** What of a practice is either asked for or not. */
export const needs = ['open', 'newPatients', 'thirdPartyPayment', 'wheelchair'] as const;
export type Need = (typeof needs)[number];

/** What practices must say of themselves to be found; nothing by default. */
export interface PracticeWishes {
  readonly feeSectors: readonly FeeSector[];
  readonly needs: readonly Need[];
  /** A language tag; empty for any. */
  readonly language: string;
}

export const noWishes: PracticeWishes = { feeSectors: [], needs: [], language: '' };

type PracticeQuery = Pick<AvailabilityQuery, 'feeSector' | 'language' | Need>;

/** The part of a query that asks for them: only what is wished for. */
export function practiceQuery({ feeSectors, needs, language }: PracticeWishes): PracticeQuery {
  return {
    ...(feeSectors.length > 0 && { feeSector: [...feeSectors] }),
    ...(language !== '' && { language: [language] }),
    ...Object.fromEntries(needs.map((need) => [need, true])),
  };
}
