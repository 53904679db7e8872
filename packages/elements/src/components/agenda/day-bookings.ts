import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import { modalitiesOf, rangeOf, stateWords, type WordContext } from './slot-words.ts';
import type { Day } from './week-model.ts';

/** What the list of a day's bookings needs. */
export interface DayBookingsContext extends WordContext {
  day: Day;
  /** Undefined where they could not be read. */
  references: ReadonlyMap<string, readonly string[]> | undefined;
  level: number;
  print: () => void;
}

/** Who comes that day, by reference: the only link with whoever booked. */
export function dayBookings(context: DayBookingsContext): TemplateResult {
  const { day, references, strings, level, now, print } = context;
  const booked = day.slots.filter(({ slot }) => slot.booked > 0);
  return html`<section class="card bookings" part="bookings" aria-labelledby="bookings">
    <div id="bookings">${heading(level, strings.bookingsOfDay, 'subtitle')}</div>
    ${
      booked.length === 0
        ? html`<p class="quiet">${strings.noBookings}</p>`
        : html`<table>
              <thead>
                <tr>
                  <th scope="col">${strings.bookingTime}</th>
                  <th scope="col">${strings.facts.references}</th>
                  <th scope="col">${strings.facts.modalities}</th>
                </tr>
              </thead>
              <tbody>
                ${booked.map(
                  ({ id, slot }) =>
                    html`<tr>
                      <th scope="row">${rangeOf(slot, context)}</th>
                      <td>
                        ${(references?.get(id) ?? []).map(
                          (reference) => html`<span class="reference">${reference}</span> `,
                        )}
                      </td>
                      <td>${modalitiesOf(slot, strings)} · ${stateWords(slot, strings, now)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <button class="button no-print" type="button" @click=${print}>
              ${strings.printBookings}
            </button>`
    }
    ${references ? nothing : html`<p class="quiet small">${strings.referencesMissing}</p>`}
  </section>`;
}
