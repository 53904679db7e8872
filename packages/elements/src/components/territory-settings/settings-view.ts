import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import type { Language } from '../../controllers/locale.ts';
import { formatMoment } from '../../format/formats.ts';
import type { TerritoryFormStrings } from '../../strings/fr/territory-form.ts';
import { fieldsOf, recordList } from './form-fields.ts';
import type { PreviewPanel } from './preview-panel.ts';
import { freshSigns, sections, type Section } from './sections.ts';
import type { Outcome, SettingsStore } from './settings-store.ts';

/** What the form shows, and what its buttons do. */
export interface ViewContext {
  store: SettingsStore;
  strings: TerritoryFormStrings;
  language: Language;
  /** Level of the headings inside. */
  level: number;
  /** The sentence of a code. */
  sentence: (code: string) => string;
  /** Shows what the public will see, once it is loaded. */
  panel: PreviewPanel | undefined;
  preview: () => void;
  save: () => void;
  withdraw: (id: string) => void;
  /** Asks whether a change is withdrawn; '' keeps it. */
  ask: (id: string) => void;
}

/** The parts of the territory, when they take effect, what the public will see, what waits. */
export function settingsView(context: ViewContext): TemplateResult {
  const { store, strings, save } = context;
  return html`<p class="notice">${strings.emergency}</p>
    <form
      class="parts"
      part="form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!store.busy) save();
      }}
    >
      ${sections.map((section) => partOf(section, context))} ${effect(context)}
    </form>
    ${seen(context)} ${waiting(context)}`;
}

function partOf(section: Section, context: ViewContext): TemplateResult {
  const { store, strings, level } = context;
  const { part } = section;
  const hint = strings.hints[part];
  const faulty = Object.keys(store.faults).some((id) => id.split('-')[0] === part);
  const waits = store.pending.some(({ changes }) => part in changes);
  return html`<details class="part" id=${part} ?open=${faulty}>
    <summary>
      ${heading(level, strings.sections[part], 'subtitle')}
      ${
        store.changed.includes(part) ? html`<span class="badge">${strings.changed}</span>` : nothing
      }
      ${waits ? html`<span class="badge waits">${strings.waiting}</span>` : nothing}
    </summary>
    <div class="inside">
      ${hint === undefined ? nothing : html`<p class="quiet small">${hint}</p>`}
      ${content(section, context)}
    </div>
  </details>`;
}

function content({ part, fresh, fields }: Section, { store, strings }: ViewContext) {
  const form = {
    strings,
    draft: store.draft!,
    faults: store.faults,
    set: store.set.bind(store),
  };
  if (fresh) return recordList(part as 'partners', [part], { fields, fresh }, form);
  const record = () => html`<div class="grid">${fieldsOf(fields, [part], form)}</div>`;
  if (part !== 'dangerSigns') return record();
  const given = store.draft!.dangerSigns !== null;
  const before = store.base!.dangerSigns;
  return html`<label class="chip"
      ><input
        id="signs-given"
        type="checkbox"
        .checked=${given}
        @change=${() => store.set([part], given ? null : structuredClone(before ?? freshSigns))}
      />${strings.signsGiven}</label
    >
    ${given ? record() : nothing}`;
}

function effect({ store, strings, level, preview }: ViewContext): TemplateResult {
  const { busy, effective, faults, territory } = store;
  const fault = faults['effectiveFrom'];
  return html`<section class="card" aria-labelledby="when">
    <div id="when">${heading(level, strings.when, 'subtitle')}</div>
    <div class="field">
      <label class="label" for="effectiveFrom">${strings.effective}</label>
      <input
        id="effectiveFrom"
        class="input"
        type="datetime-local"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby="effectiveFrom-hint${fault ? ' effectiveFrom-fault' : ''}"
        .value=${effective}
        @input=${(event: Event) => store.at((event.target as HTMLInputElement).value)}
      />
      <p id="effectiveFrom-hint" class="quiet small">
        ${strings.effectiveHint(territory!.timeZone)}
      </p>
      ${
        fault
          ? html`<p id="effectiveFrom-fault" class="fault small">
              ${strings.faults[fault] ?? strings.otherFault}
            </p>`
          : nothing
      }
    </div>
    <div class="row">
      <button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${busy ? strings.sending : effective === '' ? strings.save : strings.schedule}
      </button>
      <button
        id="see"
        class="button"
        type="button"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${busy ? nothing : preview}
      >
        ${strings.preview}
      </button>
      ${
        store.changed.length > 0
          ? html`<button class="button" type="button" @click=${() => store.discard()}>
              ${strings.discard}
            </button>`
          : nothing
      }
    </div>
  </section>`;
}

/** What was done, in words; undefined where nothing was. */
export function outcomeText(
  outcome: Outcome | undefined,
  { store, strings, language, sentence }: ViewContext,
): string | undefined {
  if (!outcome) return undefined;
  switch (outcome.kind) {
    case 'scheduled':
      return strings.scheduled(...formatMoment(outcome.at, store.territory!.timeZone, language));
    case 'faulty':
      return strings.toMend(outcome.count);
    case 'failed':
      return sentence(outcome.code);
    case 'conflict': {
      const names = outcome.both.map((part) => strings.sections[part].toLowerCase());
      return [
        strings.conflict,
        names.length > 0 ? strings.conflictIn(names.join(', ')) : '',
        strings.conflictKept,
      ].join(' ');
    }
    default:
      return strings[outcome.kind];
  }
}

function seen(context: ViewContext): TemplateResult | typeof nothing {
  const { store, strings, language, level, panel } = context;
  if (!store.seen || !panel) return nothing;
  const moment = formatMoment(store.seen.effectiveFrom, store.territory!.timeZone, language);
  const titles = [strings.previewNow, strings.previewThen(...moment)];
  return html`<section class="card" part="preview" aria-labelledby="seen">
    <div id="seen" tabindex="-1">${heading(level, strings.previewTitle, 'subtitle')}</div>
    ${panel.render(store.seen, titles, level + 1)}
  </section>`;
}

function waiting(context: ViewContext): TemplateResult {
  const { store, strings, language, level, withdraw, ask } = context;
  const zone = store.territory!.timeZone;
  return html`<section class="stack" part="pending" aria-labelledby="pending">
    <div id="pending" tabindex="-1">${heading(level, strings.pending, 'subtitle')}</div>
    ${
      store.pending.length === 0
        ? html`<p class="quiet">${strings.noPending}</p>`
        : html`<ul class="records">
            ${store.pending.map(({ id, effectiveFrom, changes }) => {
              const names = Object.keys(changes)
                .filter((part) => part in strings.sections)
                .map((part) => strings.sections[part as keyof typeof strings.sections]);
              const title = strings.pendingAt(...formatMoment(effectiveFrom, zone, language));
              return html`<li class="record">
                <p><strong>${title}</strong></p>
                <p>${names.join(', ')}</p>
                ${
                  store.asked === id
                    ? html`<div class="notice warn" role="group" aria-labelledby="ask">
                        <p id="ask">${strings.withdrawAsk}</p>
                        <div class="row">
                          <button id="keep" class="button" @click=${() => ask('')}>
                            ${strings.withdrawNo}
                          </button>
                          <button
                            class="button"
                            aria-disabled=${store.busy ? 'true' : nothing}
                            @click=${store.busy ? nothing : () => withdraw(id)}
                          >
                            ${strings.withdrawYes}
                          </button>
                        </div>
                      </div>`
                    : html`<button
                        class="button"
                        aria-label="${strings.withdraw}, ${title}"
                        @click=${() => ask(id)}
                      >
                        ${strings.withdraw}
                      </button>`
                }
              </li>`;
            })}
          </ul>`
    }
  </section>`;
}
