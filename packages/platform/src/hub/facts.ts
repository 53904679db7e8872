import type { OrientationCategory } from '@sas-kit/fhir';
import type { AppointmentFacts, AppointmentMethod } from '@sas-kit/fhir/hub';
import type { AppointmentStatus } from '../booking/policy.ts';

interface Person {
  family: string;
  given: string | null;
}

/** What a message is made of: the change as it was, the names as they are. */
export interface FactsRow extends Record<string, unknown> {
  appointment: string;
  method: AppointmentMethod;
  told: {
    status: AppointmentStatus;
    startsAt: string;
    endsAt: string;
    category: OrientationCategory | null;
  };
  /** Of the orientation that it carries out. */
  orientation: OrientationCategory | null;
  booked: Date;
  zone: string | null;
  practitioner: (Person & { nationalId: string; specialty: string | null }) | null;
  structure: { kind: string; name: string; nationalId: string | null } | null;
  account: (Person & { nationalId: string; email: string | null }) | null;
  desk: { family: string; given: string; email: string } | null;
}

/** Kinds of structures that the Hub has a word for. */
const CATEGORIES: Readonly<Record<string, OrientationCategory>> = {
  cpts: 'CPTS',
  msp: 'MSP',
  cds: 'CDS',
  sos: 'SOS',
};

/** An appointment as a message tells it: nobody's name but the practitioner's and the regulator's. */
export function factsOf(row: FactsRow): AppointmentFacts {
  const { told, practitioner, structure } = row;
  const ofKind = CATEGORIES[structure?.kind ?? ''] ?? 'PS';
  return {
    appointmentId: row.appointment,
    method: row.method,
    created: row.booked,
    start: new Date(told.startsAt),
    end: new Date(told.endsAt),
    timeZone: row.zone ?? 'Europe/Paris',
    status: told.status,
    orientation: told.category ?? row.orientation ?? ofKind,
    ...(practitioner !== null && {
      practitioner: {
        nationalId: practitioner.nationalId,
        family: practitioner.family,
        given: practitioner.given ?? '',
        ...(practitioner.specialty !== null && { specialty: practitioner.specialty }),
      },
    }),
    ...(structure !== null && {
      organization: { name: structure.name, ...idOf(structure.nationalId) },
    }),
    regulator: regulatorOf(row),
  };
}

/** `1` and a FINESS, or `3` and a SIRET: the vocabulary tells them apart itself. */
function idOf(nationalId: string | null): { finess?: string } {
  return nationalId === null ? {} : { finess: nationalId };
}

/** The person who booked; who has no name or no address is named by the desk. */
function regulatorOf({ account, desk }: FactsRow): AppointmentFacts['regulator'] {
  if (account?.given != null && account.email !== null) {
    const { family, given, email, nationalId: value } = account;
    return { family, given, email, identifier: { kind: 'national', value } };
  }
  return desk ?? { family: '', given: '', email: '' };
}
