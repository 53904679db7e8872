import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../database/connection.ts';
import { type CredentialsFile } from '../identity/credentials.ts';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { startTestPlatform } from '../testing/test-platform.ts';
import { until } from '../testing/until.ts';
import { startReceiver } from '../testing/webhook-receiver.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const TOMORROW = new Date(Date.now() + 24 * 3_600_000);
const later = (minutes: number) => new Date(TOMORROW.getTime() + minutes * 60_000).toISOString();

test('an event whose process is killed with it in hand arrives all the same, with the same id', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sas-killed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const receiver = await startReceiver();
  t.after(() => receiver.close());
  receiver.answers = () => undefined; // it has it, and never says so
  const SAS_SECRET_KEY = randomBytes(32).toString('base64');
  const fresh = await freshDatabase();
  const credentials = join(folder, 'credentials.json');
  const data = join(folder, 'data');
  const process_ = spawn(
    process.execPath,
    ['--conditions=source', MAIN, '--port', '0', '--data', data, '--credentials', credentials],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        SAS_SECRET_KEY,
        ...('url' in fresh && { DATABASE_URL: fresh.url }),
      },
    },
  );
  t.after(() => process_.kill('SIGKILL'));
  let said = '';
  process_.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await until(() => /ready on (\S+)/.exec(said)?.[1] ?? false);
  const { tokens } = JSON.parse(await readFile(credentials, 'utf8')) as CredentialsFile;
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens['administrator']}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 201);
    return (await answer.json()) as { id: string };
  };
  await post('/v1/webhooks', { url: receiver.url, events: ['slot.published'] });
  const { id: schedule } = await post('/v1/schedules', practice());
  await post(`/v1/schedules/${schedule}/slots`, slotAt(later(0)));
  await receiver.arrived(1);
  process_.kill('SIGKILL');
  await once(process_, 'close');

  receiver.answers = 204;
  const location = 'url' in fresh ? fresh : { directory: data };
  const platform = await startTestPlatform({ SAS_SECRET_KEY }, await openDatabase(location));
  t.after(() => platform.close());
  // Nobody waits for the lease of the dead to run out.
  await platform.setClock(new Date(Date.now() + 120_000).toISOString());
  await receiver.arrived(2);
  assert.equal(receiver.received[1]!.raw, receiver.received[0]!.raw);
  await until(async () => {
    const rows = await platform.database.query(
      `select 1 as one from outbox where state = 'waiting'`,
    );
    return rows.length === 0;
  });
});

test('two platforms on one database deliver every event once, in the order of each subject', async (t) => {
  const location = await freshDatabase();
  const database = await openDatabase(location);
  const other =
    'url' in location
      ? await openDatabase(location)
      : { ...database, close: async () => undefined };
  const settings = {
    SAS_SECRET_KEY: randomBytes(32).toString('base64'),
    SAS_WEBHOOK_TIMEOUT: '60',
  };
  const second = await startTestPlatform(settings, other);
  const first = await startTestPlatform(settings, database);
  t.after(async () => {
    await second.close();
    await first.close();
  });
  const receiver = await startReceiver();
  t.after(() => receiver.close());
  const made = await first.call('POST', '/v1/webhooks', {
    as: 'editor',
    body: { url: receiver.url, events: ['*'] },
  });
  assert.equal(made.status, 201);
  const schedule = await openAgenda(first);
  const slots: string[] = [];
  for (let count = 0; count < 20; count += 1)
    slots.push(await addSlot(first, schedule, slotAt(later(count * 20))));
  await Promise.all(
    slots.map(async (slotId, index) => {
      const [one, two] = index % 2 === 0 ? [first, second] : [second, first];
      const booked = await one.call('POST', '/v1/appointments', {
        as: 'administrator',
        body: { slotId },
      });
      assert.equal(booked.status, 201);
      const path = `/v1/appointments/${booked.body.id}/cancel`;
      assert.equal((await two.call('POST', path, { as: 'administrator' })).status, 200);
    }),
  );
  // Published, taken, released; booked, cancelled.
  const events = await receiver.arrived(100);
  await until(async () => {
    const rows = await database.query(`select 1 as one from outbox where state = 'waiting'`);
    return rows.length === 0;
  });
  assert.equal(receiver.received.length, 100);
  assert.equal(new Set(events.map(({ id }) => id)).size, 100);
  const last = new Map<string, number>();
  for (const { subject, sequence } of events) {
    assert.ok(sequence > (last.get(subject) ?? 0), subject);
    last.set(subject, sequence);
  }
});
