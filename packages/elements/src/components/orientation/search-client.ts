import type { Appointment } from '@sas-kit/client';
import type { AvailabilityQuery } from '@sas-kit/client/availability';
import type { OrientationClient } from './client.ts';
import { isNationalId } from './own-doctor.ts';

/** What is told of a search, and of departures for editors' pages. */
export interface SearchHooks {
  /** It was booked on the editor's page. */
  readonly booked: (appointment: Appointment) => void;
  /** What is asked, as it is asked. */
  readonly asked?: (query: AvailabilityQuery) => void;
}

/** What a search is asked besides what its form says. */
export interface Search {
  readonly ownDoctor: string;
  /** How far; null as the place has it. */
  readonly radiusKm: number | null;
}

/**
 * What the search calls: the element's own resources, the own doctor first, or only who takes people
 * redirected from an emergency department, and departures told. Made anew only for another client, doctor
 * or radius: the search begins again with each. What a nurse booked on an editor's page stays `pending`: the
 * platform takes her word once the orientation is recorded.
 */
export function searchClient(
  api: OrientationClient,
  { ownDoctor, radiusKm }: Search,
  { booked, asked }: SearchHooks,
  redirects = false,
): OrientationClient {
  const own = {
    ...(isNationalId(ownDoctor) && !redirects && { preferredPractitioner: ownDoctor }),
    ...(redirects && { redirection: true }),
    ...(radiusKm !== null && { radiusKm }),
  };
  const { availability, appointments } = api;
  const whole = (query: AvailabilityQuery): AvailabilityQuery => {
    const all = { ...query, ...own };
    asked?.(all);
    return all;
  };
  const left = new Map<string, Appointment>();
  return {
    ...api,
    availability: {
      ...availability,
      search: (query, options) => availability.search(whole(query), options),
      stream: (query, options) => availability.stream(whole(query), options),
    },
    appointments: {
      ...appointments,
      leave: async (request, options) => {
        const appointment = await appointments.leave(request, options);
        if (redirects) left.set(appointment.id, appointment);
        return appointment;
      },
      confirm: async (id, options) => {
        const appointment = left.get(id) ?? (await appointments.confirm(id, options));
        booked(appointment);
        return appointment;
      },
    },
  };
}
