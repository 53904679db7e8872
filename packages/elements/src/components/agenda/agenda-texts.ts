import type { texts as answers } from '../../strings/en/agenda-answers.ts';
import type { texts as absence } from '../../strings/en/agenda-absence.ts';
import type { agendaAudienceEn } from '../../strings/en/agenda-audience.ts';
import type { texts as copyWeek } from '../../strings/en/agenda-copy-week.ts';
import type { texts as feed } from '../../strings/en/agenda-feed.ts';
import type { texts as rule } from '../../strings/en/agenda-rule.ts';
import type { texts as slotForm } from '../../strings/en/agenda-slot-form.ts';
import type { texts as slot } from '../../strings/en/agenda-slot.ts';
import type { texts as agenda } from '../../strings/en/agenda.ts';
import type { AgendaTexts } from '../../strings/fr/agenda.ts';

/** The texts that an English file has. */
type TextsIn<File> = Pick<AgendaTexts, keyof File & keyof AgendaTexts>;

/** Texts of the agenda as it opens. */
export type AgendaStrings = TextsIn<typeof agenda>;

/** Texts of who sees a slot. */
export type AudienceStrings = TextsIn<typeof agendaAudienceEn>;

/** Texts that all forms have. */
export type FieldsStrings = Pick<AgendaTexts, 'sending' | 'cancel'>;

/** What is opened in the agenda, or asked of it, and has texts of its own. */
export interface AgendaParts {
  slot: TextsIn<typeof slot>;
  'slot-form': TextsIn<typeof slotForm>;
  rule: TextsIn<typeof rule>;
  /** Faults, overlaps, what was done. */
  answers: TextsIn<typeof answers>;
  'absence-form': TextsIn<typeof absence>;
  'copy-week': TextsIn<typeof copyWeek>;
  feed: TextsIn<typeof feed>;
}

/** Texts of a part, with those that the whole agenda has. */
export type PartStrings<K extends keyof AgendaParts> = AgendaStrings & AgendaParts[K];
