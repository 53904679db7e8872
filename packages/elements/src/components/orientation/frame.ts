import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../base/button.ts';
import { switchField } from '../../base/fields.ts';
import { heading } from '../../base/heading.ts';
import type { OrientationOpeningStrings } from '../../strings/fr/orientation.ts';

/** What stands above every pane. */
export interface HeadFacts {
  readonly level: number;
  readonly redirects: boolean;
  /** The case that is dealt with; empty where it has none. */
  readonly caseRef: string;
  /** Whether letters press buttons. */
  readonly letters: boolean;
  readonly switchLetters: (on: boolean) => void;
}

/** What is done, for which case, and the switch of the keys. */
export function head(
  strings: OrientationOpeningStrings,
  { level, redirects, caseRef, letters, switchLetters }: HeadFacts,
): TemplateResult {
  return html`<div class="head row no-print">
    ${heading(level, redirects ? strings.redirection.heading : strings.heading, 'subtitle')}
    ${caseRef === '' ? nothing : html`<p>${strings.caseRef} <strong>${caseRef}</strong></p>`}
    ${switchField({
      id: 'shortcuts',
      label: strings.shortcuts,
      hint: strings.shortcutsHint,
      checked: letters,
      change: switchLetters,
    })}
  </div>`;
}

/** The reader is not known, or the platform does not say who it is. */
export function notOpened(
  code: string,
  strings: OrientationOpeningStrings,
  retry: () => void,
): TemplateResult {
  const text =
    code === 'unauthenticated'
      ? strings.signedOut
      : code === 'forbidden'
        ? strings.notYours
        : strings.silent;
  return html`<div class="notice alarm" part="problem" role="alert">
    <p>${text}</p>
    ${button(strings.retry, retry)}
  </div>`;
}
