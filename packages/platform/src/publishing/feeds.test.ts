import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
/** The professional of the agendas. */
const OWNER = '810999900018';
let platform: TestPlatform;
let place = 0;

before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

async function agenda(): Promise<string> {
  await platform.setClock(MONDAY);
  place += 1;
  const location = { ...(practice()['location'] as object), line: `${place} quai de la Réunion` };
  return openAgenda(platform, { location });
}

const renew = (id: string, as = 'practitioner') =>
  platform.call('POST', `/v1/schedules/${id}/feed`, { as });

async function addressOf(id: string): Promise<string> {
  const { status, body } = await renew(id);
  assert.equal(status, 201, JSON.stringify(body));
  return (body.url as string).slice(platform.url.length);
}

test('the owner gets an address once; whoever has it reads slots and references, and nothing of a patient', async () => {
  const id = await agenda();
  await addSlot(platform, id, slotAt('2026-11-24T09:00:00+01:00'));
  const slotId = await addSlot(platform, id, slotAt('2026-11-24T09:20:00+01:00'));
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId, holdId: hold.body.id, contact: { name: 'Zéphyrine', phone: '0639985555' } },
  });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const made = await renew(id);
  assert.equal(made.status, 201);
  assert.equal(made.headers.get('location'), `/v1/schedules/${id}/feed`);
  assert.match(made.body.url, /^http:\/\/[^/]+\/v1\/feeds\/[\w-]{32}\.ics$/);
  const path = (made.body.url as string).slice(platform.url.length);
  const feed = await platform.call('GET', path);
  assert.equal(feed.status, 200);
  assert.equal(feed.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.match(feed.body, /SUMMARY:Créneau proposé\r\n/);
  assert.ok(feed.body.includes(`SUMMARY:Rendez-vous ${booked.body.reference}\r\n`));
  assert.equal(/Zéphyrine|39985555/.test(feed.body), false);
  const english = await platform.call('GET', `${path}?lang=en`);
  assert.ok(english.body.includes(`SUMMARY:Appointment ${booked.body.reference}\r\n`));
  const told = await platform.call('GET', `/v1/schedules/${id}/feed`, { as: 'practitioner' });
  assert.deepEqual(told.body, { created: made.body.created, lastRead: '2026-11-23' });
});

test('a calendar that has not changed is not sent again; one that has is', async () => {
  const id = await agenda();
  await addSlot(platform, id, slotAt('2026-11-24T09:00:00+01:00'));
  const path = await addressOf(id);
  const first = await platform.call('GET', path);
  const headers = { 'if-none-match': first.headers.get('etag')! };
  const again = await platform.call('GET', path, { headers });
  assert.deepEqual([again.status, again.body], [304, '']);
  await addSlot(platform, id, slotAt('2026-11-24T10:00:00+01:00'));
  const changed = await platform.call('GET', path, { headers });
  assert.equal(changed.status, 200);
  assert.notEqual(changed.headers.get('etag'), headers['if-none-match']);
});

test('a renewed address ends the one before; a revoked, unknown or mangled one is not found', async () => {
  const id = await agenda();
  const first = await addressOf(id);
  const second = await addressOf(id);
  assert.notEqual(first, second);
  assert.equal((await platform.call('GET', first)).status, 404);
  assert.equal((await platform.call('GET', second)).status, 200);
  for (const path of ['/v1/feeds/unknown.ics', second.replace('.ics', 'x.ics')]) {
    assert.equal((await platform.call('GET', path)).status, 404, path);
  }
  for (let time = 0; time < 2; time += 1) {
    const ended = await platform.call('DELETE', `/v1/schedules/${id}/feed`, {
      as: 'practitioner',
    });
    assert.equal(ended.status, 204);
  }
  assert.equal((await platform.call('GET', second)).status, 404);
  const told = await platform.call('GET', `/v1/schedules/${id}/feed`, { as: 'practitioner' });
  assert.equal(told.status, 404);
});

test('only whoever owns the agenda makes or sees a feed: no vendor, no delegate, nobody else', async () => {
  const id = await agenda();
  const path = `/v1/schedules/${id}/feed`;
  for (const as of ['editor', 'delegate', 'regulator', 'public']) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { status } = await platform.call(method, path, { as });
      assert.equal(status, 403, `${method} ${as}`);
    }
  }
  const others = await openAgenda(platform, {
    practitioner: { nationalId: '810999900034', family: 'FICTIF', specialties: ['SM54'] },
    location: { ...(practice()['location'] as object), line: '1 quai de Southampton' },
    structure: { kind: 'practice', name: 'Autre cabinet' },
  });
  assert.equal((await renew(others)).status, 404);
  assert.equal((await renew(others, 'structure-manager')).status, 404);
  assert.equal((await renew(id, 'structure-manager')).status, 201);
  assert.equal((await renew(id, 'administrator')).status, 201);
});

/** A feed that a person with an account made: its path, and the account. */
async function feedOf(nationalId: string): Promise<{ path: string; account: string }> {
  const id = await agenda();
  const path = await addressOf(id);
  const [account] = await platform.database.query<{ id: string }>(
    `insert into account (national_id, family, created_at) values ($1, 'AUBRY', now()) returning id`,
    [nationalId],
  );
  await platform.database.query('update agenda_feed set account_id = $2 where schedule_id = $1', [
    id,
    account!.id,
  ]);
  return { path, account: account!.id };
}

test('a feed ends with the account of whoever made it', async () => {
  const { path, account } = await feedOf(OWNER);
  assert.equal((await platform.call('GET', path)).status, 200);
  await platform.database.query(`update account set status = 'disabled' where id = $1`, [account]);
  assert.equal((await platform.call('GET', path)).status, 404);
  await platform.database.query('delete from account where id = $1', [account]);
  assert.equal((await platform.call('GET', path)).status, 404);
});

test('a feed ends when its maker no longer manages the structure', async () => {
  const { path, account } = await feedOf('810999900026');
  const [structure] = await platform.database.query<{ nationalId: string }>(
    `select st.national_id as "nationalId" from structure st join schedule sch on sch.structure_id = st.id
     join agenda_feed f on f.schedule_id = sch.id where f.account_id = $1`,
    [account],
  );
  const manage = (structures: string[]) =>
    platform.database.query('update account set structures = $2 where id = $1', [
      account,
      structures,
    ]);
  assert.equal((await platform.call('GET', path)).status, 404);
  await manage([structure!.nationalId]);
  assert.equal((await platform.call('GET', path)).status, 404);
  await platform.database.query(
    `insert into account_role (account_id, role) values ($1, 'structure-manager')`,
    [account],
  );
  assert.equal((await platform.call('GET', path)).status, 200);
  await manage([]);
  assert.equal((await platform.call('GET', path)).status, 404);
});

test('the secret of an address is in no log, no row and no entry of the audit trail', async () => {
  const id = await agenda();
  const path = await addressOf(id);
  const token = /([\w-]+)\.ics$/.exec(path)![1]!;
  await platform.call('GET', path);
  await platform.call('GET', `${path}?unknown=1`);
  await platform.call('GET', path.replace('.ics', '%zz.ics'));
  assert.match(platform.logged(), /\/v1\/feeds\/:token\.ics/);
  assert.equal(platform.logged().includes(token), false);
  const rows = await platform.database.query<{ text: string }>(
    `select agenda_feed::text as text from agenda_feed
     union all select audit_entry::text from audit_entry`,
  );
  assert.equal(
    rows.some(({ text }) => text.includes(token)),
    false,
  );
  const [entry] = await platform.database.query<{ kind: string; record: string }>(
    `select kind, record from audit_entry where operation = 'renewAgendaFeed' order by id desc limit 1`,
  );
  assert.deepEqual(entry, { kind: 'feed', record: id });
});

test('guessing addresses is slowed down', async (t) => {
  const limited = await startTestPlatform({ SAS_RATE_ANONYMOUS: '3' });
  t.after(() => limited.close());
  const statuses = [];
  for (let time = 0; time < 10; time += 1) {
    const { status } = await limited.call('GET', `/v1/feeds/guess-${time}.ics`);
    statuses.push(status);
  }
  assert.equal(statuses[0], 404);
  assert.ok(statuses.includes(429), statuses.join());
});
