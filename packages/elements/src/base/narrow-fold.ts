import { html, type TemplateResult } from 'lit';

/** A part that waits behind its summary where there is little room. */
export interface NarrowFold {
  /** Of the part, unique in its element. */
  readonly id: string;
  /** Whether the reader has opened it. */
  readonly open: boolean;
  readonly toggle: () => void;
  /** Whether the button is not shown where it is narrow either. */
  readonly hidden?: boolean;
  /** What the part holds, in a few words. */
  readonly summary: unknown;
}

/**
 * A part with its summary before it: a button that opens it where the element is narrow. Where it is wide,
 * the part stands open and the button is not there. What has the focus is never folded. Its styles are
 * `narrowFoldStyles`.
 */
export function narrowFold(
  { id, open, toggle, summary, hidden = false }: NarrowFold,
  part: unknown,
): TemplateResult {
  return html`<button
      class="fold no-print"
      type="button"
      ?hidden=${hidden}
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${id}
      @click=${toggle}
    >
      <span>${summary}</span>
    </button>
    <div id=${id} class="folded">${part}</div>`;
}
