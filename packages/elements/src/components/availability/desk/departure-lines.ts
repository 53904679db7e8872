import { html, type TemplateResult } from 'lit';
import { button } from '../../../base/button.ts';
import type { Language } from '../../../controllers/locale.ts';
import { formatMoment } from '../../../format/formats.ts';
import type { AvailabilityDeskStrings } from '../../../strings/fr/availability-desk.ts';
import { nameOf } from '../agenda.ts';
import type { Departure } from './departures.ts';

/** What the lines need besides the departures. */
export interface DepartureContext {
  words: AvailabilityDeskStrings;
  language: Language;
  close: (departure: Departure, booked: boolean) => void;
  forget: (departure: Departure) => void;
}

/** Asks what came of each departure, in the bar over the list. */
export function departureLines(
  departures: readonly Departure[],
  context: DepartureContext,
): TemplateResult[] {
  const { words, language, close, forget } = context;
  return departures.map((departure) => {
    const { slot, card, state, overdue = false } = departure;
    const zone = card.location.timeZone;
    const what = `${formatMoment(slot.start, zone, language).join(', ')}, ${nameOf(card)}`;
    const busy = state === 'noting' || state === 'closing';
    const open = busy || state === 'pending';
    const kind = overdue ? 'departure small warn' : 'departure small';
    return html`<div class=${kind} role="group" aria-label=${what}>
      <p>
        <strong>${what}</strong>
        ${overdue ? words.departures.overdue : undefined}
        ${words.departures[open ? 'asked' : state]}
      </p>
      <div class="row">
        ${
          open
            ? html`${button(words.departures.booked, () => close(departure, true), { busy })}
              ${button(words.departures.givenUp, () => close(departure, false), { busy })}`
            : button(words.departures.close, () => forget(departure))
        }
      </div>
    </div>`;
  });
}
