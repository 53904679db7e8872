import type { Appointment } from '@sas-kit/client';
import type { OrientationClient } from './client.ts';
import { isNationalId } from './own-doctor.ts';

/** What is told of departures for editors' pages. */
export interface DepartureHooks {
  /** It was booked on the editor's page. */
  readonly booked: (appointment: Appointment) => void;
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
 * or radius: the search begins again with each.
 */
export function searchClient(
  api: OrientationClient,
  { ownDoctor, radiusKm }: Search,
  { booked }: DepartureHooks,
  redirects = false,
): OrientationClient {
  const own = {
    ...(isNationalId(ownDoctor) && !redirects && { preferredPractitioner: ownDoctor }),
    ...(redirects && { redirection: true }),
    ...(radiusKm !== null && { radiusKm }),
  };
  const { availability, appointments } = api;
  return {
    ...api,
    availability: {
      ...availability,
      search: (query, options) => availability.search({ ...query, ...own }, options),
      stream: (query, options) => availability.stream({ ...query, ...own }, options),
    },
    appointments: {
      ...appointments,
      confirm: async (id, options) => {
        const appointment = await appointments.confirm(id, options);
        booked(appointment);
        return appointment;
      },
    },
  };
}
