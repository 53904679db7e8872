import type { Rule } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { removeRule, versionOf } from './agenda-data.ts';
import { done, isOutdated, places, type AgendaDesk, type StandingRule } from './desk.ts';
import { FormState } from './form-state.ts';
import {
  draftOf,
  ruleRequest,
  slotFaults,
  slotFieldAt,
  slotFields,
  type SlotDraft,
  type SlotField,
} from './slot-draft.ts';

/** A form over a draft, of a new slot or of a rule that stands. */
export function formOver(
  desk: AgendaDesk,
  draft: SlotDraft,
  standing = false,
): FormState<SlotDraft, SlotField> {
  const { zone } = desk.store;
  void desk.store.readCommunities();
  return new FormState<SlotDraft, SlotField>(desk.host, draft, (written) =>
    slotFaults(written, { zone, now: clock.today(), standing }),
  );
}

/** Opens the form over a rule, read again: lists carry no version. */
export async function openRule(
  desk: AgendaDesk,
  { id }: Rule,
): Promise<FormState<SlotDraft, SlotField> | undefined> {
  const { around, scheduleId } = desk;
  const rule = await desk.act('rules', () => around.api().rules.get(scheduleId, id));
  if (!rule) return undefined;
  const form = formOver(desk, draftOf(rule), true);
  desk.open({ kind: 'slot-form', form, standing: { rule, ifMatch: versionOf(rule) } });
  return form;
}

/** Sends the form of a rule, new or standing. */
export async function saveRule(
  desk: AgendaDesk,
  form: FormState<SlotDraft, SlotField>,
  standing: StandingRule | undefined,
): Promise<void> {
  const { around, scheduleId } = desk;
  const request = () => ruleRequest(form.draft);
  let outdated = false;
  const rule = await desk.send(form, {
    fields: slotFields,
    fieldAt: slotFieldAt,
    work: async () => {
      try {
        const { rules } = around.api();
        if (!standing) return await rules.create(scheduleId, request());
        const { rule, ifMatch } = standing;
        return await rules.replace(scheduleId, rule.id, request(), { ifMatch });
      } catch (error) {
        outdated = isOutdated(error);
        throw error;
      }
    },
  });
  if (outdated && standing) return reopen(desk, standing.rule);
  if (!rule) return;
  desk.panel = undefined;
  around.changed(standing ? 'rule-changed' : 'rule-added');
  await showRule(desk, rule, standing !== undefined);
}

/** The rule was changed by someone else: the form shows what stands now, and says so. */
async function reopen(desk: AgendaDesk, rule: Rule): Promise<void> {
  desk.panel = undefined;
  await desk.readAll();
  const form = await openRule(desk, rule);
  if (!form) return desk.around.focus(places.addSlot);
  form.refusal = 'precondition-failed';
  desk.refresh();
}

/** Shows a rule's first slots, in the week shown or in the first week that has one. */
async function showRule(desk: AgendaDesk, rule: Rule, standing: boolean): Promise<void> {
  const { store, around } = desk;
  const made = () => store.slots.filter(({ ruleId }) => ruleId === rule.id);
  await desk.readAll();
  const first = rule.validFrom ?? store.today;
  if (made().length === 0 && !standing)
    await store.readWeek(first > store.today ? first : store.today);
  const [slot] = made();
  const place = places.rule(rule.id, 'edit');
  await around.focus(...(slot && !standing ? [places.slot(slot.id)] : []), place, places.week);
  around.say(around.words().strings.ruleAdded(made().length));
}

/** Asks before a rule is deleted: it cannot be undone. */
export async function askDeletion(desk: AgendaDesk, { id }: Rule): Promise<void> {
  desk.deleting = id;
  desk.failure = undefined;
  desk.refresh();
  await desk.around.focus(places.keep);
}

/** The reader keeps the rule after all. */
export async function keepRule(desk: AgendaDesk, { id }: Rule): Promise<void> {
  desk.deleting = '';
  desk.refresh();
  await desk.around.focus(places.rule(id, 'delete'));
}

export async function deleteRule(desk: AgendaDesk, rule: Rule): Promise<void> {
  const { around, scheduleId, store } = desk;
  const rules = store.planning.value?.rules ?? [];
  const at = rules.findIndex(({ id }) => id === rule.id);
  const beside = rules[at + 1] ?? rules[at - 1];
  const deleted = await desk.act('rules', () => done(removeRule(around.api(), scheduleId, rule)));
  desk.deleting = '';
  desk.refresh();
  if (!deleted) return around.focus(places.rule(rule.id, 'delete'), places.addSlot);
  const { panel } = desk;
  if (panel?.kind === 'slot-form' && panel.standing?.rule.id === rule.id) desk.panel = undefined;
  around.changed('rule-removed');
  await desk.readAll();
  await around.focus(...(beside ? [places.rule(beside.id, 'edit')] : []), places.addSlot);
  around.say(around.words().strings.deleted);
}
