import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorStrings } from '../strings/fr/errors.ts';
import { button } from './button.ts';
import { fifteen, phoneLink } from './phone-link.ts';

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
    ${retry ? button(strings.retry, retry) : nothing}
  </div>`;
}
