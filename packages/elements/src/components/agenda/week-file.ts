import type { AgendaSlot } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { calendarFile, type CalendarEntry } from '../../format/calendar-file.ts';
import { modalitiesOf, stateWords } from './slot-words.ts';
import type { AgendaContext } from './view.ts';

/**
 * The slots of the week as a calendar file. Titles are neutral and nothing tells who comes: a reference
 * stands in the text, for whoever keeps the agenda.
 */
export function weekFile({ desk, strings, now }: AgendaContext): string {
  const { slots, schedule, week } = desk.store;
  const { line = '', postcode = '', city = '' } = schedule?.location ?? {};
  const entry = (slot: AgendaSlot): CalendarEntry => ({
    id: slot.id,
    start: slot.start,
    end: slot.end,
    created: new Date(now).toISOString(),
    title: slot.booked > 0 ? strings.fileBooked : strings.fileFree,
    place: `${line}, ${postcode} ${city}`,
    text: [
      stateWords(slot, strings, now),
      ...(week.value?.references?.get(slot.id) ?? []),
      modalitiesOf(slot, strings),
    ].join(', '),
  });
  const offered = slots.filter(({ status, booked }) => status !== 'withdrawn' || booked > 0);
  return calendarFile(...offered.map(entry));
}

/** Gives the file to the reader. Nothing leaves the page. */
export function saveWeek(context: AgendaContext): void {
  const file = new Blob([weekFile(context)], { type: 'text/calendar' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `agenda-${context.desk.store.monday}.ics`;
  link.click();
  clock.after(60_000, () => URL.revokeObjectURL(link.href));
}
