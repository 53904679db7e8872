import type { Alternative } from '@sas-kit/client';
import type { OrientationClient } from './client.ts';
import type { Desk } from './draft.ts';

/** The panes, in the order in which they are walked. */
export type Step = 'decision' | 'destination' | 'recap' | 'told';

/** Why something was refused, with the next free slots where there are. */
export interface Refusal {
  readonly code: string;
  readonly alternatives: readonly Alternative[];
}

/** What the flow needs of its element. */
export interface Surroundings {
  readonly api: () => OrientationClient;
  readonly desk: () => Desk;
  /** The case that the page names, for events: never left out of them. */
  readonly caseRef: () => string;
  /** Tells the page of a failed call, answers its code. */
  readonly report: (error: unknown) => string;
  readonly spoken: (seconds: number) => void;
  /** The slots that are shown are no longer true. */
  readonly refresh: () => void;
  /** The decisions that wait are others now. */
  readonly reread: () => void;
  /** Nothing of the last case is kept. */
  readonly forget: () => void;
  /** The page names another case; whether something of the last one was under way. */
  readonly changed: (underWay: boolean) => void;
  /** Where people are is what the page says, and nothing else. */
  readonly place: () => void;
}
