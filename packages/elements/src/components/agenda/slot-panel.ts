import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaSlot } from '@sas-kit/client';
import { capital, enumeration } from '../../format/sentence.ts';
import type { PartStrings } from './agenda-texts.ts';
import { audienceTable } from './audience-table.ts';
import { confirmation } from './notice.ts';
import { panel } from './panel.ts';
import { dayOf, rangeOf, stateWords, type WordContext } from './slot-words.ts';
import { fixedBy, type Fixed } from './week-model.ts';
import type { Reach } from './withdraw-work.ts';

/** What the details of a slot need. */
export interface SlotPanelContext extends WordContext {
  strings: PartStrings<'slot'>;
  slot: AgendaSlot;
  /** Undefined where they could not be read. */
  references: readonly string[] | undefined;
  agendaDisplay: boolean;
  level: number;
  /** The reader is asked how much of the rule is meant. */
  confirming: boolean;
  busy: boolean;
  /** What went wrong with it. */
  messages: unknown;
  move: () => void;
  copy: () => void;
  /** Withdraws it, or asks first how many of its rule's. */
  remove: () => void;
  confirm: (reach: Reach) => void;
  keep: () => void;
  close: () => void;
}

/** Everything about one slot, beside the week: the week stays usable. */
export function slotPanel(context: SlotPanelContext): TemplateResult {
  const { slot, strings, references, agendaDisplay, now } = context;
  const facts = { ...strings.facts, ...strings.slotFacts };
  const fixed = fixedBy(slot, now);
  const publicDisplay = slot.publicDisplay ?? false;
  const rows: [name: string, value: string][] = [
    [facts.state, stateWords(slot, strings, now)],
    [facts.references, references?.join(', ') ?? ''],
    [facts.modalities, enumeration(slot.modalities.map((code) => strings.modalities[code]))],
    [facts.booking, slot.booking === 'WALKIN' ? strings.bookings.WALKIN : ''],
    [facts.visibility, slot.visibility.map((code) => strings.visibilities[code]).join(', ')],
    [facts.origin, strings.originsLong[slot.origin]],
  ];
  return panel({
    title: strings.slotTitle(capital(dayOf(slot, context)), rangeOf(slot, context)),
    level: context.level,
    closeLabel: strings.close,
    close: () => context.close(),
    content: html`${context.messages}
      <dl class="facts">
        ${rows
          .filter(([, value]) => value !== '')
          .map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
      </dl>
      ${audienceTable({ visibility: slot.visibility, publicDisplay, agendaDisplay }, context)}
      ${
        slot.status === 'withdrawn' && slot.booked > 0
          ? html`<p class="notice warn">${strings.bookedInAbsence}</p>`
          : nothing
      }
      ${fixed ? html`<p class="notice">${strings.fixed[fixed]}</p>` : nothing}
      ${context.confirming ? withdrawal(context) : acts(context, fixed)}`,
  });
}

/** What can be done with the slot: any is copied, a free one is moved or withdrawn. */
function acts(context: SlotPanelContext, fixed: Fixed | undefined): TemplateResult {
  const { strings, busy, move, copy, remove } = context;
  const act = (id: string, label: string, work: () => void, kind = '') =>
    html`<button
      id=${id}
      class=${`button ${kind}`}
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${busy ? nothing : work}
    >
      ${label}
    </button>`;
  return html`<div class="row">
    ${fixed ? nothing : act('move', strings.move, move)} ${act('copy', strings.copy, copy)}
    ${fixed ? nothing : act('remove', strings.remove, remove, 'danger')}
  </div>`;
}

function withdrawal({ strings, busy, confirm, keep }: SlotPanelContext): TemplateResult {
  return confirmation({
    question: strings.removeAsk,
    no: strings.keepIt,
    refuse: keep,
    busy,
    choices: (['slot', 'day', 'following'] as const).map((reach) => ({
      label: strings.reaches[reach],
      accept: () => confirm(reach),
    })),
  });
}
