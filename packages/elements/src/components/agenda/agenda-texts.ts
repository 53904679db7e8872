import type { Tables } from '../../controllers/locale.ts';
import type { PartLoads } from '../../controllers/parted-locale.ts';
import type { texts as absence } from '../../strings/en/agenda-absence.ts';
import type { agendaAudienceEn } from '../../strings/en/agenda-audience.ts';
import type { texts as copyWeek } from '../../strings/en/agenda-copy-week.ts';
import type { texts as feed } from '../../strings/en/agenda-feed.ts';
import type { agendaFieldsEn } from '../../strings/en/agenda-fields.ts';
import type { texts as rule } from '../../strings/en/agenda-rule.ts';
import type { texts as slotForm } from '../../strings/en/agenda-slot-form.ts';
import type { texts as slot } from '../../strings/en/agenda-slot.ts';
import type { agendaEn } from '../../strings/en/agenda.ts';
import { agendaFr, type AgendaTexts } from '../../strings/fr/agenda.ts';

/** The texts that an English file has. */
type TextsIn<File> = Pick<AgendaTexts, keyof File & keyof AgendaTexts>;

/** Texts of the agenda as it opens. */
export type AgendaStrings = TextsIn<typeof agendaEn>;

/** Texts of who sees a slot. */
export type AudienceStrings = TextsIn<typeof agendaAudienceEn>;

/** Texts that all forms have. */
export type FieldsStrings = TextsIn<typeof agendaFieldsEn>;

/** What is opened in the agenda, or asked of it, and has texts of its own. */
export interface AgendaParts {
  slot: TextsIn<typeof slot>;
  'slot-form': TextsIn<typeof slotForm>;
  rule: TextsIn<typeof rule>;
  'absence-form': TextsIn<typeof absence>;
  'copy-week': TextsIn<typeof copyWeek>;
  feed: TextsIn<typeof feed>;
}

/** Texts of a part, with those that the whole agenda has. */
export type PartStrings<K extends keyof AgendaParts> = AgendaStrings & AgendaParts[K];

export const agendaTables = {
  fr: agendaFr,
  en: async () => (await import('../../strings/en/agenda.ts')).agendaEn,
} satisfies Tables<AgendaStrings>;

export const agendaParts: PartLoads<AgendaParts> = {
  slot: () => import('../../strings/en/agenda-slot.ts'),
  'slot-form': () => import('../../strings/en/agenda-slot-form.ts'),
  rule: () => import('../../strings/en/agenda-rule.ts'),
  'absence-form': () => import('../../strings/en/agenda-absence.ts'),
  'copy-week': () => import('../../strings/en/agenda-copy-week.ts'),
  feed: () => import('../../strings/en/agenda-feed.ts'),
};
