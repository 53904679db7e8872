import { type Appointment, writeAppointment } from '@sas-kit/fhir';
import { withDeadline } from '../deadline.ts';
import type { Answer } from '../http/answer.ts';
import { refuse } from '../http/refusal.ts';
import type { Settings } from '../options.ts';
import { decode, splitQuery } from '../search/query-string.ts';
import { askVendor } from './ask-vendor.ts';
import { type AppointmentFlow, readRequested } from './booking.ts';

/** A booking in one step that is to be cancelled. */
export interface Cancelled {
  readonly appointment: Appointment;
  readonly flow: AppointmentFlow;
}

/**
 * Reads `PUT /Appointment?identifier=system|value`, ours: the appointment as it was booked, `cancelled`.
 *
 * @param query of the address, without `?`.
 */
export function readCancellation(
  query: string,
  body: Readonly<Record<string, unknown>>,
): Cancelled {
  const given = splitQuery(query).filter(({ name }) => name === 'identifier');
  if (given.length > 1) throw refuse.repeatedParameter('identifier');
  if (given[0] === undefined) throw refuse.missingParameter('identifier');
  const cancelled = readRequested(body, 'cancelled');
  const { system, value } = cancelled.appointment.identifier;
  if (decode(given[0].rawValue) !== `${system}|${value}`) {
    throw refuse.badParameter(
      'identifier',
      'celui du rendez-vous attendu (système|valeur)',
      'expected that of the appointment (system|value)',
    );
  }
  return cancelled;
}

/** Cancels where the vendor does: 200 with the appointment, 404 where none was booked so, else 409. */
export async function cancelBooking(
  { appointment, flow }: Cancelled,
  settings: Settings,
): Promise<Answer> {
  const { agenda, deadlineMs } = settings;
  const answer = await askVendor(settings, () =>
    withDeadline(deadlineMs, (signal) => agenda.cancel?.({ appointment }, { signal })),
  );
  if (answer?.outcome === 'refused') throw refuse.keptBooking();
  if (answer?.outcome !== 'cancelled') throw refuse.unknownBooking();
  const { resource } = writeAppointment(appointment, { guide: settings.guide, flow });
  return { status: 200, body: JSON.stringify(resource) };
}
