import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { findCards } from '../availability/search.ts';
import { readSearch } from '../availability/query.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { TEST_IDENTITIES } from '../testing/test-platform.ts';
import { openDatabase } from './connection.ts';

/** `pg_dump` and `psql` of the installed server, if there is one. */
function binaries(): string | null {
  try {
    const version = readdirSync('/usr/lib/postgresql').sort().at(-1);
    return version === undefined ? null : `/usr/lib/postgresql/${version}/bin`;
  } catch {
    return null;
  }
}

const tools = binaries();
const skip =
  (!process.env['SAS_TEST_DATABASE_URL'] && 'runs on PostgreSQL only') ||
  (tools === null && 'pg_dump is not installed');

test(
  'the index of distances and the constraints survive a dump and restore',
  { skip },
  async () => {
    const [source, target] = [await freshDatabase(), await freshDatabase()];
    assert.ok('url' in source && 'url' in target);
    const before = await openDatabase(source);
    await before.query(
      `with p as (insert into practitioner (national_id, family, specialties)
       select i::text, 'FICTIF', '{SM54}' from generate_series(1, 5000) i returning id, national_id),
     l as (insert into location (line, postcode, city, insee, lat, lon, time_zone)
       select i::text, '76600', 'Le Havre', '76351', 43 + i % 80 * 0.1, i / 80 * 0.1, 'Europe/Paris'
       from generate_series(1, 5000) i returning id, line, lat, lon)
     insert into schedule (publisher, practitioner_id, location_id, specialties, position)
     select 'x', p.id, l.id, '{SM54}', point(l.lon, l.lat) from p join l on l.line = p.national_id`,
    );
    await before.close();
    const dump = execFileSync(`${tools}/pg_dump`, ['--no-owner', source.url], { maxBuffer: 1e9 });
    execFileSync(`${tools}/psql`, ['-q', '-v', 'ON_ERROR_STOP=1', target.url], {
      input: dump,
      stdio: ['pipe', 'pipe', 'pipe'],
    });

    const after = await openDatabase(target);
    await after.query('analyze schedule');
    const plan = await after.query<{ 'QUERY PLAN': string }>(
      `explain select id from schedule where position <@ box(point(0, 49), point(0.2, 49.2))`,
    );
    assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /schedule_position/);
    const constraints = await after.query(
      `select conname from pg_constraint where conname in ('slot_no_overlap', 'slot_never_overbooked')`,
    );
    assert.equal(constraints.length, 2);
    const identity = TEST_IDENTITIES.find(({ roles }) => roles.includes('regulator'))!;
    const caller = { kind: 'professional', scope: 'test', identity, fromOrigin: false } as const;
    const search = readSearch({ lat: 49, lon: 0.1, limit: 20 }, await after.now());
    assert.ok((await findCards(after, caller, search, 20)).length > 0);
    await after.close();
  },
);
