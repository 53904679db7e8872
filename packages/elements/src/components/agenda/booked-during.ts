import { html, nothing, type TemplateResult } from 'lit';
import type { AbsenceRequest, Appointment } from '@sas-kit/client';
import { readAppointments } from './agenda-data.ts';
import type { PartStrings } from './agenda-texts.ts';
import type { AgendaDesk } from './desk.ts';
import { Foresight } from './foresight.ts';
import { momentOf, type WordContext } from './slot-words.ts';

const day = 86_400_000;

/** Looks up the appointments of a period: an absence does not cancel them. */
export function bookedDuring(
  desk: AgendaDesk,
  period: () => AbsenceRequest,
): Foresight<Appointment> {
  const { around, scheduleId, host } = desk;
  const look = async (signal: AbortSignal): Promise<readonly Appointment[]> => {
    const { from, to } = period();
    // One that began earlier may still go on: none is longer than a day.
    const earlier = new Date(Date.parse(from) - day).toISOString();
    const window = { scheduleId, from: earlier, to };
    const all = await readAppointments(around.api(), window, signal);
    return all.filter(({ slot }) => Date.parse(slot.end) > Date.parse(from));
  };
  return new Foresight(
    host,
    look,
    (found) => void desk.say('absence-form', (strings) => strings.bookedTitle(found.length)),
  );
}

/** Which appointments stay booked during an absence, by reference. */
export function bookedNotice(
  { found, failed }: Foresight<Appointment>,
  context: WordContext & { strings: PartStrings<'absence-form'> },
): TemplateResult | typeof nothing {
  const { strings } = context;
  if (failed) return html`<p class="quiet small">${strings.bookedUnknown}</p>`;
  if (found.length === 0) return nothing;
  return html`<div class="notice warn" id="warning" tabindex="-1" part="booked">
    <p><strong>${strings.bookedTitle(found.length)}</strong></p>
    <ul>
      ${found.map(
        ({ reference, slot }) =>
          html`<li><span class="reference">${reference}</span> ${momentOf(slot, context)}</li>`,
      )}
    </ul>
    <p>${strings.bookedHint}</p>
  </div>`;
}
