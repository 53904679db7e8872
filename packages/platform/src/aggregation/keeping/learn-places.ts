import type { Sql } from '../../database/database.ts';
import { communeOfAddress } from '../../directory/find-address.ts';
import { territoryOf } from '../../directory/territory-records.ts';
import { applyParticipation } from '../../participation/effects.ts';
import type { DescribedPlace } from './answered-slot.ts';
import type { Served } from '../editors/editors.ts';
import { type KnownPlace, matchPlace, metresBetween } from './match-place.ts';

/** An agenda of somebody, and where it is. */
interface Agenda extends KnownPlace {
  scheduleId: string;
  locationId: string;
  /** Whether it was learnt, and no answer named it for a day. */
  unnamed: boolean;
}

/** One professional or association, as an editor answers for them. */
interface Whose {
  editorId: string;
  kind: Served['kind'];
  nationalId: string;
}

/** The places of their slots. */
export interface PlacesOf extends Whose {
  /** Null for a slot that names none. */
  places: readonly (DescribedPlace | null)[];
}

/** The agendas of those that answers are about. */
export interface KnownAgendas {
  /**
   * The agenda at a place; null where there is none. A slot that names no place is at the only agenda that its
   * editor has, else at the only one of the platform's own.
   */
  of(whose: Whose, place: DescribedPlace | null): { scheduleId: string; locationId: string } | null;
}

/** New places of one professional that one answer may name. */
const MOST_NEW = 10;
/** Places of one professional, those of other editors apart; no more are learnt. */
const MOST_PLACES = 30;
/** Coordinates that are further from the commune of their address are a mistake, m. The largest fits. */
const FARTHEST_M = 200_000;

interface NewPlace extends Whose {
  place: DescribedPlace;
}

/** The agendas of professionals and associations; those at places that nobody knew are made. */
export async function knownAgendas(sql: Sql, all: readonly PlacesOf[]): Promise<KnownAgendas> {
  let known = await readAgendas(sql, all);
  const unknown = all.flatMap((each) => newPlaces(each, known.get(keyOf(each)) ?? []));
  if (unknown.length > 0 && (await learn(sql, unknown))) known = await readAgendas(sql, all);
  const at = placeFinder(known);
  await noteNamed(sql, all, known, at);
  return {
    of: (whose, place) =>
      place === null ? onlyOne(whose, known.get(keyOf(whose)) ?? []) : at(whose, place),
  };
}

/** What another editor says to be an agenda of theirs does not count. */
function onlyOne({ editorId }: Whose, agendas: readonly Agenda[]): Agenda | null {
  const own = agendas.filter(({ editor }) => editor === editorId);
  const counted = own.length > 0 ? own : agendas.filter(({ editor }) => editor === null);
  return counted.length === 1 ? counted[0]! : null;
}

type FindPlace = (whose: Whose, place: DescribedPlace) => Agenda | null;

/** Slots of one answer share their places: each is looked for once. */
function placeFinder(known: ReadonlyMap<string, readonly Agenda[]>): FindPlace {
  const found = new Map<string, Map<DescribedPlace, Agenda | null>>();
  return (whose, place) => {
    const key = keyOf(whose);
    const asked = `${whose.editorId} ${key}`;
    const places = found.get(asked) ?? new Map<DescribedPlace, Agenda | null>();
    found.set(asked, places);
    let agenda = places.get(place);
    if (agenda === undefined) {
      agenda = matchPlace(place, whose.editorId, known.get(key) ?? []);
      places.set(place, agenda);
    }
    return agenda;
  };
}

const keyOf = ({ kind, nationalId }: Whose) => `${kind} ${nationalId}`;

/** The places that match none of the agendas, nor each other. */
function newPlaces(
  { editorId, kind, nationalId, places }: PlacesOf,
  known: readonly Agenda[],
): NewPlace[] {
  const found: (DescribedPlace & KnownPlace)[] = [];
  const mine = known.filter(({ editor }) => editor === editorId || editor === null).length;
  for (const place of new Set(places)) {
    const full = found.length >= MOST_NEW || mine + found.length >= MOST_PLACES;
    if (place === null || full) continue;
    if (matchPlace<KnownPlace>(place, editorId, [...known, ...found]) !== null) continue;
    found.push({ ...place, editor: editorId });
  }
  return found.map((place) => ({ editorId, kind, nationalId, place }));
}

async function readAgendas(sql: Sql, all: readonly PlacesOf[]): Promise<Map<string, Agenda[]>> {
  const ids = (kind: Served['kind']) => [
    ...new Set(all.filter((each) => each.kind === kind).map(({ nationalId }) => nationalId)),
  ];
  const rows = await sql.query<Record<string, unknown> & Agenda & { key: string }>(
    `select asked.key, sch.id as "scheduleId", sch.location_id as "locationId",
       case when st.national_id is null then '{}' else array[st.national_id] end as "structureIds",
       sch.editor, l.lat, l.lon, l.line, l.postcode, l.city,
       coalesce(sch.learnt_at < (select sas_now()) - interval '1 day', false) as unnamed
     from (
       select 'practitioner ' || p.national_id as key, sch.id
       from practitioner p join schedule sch on sch.practitioner_id = p.id
       where p.national_id = any($1::text[])
       union all
       select 'structure ' || st.national_id, sch.id
       from structure st join schedule sch on sch.structure_id = st.id
       where st.national_id = any($2::text[]) and sch.practitioner_id is null) asked
     join schedule sch on sch.id = asked.id join location l on l.id = sch.location_id
     left join structure st on st.id = sch.structure_id and sch.practitioner_id is not null
     order by sch.id`,
    [ids('practitioner'), ids('structure')],
    'often',
  );
  const known = new Map<string, Agenda[]>();
  for (const row of rows) {
    const agendas = known.get(row.key);
    if (agendas === undefined) known.set(row.key, [row]);
    else agendas.push(row);
  }
  return known;
}

/**
 * Makes places and agendas; a place whose commune nobody knows is left out.
 *
 * @returns whether there may be new ones.
 */
async function learn(sql: Sql, unknown: readonly NewPlace[]): Promise<boolean> {
  const rows = unknown.flatMap(({ editorId, kind, nationalId, place }) => {
    const commune = communeOfAddress(place.postcode, place.city);
    if (commune === null) return [];
    return {
      ...{ editorId, kind, nationalId, name: place.name, phone: place.phone },
      ...{ line: place.line, postcode: place.postcode, city: place.city, insee: commune.insee },
      ...positionIn(place, commune),
      timeZone: commune.timeZone,
      territory: territoryOf(commune),
      structureIds: place.structureIds,
    };
  });
  if (rows.length === 0) return false;
  const columns = `"editorId" text, kind text, "nationalId" text, name text, phone text, line text,
    postcode text, city text, insee text, lat float8, lon float8, "timeZone" text, territory text,
    "structureIds" text[]`;
  const values = [JSON.stringify(rows)];
  await sql.query(
    `insert into location (name, line, postcode, city, insee, lat, lon, time_zone, phone, territory_id)
     select name, line, postcode, city, insee, lat, lon, "timeZone", phone,
       (select id from territory where id = territory)
     from jsonb_to_recordset($1) as said (${columns}) order by insee, line, lat, lon
     on conflict do nothing`,
    values,
  );
  const made = await sql.query<{ id: string }>(
    `insert into schedule (publisher, practitioner_id, structure_id, location_id, editor, specialties,
       position, learnt_at)
     select 'editor:' || said."editorId", p.id, st.id, l.id, said."editorId",
       coalesce(p.specialties, '{SM54}'), point(l.lon, l.lat), sas_now()
     from jsonb_to_recordset($1) as said (${columns})
     join location l on (l.insee, l.line, l.lat, l.lon) = (said.insee, said.line, said.lat, said.lon)
     left join practitioner p on said.kind = 'practitioner' and p.national_id = said."nationalId"
     left join lateral (select each.id from structure each
       where case when said.kind = 'structure' then each.national_id = said."nationalId"
         else each.national_id = any(said."structureIds") end
       order by each.national_id limit 1) st on true
     where case when said.kind = 'structure' then st.id else p.id end is not null
     order by l.id on conflict do nothing returning id`,
    values,
  );
  for (const { id } of made) await applyParticipation(sql, { schedule: id });
  return true;
}

/** Where a place says that it is, else the centre of its commune. */
function positionIn(place: DescribedPlace, { lat, lon }: { lat: number; lon: number }) {
  const near = metresBetween(place, { lat, lon }) <= FARTHEST_M;
  return near ? { lat: place.lat, lon: place.lon } : { lat, lon };
}

/** Once a day: what is named no more is forgotten. */
async function noteNamed(
  sql: Sql,
  all: readonly PlacesOf[],
  known: ReadonlyMap<string, readonly Agenda[]>,
  at: FindPlace,
): Promise<void> {
  const named = all.flatMap((each) => {
    const own = (known.get(keyOf(each)) ?? []).filter(({ editor }) => editor === each.editorId);
    const places = [...new Set(each.places)];
    return places.flatMap((place) => (place === null ? own : (at(each, place) ?? [])));
  });
  const stale = named.filter(({ unnamed }) => unnamed);
  if (stale.length === 0) return;
  await sql.query(
    `update schedule set learnt_at = sas_now()
     where id = any($1::uuid[]) and learnt_at < sas_now() - interval '1 day'`,
    [stale.map(({ scheduleId }) => scheduleId)],
  );
}
