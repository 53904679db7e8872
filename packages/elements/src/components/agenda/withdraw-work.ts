import type { AgendaSlot } from '@sas-kit/client';
import { removeSlot } from './agenda-data.ts';
import { places, type AgendaDesk } from './desk.ts';
import { withdrawDay, withdrawFollowing } from './occurrence-work.ts';
import { offerOfSlot } from './slot-request.ts';
import { momentOf } from './slot-words.ts';
import { offerUndo, type UndoWork } from './undo.ts';
import { nearestSlot } from './week-model.ts';

/** How much of a rule is withdrawn with one of its slots. */
export type Reach = 'slot' | 'day' | 'following';

/** Withdraws a slot, or asks first how many of its rule's. */
export async function withdrawSlot(desk: AgendaDesk, slot: AgendaSlot): Promise<void> {
  if (slot.origin === 'one-off') return confirmWithdrawal(desk, slot, 'slot');
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

/** What withdraws, and what is then said and done to take it back. */
type Withdrawal = (desk: AgendaDesk, slot: AgendaSlot) => Promise<Omit<UndoWork, 'where'>>;

const withdrawals: Readonly<Record<Reach, Withdrawal>> = {
  slot: withdrawOne,
  day: withdrawDay,
  following: withdrawFollowing,
};

export async function confirmWithdrawal(
  desk: AgendaDesk,
  slot: AgendaSlot,
  reach: Reach,
): Promise<void> {
  const { store, around } = desk;
  const undo = await desk.act('panel', () => withdrawals[reach](desk, slot));
  const near = nearestSlot(store.slots, slot.start, slot.id);
  const beside = [...(near ? [places.slot(near.id)] : []), places.week];
  if (!undo) {
    // What stands now is in the panel, unless the slot is gone.
    const stands = store.slots.some(({ id }) => id === slot.id);
    if (desk.panel?.kind === 'slot') desk.panel.confirming = false;
    if (!stands) desk.panel = undefined;
    desk.refresh();
    return around.focus(...(stands ? [places.remove, places.panel] : beside));
  }
  desk.panel = undefined;
  around.changed(reach === 'slot' ? 'slot-removed' : 'rule-changed');
  await (reach === 'slot' ? store.readWeek(store.date) : desk.readAll());
  offerUndo(desk, { where: 'week', ...undo });
  await around.focus(...beside);
  around.say(undo.text);
}

/** One slot. Its place in a rule stays empty: what comes back is a slot of its own. */
async function withdrawOne(desk: AgendaDesk, slot: AgendaSlot): ReturnType<Withdrawal> {
  const { around, scheduleId } = desk;
  await removeSlot(around.api(), scheduleId, slot);
  const strings = await around.texts('answers');
  const when = momentOf(slot, around.words());
  return {
    text: strings.removed(when),
    undone: strings.restored(when),
    work: async () => {
      const again = await around.api().slots.create(scheduleId, offerOfSlot(slot));
      around.changed('slot-added');
      return { place: places.slot(again.id) };
    },
  };
}
