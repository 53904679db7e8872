import type { AgendaSlot, Rule, RuleRequest } from '@sas-kit/client';
import { civilTime } from '../../format/civil.ts';
import { formatDay } from '../../format/formats.ts';
import { addDays } from '../../format/week.ts';
import { ChangedError, versionOf } from './agenda-data.ts';
import type { AgendaDesk } from './desk.ts';
import type { UndoWork } from './undo.ts';

type Withdrawn = Promise<Omit<UndoWork, 'where'>>;

/** The rule of a slot, read again with its version. */
async function ruleOf({ around, scheduleId }: AgendaDesk, { ruleId }: AgendaSlot): Promise<Rule> {
  if (ruleId == null) throw new ChangedError();
  return around.api().rules.get(scheduleId, ruleId);
}

const requestOf = ({ id: _id, ...request }: Rule): RuleRequest => request;

/** Every free slot of a rule on the day of one of them: a date that the rule leaves out. */
export async function withdrawDay(desk: AgendaDesk, slot: AgendaSlot): Withdrawn {
  const rule = await ruleOf(desk, slot);
  const { date } = civilTime(slot.start, desk.store.zone);
  const exceptDates = [...new Set([...(rule.exceptDates ?? []), date])].sort();
  const changed = await replace(desk, rule, { exceptDates });
  return undoOf(desk, date, rule, changed, 'day');
}

/** Every free slot of a rule from the day of one of them on: the rule ends the day before. */
export async function withdrawFollowing(desk: AgendaDesk, slot: AgendaSlot): Withdrawn {
  const rule = await ruleOf(desk, slot);
  const { date } = civilTime(slot.start, desk.store.zone);
  const last = addDays(date, -1);
  if (rule.validFrom === undefined || last >= rule.validFrom) {
    const changed = await replace(desk, rule, { validUntil: last });
    return undoOf(desk, date, rule, changed, 'following');
  }
  const { around, scheduleId } = desk;
  await around.api().rules.remove(scheduleId, rule.id, { ifMatch: versionOf(rule) });
  return undoOf(desk, date, rule, undefined, 'following');
}

function replace(
  { around, scheduleId }: AgendaDesk,
  rule: Rule,
  change: Partial<RuleRequest>,
): Promise<Rule> {
  const request = { ...requestOf(rule), ...change };
  return around.api().rules.replace(scheduleId, rule.id, request, { ifMatch: versionOf(rule) });
}

/** Gives the rule back as it was, unless somebody has changed it since. */
async function undoOf(
  desk: AgendaDesk,
  date: string,
  before: Rule,
  changed: Rule | undefined,
  reach: 'day' | 'following',
): Withdrawn {
  const { around, scheduleId } = desk;
  const strings = await around.texts('slot');
  const { language } = around.words();
  const day = formatDay(date, language);
  return {
    text: strings.withdrawn[reach](day),
    undone: strings.withdrawnUndone(day),
    work: async () => {
      const { rules } = around.api();
      const request = requestOf(before);
      if (!changed) await rules.create(scheduleId, request);
      else await rules.replace(scheduleId, before.id, request, { ifMatch: versionOf(changed) });
      around.changed('rule-changed');
      return {};
    },
  };
}
