import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaSlot } from '@sas-kit/client';
import { capital, enumeration, formatList } from '../../format/sentence.ts';
import { viewersOf, webBarOf, type Shown } from './audience.ts';
import { confirmation } from './notice.ts';
import { panel } from './panel.ts';
import { dayOf, rangeOf, stateWords, type WordContext } from './slot-words.ts';
import { fixedBy } from './week-model.ts';

/** What the details of a slot need. */
export interface SlotPanelContext extends WordContext {
  slot: AgendaSlot;
  /** Undefined where they could not be read. */
  references: readonly string[] | undefined;
  agendaDisplay: boolean;
  level: number;
  /** The reader is asked whether it is meant. */
  confirming: boolean;
  busy: boolean;
  /** What went wrong with it. */
  messages: unknown;
  /** Withdraws it, or asks first where that cannot be undone. */
  remove: () => void;
  confirm: () => void;
  keep: () => void;
  close: () => void;
}

/** Who sees a slot, and what keeps web visitors away, on one line. */
export function viewersLine(
  shown: Shown,
  { strings, language }: Pick<WordContext, 'strings' | 'language'>,
): string {
  const viewers = viewersOf(shown);
  if (viewers.length === 0) return strings.noViewer;
  const names = viewers.map((viewer) => strings.viewer[viewer]);
  const line = strings.viewers(capital(formatList(names, language)));
  const bar = webBarOf(shown);
  return bar === undefined || bar === 'visibility' ? line : `${line} ${strings.webBars[bar]}`;
}

/** Everything about one slot, beside the week: the week stays usable. */
export function slotPanel(context: SlotPanelContext): TemplateResult {
  const { slot, strings, references, agendaDisplay, now } = context;
  const { facts } = strings;
  const fixed = fixedBy(slot, now);
  const publicDisplay = slot.publicDisplay ?? false;
  const rows: [name: string, value: string][] = [
    [facts.state, stateWords(slot, strings, now)],
    [facts.references, references?.join(', ') ?? ''],
    [facts.modalities, enumeration(slot.modalities.map((code) => strings.modalities[code]))],
    [facts.booking, slot.booking === 'WALKIN' ? strings.bookings.WALKIN : ''],
    [facts.visibility, slot.visibility.map((code) => strings.visibilities[code]).join(', ')],
    [
      facts.viewers,
      viewersLine({ visibility: slot.visibility, publicDisplay, agendaDisplay }, context),
    ],
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
      ${
        slot.status === 'withdrawn' && slot.booked > 0
          ? html`<p class="notice warn">${strings.bookedInAbsence}</p>`
          : nothing
      }
      ${fixed ? html`<p class="notice">${strings.fixed[fixed]}</p>` : removal(context)}`,
  });
}

function removal({
  strings,
  confirming,
  busy,
  remove,
  confirm,
  keep,
}: SlotPanelContext): TemplateResult {
  if (confirming) {
    return confirmation({
      question: strings.removeAsk,
      yes: strings.removeYes,
      no: strings.removeNo,
      busy,
      accept: confirm,
      refuse: keep,
    });
  }
  return html`<button
    id="remove"
    class="button danger"
    type="button"
    aria-disabled=${busy ? 'true' : nothing}
    @click=${busy ? nothing : remove}
  >
    ${strings.remove}
  </button>`;
}
