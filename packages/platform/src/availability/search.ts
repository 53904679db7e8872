import type { Sql } from '../database/database.ts';
import {
  entityColumns,
  type Location,
  type Practitioner,
  type Structure,
} from '../directory/entities.ts';
import type { components } from '../generated/platform.ts';
import type { Caller, Visibility } from '../identity/caller.ts';
import { hasRole } from '../identity/caller.ts';
import {
  Bindings,
  ownSchedules,
  schedulesWithin,
  shownByOwner,
  unconfirmed,
  visibleCodes,
  visibleSlots,
} from '../identity/visibility.ts';
import type { BookingMode, Modality } from '../publishing/agenda.ts';
import { bookableHere } from '../aggregation/slots/one-step-slots.ts';
import { practiceConditions } from './practice-filter.ts';
import type { CardKey, Search } from './query.ts';
import { offeredByVendors, VENDORS_OF, type VendorOffer, type VendorsOf } from './vendor-offer.ts';

/** A slot as searches read it. */
export interface FreeSlot {
  id: string;
  startsAt: Date;
  endsAt: Date;
  modalities: Modality[];
  visibility: Visibility[];
  booking: BookingMode;
  communities: string[];
  capacity: number;
  remaining: number;
  editor: string | null;
  /** Of a slot that is booked with its vendor, the editor; absent for one of the platform. */
  vendor?: VendorOffer | null;
}

/** A card as searches read it. */
export interface FoundCard {
  key: CardKey;
  /** When it was read. */
  readAt: Date;
  practitioner: Practitioner | null;
  structure: Structure | null;
  location: Location;
  distanceKm: number;
  participates: boolean;
  overbooking: boolean;
  practice: components['schemas']['SaidPractice'];
  preferred: boolean;
  connected: boolean;
  vendors: VendorsOf;
  slots: FreeSlot[];
  freeSlots: number;
}

/** Agendas of those that answer a search. */
export interface Only {
  readonly agendas: readonly string[];
  /** National ids of professionals and associations whose agendas are read too. */
  readonly owners?: readonly string[];
}

/** Kilometres per degree of latitude on the sphere of the haversine below. */
const KM_PER_DEGREE = (6371.0088 * Math.PI) / 180;

/** Places left for the next person: booked ones and live holds are gone. The hold's own row is found by an index. */
export const REMAINING = (slot: string) => `(${slot}.capacity - ${slot}.booked - (
  select count(*) from hold h where h.slot_id = ${slot}.id and h.state = 'live' and h.expires_at > sas_now()))::int`;

/** The SQL condition for a slot that can still be taken and that this caller may know of. */
export function offeredSlots(
  caller: Caller,
  aliases: { slot: string; schedule: string },
  bind: Bindings,
): string {
  const { slot } = aliases;
  // The clock is read once for a statement, not once for an agenda.
  return `${slot}.state = 'live' and ${slot}.starts_at > (select sas_now()) and ${slot}.booked < ${slot}.capacity
    and ${visibleSlots(caller, aliases, bind)} and ${shownByOwner(caller, aliases, bind)} and ${REMAINING(slot)} > 0`;
}

/** Great-circle distance in km from a schedule's position to bound coordinates. */
export function haversine(schedule: string, lat: string, lon: string): string {
  return `12742.0176 * asin(least(1, sqrt(
    sin(radians(${schedule}.position[1] - ${lat}) / 2) ^ 2 +
    cos(radians(${lat})) * cos(radians(${schedule}.position[1])) *
    sin(radians(${schedule}.position[0] - ${lon}) / 2) ^ 2)))`;
}

/** The smallest box of longitudes and latitudes that holds the circle. */
export function boundingBox(lat: number, lon: number, radiusKm: number) {
  const dLat = radiusKm / KM_PER_DEGREE;
  const cosine = Math.cos(((Math.abs(lat) + dLat) * Math.PI) / 180);
  const dLon = cosine <= 0.001 ? 180 : Math.min(180, dLat / cosine);
  return { west: lon - dLon, south: lat - dLat, east: lon + dLon, north: lat + dLat };
}

/** SQL: whether a schedule is one of these. */
function isAmong(schedule: string, { agendas, owners = [] }: Only, bind: Bindings): string {
  const ids = bind.add(owners);
  return `${schedule}.id = any(${bind.add(agendas)}::uuid[] || array(
    select theirs.id from practitioner p join schedule theirs on theirs.practitioner_id = p.id
    where p.national_id = any(${ids}::text[])
    union all
    select theirs.id from structure st join schedule theirs on theirs.structure_id = st.id
    where st.national_id = any(${ids}::text[]) and theirs.practitioner_id is null))`;
}

/**
 * The schedules inside the circle that the caller may know of, and those of the person's own doctor
 * wherever they are: a CTE named `near`. No schedule stands in it twice.
 */
export function nearSchedules(
  caller: Caller,
  search: Search,
  radiusKm: number,
  bind: Bindings,
  only: Only | null = null,
): string {
  const { lat, lon } = search.place;
  const box = boundingBox(lat, lon, radiusKm);
  const [latitude, longitude] = [`${bind.add(lat)}::float8`, `${bind.add(lon)}::float8`];
  const corner = (x: number, y: number) => `point(${bind.add(x)}, ${bind.add(y)})`;
  const known = [
    ...(only === null ? [] : [isAmong('sch', only, bind)]),
    ...shownSchedules(caller, bind),
  ];
  const around = [
    ...known,
    `sch.position <@ box(${corner(box.west, box.south)}, ${corner(box.east, box.north)})`,
    ...(search.specialties === null
      ? []
      : [`sch.specialties && ${bind.add(search.specialties)}::text[]`]),
    ...practiceConditions(search.practice, 'sch', bind),
  ];
  const schedules = (preferred: boolean, ...conditions: string[]) =>
    `select sch.*, ${haversine('sch', latitude, longitude)} as distance, ${preferred} as preferred
    from schedule sch where ${conditions.join(' and ')}`;
  if (search.preferredPractitioner === null) {
    return `near as materialized (${schedules(false, ...around)})`;
  }
  const own = `(select id from practitioner where national_id = ${bind.add(search.preferredPractitioner)})`;
  return `near as materialized (
    ${schedules(true, ...known, `sch.practitioner_id = ${own}`)}
    union all
    ${schedules(false, ...around, `sch.practitioner_id is distinct from ${own}`)})`;
}

/**
 * A professional who does not agree to public display is not shown to the public, even without slots;
 * a vendor sees the agendas that it publishes.
 */
function shownSchedules(caller: Caller, bind: Bindings): string[] {
  if (caller.kind !== 'professional') return ['sch.public_display'];
  if (unconfirmed(caller)) {
    return [`(sch.public_display or ${ownSchedules(caller, caller.identity.roles, 'sch', bind)})`];
  }
  return visibleCodes(caller).length === 0
    ? [schedulesWithin(caller, 'availability:read', 'sch', bind)]
    : [];
}

/** The public may narrow to PUBLIC only: another code would tell which slots carry it besides. */
function narrowed(caller: Caller, codes: readonly Visibility[], bind: Bindings): string {
  if (isPublic(caller)) return codes.includes('PUBLIC') ? `s.visibility @> '{PUBLIC}'` : 'false';
  return `s.visibility && ${bind.add(codes)}::text[]`;
}

/** The SQL condition for the slots that answer the question, `s` of schedule `near`. */
function wantedSlots(caller: Caller, search: Search, bind: Bindings): string {
  const offered = offeredSlots(caller, { slot: 's', schedule: 'near' }, bind);
  return [offered, ...askedOfSlots(caller, search, bind)].join(' and ');
}

/** Those of vendors, `s` of `vendor_offer`; null where the search reads none. */
function wantedOfVendors(caller: Caller, search: Search, bind: Bindings): string | null {
  if (!search.vendors) return null;
  return [offeredByVendors(caller, bind), ...askedOfSlots(caller, search, bind)].join(' and ');
}

/** What the question says of slots `s`. */
function askedOfSlots(caller: Caller, search: Search, bind: Bindings): string[] {
  const conditions: string[] = [];
  if (search.modalities !== null) {
    conditions.push(`s.modalities && ${bind.add(search.modalities)}::text[]`);
  }
  if (search.bookings !== null)
    conditions.push(`s.booking = any(${bind.add(search.bookings)}::text[])`);
  if (search.narrowTo !== null) conditions.push(narrowed(caller, search.narrowTo, bind));
  return conditions;
}

/** SQL: since when a slot `s` of `vendor_offer` is shown. */
const SHOWN_SINCE = `(select a.shown_since from vendor_answer a
  where (a.editor_id, a.kind, a.national_id) = (s.editor_id, s.kind, s.national_id))`;

/**
 * SQL: when the first slot of agenda `near` begins, of those from an instant on, and since when it is
 * shown, where a vendor offers it.
 */
function firstStart(wanted: string, ofVendors: string | null, when: string): string {
  const first = (table: string, condition: string, since: string) =>
    `select s.starts_at, ${since} as since from ${table} s
    where s.schedule_id = near.id and ${when} and ${condition} order by s.starts_at limit 1`;
  const own = first('slot', wanted, 'null::timestamptz');
  if (ofVendors === null) return own;
  return `select each.* from ((${own}) union all (${first('vendor_offer', ofVendors, SHOWN_SINCE)})) each
    order by each.starts_at, each.since nulls first limit 1`;
}

/** SQL: the same for a first page, to which nothing came late: no more than an index is read of each agenda. */
function earliestStart(wanted: string, ofVendors: string | null, when: string): string {
  const first = (table: string, condition: string) =>
    `(select s.starts_at from ${table} s where s.schedule_id = near.id and ${when} and ${condition}
      order by s.starts_at limit 1)`;
  const theirs = ofVendors === null ? 'null' : first('vendor_offer', ofVendors);
  // Once for an agenda, though it is named several times.
  return `select least(${first('slot', wanted)}, ${theirs}) as starts_at, null::timestamptz as since offset 0`;
}

/** Cursors hold no larger number, ms. */
const MOST_LATE_MS = 999_999_999;

/**
 * SQL: how long after the first page of a search the first slot `first` of agenda `near` came, ms. What
 * stands behind all that the first page knew of cannot be missed between two pages; the own doctor stays.
 */
function lateness({ firstReadAt }: Search, bind: Bindings): string {
  if (firstReadAt === null) return '0';
  const late = `extract(epoch from first.since - ${bind.add(firstReadAt)}::timestamptz) * 1000`;
  const bounded = `least(greatest(0, coalesce(trunc(${late}), 0)), ${MOST_LATE_MS})::int`;
  return `case when near.preferred then 0 else ${bounded} end`;
}

/** SQL: the slots of agenda `near` of a window, the platform's and those of vendors alike. */
function offerOf(caller: Caller, wanted: string, ofVendors: string | null, when: string): string {
  const where = (condition: string) => `where s.schedule_id = near.id and ${when} and ${condition}`;
  const columns =
    's.id, s.starts_at, s.ends_at, s.modalities, s.visibility, s.booking, s.communities';
  const own = `select ${columns}, s.capacity, ${REMAINING('s')} as remaining, near.editor,
    null::jsonb as vendor from slot s ${where(wanted)}`;
  if (ofVendors === null) return own;
  return `${own} union all select ${columns}, 1, 1, s.editor_id,
    jsonb_build_object('bookingUrl', s.booking_url, 'reasons', s.reasons,
      'bookableHere', ${bookableHere(caller, 's')})
    from vendor_offer s ${where(ofVendors)}`;
}

/** Cards of a lower group come first; the own doctor's is 0. */
export function groupOf(caller: Caller, { order }: Search, participates: boolean): number {
  return order === 'recommended' && !isPublic(caller) && participates ? 2 : 3;
}

/**
 * The order of cards. The person's own doctor comes first, with slots or without; then cards with slots.
 * For professionals `recommended` puts the SAS participants before the others; for the public all are
 * alike. Distances are compared by the kilometre, so that the seed's shuffle lets neighbours take turns.
 */
export function ranking(caller: Caller, search: Search, bind: Bindings) {
  const [participant, other] = [true, false].map((each) => groupOf(caller, search, each));
  const others = `case when near.participates then ${participant} else ${other} end`;
  const empty = `case when first.starts_at is null and not near.preferred then 1 else 0 end`;
  const group = `case when near.preferred then 0 else ${others} end`;
  const shuffle = `hashtextextended(near.id::text || ${bind.add(search.seed)}, 0)`;
  return { empty, group, shuffle };
}

/** Whether a search narrows nothing: its statement is one of few, whatever people ask for. */
export function isPlain(search: Search): boolean {
  const { after, modalities, bookings, narrowTo, practice } = search;
  const narrows = [after, modalities, bookings, narrowTo].some((each) => each !== null);
  return !narrows && Object.keys(practice).length === 0;
}

/**
 * One page of cards with their slots, and the next card, in one statement.
 *
 * @param only these agendas, of those that answer the search.
 */
export async function findCards(
  sql: Sql,
  caller: Caller,
  search: Search,
  radiusKm: number,
  only: Only | null = null,
): Promise<FoundCard[]> {
  const bind = new Bindings();
  const near = nearSchedules(caller, search, radiusKm, bind, only);
  const wanted = wantedSlots(caller, search, bind);
  const ofVendors = wantedOfVendors(caller, search, bind);
  const when = `s.starts_at >= ${bind.add(search.from)} and s.starts_at < ${bind.add(search.to)}`;
  // Slots of one agenda of ours never overlap: their start alone is their order, as in the index.
  const inOrder = (of: string) =>
    ofVendors === null ? `${of}.starts_at` : `${of}.starts_at, ${of}.id`;
  const { empty, group, shuffle } = ranking(caller, search, bind);
  const late = lateness(search, bind);
  const start = search.firstReadAt === null ? earliestStart : firstStart;
  const key =
    search.order === 'nearest'
      ? 'empty, late, "group", ring, first_start, shuffle, id'
      : 'empty, late, "group", first_start, ring, shuffle, id';
  // A rule offers what a slot does: who may see the one may know of the other.
  const known = visibleSlots(caller, { slot: 'known', schedule: 'near' }, bind);
  const knownRule = visibleSlots(caller, { slot: 'r', schedule: 'near' }, bind);
  const after = search.after === null ? 'true' : `(${key}) > (${bindKey(search, bind)})`;
  const rows = await sql.query<CardRow>(
    `with ${near}, ranked as (
       select near.*, ${group} as "group", ${empty} as empty, ${late} as late, first.starts_at is not null as free,
         coalesce(first.starts_at, 'infinity') as first_start,
         ceil(near.distance)::int as ring, ${shuffle} as shuffle
       from near
       left join lateral (${start(wanted, ofVendors, when)}) first on true
       where near.preferred or near.distance <= ${bind.add(radiusKm)}
     ), page as (
       select * from ranked where ${after} order by ${key} limit ${bind.add(search.limit + 1)}
     )
     select near.id, near.empty, near.late, now() as "readAt", near."group", nullif(near.first_start, 'infinity') as "firstStart",
       near.ring, near.shuffle::text, near.distance as "distanceKm", near.participates, near.overbooking, near.practice,
       near.preferred, ${entityColumns.practitioner('p')} as practitioner,
       ${entityColumns.structure('st')} as structure, ${entityColumns.location('l')} as location,
       (near.free or exists (select from slot known where known.schedule_id = near.id and ${known})
         or exists (select from rule r where r.schedule_id = near.id and not r.ended and ${knownRule})) as connected,
       ${ofVendors === null ? `'none'` : VENDORS_OF} as vendors,
       coalesce(offer.slots, '[]') as slots, coalesce(offer.total, 0)::int as "freeSlots"
     from page near
     join location l on l.id = near.location_id
     left join practitioner p on p.id = near.practitioner_id
     left join structure st on st.id = near.structure_id
     left join lateral (
       select jsonb_agg(jsonb_build_object('id', o.id, 'startsAt', o.starts_at, 'endsAt', o.ends_at,
           'modalities', o.modalities, 'visibility', o.visibility, 'booking', o.booking,
           'communities', o.communities, 'capacity', o.capacity, 'remaining', o.remaining,
           'editor', o.editor${ofVendors === null ? '' : `, 'vendor', o.vendor`}) order by ${inOrder('o')})
           filter (where o.position <= ${bind.add(search.slotsPerCard)}) as slots, count(*) as total
       from (select each.*, row_number() over (order by ${inOrder('each')}) as position
             from (${offerOf(caller, wanted, ofVendors, `near.free and ${when}`)}) each) o) offer on true
     order by ${key.replaceAll(/(\w+|"group")(?=,|$)/g, 'near.$1')}`,
    bind.values,
    isPlain(search) ? 'often' : undefined,
  );
  return rows.map(toCard);
}

function bindKey(search: Search, bind: Bindings): string {
  const { empty, late, group, firstStart, ring, shuffle, id } = search.after!;
  const start = `${bind.add(firstStart ?? 'infinity')}::timestamptz`;
  const ringAt = `${bind.add(ring)}::int`;
  const [first, second] = search.order === 'nearest' ? [ringAt, start] : [start, ringAt];
  return `${bind.add(empty)}::int, ${bind.add(late)}::int, ${bind.add(group)}::int, ${first}, ${second},
    ${bind.add(shuffle)}::int8, ${bind.add(id)}::uuid`;
}

/** The first free slot after the window, where the window has none. */
export async function findNextAvailable(
  sql: Sql,
  caller: Caller,
  search: Search,
  radiusKm: number,
): Promise<Date | null> {
  const bind = new Bindings();
  const near = nearSchedules(caller, search, radiusKm, bind);
  const wanted = wantedSlots(caller, search, bind);
  const after = `s.starts_at >= ${bind.add(search.to)}`;
  const rows = await sql.query<{ next: Date | null }>(
    `with ${near} select min(first.starts_at) as next from near
     cross join lateral (${firstStart(wanted, wantedOfVendors(caller, search, bind), after)}) first
     where near.distance <= ${bind.add(radiusKm)}`,
    bind.values,
    isPlain(search) ? 'often' : undefined,
  );
  return rows[0]?.next ?? null;
}

/** Agendas around a place that have a free slot, the own doctor's apart: how many, or `most` of them. */
export async function countFree(
  sql: Sql,
  caller: Caller,
  search: Search,
  radiusKm: number,
  most: number,
): Promise<number> {
  const bind = new Bindings();
  const near = nearSchedules(caller, search, radiusKm, bind);
  const wanted = wantedSlots(caller, search, bind);
  const when = `s.starts_at >= ${bind.add(search.from)} and s.starts_at < ${bind.add(search.to)}`;
  // Agendas are read no further than is counted.
  const rows = await sql.query<{ free: number }>(
    `with ${near} select count(*)::int as free from (
       select from near
       cross join lateral (${firstStart(wanted, wantedOfVendors(caller, search, bind), when)}) first
       where not near.preferred and near.distance <= ${bind.add(radiusKm)}
       limit ${bind.add(most)}) each`,
    bind.values,
    isPlain(search) ? 'often' : undefined,
  );
  return rows[0]!.free;
}

/** A free slot together with whose it is. */
export interface FoundAlternative extends FreeSlot {
  practitioner: Practitioner | null;
  location: Location;
}

const ALTERNATIVES = 5;
const ALTERNATIVES_RADIUS_KM = 10;

/** The next free slots instead of one: of the same agenda first, then of its colleagues nearby. */
export async function findAlternatives(
  sql: Sql,
  caller: Caller,
  slotId: string,
  window: { from: Date; to: Date },
): Promise<FoundAlternative[]> {
  const bind = new Bindings();
  const slot = bind.add(slotId);
  const when = `s.id <> ${slot} and s.booking = 'ROUTINE'
    and s.starts_at >= ${bind.add(window.from)} and s.starts_at < ${bind.add(window.to)}`;
  const own = offeredSlots(caller, { slot: 's', schedule: 'near' }, bind);
  const ofVendors = offeredByVendors(caller, bind);
  const rows = await sql.query<AlternativeRow>(
    `with target as (
       select sch.id, sch.specialties, sch.position
       from (select schedule_id from slot where id = ${slot}
         union all select schedule_id from vendor_slot where id = ${slot}) t
       join schedule sch on sch.id = t.schedule_id
     ), near as (
       select sch.*, (sch.id <> target.id)::int as other, ${haversine('sch', 'target.position[1]', 'target.position[0]')} as distance
       from target join schedule sch on sch.position <@ box(
           point(target.position[0] - 0.15, target.position[1] - 0.09),
           point(target.position[0] + 0.15, target.position[1] + 0.09))
         and sch.specialties && target.specialties
     )
     select near.other, near.distance, s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.modalities, s.visibility,
       s.booking, s.communities, s.capacity, s.remaining, s.editor, s.vendor,
       ${entityColumns.practitioner('p')} as practitioner, ${entityColumns.location('l')} as location
     from near cross join lateral (
       select each.* from (${offerOf(caller, own, ofVendors, when)}) each
       order by each.starts_at limit ${ALTERNATIVES}) s
     join location l on l.id = near.location_id
     left join practitioner p on p.id = near.practitioner_id
     where near.distance <= ${ALTERNATIVES_RADIUS_KM}
     order by near.other, s.starts_at, near.distance limit ${ALTERNATIVES}`,
    bind.values,
  );
  return rows;
}

interface AlternativeRow extends FoundAlternative, Record<string, unknown> {}

interface CardRow extends Record<string, unknown> {
  id: string;
  empty: number;
  late: number;
  readAt: Date;
  group: number;
  firstStart: Date | null;
  ring: number;
  shuffle: string;
  distanceKm: number;
  participates: boolean;
  overbooking: boolean;
  practice: components['schemas']['SaidPractice'];
  preferred: boolean;
  practitioner: Practitioner | null;
  structure: Structure | null;
  location: Location;
  connected: boolean;
  vendors: VendorsOf;
  slots: (Omit<FreeSlot, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string })[];
  freeSlots: number;
}

function toCard(row: CardRow): FoundCard {
  const { id, empty, late, group, firstStart, ring, shuffle, slots, ...card } = row;
  return {
    ...card,
    key: { id, empty, late, group, firstStart: firstStart?.toISOString() ?? null, ring, shuffle },
    slots: slots.map((slot) => ({
      ...slot,
      startsAt: new Date(slot.startsAt),
      endsAt: new Date(slot.endsAt),
    })),
  };
}

/** Whether the caller's answer is the narrow, public one. */
export function isPublic(caller: Caller): boolean {
  return caller.kind !== 'professional' || hasRole(caller, ['public']) || unconfirmed(caller);
}
