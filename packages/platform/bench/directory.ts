/** Fills a database with the practitioners of connected vendors, for benchmarks. */
import { openDatabase } from '../src/database/connection.ts';
import type { Database } from '../src/database/database.ts';

/** A practitioner at a place, without an agenda of its own on the platform. */
export interface ListedPractitioner {
  /** `8` and RPPS. */
  readonly nationalId: string;
  readonly family: string;
  readonly given: string;
  readonly specialty: string;
  readonly line: string;
  readonly postcode: string;
  readonly city: string;
  readonly insee: string;
  readonly lat: number;
  readonly lon: number;
  /** Name of the vendor that answers for it. */
  readonly editor: string;
}

/** A connected vendor. */
export interface ListedEditor {
  readonly id: string;
  readonly name: string;
  /** Base of its FHIR interface. */
  readonly endpoint: string;
  /** Calls to it at once. */
  readonly concurrency: number;
}

const BATCH = 5_000;

/** Brings the schema up to date, then registers the vendors and lists their practitioners. */
export function fillDirectory(
  url: string,
  editors: readonly ListedEditor[],
  practitioners: readonly ListedPractitioner[],
): Promise<void> {
  return withDatabase(url, async (database) => {
    await registerEditors(database, editors);
    for (let done = 0; done < practitioners.length; done += BATCH) {
      await insertBatch(database, practitioners.slice(done, done + BATCH));
    }
    for (const table of ['practitioner', 'location', 'schedule', 'editor_serves']) {
      await database.query(`vacuum analyze ${table}`);
    }
  });
}

/** Tells where the vendors are from now on. */
export function moveEditors(url: string, editors: readonly ListedEditor[]): Promise<void> {
  return withDatabase(url, (database) => registerEditors(database, editors));
}

/**
 * Makes what is kept of vendors' answers an hour older: whoever needs it asks again.
 *
 * @returns answers that were younger than that.
 */
export function ageAnswers(url: string): Promise<number> {
  return withDatabase(url, async (database) => {
    const rows = await database.query(
      `update vendor_answer set answered_at = answered_at - interval '1 hour'
       where answered_at > sas_now() - interval '1 hour' returning 1`,
    );
    return rows.length;
  });
}

/** Processes that serve the clients of the database, on this machine. */
export function backends(url: string): Promise<number[]> {
  return withDatabase(url, async (database) => {
    const rows = await database.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rows.map(({ pid }) => pid);
  });
}

async function withDatabase<Result>(
  url: string,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ url, poolSize: 1 });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

async function registerEditors(
  database: Database,
  editors: readonly ListedEditor[],
): Promise<void> {
  await database.query(
    `insert into editor (id, name, endpoint, concurrency)
     select id, name, endpoint, concurrency
     from jsonb_to_recordset($1::jsonb) as g (id text, name text, endpoint text, concurrency int)
     on conflict (id) do update set endpoint = excluded.endpoint, version = editor.version + 1`,
    [JSON.stringify(editors)],
  );
}

async function insertBatch(database: Database, rows: readonly ListedPractitioner[]): Promise<void> {
  await database.query(
    `with given as (
       select *, gen_random_uuid() as p_id, gen_random_uuid() as l_id
       from jsonb_to_recordset($1::jsonb) as g ("nationalId" text, family text, given text, specialty text,
         line text, postcode text, city text, insee text, lat float8, lon float8, editor text)
     ), people as (
       insert into practitioner (id, national_id, family, given, specialties)
       select p_id, "nationalId", family, given, array[specialty] from given
     ), places as (
       insert into location (id, line, postcode, city, insee, lat, lon, time_zone)
       select l_id, line, postcode, city, insee, lat, lon, 'Europe/Paris' from given
     ), served as (
       insert into editor_serves (editor_id, kind, national_id)
       select editor, 'practitioner', "nationalId" from given
     )
     insert into schedule (publisher, practitioner_id, location_id, specialties, position)
     select 'bench', p_id, l_id, array[specialty], point(lon, lat) from given`,
    [JSON.stringify(rows)],
  );
}
