import { html, type TemplateResult } from 'lit';
import type { PublicSlot, Slot } from '@sas-kit/client';

/** The slot as a professional gets it: with the editor that offers it. */
export const editorOf = (slot: PublicSlot | Slot): string | null =>
  'source' in slot && slot.source.kind === 'editor' ? slot.source.editor : null;

/** Whether the platform books it for whoever reads it, without its editor's page. */
export const isBookableHere = (slot: PublicSlot | Slot): boolean =>
  'source' in slot && slot.source.bookableHere === true;

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** An address that comes from outside is a link only where it is https, or http on this machine. */
export function isSafeLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
}

/** What a cell says and whether the arrows have reached it. */
export interface CellWords {
  id: string;
  column: number;
  stop: boolean;
  /** What it shows. */
  text: string;
  tag: string;
  /** Its whole name, which begins with what it shows. */
  name: string;
}

/** A slot of an editor: a link to its own page, in another window, which does not learn from where. */
export function linkCell(
  { id, column, stop, text, tag, name }: CellWords,
  url: string,
  leave: (event: Event) => void,
): TemplateResult {
  return html`<div class="cell" role="gridcell" aria-colindex=${column}>
    <a
      class="slot"
      part="slot"
      href=${url}
      target="_blank"
      rel="noopener"
      referrerpolicy="no-referrer"
      aria-label=${name}
      data-cell=${id}
      tabindex=${stop ? 0 : -1}
      @click=${leave}
      >${text} <span class="tag">${tag}</span></a
    >
  </div>`;
}

/**
 * A slot that went while it was shown: it stays, so that no other slides under the pointer.
 *
 * @param unsure - nobody knows whether it was taken
 */
export function goneCell(
  { id, column, stop, text, tag, name }: CellWords,
  unsure: boolean,
): TemplateResult {
  return html`<button
    class="slot ${unsure ? 'unsure' : 'taken'}"
    part="slot"
    type="button"
    role="gridcell"
    aria-colindex=${column}
    aria-disabled="true"
    aria-label=${name}
    data-cell=${id}
    tabindex=${stop ? 0 : -1}
  >
    ${text} ${tag ? html`<span class="tag">${tag}</span>` : undefined}
  </button>`;
}
