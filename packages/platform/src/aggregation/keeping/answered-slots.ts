import { createHash } from 'node:crypto';
import {
  type Agenda,
  isFhirId,
  type Place,
  type Site,
  type Slot,
  type StructureIds,
} from '@sas-kit/fhir';
import { openableUrl } from '../slots/booking-url.ts';
import type { Served } from '../editors/editors.ts';
import type { AnsweredSlot, DescribedPlace } from './answered-slot.ts';
import { plainText } from './plain-text.ts';
import { ToldOnce } from './told-once.ts';

/** Slots of one professional or association that an answer may hold; the rest is left out. */
const MOST_SLOTS = 1_000;
const MOST_REASONS = 10;
const LONGEST_TEXT = 200;

/** No appointment is longer; a walk-in offer is that of a day. */
const LONGEST_SLOT_MS = 86_400_000;

const short = (text: string) => plainText(text, LONGEST_TEXT);

/** The slots of an answer by national id, and what had to be left out, by rule. */
export interface AnsweredSlots {
  byId: ReadonlyMap<string, AnsweredSlot[]>;
  findings: Record<string, number>;
}

/**
 * The slots of answers, of those who were asked about and of nobody else, as searches need them: to
 * come, visible to somebody, with an address that may be opened or none.
 *
 * @param agendas of one question; one for each flow that was asked.
 * @param to end of the time that was asked about.
 */
export function answeredSlots(
  kind: Served['kind'],
  asked: ReadonlySet<string>,
  agendas: readonly Required<Agenda>[],
  now: Date,
  to: Date,
): AnsweredSlots {
  const told = new Map([...asked].map((id) => [id, new ToldOnce(MOST_SLOTS)]));
  const findings: Record<string, number> = {};
  const note = (rule: string) => void (findings[rule] = (findings[rule] ?? 0) + 1);
  for (const agenda of agendas) {
    const ownerOf = kind === 'practitioner' ? practitionersOf(agenda) : associationsOf(agenda);
    const placeOf = placesOf(agenda);
    const communityOf = communitiesOf(agenda);
    for (const slot of agenda.slots) {
      const nationalId = ownerOf(slot);
      const slots = nationalId === null ? undefined : told.get(nationalId);
      const startsAt = new Date(slot.start);
      if (nationalId === null || slots === undefined) note('not-asked-about');
      else if (startsAt <= now) note('slot-in-past');
      else if (startsAt > to) note('slot-not-asked-for');
      else if (Date.parse(slot.end) - startsAt.getTime() > LONGEST_SLOT_MS) note('slot-too-long');
      else if (slot.visibility.length === 0) note('visible-to-nobody');
      else if (!slots.add(toAnswered(nationalId, slot, startsAt, placeOf(slot), communityOf, note)))
        note('too-many-slots');
    }
  }
  return { byId: new Map([...told].map(([id, { slots }]) => [id, slots])), findings };
}

function toAnswered(
  nationalId: string,
  slot: Slot,
  startsAt: Date,
  place: DescribedPlace | null,
  communityOf: (id: string) => string | null,
  note: (rule: string) => void,
): AnsweredSlot {
  const bookingUrl = slot.url === undefined ? null : openableUrl(slot.url);
  if (bookingUrl === null && slot.url !== undefined) note('booking-url-refused');
  return {
    nationalId,
    ownId: isFhirId(slot.id) ? slot.id : null,
    place,
    startsAt,
    endsAt: new Date(slot.end),
    modalities: [...(slot.modalities ?? ['AMB'])],
    visibility: [...slot.visibility],
    booking: slot.booking ?? 'ROUTINE',
    communities: (slot.communities ?? []).map(communityOf).filter((id) => id !== null),
    reasons: (slot.reasons ?? []).slice(0, MOST_REASONS).map(short),
    publicDisplay: slot.publicDisplay === true,
    bookingUrl,
  };
}

function practitionersOf({ practitioners }: Required<Agenda>): (slot: Slot) => string | null {
  const ids = new Map(practitioners.map(({ id, nationalId }) => [id, nationalId]));
  return ({ practitioner }) => ids.get(practitioner ?? '') ?? null;
}

function associationsOf({ associations }: Required<Agenda>): (slot: Slot) => string | null {
  const ids = new Map(
    associations.flatMap(({ siret, sites }) => sites.map(({ id }) => [id, `3${siret}`] as const)),
  );
  return ({ site }) => ids.get(site ?? '') ?? null;
}

function communitiesOf({ communities }: Required<Agenda>): (id: string) => string | null {
  const ids = new Map(communities.map(({ id, finess }) => [id, short(`1${finess}`)]));
  return (id) => ids.get(id) ?? null;
}

function placesOf(agenda: Required<Agenda>): (slot: Slot) => DescribedPlace | null {
  const places = new Map(agenda.places.map((place) => [place.id, describe(place)]));
  const sites = new Map(
    agenda.associations.flatMap((each) => each.sites.map((site) => [site.id, describe(site)])),
  );
  return ({ place, site }) => places.get(place ?? '') ?? sites.get(site ?? '') ?? null;
}

function describe(place: Place | Site): DescribedPlace {
  const { lat = null, lon = null } = place;
  const onEarth = lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  // What a Location without coordinates holds as often as not.
  const placed = onEarth && !(lat === 0 && lon === 0);
  return {
    name: place.name === undefined ? null : short(place.name),
    phone: place.phone ?? null,
    structureIds: structureIdsOf(place.structure),
    lat: placed ? lat : null,
    lon: placed ? lon : null,
    line: short(place.line),
    postcode: short(place.postalCode),
    city: short(place.city),
  };
}

/** National ids, with their prefix. */
function structureIdsOf({ finess, siret, practiceId }: StructureIds = {}): string[] {
  return [
    ...(finess ? [`1${finess}`] : []),
    ...(siret ? [`3${siret}`] : []),
    ...(practiceId ? [short(practiceId)] : []),
  ];
}

/** What tells an answer from another about the same person, order apart. */
export function digestOf(slots: readonly AnsweredSlot[]): string {
  const lines = slots.map((slot) => JSON.stringify(slot)).sort();
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}
