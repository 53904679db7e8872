import { html, nothing, type TemplateResult } from 'lit';

/** A button. One that is busy stays where focus is and does nothing. */
export function button(
  text: string,
  press: () => void,
  { name = '', busy = false }: { name?: string; busy?: boolean } = {},
): TemplateResult {
  return html`<button
    class="button ${name}"
    type="button"
    aria-disabled=${busy ? 'true' : nothing}
    @click=${busy ? nothing : press}
  >
    ${text}
  </button>`;
}
