import type { Appointment } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { calendarFile } from '../../format/calendar-file.ts';
import type { BookingStrings } from '../../strings/fr/booking.ts';

/** The appointment as a calendar file, under a neutral title and without the doctor's name. */
export function appointmentFile(appointment: Appointment, strings: BookingStrings): string {
  const { id, slot, location, created, reference } = appointment;
  return calendarFile({
    id,
    start: slot.start,
    end: slot.end,
    created,
    title: strings.calendarTitle,
    place: `${location.line}, ${location.postcode} ${location.city}`,
    text: strings.calendarText(reference),
  });
}

/** Gives the file to the reader. Nothing leaves the page. */
export function saveToCalendar(appointment: Appointment, strings: BookingStrings): void {
  const file = new Blob([appointmentFile(appointment, strings)], { type: 'text/calendar' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'rendez-vous.ics';
  link.click();
  clock.after(60_000, () => URL.revokeObjectURL(link.href));
}
