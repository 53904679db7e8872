import type { AgendaSlot } from '@sas-kit/client';
import type { CopyItem } from './copy-week.ts';

/** What became of a slot that was to be made. */
export interface CopyResult {
  item: CopyItem;
  /** The slot that was made; undefined where it was not. */
  slot: AgendaSlot | undefined;
  /** Code of why it was not. */
  code: string | undefined;
}

/** The copying of a week: where to, what it would make, what became of it. */
export interface CopyWeek {
  /** Monday of the week that is copied. */
  readonly source: string;
  readonly slots: readonly AgendaSlot[];
  /** A date of the week that is copied to, as the reader left it. */
  target: string;
  /** Code of what is wrong with it. */
  fault: 'date-missing' | 'week-same' | 'week-past' | undefined;
  /** What would be made; undefined until the other week is read. */
  plan: readonly CopyItem[] | undefined;
  /** Code of why it could not be read. */
  failure: string | undefined;
  /** What became of it, in the order of the plan; undefined before. */
  results: readonly CopyResult[] | undefined;
  /** How many have been tried in the run under way. */
  progress: number | undefined;
}
