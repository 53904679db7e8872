import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import type { Language } from '../../controllers/locale.ts';
import { formatMoment } from '../../format/formats.ts';
import type { EditorStatusStrings } from '../../strings/fr/editor-status.ts';
import { checkResult } from './check-result.ts';
import { entry, facts } from './editor-facts.ts';
import type { EditorStore } from './editor-store.ts';
import { milliseconds, percent } from './figures.ts';
import { stateShape } from './state-shape.ts';

/** What a row needs besides its vendor. */
export interface RowContext {
  strings: EditorStatusStrings;
  language: Language;
  /** IANA zone of the reader. */
  zone: string;
  /** Level of a row's heading. */
  level: number;
  store: EditorStore;
  check: (editor: Editor) => void;
  /** Asks the reader to confirm, or takes the question back. */
  ask: (editor: Editor, confirm: boolean) => void;
  turn: (editor: Editor, enabled: boolean) => void;
}

/** One vendor: its state, its figures where the reader may see them, what may be done. */
export function editorRow(editor: Editor, context: RowContext): TemplateResult {
  const { strings, language, zone, level } = context;
  const { name, state, since, health } = editor;
  return html`<li class="editor panel" part="editor">
    <div class="head">
      ${heading(level, name, 'subtitle')}
      <p class="state ${state}" part="state">
        ${stateShape(state)}
        <span
          ><strong>${strings.states[state]}</strong>
          <span class="small">${strings.since(...formatMoment(since, zone, language))}</span></span
        >
      </p>
    </div>
    ${
      health
        ? html`<dl class="figures">
              ${entry(
                strings.lastSuccess,
                health.lastSuccess === null
                  ? strings.never
                  : formatMoment(health.lastSuccess, zone, language).join(', '),
              )}
              ${entry(
                strings.errorRate,
                health.errorRate === null ? strings.noFigure : percent(health.errorRate, language),
              )}
              ${entry(
                strings.latency,
                health.p50Ms === null || health.p95Ms === null
                  ? strings.noLatency
                  : `${milliseconds(health.p50Ms, language)}, ${milliseconds(health.p95Ms, language)}`,
              )}
              ${entry(strings.circuit, strings.circuits[health.circuit])}
            </dl>
            <details>
              <summary aria-label="${strings.details}, ${name}">${strings.details}</summary>
              ${facts(editor, health, context)}
            </details>
            ${actions(editor, context)} ${checkResult(editor, context)}`
        : nothing
    }
  </li>`;
}

/** Asks it now; pauses and resumes it, once that was confirmed. */
function actions(editor: Editor, { strings, store, ...context }: RowContext): TemplateResult {
  const { id, name } = editor;
  const enabled = editor.state !== 'disabled';
  const busy = store.busy === id;
  const idle = (press: () => void) => (store.busy === '' ? press : nothing);
  if (store.asked === id) {
    return html`<div class="notice warn" role="group" aria-labelledby="${id}-ask">
      <p id="${id}-ask">${(enabled ? strings.askPause : strings.askResume)(name)}</p>
      <div class="row">
        <button
          id="${id}-no"
          class="button"
          type="button"
          @click=${() => context.ask(editor, false)}
        >
          ${strings.no}
        </button>
        <button
          class="button"
          type="button"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${idle(() => context.turn(editor, !enabled))}
        >
          ${enabled ? strings.yesPause : strings.yesResume}
        </button>
      </div>
    </div>`;
  }
  return html`<div class="row">
    <button
      id="${id}-check"
      class="button"
      type="button"
      aria-label=${strings.checkOf(name)}
      aria-disabled=${busy ? 'true' : nothing}
      @click=${idle(() => context.check(editor))}
    >
      ${busy ? strings.checking : strings.check}
    </button>
    <button
      id="${id}-turn"
      class="button"
      type="button"
      aria-label=${(enabled ? strings.pauseOf : strings.resumeOf)(name)}
      @click=${idle(() => context.ask(editor, true))}
    >
      ${enabled ? strings.pause : strings.resume}
    </button>
  </div>`;
}
