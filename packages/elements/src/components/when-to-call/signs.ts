import { html, nothing, type TemplateResult } from 'lit';
import type { DangerSigns } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import { fifteen } from '../../base/phone-link.ts';
import { formatPartialDate } from '../../format/partial-date.ts';
import type { CallContext } from './now-panel.ts';

/** The last sign is always the doubt, said here whatever the text says. */
const isDoubt = (sign: string) => /^(en cas de doute|if in doubt)\b/i.test(sign);

/**
 * The danger signs that the territory gives: a text to read, in its order, with its version, its date and
 * who validated it. Nothing is asked, nothing is computed.
 */
export function dangerSigns(
  signs: DangerSigns | null,
  context: CallContext,
): TemplateResult | typeof nothing {
  if (!signs) return nothing;
  const { strings, language, level } = context;
  return html`<div class="signs" part="signs">
    ${heading(level, strings.signs, 'subtitle')}
    <ul>
      ${signs[language].filter((sign) => !isDoubt(sign)).map((sign) => html`<li>${sign}</li>`)}
    </ul>
    <p><strong>${strings.doubt} ${fifteen}.</strong></p>
    <p class="quiet small">${origin(signs, context)}</p>
  </div>`;
}

/** Version, date and validating bodies; where none validated it, that it is not validated. */
function origin(
  { version, date, notice, validatedBy }: DangerSigns,
  { strings, language }: CallContext,
): TemplateResult {
  return html`${strings.signsOf(version, formatPartialDate(date, language))},
  ${
    validatedBy.length > 0
      ? strings.validatedBy(validatedBy.join(', '))
      : html`<span lang=${language === 'fr' || !notice ? nothing : 'fr'}
          >${notice ?? strings.notValidated}</span
        >`
  }.`;
}
