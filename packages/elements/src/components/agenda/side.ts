import { html, nothing, type TemplateResult } from 'lit';
import type { Schedule } from '@sas-kit/client';
import { codeOf } from '../../base/sas-element.ts';
import { endAbsence, openAbsenceForm } from './absence-work.ts';
import { setDisplay } from './display-work.ts';
import { feedCard } from './feed-card.ts';
import { switchField } from '../../base/fields.ts';
import { messagesAt } from './messages.ts';
import { failure, sentenceOf } from './notice.ts';
import { absencesList, rulesList, type PlanningContext } from './planning-lists.ts';
import { askDeletion, deleteRule, keepRule, openRule } from './rule-work.ts';
import type { AgendaContext } from './view.ts';

/** What stands beside the week: absences, weekly rules, the switch of the agenda. */
export function side(
  schedule: Schedule,
  context: AgendaContext,
  retry: () => void,
): TemplateResult {
  const { desk, strings } = context;
  const { planning } = desk.store;
  const lists = {
    ...{ ...context, busy: desk.busy, planning: planning.value, confirming: desk.deleting },
    waiting: planning.status === 'failed' ? '' : strings.loading,
    addAbsence: () => openAbsenceForm(desk),
    endAbsence: (absence) => void endAbsence(desk, absence),
    editRule: (rule) => void openRule(desk, rule),
    deleteRule: (rule) => void askDeletion(desk, rule),
    confirmDelete: (rule) => void deleteRule(desk, rule),
    keepRule: (rule) => void keepRule(desk, rule),
  } satisfies Omit<PlanningContext, 'messages'>;
  return html`${
      planning.status === 'failed'
        ? failure(sentenceOf(codeOf(planning.error), strings), {
            label: strings.retry,
            act: retry,
          })
        : nothing
    }
    ${absencesList({ ...lists, messages: messagesAt(desk, 'absences', strings) })}
    ${rulesList({ ...lists, messages: messagesAt(desk, 'rules', strings) })}
    <div class="card">
      ${messagesAt(desk, 'display', strings)}
      ${switchField({
        id: 'agendaDisplay',
        label: strings.agendaDisplay,
        hint: strings.agendaDisplayHint,
        checked: desk.display ?? schedule.publicDisplay,
        busy: desk.busy,
        change: (checked) => void setDisplay(desk, checked),
      })}
    </div>
    ${feedCard(context)}`;
}
