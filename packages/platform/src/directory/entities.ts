import type { Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { isTimeZone } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem } from '../http/problem.ts';
import { toE164 } from './phone.ts';
import { communeOf } from './places.ts';
import { equivalentSpecialties } from './specialties.ts';
import { territoryOf } from './territories.ts';

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
 * Finds the practitioner by its national id and brings name and specialties up to date, or records it.
 *
 * @throws {ProblemError} 422 `unknown-specialty` with its place.
 */
export async function savePractitioner(
  sql: Sql,
  request: Schemas['PractitionerRequest'],
  pointer: string,
): Promise<string> {
  for (const [index, code] of request.specialties.entries()) {
    if (equivalentSpecialties(code) === null) {
      throw bodyProblem(
        'unknown-specialty',
        `${pointer}/specialties/${index}`,
        `${code} is no known specialty`,
      );
    }
  }
  const rows = await sql.query<{ id: string }>(
    `insert into practitioner (national_id, family, given, specialties) values ($1, $2, $3, $4)
     on conflict (national_id) do update
       set family = excluded.family, given = excluded.given, specialties = excluded.specialties
     returning id`,
    [request.nationalId, request.family, request.given ?? null, request.specialties],
  );
  return rows[0]!.id;
}

/** Finds the structure by its national id, or by kind and name where it has none, or records it. */
export async function saveStructure(
  sql: Sql,
  request: Schemas['StructureRequest'],
): Promise<string> {
  const { nationalId = null, kind, name } = request;
  const known = await sql.query<{ id: string }>(
    nationalId === null
      ? 'select id from structure where national_id is null and kind = $1 and name = $2'
      : 'update structure set kind = $1, name = $2 where national_id = $3 returning id',
    nationalId === null ? [kind, name] : [kind, name, nationalId],
  );
  if (known[0] !== undefined) return known[0].id;
  const made = await sql.query<{ id: string }>(
    'insert into structure (national_id, kind, name) values ($1, $2, $3) returning id',
    [nationalId, kind, name],
  );
  return made[0]!.id;
}

/**
 * Finds the location at this address of the commune, or records it. Coordinates and zone default to
 * the commune's.
 *
 * @throws {ProblemError} 422 `unknown-place`, `unknown-time-zone`, `invalid-phone`.
 */
export async function saveLocation(
  sql: Sql,
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
  const rows = await sql.query<{ id: string }>(
    `insert into location (name, line, postcode, city, insee, lat, lon, time_zone, phone, territory_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select id from territory where id = $10))
     on conflict (insee, line, lat, lon) do update
       set name = excluded.name, postcode = excluded.postcode, city = excluded.city,
           phone = excluded.phone, territory_id = excluded.territory_id
     returning id`,
    [
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
