import type { Rule } from '@sas-kit/client';
import { codeOf } from '../../base/sas-element.ts';
import { removeRule, versionOf } from './agenda-data.ts';
import { done, places, type AgendaDesk } from './desk.ts';
import type { SlotFormPanel } from './panels.ts';
import { draftOf, slotFields } from './slot-draft.ts';
import { ruleRequest, slotFieldAt } from './slot-request.ts';
import { slotFormPanel } from './slot-form-state.ts';
import { offerUndo } from './undo.ts';

/** Opens the form over a rule, read again: lists carry no version. */
export async function openRule(desk: AgendaDesk, { id }: Rule): Promise<SlotFormPanel | undefined> {
  const { around, scheduleId } = desk;
  const rule = await desk.act('rules', () => around.api().rules.get(scheduleId, id));
  if (!rule) return undefined;
  const standing = { rule, ifMatch: versionOf(rule) };
  const panel = slotFormPanel(desk, draftOf(rule), { standing });
  desk.open(panel);
  return panel;
}

/** Sends the form of a rule, new or standing. */
export async function saveRule(
  desk: AgendaDesk,
  { form, standing, overlaps }: SlotFormPanel,
): Promise<void> {
  const { around, scheduleId } = desk;
  const request = () => ruleRequest(form.draft);
  let outdated = false;
  const rule = await desk.send(form, {
    fields: slotFields,
    fieldAt: slotFieldAt,
    foresight: overlaps,
    work: async () => {
      try {
        const { rules } = around.api();
        if (!standing) return await rules.create(scheduleId, request());
        const { rule, ifMatch } = standing;
        return await rules.replace(scheduleId, rule.id, request(), { ifMatch });
      } catch (error) {
        outdated = codeOf(error) === 'precondition-failed';
        throw error;
      }
    },
  });
  if (outdated && standing) return reopen(desk, standing.rule);
  if (!rule) return;
  desk.panel = undefined;
  around.changed(standing ? 'rule-changed' : 'rule-added');
  await showRule(desk, rule, standing !== undefined);
  const strings = await around.texts('answers');
  offerUndo(desk, {
    where: 'rules',
    text: strings.ruleSaved,
    undone: strings.ruleUndone,
    work: async () => {
      const { rules } = around.api();
      if (!standing) await removeRule(around.api(), scheduleId, rule);
      else {
        const { id, ...before } = standing.rule;
        await rules.replace(scheduleId, id, before, { ifMatch: versionOf(rule) });
      }
      around.changed(standing ? 'rule-changed' : 'rule-removed');
      return standing ? { place: places.rule(standing.rule.id, 'edit') } : {};
    },
  });
}

/** The rule was changed by someone else: the form shows what stands now, and says so. */
async function reopen(desk: AgendaDesk, rule: Rule): Promise<void> {
  desk.panel = undefined;
  await desk.readAll();
  const panel = await openRule(desk, rule);
  if (!panel) return desk.around.focus(places.addSlot);
  panel.form.refusal = 'precondition-failed';
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
  await desk.say('answers', (strings) => strings.ruleAdded(made().length));
}

/** Asks before a rule is deleted: it cannot be undone. */
export async function askDeletion(desk: AgendaDesk, { id }: Rule): Promise<void> {
  await desk.around.texts('answers');
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
  await desk.say('answers', (strings) => strings.deleted);
}
