import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorStrings } from '../strings/fr/errors.ts';
import { phoneLink } from './phone-link.ts';

/** Codes that mean that nobody answered: the emergency number comes first. */
const unreachable = new Set([
  'connection',
  'timeout',
  'unavailable',
  'internal-error',
  'invalid-response',
  'unexpected',
]);

/** The last number known for other needs of care. */
export interface OtherNumber {
  number: string;
  /** The day it was read, in the reader's words. */
  asOf: string;
}

/** A failed call, told to the reader: 15 first where nobody answered, the reason, the way on. */
export function problem(
  code: string,
  strings: ErrorStrings,
  { retry, other }: { retry?: (() => void) | undefined; other?: OtherNumber | undefined } = {},
): TemplateResult {
  const silent = unreachable.has(code);
  const fifteen = html`<a class="tel" href="tel:15">15</a>`;
  return html`<div class="notice alarm problem" part="problem" role="alert">
    ${
      silent
        ? html`<p>
            <strong>${strings.emergency} ${fifteen}.</strong> ${strings.otherNeed}
            ${
              other
                ? html`${phoneLink(other.number)} (${strings.asOf(other.asOf)}).`
                : html`${fifteen}.`
            }
          </p>`
        : nothing
    }
    <p>${strings.codes[code] ?? (silent ? strings.codes['unavailable'] : strings.other)}</p>
    ${
      retry
        ? html`<button class="button" type="button" @click=${retry}>${strings.retry}</button>`
        : nothing
    }
  </div>`;
}
