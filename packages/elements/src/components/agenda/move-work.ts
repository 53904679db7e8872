import type { AgendaSlot, SlotRequest } from '@sas-kit/client';
import { codeOf } from '../../base/sas-element.ts';
import { ChangedError, removeSlot, versionOf } from './agenda-data.ts';
import { places, type AgendaDesk } from './desk.ts';
import type { SlotFormPanel } from './panels.ts';
import { showSlot } from './show-slot.ts';
import { draftOfSlot, slotFields } from './slot-draft.ts';
import { slotFormPanel } from './slot-form-state.ts';
import { offerOfSlot, slotFieldAt, slotRequest } from './slot-request.ts';
import { momentOf } from './slot-words.ts';
import { offerUndo } from './undo.ts';
import { addDays } from '../../format/week.ts';

/** Opens the form that moves a free slot to another time. */
export function openMove(desk: AgendaDesk, slot: AgendaSlot): void {
  const draft = draftOfSlot(slot, desk.store.zone);
  desk.open(slotFormPanel(desk, draft, { from: { slot, act: 'move' } }));
}

/** Opens the form of a slot like another one, a week later. */
export function openCopy(desk: AgendaDesk, slot: AgendaSlot): void {
  const draft = draftOfSlot(slot, desk.store.zone);
  const copy = { ...draft, date: addDays(draft.date, 7) };
  desk.open(slotFormPanel(desk, copy, { from: { slot, act: 'copy' } }));
}

/** Why a slot was not moved: each has its own sentence and leaves the form as it is. */
const refusals: Readonly<Record<string, string>> = {
  'slot-booked': 'move-booked',
  'precondition-failed': 'move-changed',
  'not-found': 'move-gone',
  'move-lost': 'move-lost',
};

/** The slot is withdrawn, and neither the new one nor the old one could be made. */
class LostError extends Error {
  readonly code = 'move-lost';
}

/** Sends the form that moves a slot. The one that was booked meanwhile stays where it is. */
export async function sendMove(
  desk: AgendaDesk,
  panel: SlotFormPanel,
  before: AgendaSlot,
): Promise<void> {
  const { form, overlaps } = panel;
  const { around } = desk;
  const request = () => slotRequest(form.draft, desk.store.zone);
  let code = '';
  const moved = await desk.send(form, {
    fields: slotFields,
    fieldAt: slotFieldAt,
    foresight: overlaps,
    work: async () => {
      try {
        return await moveSlot(desk, before, request());
      } catch (error) {
        code = codeOf(error);
        throw error;
      }
    },
  });
  if (!moved) return tellRefusal(desk, panel, code);
  desk.panel = undefined;
  around.changed('slot-moved');
  const strings = await around.texts('answers');
  const words = around.words();
  const text = strings.moved(momentOf(before, words), momentOf(moved, words));
  offerUndo(desk, {
    where: 'week',
    text,
    undone: strings.movedBack(momentOf(before, words)),
    work: async () => {
      const options = { ifMatch: versionOf(moved) };
      const { slots } = around.api();
      await slots.replace(desk.scheduleId, moved.id, offerOfSlot(before), options);
      around.changed('slot-moved');
      return { place: places.slot(moved.id) };
    },
  });
  await showSlot(desk, moved, text);
}

/** Says what keeps the slot where it is, and reads what stands now. What was written stays. */
async function tellRefusal(desk: AgendaDesk, panel: SlotFormPanel, code: string): Promise<void> {
  const refusal = refusals[code];
  if (refusal === undefined) return;
  // What is sent next is a new slot: the old one stands no more.
  if (code === 'move-lost' && panel.from) panel.from = { ...panel.from, act: 'copy' };
  const { form } = panel;
  form.faults = {};
  form.refusal = refusal;
  await desk.readAll();
  await desk.around.focus(places.nextStep);
}

/**
 * Moves a free slot that is still as the reader sees it. A slot of a rule is not moved by the platform:
 * one is made at the new time, then that of the rule is withdrawn; nothing is left double.
 */
async function moveSlot(
  { around, scheduleId }: AgendaDesk,
  seen: AgendaSlot,
  request: SlotRequest,
): Promise<AgendaSlot> {
  const api = around.api();
  const fresh = await api.slots.get(scheduleId, seen.id);
  if (fresh.booked > 0 || fresh.held > 0) throw new ChangedError('slot-booked');
  if (fresh.start !== seen.start || fresh.end !== seen.end) throw new ChangedError();
  if (seen.origin === 'one-off') {
    return api.slots.replace(scheduleId, seen.id, request, { ifMatch: versionOf(fresh) });
  }
  const overItself =
    Date.parse(request.start) < Date.parse(seen.end) &&
    Date.parse(seen.start) < Date.parse(request.end);
  if (overItself) {
    await api.slots.remove(scheduleId, seen.id, { ifMatch: versionOf(fresh) });
    try {
      return await api.slots.create(scheduleId, request);
    } catch (error) {
      await api.slots.create(scheduleId, offerOfSlot(seen)).catch(() => {
        throw new LostError();
      });
      throw error;
    }
  }
  const made = await api.slots.create(scheduleId, request);
  try {
    await api.slots.remove(scheduleId, seen.id, { ifMatch: versionOf(fresh) });
  } catch (error) {
    await removeSlot(api, scheduleId, made);
    throw error;
  }
  return made;
}
