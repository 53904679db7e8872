import type { Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { isTimeZone } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem } from '../http/problem.ts';
import { toE164 } from './phone.ts';
import { communeOf } from './places.ts';
import { equivalentSpecialties } from './specialties.ts';
import { territoryOf } from './territory-records.ts';

type Schemas = components['schemas'];
export type Practitioner = Schemas['Practitioner'];
export type Structure = Schemas['Structure'];
export type Location = Schemas['Location'];

/** What an agenda needs of the place it belongs to. */
export interface LocationKey {
  id: string;
  lat: number;
  lon: number;
  timeZone: string;
}

/**
 * Who may describe a person, structure or place that is known already: an administrator, itself, or
 * the one publisher of all its agendas. Everybody else may name it, and changes nothing.
 */
export interface Describer {
  publisher: string;
  everything: boolean;
  /** National ids of the people and structures that it speaks for. */
  self: readonly string[];
}

const DESCRIBES = (
  table: string,
  column: string,
) => `($1::boolean or ${table}.national_id = any($2::text[])
  or not exists (select from schedule sch where sch.${column} = ${table}.id and sch.publisher <> $3))`;

/**
 * Finds the practitioner by its national id, or records it; brings name and specialties up to date
 * where the publisher may describe it.
 *
 * @throws {ProblemError} 422 `unknown-specialty` with its place.
 */
export async function savePractitioner(
  sql: Sql,
  by: Describer,
  request: Schemas['PractitionerRequest'],
  pointer: string,
): Promise<{ id: string; specialties: string[] }> {
  for (const [index, code] of request.specialties.entries()) {
    if (equivalentSpecialties(code) === null) {
      const place = `${pointer}/specialties/${index}`;
      throw bodyProblem('unknown-specialty', place, `${code} is no known specialty`);
    }
  }
  await sql.query(
    `insert into practitioner (national_id, family, given, specialties) values ($4, $5, $6, $7)
     on conflict (national_id) do update
       set family = excluded.family, given = excluded.given, specialties = excluded.specialties
       where ${DESCRIBES('practitioner', 'practitioner_id')}`,
    [
      by.everything,
      by.self,
      by.publisher,
      request.nationalId,
      request.family,
      request.given ?? null,
      [...new Set(request.specialties)],
    ],
  );
  const rows = await sql.query<{ id: string; specialties: string[] }>(
    'select id, specialties from practitioner where national_id = $1',
    [request.nationalId],
  );
  const practitioner = rows[0]!;
  // Searches read the schedule's copy.
  await sql.query(
    `update schedule set specialties = $2 where practitioner_id = $1 and specialties <> $2`,
    [practitioner.id, practitioner.specialties],
  );
  return practitioner;
}

/** Finds the structure by its national id, or by kind and name where it has none, or records it. */
export async function saveStructure(
  sql: Sql,
  by: Describer,
  request: Schemas['StructureRequest'],
): Promise<string> {
  const { nationalId = null, kind, name } = request;
  await sql.query(
    nationalId === null
      ? 'insert into structure (kind, name) values ($1, $2) on conflict do nothing'
      : `insert into structure (national_id, kind, name) values ($4, $5, $6)
         on conflict (national_id) do update set kind = excluded.kind, name = excluded.name
           where ${DESCRIBES('structure', 'structure_id')}`,
    nationalId === null
      ? [kind, name]
      : [by.everything, by.self, by.publisher, nationalId, kind, name],
  );
  const rows = await sql.query<{ id: string }>(
    nationalId === null
      ? 'select id from structure where national_id is null and kind = $1 and name = $2'
      : 'select id from structure where national_id = $1',
    nationalId === null ? [kind, name] : [nationalId],
  );
  return rows[0]!.id;
}

/**
 * Finds the location at this address of the commune, or records it. Coordinates and zone default to
 * the commune's. Name and telephone of a known one change only where no other publisher uses it.
 *
 * @throws {ProblemError} 422 `unknown-place`, `unknown-time-zone`, `invalid-phone`.
 */
export async function saveLocation(
  sql: Sql,
  by: Describer,
  request: Schemas['LocationRequest'],
  pointer: string,
): Promise<LocationKey> {
  const commune = communeOf(request.insee);
  if (commune === null) {
    throw bodyProblem('unknown-place', `${pointer}/insee`, `${request.insee} is no known commune`);
  }
  const timeZone = request.timeZone ?? commune.timeZone;
  if (!isTimeZone(timeZone)) {
    throw bodyProblem('unknown-time-zone', `${pointer}/timeZone`, 'timeZone is no IANA time zone');
  }
  const phone = request.phone === undefined ? null : toE164(request.phone, `${pointer}/phone`);
  const lat = request.lat ?? commune.lat;
  const lon = request.lon ?? commune.lon;
  await sql.query(
    `insert into location (name, line, postcode, city, insee, lat, lon, time_zone, phone, territory_id)
     values ($3, $4, $5, $6, $7, $8, $9, $10, $11, (select id from territory where id = $12))
     on conflict (insee, line, lat, lon) do update
       set name = excluded.name, postcode = excluded.postcode, city = excluded.city, phone = excluded.phone
       where $1::boolean or not exists (select from schedule sch
         where sch.location_id = location.id and sch.publisher <> $2)`,
    [
      by.everything,
      by.publisher,
      request.name ?? null,
      request.line,
      request.postcode,
      request.city,
      request.insee,
      lat,
      lon,
      timeZone,
      phone,
      territoryOf(commune),
    ],
  );
  const rows = await sql.query<{ id: string }>(
    'select id from location where insee = $1 and line = $2 and lat = $3 and lon = $4',
    [request.insee, request.line, lat, lon],
  );
  return { id: rows[0]!.id, lat, lon, timeZone };
}

/** SQL for the three entities as the API answers them, by the aliases of their tables. */
export const entityColumns = {
  practitioner: (p: string) => `case when ${p}.id is null then null else jsonb_build_object(
    'id', ${p}.id, 'nationalId', ${p}.national_id, 'family', ${p}.family, 'given', ${p}.given,
    'specialties', ${p}.specialties) end`,
  structure: (s: string) => `case when ${s}.id is null then null else jsonb_build_object(
    'id', ${s}.id, 'nationalId', ${s}.national_id, 'kind', ${s}.kind, 'name', ${s}.name) end`,
  location: (l: string) => `jsonb_build_object(
    'id', ${l}.id, 'name', ${l}.name, 'line', ${l}.line, 'postcode', ${l}.postcode, 'city', ${l}.city,
    'insee', ${l}.insee, 'lat', ${l}.lat, 'lon', ${l}.lon, 'timeZone', ${l}.time_zone, 'phone', ${l}.phone)`,
};

/** Structures by name. */
export async function listStructures(
  sql: Sql,
  query: { kind?: Structure['kind']; limit: number; cursor?: string },
): Promise<Page<Structure>> {
  const after =
    query.cursor === undefined ? null : decodeCursor(query.cursor, ['string', 'string']);
  const rows = await sql.query<{ id: string; name: string; structure: Structure }>(
    `select s.id, s.name, ${entityColumns.structure('s')} as structure from structure s
     where ($1::text is null or s.kind = $1)
       and ($2::text is null or (s.name, s.id::text) > ($2, $3::text))
     order by s.name, s.id::text limit $4`,
    [query.kind ?? null, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
  );
  return toPage(
    rows,
    query.limit,
    (row) => [row.name, row.id],
    (row) => row.structure,
  );
}
