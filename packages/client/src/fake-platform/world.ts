import { formatInstant } from '@sas-kit/regime';
import type { CredentialStore, FakeIdentity } from './callers.ts';
import type { Schemas } from './contract.ts';

export type Practitioner = Schemas['Practitioner'];
export type Structure = Schemas['Structure'];
export type Location = Schemas['Location'];
export type Territory = Schemas['Territory'];

/** A commune or a department that a search may name. */
export interface PlaceRecord {
  readonly kind: 'commune' | 'department';
  /** Null for a department. */
  readonly insee: string | null;
  readonly department: string;
  readonly label: string;
  readonly postcodes: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** Default radius of a search, km. */
  readonly radiusKm: number;
  /** By how much a search that leaves little choice is enlarged, km. */
  readonly enlargeKm: number;
}

/** What a slot offers, whatever its source. */
export interface Offer {
  modalities: Schemas['Modality'][];
  visibility: Schemas['Visibility'][];
  booking: Schemas['BookingMode'];
  capacity: number;
  communities: string[];
  publicDisplay: boolean;
}

export interface ScheduleRecord {
  readonly id: string;
  readonly created: number;
  readonly publisher: string;
  readonly editor: string | null;
  readonly ref: string | null;
  practitioner: Practitioner | null;
  structure: Structure | null;
  location: Location;
  readonly territory: string | null;
  publicDisplay: boolean;
  overbooking: boolean;
  participates: boolean;
  practice: Schemas['Practice'] | null;
  version: number;
}

/** Half-open, milliseconds since 1970. */
export interface Period {
  start: number;
  end: number;
}

export interface SlotRecord extends Offer, Period {
  readonly id: string;
  readonly scheduleId: string;
  readonly origin: 'rule' | 'one-off' | 'push';
  /** Identity in its source: a pushed slot's `ref`, an occurrence's rule, date and time. */
  readonly key: string | null;
  readonly ruleId: string | null;
  booked: number;
  withdrawnBy: 'absence' | 'rule' | 'push' | 'owner' | null;
  version: number;
}

export interface RuleRecord {
  readonly id: string;
  readonly scheduleId: string;
  readonly created: number;
  facts: Omit<Schemas['Rule'], 'id'>;
  ended: boolean;
  version: number;
}

export interface AbsenceRecord extends Period {
  readonly id: string;
  readonly scheduleId: string;
  version: number;
}

export interface HoldRecord {
  readonly id: string;
  readonly slotId: string;
  /** Held with a publishable key. */
  readonly isPublic: boolean;
  expires: number;
  extensions: number;
  state: 'live' | 'released' | 'used';
}

export interface AppointmentRecord extends Period {
  readonly id: string;
  readonly reference: string;
  readonly created: number;
  readonly bookedBy: string;
  readonly manageToken: string | null;
  contact: Schemas['Contact'] | null;
  scheduleId: string;
  slotId: string;
  status: Schemas['AppointmentStatus'];
}

export interface NewsRecord {
  item: Schemas['News'];
  version: number;
}

/** What an idempotency key made. */
export interface MadeRecord {
  readonly request: string;
  readonly id: string;
  readonly at: number;
}

/** A stream that somebody reads. */
export interface OpenStream {
  /** Something may have changed. */
  changed(): void;
  /** Nothing comes any more. */
  end(): void;
}

/** Everything that the platform knows. Records are changed in place, one call at a time. */
export interface World {
  /** Milliseconds since 1970, on the platform's own clock. */
  readonly now: () => number;
  /** From 0 to 1, from the seed. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly url: string;
  readonly credentials: CredentialStore;
  /** Programs that ask for tokens of their own: id, secret. */
  readonly clients: Map<string, { readonly secret: string; readonly identity: FakeIdentity }>;
  readonly places: readonly PlaceRecord[];
  readonly territories: Map<string, { territory: Territory; version: number }>;
  readonly schedules: Map<string, ScheduleRecord>;
  readonly slots: Map<string, SlotRecord>;
  readonly rules: Map<string, RuleRecord>;
  readonly absences: Map<string, AbsenceRecord>;
  readonly holds: Map<string, HoldRecord>;
  readonly appointments: Map<string, AppointmentRecord>;
  readonly news: Map<string, NewsRecord>;
  readonly made: Map<string, MadeRecord>;
  /** Readers of streams, to be told of every change. */
  readonly streams: Set<OpenStream>;
}

/** Limits of the platform, as it has them without settings. */
export const LIMITS = {
  holdMs: 300_000,
  extensions: 3,
  /** How far ahead a slot may be booked. */
  bookingWindowMs: 72 * 3_600_000,
  /** Days that weekly rules reach. */
  horizonDays: 14,
  rules: 60,
} as const;

/** What every record of a place in France is read by. */
export const FRANCE = 'Europe/Paris';

/** An instant on the clocks of a zone. */
export function instant(at: number, zone: string = FRANCE): string {
  return formatInstant(at, zone);
}

/** Live holds of a slot, one of them left out. */
export function heldOf({ holds, now }: World, slotId: string, except?: HoldRecord): number {
  return [...holds.values()].filter(
    (hold) =>
      hold !== except && hold.slotId === slotId && hold.state === 'live' && hold.expires > now(),
  ).length;
}

/** Whether two periods share an instant. */
export function overlap(one: Period, other: Period): boolean {
  return one.start < other.end && other.start < one.end;
}
