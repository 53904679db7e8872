import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openDatabase } from '../database/connection.ts';
import type { Database } from '../database/database.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { resealAll } from './reseal.ts';
import { createSecrets, givenCapability, capabilityHash } from './secrets.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
const key = () => randomBytes(32).toString('base64');
const [first, second] = [key(), key()];

/** One database under servers with other keys, one after the other. */
let database: Database;
before(async () => {
  database = await openDatabase(await freshDatabase());
});
after(() => database.close());

/** Starts a server on the database; it leaves the database open when it ends. */
async function start(settings: Record<string, string>): Promise<TestPlatform> {
  const shared = { ...database, close: async () => undefined };
  const platform = await startTestPlatform({ SAS_HOLDS_PER_ADDRESS: '100', ...settings }, shared);
  await platform.setClock(MONDAY);
  return platform;
}

test('what a former key sealed opens and is sealed anew once; another record, text or key does not open', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)];
  const before = createSecrets(old);
  const after = createSecrets(current, [old]);
  const id = randomUUID();
  const sealed = before.seal('Dominique', id);
  assert.equal(after.open(sealed, id), 'Dominique');
  const anew = after.reseal(sealed, id)!;
  assert.equal(createSecrets(current).open(anew, id), 'Dominique');
  assert.equal(after.reseal(anew, id), null);
  assert.throws(() => createSecrets(current).open(sealed, id));
  assert.throws(() => after.open(sealed, randomUUID()));
  const changed = Buffer.from(sealed);
  changed[15]! ^= 1;
  assert.throws(() => after.open(changed, id));
  assert.throws(() => after.open(Buffer.alloc(3), id));
});

test('each use has a key of its own, and no two secrets share anything', () => {
  const [one, other] = [createSecrets(randomBytes(32)), createSecrets(randomBytes(32))];
  const id = randomUUID();
  const made = [one, other].flatMap((secrets) => [
    secrets.capability('hold', id),
    secrets.capability('manage', id),
    secrets.capability('proof', id),
    secrets.fingerprint,
    secrets.addressKey.toString('base64url'),
  ]);
  assert.equal(new Set(made).size, made.length);
});

test('capabilities of a former key are known; those of a key that is gone are not', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)];
  const id = randomUUID();
  const token = createSecrets(old).capability('manage', id);
  const hash = capabilityHash(token);
  assert.equal(givenCapability(createSecrets(current, [old]), 'manage', id, hash), token);
  assert.equal(givenCapability(createSecrets(current), 'manage', id, hash), null);
});

test('a declared rotation: held, booked and sealed before it goes on after it, without the person noticing', async () => {
  const before = await start({ SAS_SECRET_KEY: first });
  const schedule = await openAgenda(before);
  const [held, booked] = [
    await addSlot(before, schedule, slotAt('2026-11-23T10:00:00+01:00')),
    await addSlot(before, schedule, slotAt('2026-11-23T11:00:00+01:00')),
  ];
  const post = (platform: TestPlatform, path: string, body?: unknown, sent = {}) =>
    platform.call('POST', path, { as: 'public', body, headers: sent });
  const hold = await post(before, '/v1/holds', { slotId: held });
  const used = await post(before, '/v1/holds', { slotId: booked });
  const appointment = await post(before, '/v1/appointments', {
    slotId: booked,
    holdId: used.body.id,
    contact,
  });
  await before.close();

  const after = await start({ SAS_SECRET_KEY: second, SAS_OLD_SECRET_KEYS: `${key()}, ${first}` });
  const extended = await post(after, `/v1/holds/${hold.body.id}/extend`);
  assert.deepEqual([extended.status, extended.body.id], [200, hold.body.id]);
  const kept = await post(after, '/v1/appointments', {
    slotId: held,
    holdId: hold.body.id,
    contact,
  });
  assert.equal(kept.status, 201, JSON.stringify(kept.body));
  const path = `/v1/appointments/${appointment.body.id}`;
  const manage = { 'sas-manage-token': appointment.body.manageToken as string };
  const read = await after.call('GET', path, { as: 'public', headers: manage });
  assert.equal(read.body.reference, appointment.body.reference);
  const practice = await after.call('GET', path, { as: 'practitioner' });
  assert.equal(practice.body.contact.name, contact.name);
  await after.close();

  // Everything is sealed anew by the job: the former key has served.
  const last = await start({ SAS_SECRET_KEY: second });
  const still = await last.call('GET', path, { as: 'practitioner' });
  assert.equal(still.body.contact.name, contact.name);
  const cancelled = await post(last, `${path}/cancel`, undefined, manage);
  assert.equal(cancelled.body.status, 'cancelled');
  await last.close();
});

test('a key that was not declared is refused, the former one too once it is rotated out', async () => {
  const refused = /filled with another secret key/;
  for (const settings of [
    { SAS_SECRET_KEY: key() },
    { SAS_SECRET_KEY: first },
    { SAS_SECRET_KEY: key(), SAS_OLD_SECRET_KEYS: first },
  ])
    await assert.rejects(start(settings), refused);
  await assert.rejects(
    start({ SAS_SECRET_KEY: second, SAS_OLD_SECRET_KEYS: 'c2hvcnQ=' }),
    /--old-secret-keys must be base64 of 32 bytes/,
  );
  const back = await start({ SAS_SECRET_KEY: first, SAS_OLD_SECRET_KEYS: second });
  await back.close();
});

test('a text that no key opens is told, and the others are sealed anew all the same', async () => {
  const secrets = createSecrets(Buffer.from(second, 'base64'), [Buffer.from(first, 'base64')]);
  const rows = await database.query<{ id: string }>('select appointment_id as id from contact');
  assert.equal(rows.length, 1);
  const sealed = createSecrets(randomBytes(32)).seal('lost', rows[0]!.id);
  await database.query('update contact set sealed = $1', [sealed]);
  await assert.rejects(resealAll(database, secrets), /1 sealed texts are opened by none/);
});
