import type { AgendaParts, PartStrings } from './agenda-texts.ts';
import type { WordContext } from './slot-words.ts';
import type { AgendaDesk } from './desk.ts';

/** How much of the agenda is shown at once. */
export type View = 'week' | 'day';

/** From one to the next, in days. */
export const daysOfView: Readonly<Record<View, number>> = { week: 7, day: 1 };

/** What every part of the agenda is shown by. */
export interface AgendaContext extends WordContext {
  desk: AgendaDesk;
  /** Texts of a part; undefined while they are loaded. */
  part: <K extends keyof AgendaParts>(name: K) => PartStrings<K> | undefined;
  view: View;
  /** Level of the headings of the parts. */
  level: number;
}
