import { html, nothing, type TemplateResult } from 'lit';
import type { Orientation, Transmission } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import type { RowContext } from './row.ts';
import { deskTime, nameOf } from './words.ts';

/** Nothing will come of it by itself. */
const lost: readonly Transmission['state'][] = ['refused', 'expired'];
/** Something should have come of it by now, ms. */
const late = 10 * 60_000;

const isLate = ({ state, at }: Transmission): boolean =>
  (state === 'sent' || state === 'accepted') && clock.today() - Date.parse(at) >= late;

/** How far dispatch software is told of an appointment; nothing where it is not told. */
export function transmissionLine(
  one: Orientation,
  context: RowContext,
): TemplateResult | typeof nothing {
  const transmission = one.appointment?.transmission;
  if (!transmission) return nothing;
  const { strings, language, busy, resend } = context;
  const { state, at, step, detail, without } = transmission;
  const isLost = lost.includes(state);
  const said = [
    strings.transmissions[state],
    state === 'acknowledged' && step ? strings.steps[step] : undefined,
    strings.since(deskTime(at, language)),
    ...without.map((part) => strings.without[part]),
  ];
  return html`<div class="dispatch small ${isLost ? 'notice warn' : 'quiet'}" part="transmission">
    <p>${strings.dispatch}&nbsp;: ${said.filter(Boolean).join(', ')}</p>
    ${detail ? html`<p>${detail[language]}</p>` : nothing}
    ${
      isLost || isLate(transmission)
        ? html`<button
            id="${one.id}-resend"
            class="button"
            type="button"
            aria-label=${strings.resendOf(nameOf(one))}
            aria-disabled=${busy === one.id ? 'true' : nothing}
            @click=${() => resend(one)}
          >
            ${strings.resend}
          </button>`
        : nothing
    }
  </div>`;
}
