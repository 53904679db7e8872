import { removeSlot } from './agenda-data.ts';
import type { AgendaDesk } from './desk.ts';
import type { FormState } from './form-state.ts';
import { sendMove } from './move-work.ts';
import type { SlotFormPanel } from './panels.ts';
import { saveRule } from './rule-work.ts';
import { showSlot } from './show-slot.ts';
import {
  draftOfKind,
  newSlotDraft,
  slotFields,
  type SlotDraft,
  type SlotField,
} from './slot-draft.ts';
import { slotFormPanel } from './slot-form-state.ts';
import { slotFieldAt, slotRequest } from './slot-request.ts';
import { momentOf } from './slot-words.ts';
import { offerUndo } from './undo.ts';

/** Opens an empty form on today, or on a day to come that is shown. */
export function openSlotForm(desk: AgendaDesk): void {
  const { today, date } = desk.store;
  desk.open(slotFormPanel(desk, newSlotDraft(date > today ? date : today)));
}

/** Makes a long slot a range: what is then missing has the focus. */
export async function makeRange(
  desk: AgendaDesk,
  form: FormState<SlotDraft, SlotField>,
): Promise<void> {
  form.change(draftOfKind(form.draft, 'range'));
  await desk.around.focus('#capacity');
}

/** Sends the form of a slot or a rule. */
export async function sendSlotForm(desk: AgendaDesk, panel: SlotFormPanel): Promise<void> {
  if (panel.form.draft.kind === 'weekly') return saveRule(desk, panel);
  if (panel.from?.act === 'move') return sendMove(desk, panel, panel.from.slot);
  return addSlot(desk, panel);
}

/** Makes a new slot, also one that is like another. */
async function addSlot(desk: AgendaDesk, { form, overlaps }: SlotFormPanel): Promise<void> {
  const { scheduleId, around } = desk;
  const slot = await desk.send(form, {
    fields: slotFields,
    fieldAt: slotFieldAt,
    foresight: overlaps,
    work: () => around.api().slots.create(scheduleId, slotRequest(form.draft, desk.store.zone)),
  });
  if (!slot) return;
  desk.panel = undefined;
  around.changed('slot-added');
  const strings = await around.texts('answers');
  const when = momentOf(slot, around.words());
  const text = strings.added(when);
  offerUndo(desk, {
    where: 'week',
    text,
    undone: strings.removed(when),
    work: async () => {
      await removeSlot(around.api(), scheduleId, slot);
      around.changed('slot-removed');
      return {};
    },
  });
  await showSlot(desk, slot, text);
}
