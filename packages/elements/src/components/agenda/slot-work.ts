import type { AgendaSlot, SlotRequest } from '@sas-kit/client';
import { civilTime } from '../../format/civil.ts';
import { removeSlot } from './agenda-data.ts';
import { done, places, type AgendaDesk } from './desk.ts';
import type { FormState } from './form-state.ts';
import { formOver, saveRule } from './rule-work.ts';
import {
  draftOfKind,
  newSlotDraft,
  slotFieldAt,
  slotFields,
  slotRequest,
  type SlotDraft,
  type SlotField,
} from './slot-draft.ts';
import { momentOf } from './slot-words.ts';
import { nearestSlot } from './week-model.ts';

/** Opens an empty form on today, or on the Monday of a week to come. */
export function openSlotForm(desk: AgendaDesk): void {
  const { today, monday } = desk.store;
  const draft = newSlotDraft(monday > today ? monday : today);
  desk.open({ kind: 'slot-form', form: formOver(desk, draft) });
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
export async function sendSlotForm(desk: AgendaDesk): Promise<void> {
  const { panel, scheduleId, around } = desk;
  if (panel?.kind !== 'slot-form') return;
  if (panel.form.draft.kind === 'weekly') return saveRule(desk, panel.form, panel.standing);
  const slot = await desk.send(panel.form, {
    fields: slotFields,
    fieldAt: slotFieldAt,
    work: () =>
      around.api().slots.create(scheduleId, slotRequest(panel.form.draft, desk.store.zone)),
  });
  if (!slot) return;
  desk.panel = undefined;
  around.changed('slot-added');
  const words = around.words();
  await showSlot(desk, slot, words.strings.added(momentOf(slot, words)));
}

/** Reads the week of a slot that has just been made and gives it the focus. */
async function showSlot(desk: AgendaDesk, slot: AgendaSlot, text: string): Promise<void> {
  await desk.store.readWeek(civilTime(slot.start, desk.store.zone).date);
  await desk.around.focus(places.slot(slot.id), places.week);
  desk.around.say(text);
}

/** Withdraws a slot, or asks first where that cannot be undone: a rule makes no slot twice. */
export async function withdrawSlot(desk: AgendaDesk, slot: AgendaSlot): Promise<void> {
  if (slot.origin === 'one-off') return confirmWithdrawal(desk, slot);
  if (desk.panel?.kind === 'slot') desk.panel.confirming = true;
  desk.refresh();
  await desk.around.focus(places.keep);
}

/** The reader keeps the slot after all. */
export async function keepSlot(desk: AgendaDesk): Promise<void> {
  if (desk.panel?.kind === 'slot') desk.panel.confirming = false;
  desk.refresh();
  await desk.around.focus(places.remove);
}

export async function confirmWithdrawal(desk: AgendaDesk, slot: AgendaSlot): Promise<void> {
  const { store, around, scheduleId } = desk;
  const removed = await desk.act('panel', () => done(removeSlot(around.api(), scheduleId, slot)));
  const near = nearestSlot(store.slots, slot.start, slot.id);
  const beside = [...(near ? [places.slot(near.id)] : []), places.week];
  if (!removed) {
    // What stands now is in the panel, unless the slot is gone.
    const stands = store.slots.some(({ id }) => id === slot.id);
    if (desk.panel?.kind === 'slot') desk.panel.confirming = false;
    if (!stands) desk.panel = undefined;
    desk.refresh();
    return around.focus(...(stands ? [places.remove, places.panel] : beside));
  }
  const words = around.words();
  const text = words.strings.removed(momentOf(slot, words));
  desk.panel = undefined;
  around.changed('slot-removed');
  await store.readWeek(store.monday);
  if (slot.origin === 'one-off') {
    desk.undo = { where: 'week', text, run: () => void restoreSlot(desk, slot) };
  }
  await around.focus(...beside);
  around.say(text);
}

/** Makes a one-off slot again, as it was. Its id is another one. */
async function restoreSlot(desk: AgendaDesk, slot: AgendaSlot): Promise<void> {
  const { start, end, modalities, visibility, booking, capacity, communities } = slot;
  const { publicDisplay = false } = slot;
  const request: SlotRequest = {
    ...{ start, end, modalities, visibility, booking, capacity, communities, publicDisplay },
  };
  const { around, scheduleId } = desk;
  const again = await desk.act('week', () => around.api().slots.create(scheduleId, request));
  if (!again) return around.focus(places.week);
  around.changed('slot-added');
  const words = around.words();
  await showSlot(desk, again, words.strings.restored(momentOf(again, words)));
}
