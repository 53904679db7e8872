import { nothing } from 'lit';
import { absenceForm } from './absence-form.ts';
import { sendAbsence } from './absence-work.ts';
import { bookedNotice } from './booked-during.ts';
import { copyWeekPanel } from './copy-week-panel.ts';
import { messagesAt } from './messages.ts';
import { openCopy, openMove } from './move-work.ts';
import { overlapNotice } from './overlaps.ts';
import type { SlotFormPanel } from './panels.ts';
import { slotForm } from './slot-form.ts';
import type { SlotFormPurpose } from './slot-form-context.ts';
import { slotPanel } from './slot-panel.ts';
import { makeRange, sendSlotForm } from './slot-work.ts';
import type { AgendaContext } from './view.ts';
import { confirmWithdrawal, keepSlot, withdrawSlot } from './withdraw-work.ts';

const purposeOf = ({ standing, from }: SlotFormPanel): SlotFormPurpose =>
  standing ? 'rule' : (from?.act ?? 'new');

/** What is open beside the week, nothing where nothing is. */
export function openPanel(context: AgendaContext): unknown {
  const { desk } = context;
  const { panel, store } = desk;
  const common = { ...context, busy: desk.busy, close: () => void desk.close() };
  switch (panel?.kind) {
    case 'absence-form':
      return absenceForm({
        ...common,
        ...{ form: panel.form, today: store.today },
        warning: bookedNotice(panel.booked, context),
        send: () => void sendAbsence(desk, panel),
      });
    case 'slot-form':
      return slotForm({
        ...common,
        form: panel.form,
        purpose: purposeOf(panel),
        today: store.today,
        insee: store.schedule?.location.insee,
        agendaDisplay: store.schedule?.publicDisplay ?? false,
        communities: store.knownCommunities,
        warning: overlapNotice(panel.overlaps, panel.form.draft.kind === 'weekly', context),
        makeRange: () => void makeRange(desk, panel.form),
        makeCopy: () => {
          if (panel.from) panel.from = { ...panel.from, act: 'copy' };
          void sendSlotForm(desk, panel);
        },
        focus: (selector) => desk.around.focus(selector),
        send: () => void sendSlotForm(desk, panel),
      });
    case 'copy-week':
      return copyWeekPanel(panel.copy, common);
    case 'slot':
      return details(context, panel.id, panel.confirming);
    default:
      return nothing;
  }
}

function details(context: AgendaContext, id: string, confirming: boolean): unknown {
  const { desk, strings } = context;
  const { store } = desk;
  const slot = store.slots.find((one) => one.id === id);
  if (!slot) return nothing;
  return slotPanel({
    ...context,
    ...{ slot, confirming, busy: desk.busy },
    close: () => void desk.close(),
    agendaDisplay: store.schedule?.publicDisplay ?? false,
    references: store.week.value?.references?.get(slot.id),
    messages: messagesAt(desk, 'panel', strings),
    move: () => openMove(desk, slot),
    copy: () => openCopy(desk, slot),
    remove: () => void withdrawSlot(desk, slot),
    confirm: (reach) => void confirmWithdrawal(desk, slot, reach),
    keep: () => void keepSlot(desk),
  });
}
