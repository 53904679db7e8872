import { test, type TestContext } from 'node:test';
import { openDatabase } from '../database/connection.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { type ReadEvent, readStream } from '../testing/event-reader.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { startTestPlatform } from '../testing/test-platform.ts';

const skip = !process.env['SAS_TEST_DATABASE_URL'] && 'runs on PostgreSQL only';
const SECRET = { SAS_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };

const isDone = ({ event }: ReadEvent) => event === 'done';
const brings = (id: string) => (each: ReadEvent) =>
  each.event === 'slot' && each.data.slots.some((slot: { id: string }) => slot.id === id);
const removes = (id: string) => (each: ReadEvent) =>
  each.event === 'slot' && each.data.removed.includes(id);

/** Two platforms of one database, each with connections of its own, and a stream of the first. */
async function twoPlatforms(t: TestContext) {
  const location = await freshDatabase();
  const [here, there] = [
    await startTestPlatform(SECRET, await openDatabase(location)),
    await startTestPlatform(SECRET, await openDatabase(location)),
  ];
  t.after(() => Promise.all([here.close(), there.close()]));
  await there.setClock('2026-11-23T08:00:00+01:00');
  const schedule = await openAgenda(there);
  const reader = await readStream(here, 'insee=76351&specialty=SM54', 'public');
  t.after(() => reader.close());
  await reader.until(isDone);
  return { here, there, schedule, reader };
}

test('what another server process changes reaches the stream', { skip }, async (t) => {
  const { there, schedule, reader } = await twoPlatforms(t);
  const slotId = await addSlot(there, schedule, slotAt('2026-11-23T11:00:00+01:00'));
  await reader.until(brings(slotId));
  await there.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } });
  await reader.until(removes(slotId));
});

test(
  'what changes while the notifications are lost is found when they are back',
  { skip },
  async (t) => {
    const { there, schedule, reader } = await twoPlatforms(t);
    const rows = await there.database.transaction(async (sql) => {
      // Nobody can connect before this is over, and who listens is cut off.
      await sql.query('lock table pg_authid in access exclusive mode');
      await sql.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query like 'listen sas_agenda%'`,
      );
      return sql.query<{ id: string }>(
        `insert into slot (schedule_id, origin, starts_at, ends_at, modalities, visibility, booking, capacity,
           public_display)
         values ($1, 'one-off', '2026-11-23T11:00:00+01:00', '2026-11-23T11:20:00+01:00', '{AMB}', '{PUBLIC}',
           'ROUTINE', 1, true) returning id`,
        [schedule],
      );
    });
    await reader.until(brings(rows[0]!.id));
  },
);
