import type { Structure } from '@sas-kit/client';
import type { Language } from '../../controllers/locale.ts';
import type { PartStrings } from './agenda-texts.ts';
import type { FormState } from './form-state.ts';
import type { SlotDraft, SlotField } from './slot-draft.ts';

/** What the form of a slot or a rule needs. */
export interface SlotFormContext {
  form: FormState<SlotDraft, SlotField>;
  strings: PartStrings<'slot-form'>;
  /** Texts of what is told of the form; undefined where nothing is, and while they are loaded. */
  answers: PartStrings<'answers'> | undefined;
  /** Texts of what only a weekly rule has; undefined where it is none, and while they are loaded. */
  rule: PartStrings<'rule'> | undefined;
  language: Language;
  level: number;
  /** Today at the place. */
  today: string;
  /** Commune of the place, whose public holidays count. */
  insee: string | null | undefined;
  /** What the form is for: a new slot or rule, a rule that stands, a slot that moves or is copied. */
  purpose: SlotFormPurpose;
  agendaDisplay: boolean;
  /** The CPTS to choose from; undefined while they are read. */
  communities: readonly Structure[] | undefined;
  /** What stands at the same time, told before it is sent. */
  warning: unknown;
  /** The reader follows the advice to make a long slot a range. */
  makeRange: () => void;
  /** The slot that did not move stays, a new one is made at the wanted time. */
  makeCopy: () => void;
  focus: (selector: string) => Promise<void>;
  send: () => void;
  close: () => void;
}

export type SlotFormPurpose = 'new' | 'rule' | 'move' | 'copy';

/** The sentence of a field's fault. */
export function slotFaultOf(
  { form, answers }: SlotFormContext,
  field: SlotField,
): string | undefined {
  const code = form.faults[field];
  return code && answers && (answers.faults[code] ?? answers.faults['out-of-range']);
}
