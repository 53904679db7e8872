/** Fills a database with practice places spread over France like its people, for benchmarks. */
import type { Database } from '../src/database/database.ts';
import { readReferenceData } from '../src/directory/reference-data.ts';

interface Commune {
  kind: string;
  insee: string;
  label: string;
  postcodes: string[];
  lat: number;
  lon: number;
  population: number;
  timeZone: string;
}

/** A repeatable source of numbers in [0, 1): mulberry32. */
export function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SPECIALTIES = ['SM54', 'SM54', 'SM54', 'SM40', 'SM15', 'SM04', 'SM42', 'SM38'];
const BATCH = 5_000;

/** Picks communes by their share of the population. */
function communePicker(random: () => number, communes: readonly Commune[]): () => Commune {
  const cumulated: number[] = [];
  let total = 0;
  for (const commune of communes) cumulated.push((total += commune.population));
  return () => {
    const wanted = random() * total;
    let low = 0;
    for (let high = cumulated.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return communes[low]!;
  };
}

/** Which communes to draw from. */
export type Region = 'le-havre' | 'rest-of-france';

/**
 * Adds practice places, each with one agenda and ten free slots over the coming ten days, one a day.
 * Constraints and indexes stay on, as in real life.
 */
export async function addPlaces(
  database: Database,
  region: Region,
  count: number,
  seed: number,
): Promise<void> {
  const random = randomSource(seed);
  const all = (readReferenceData('places') as Commune[]).filter(({ kind }) => kind === 'commune');
  const havre = all.filter(({ insee }) => insee === '76351');
  const rest = all.filter(({ lat, lon }) => Math.hypot(lat - 49.49, (lon - 0.11) * 0.65) > 0.4);
  const pick = communePicker(random, region === 'le-havre' ? havre : rest);
  for (let done = 0; done < count; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => {
      const commune = pick();
      return {
        key: `${region} ${seed} ${done + index}`,
        insee: commune.insee,
        postcode: commune.postcodes[0] ?? '00000',
        city: commune.label,
        // A town's practices lie within some kilometres of its centre.
        lat: commune.lat + (random() - 0.5) * 0.06,
        lon: commune.lon + (random() - 0.5) * 0.09,
        zone: commune.timeZone,
        specialty: SPECIALTIES[Math.floor(random() * SPECIALTIES.length)]!,
        first_minute: 60 + Math.floor(random() * 1_300),
      };
    });
    await insertBatch(database, rows);
  }
  for (const table of ['practitioner', 'location', 'schedule', 'slot', 'hold']) {
    await database.query(`vacuum analyze ${table}`);
  }
}

async function insertBatch(database: Database, rows: readonly object[]): Promise<void> {
  await database.query(
    `with given as (
       select *, gen_random_uuid() as p_id, gen_random_uuid() as l_id, gen_random_uuid() as sch_id
       from jsonb_to_recordset($1::jsonb) as g (key text, insee text, postcode text, city text,
         lat float8, lon float8, zone text, specialty text, first_minute int)
     ), people as (
       insert into practitioner (id, national_id, family, specialties)
       select p_id, key, 'FICTIF', array[specialty] from given
     ), places as (
       insert into location (id, line, postcode, city, insee, lat, lon, time_zone)
       select l_id, key, postcode, city, insee, lat, lon, zone from given
     ), agendas as (
       insert into schedule (id, publisher, practitioner_id, location_id, public_display, participates,
         specialties, position)
       select sch_id, 'bench', p_id, l_id, true, true, array[specialty], point(lon, lat) from given
     )
     insert into slot (schedule_id, origin, starts_at, ends_at, modalities, visibility, booking, capacity,
       public_display)
     select sch_id, 'one-off', start, start + interval '20 minutes', '{AMB}', '{PUBLIC}', 'ROUTINE', 1, true
     from given, generate_series(0, 9) as day,
       lateral (select date_trunc('hour', sas_now()) + make_interval(days => day, mins => first_minute)) as s (start)`,
    [JSON.stringify(rows)],
  );
}
