import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '../../base/select.ts';
import type { SupportRequest } from '../../events/support-request.ts';
import type { JoinStrings } from '../../strings/fr/join.ts';

/** What the form shows and whom it tells. */
export interface SupportContext {
  strings: JoinStrings;
  request: SupportRequest;
  /** The territory is missing, and was asked for. */
  fault: boolean;
  change: (change: Partial<SupportRequest>) => void;
  submit: () => void;
}

const keys = <K extends string>(table: Record<K, string>) => Object.keys(table) as K[];

/** A request for support: which territory, which organisation, which help. */
export function supportForm(context: SupportContext): TemplateResult {
  const { strings, request, fault, change } = context;
  const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  return html`<form
    class="support"
    part="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      context.submit();
    }}
  >
    <div class="field">
      <label class="label" for="territory">${strings.territory}</label>
      <input
        id="territory"
        class="input"
        autocomplete="off"
        required
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'territory-fault' : nothing}
        .value=${request.territory}
        @input=${(event: Event) => change({ territory: valueOf(event) })}
      />
      ${
        fault
          ? html`<p class="fault" id="territory-fault">${strings.territoryMissing}</p>`
          : nothing
      }
    </div>
    ${selectField({
      id: 'organisation',
      label: strings.organisation,
      value: request.organisation,
      options: keys(strings.organisations).map((key) => [key, strings.organisations[key]]),
      change: (value) => change({ organisation: value as SupportRequest['organisation'] }),
    })}
    <fieldset class="stack">
      <legend class="label">${strings.topics}</legend>
      ${keys(strings.topicNames).map(
        (topic) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${request.topics.includes(topic)}
              @change=${() => change({ topics: toggled(request.topics, topic) })}
            />${strings.topicNames[topic]}</label
          >`,
      )}
    </fieldset>
    <div class="field">
      <label class="label" for="message">${strings.message}</label>
      <textarea
        id="message"
        class="input"
        rows="4"
        .value=${request.message}
        @input=${(event: Event) => change({ message: valueOf(event) })}
      ></textarea>
    </div>
    <button class="button primary" type="submit">${strings.prepare}</button>
  </form>`;
}

function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
