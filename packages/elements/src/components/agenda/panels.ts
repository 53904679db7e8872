import type { AgendaSlot, Appointment, Rule } from '@sas-kit/client';
import type { AbsenceDraft, AbsenceField } from './absence-draft.ts';
import type { CopyWeek } from './copy-week-state.ts';
import type { Foresight } from './foresight.ts';
import type { FormState } from './form-state.ts';
import type { Overlap } from './overlaps.ts';
import type { SlotDraft, SlotField } from './slot-draft.ts';

/** The form of a slot or a rule. */
export interface SlotFormPanel {
  kind: 'slot-form';
  form: FormState<SlotDraft, SlotField>;
  /** What stands at the same time. */
  overlaps: Foresight<Overlap>;
  /** The rule that the form is over, as it was read. */
  standing?: StandingRule;
  /** The slot that moves or is copied. */
  from?: { slot: AgendaSlot; act: 'move' | 'copy' };
}

/** The form of an absence. */
export interface AbsenceFormPanel {
  kind: 'absence-form';
  form: FormState<AbsenceDraft, AbsenceField>;
  /** Appointments that the absence would not cancel. */
  booked: Foresight<Appointment>;
}

/** The details of a slot; `confirming`, the reader is asked what to withdraw. */
export interface SlotPanel {
  kind: 'slot';
  id: string;
  confirming: boolean;
}

/** What is open beside the week. */
export type Panel =
  SlotPanel | SlotFormPanel | AbsenceFormPanel | { kind: 'copy-week'; copy: CopyWeek };

/** A rule and the version that it was read at. */
export interface StandingRule {
  rule: Rule;
  ifMatch: string;
}
