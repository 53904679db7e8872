import { clock } from '../../base/clock.ts';
import type { AgendaDesk } from './desk.ts';
import { FormState } from './form-state.ts';
import { overlapKey, overlapsOf } from './overlap-work.ts';
import type { SlotFormPanel } from './panels.ts';
import type { SlotDraft, SlotField } from './slot-draft.ts';
import { slotFaults } from './slot-faults.ts';

/** The form over a draft: of a new slot, of a rule that stands, of a slot that moves or is copied. */
export function slotFormPanel(
  desk: AgendaDesk,
  draft: SlotDraft,
  over: Pick<SlotFormPanel, 'standing' | 'from'> = {},
): SlotFormPanel {
  const { zone } = desk.store;
  void desk.store.readCommunities();
  const form = new FormState<SlotDraft, SlotField>(desk.host, draft, (written) =>
    slotFaults(written, { zone, now: clock.today(), standing: over.standing !== undefined }),
  );
  const overlaps = overlapsOf(desk, () => form.draft, {
    ...(over.from?.act === 'move' ? { slotId: over.from.slot.id } : {}),
    ...(over.standing ? { ruleId: over.standing.rule.id } : {}),
  });
  form.watchBy((written) => overlaps.watch(overlapKey(desk, written)));
  return { kind: 'slot-form', form, overlaps, ...over };
}
