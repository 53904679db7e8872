import { html, nothing, type TemplateResult } from 'lit';
import type { AgendaDesk, Where } from './desk.ts';
import { failure, sentenceOf } from './notice.ts';
import type { AgendaStrings } from './agenda-texts.ts';

/** What went wrong in a part of the element, what was done there and can be taken back. */
export function messagesAt(
  { failure: failed, undo, busy }: AgendaDesk,
  where: Where,
  strings: AgendaStrings,
): TemplateResult {
  const sentence = failed?.where === where ? sentenceOf(failed.code, strings) : undefined;
  return html`${
    sentence ? failure(failed?.undoing ? `${strings.notUndone} ${sentence}` : sentence) : nothing
  }
  ${
    undo?.where === where
      ? html`<div class=${undo.run ? 'notice good undo' : 'notice good'} part="done">
          <p>${undo.text}</p>
          ${
            undo.run
              ? html`<button
                  class="button"
                  type="button"
                  aria-disabled=${busy ? 'true' : nothing}
                  @click=${() => busy || undo.run?.()}
                >
                  ${strings.undo}
                </button>`
              : nothing
          }
        </div>`
      : nothing
  }`;
}
