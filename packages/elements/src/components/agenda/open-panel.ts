import { html, nothing } from 'lit';
import { absenceForm } from './absence-form.ts';
import { sendAbsence } from './absence-work.ts';
import type { PartStrings } from './agenda-texts.ts';
import { bookedNotice } from './booked-during.ts';
import { copyWeekPanel } from './copy-week-panel.ts';
import { messagesAt } from './messages.ts';
import { openCopy, openMove } from './move-work.ts';
import { overlapNotice } from './overlaps.ts';
import type { SlotFormPanel, SlotPanel } from './panels.ts';
import { slotForm } from './slot-form.ts';
import type { SlotFormPurpose } from './slot-form-context.ts';
import { slotPanel, type SlotPanelContext } from './slot-panel.ts';
import { makeRange, sendSlotForm } from './slot-work.ts';
import type { AgendaContext } from './view.ts';
import { confirmWithdrawal, keepSlot, withdrawSlot } from './withdraw-work.ts';

type PanelStrings = PartStrings<'slot'> &
  PartStrings<'slot-form'> &
  PartStrings<'absence-form'> &
  PartStrings<'copy-week'>;

type DetailsContext = AgendaContext & Pick<SlotPanelContext, 'strings' | 'busy' | 'close'>;

const waiting = html`<div class="skeleton" aria-busy="true"></div>`;

const purposeOf = ({ standing, from }: SlotFormPanel): SlotFormPurpose =>
  standing ? 'rule' : (from?.act ?? 'new');

/** Whether there is something to tell of a form. */
const isAnswered = ({ form, overlaps }: SlotFormPanel): boolean =>
  form.refusal !== undefined ||
  overlaps.failed ||
  overlaps.found.length > 0 ||
  Object.keys(form.faults).length > 0;

/** What is open beside the week, nothing where nothing is, a skeleton until its texts are there. */
export function openPanel(whole: AgendaContext): unknown {
  const { desk } = whole;
  const { panel, store } = desk;
  if (!panel) return nothing;
  // The panel reads the texts of its own part alone.
  const strings = whole.part(panel.kind) as PanelStrings | undefined;
  if (!strings) return waiting;
  const context = { ...whole, strings, busy: desk.busy, close: () => void desk.close() };
  switch (panel.kind) {
    case 'absence-form':
      return absenceForm({
        ...context,
        ...{ form: panel.form, today: store.today },
        warning: bookedNotice(panel.booked, context),
        send: () => void sendAbsence(desk, panel),
      });
    case 'slot-form': {
      const weekly = panel.form.draft.kind === 'weekly';
      const answers = isAnswered(panel) ? whole.part('answers') : undefined;
      return slotForm({
        ...context,
        answers,
        rule: weekly ? whole.part('rule') : undefined,
        form: panel.form,
        purpose: purposeOf(panel),
        today: store.today,
        insee: store.schedule?.location.insee,
        agendaDisplay: store.schedule?.publicDisplay ?? false,
        communities: store.knownCommunities,
        warning: answers
          ? overlapNotice(panel.overlaps, weekly, { ...context, strings: answers })
          : nothing,
        makeRange: () => void makeRange(desk, panel.form),
        makeCopy: () => {
          if (panel.from) panel.from = { ...panel.from, act: 'copy' };
          void sendSlotForm(desk, panel);
        },
        focus: (selector) => desk.around.focus(selector),
        send: () => void sendSlotForm(desk, panel),
      });
    }
    case 'copy-week':
      return copyWeekPanel(panel.copy, context);
    default:
      return details(context, panel);
  }
}

function details(context: DetailsContext, { id, confirming }: SlotPanel): unknown {
  const { desk, strings } = context;
  const { store } = desk;
  const slot = store.slots.find((one) => one.id === id);
  if (!slot) return nothing;
  return slotPanel({
    ...context,
    ...{ slot, confirming },
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
