import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { until } from '../testing/until.ts';
import { startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
let platform: TestPlatform;
let receiver: WebhookReceiver;
let schedule: string;
let minutes = 0;

before(async () => {
  platform = await startTestPlatform({
    SAS_HOLDS_PER_ADDRESS: '1000',
    SAS_WEBHOOK_TIMEOUT: '60',
  });
  await platform.setClock(MONDAY);
  schedule = await openAgenda(platform, { ref: 'agenda-1' });
});
after(() => platform.close());
beforeEach(async (context) => {
  receiver = await startReceiver();
  (context as unknown as { after(hook: () => Promise<void>): void }).after(async () => {
    await platform.database.query('delete from webhook');
    await receiver.close();
  });
});

/** A start that no other test has taken. */
function nextStart(): string {
  minutes += 20;
  return new Date(Date.parse('2026-11-23T09:00:00+01:00') + minutes * 60_000).toISOString();
}

const slot = () => addSlot(platform, schedule, slotAt(nextStart()));

async function subscribe(overrides: Record<string, unknown> = {}, as = 'editor') {
  const { status, body, headers } = await platform.call('POST', '/v1/webhooks', {
    as,
    body: { url: receiver.url, events: ['*'], ...overrides },
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(headers.get('location'), `/v1/webhooks/${body.id}`);
  return body as { id: string; secret: string };
}

const book = async (slotId: string, as = 'regulator') => {
  const body = as === 'public' ? await heldBy(slotId) : { slotId };
  const answer = await platform.call('POST', '/v1/appointments', { as, body });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body as { id: string; reference: string; manageToken?: string };
};

async function heldBy(slotId: string) {
  const { body } = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  return { slotId, holdId: body.id, contact };
}

test('a booking tells the practice’s software of the appointment and of the slot, signed', async () => {
  const { secret } = await subscribe();
  const slotId = await slot();
  const [published] = await receiver.arrived(1, 'slot.published');
  const appointment = await book(slotId);
  const [booked] = await receiver.arrived(1, 'appointment.booked');
  const [taken] = await receiver.arrived(1, 'slot.taken');
  assert.ok(published?.type === 'slot.published' && taken?.type === 'slot.taken');
  assert.ok(booked?.type === 'appointment.booked');
  assert.deepEqual(published.data.schedule, { id: schedule, ref: 'agenda-1' });
  const listed = await platform.call('GET', `/v1/schedules/${schedule}/slots/${slotId}`, {
    as: 'editor',
  });
  assert.deepEqual(taken.data.slots, [listed.body]);
  assert.deepEqual(booked.data.slot, listed.body);
  assert.equal(booked.subject, appointment.id);
  assert.equal(booked.data.appointment.reference, appointment.reference);
  assert.match(booked.createdAt, /\+01:00$/);
  assert.ok(taken.sequence > published.sequence);
  for (const { headers, raw, event } of receiver.received) {
    assert.equal(headers['webhook-id'], event.id);
    assert.deepEqual(new Webhook(secret).verify(raw, headers as never), event);
  }
});

test('an appointment is told from its booking to its end, in order', async () => {
  await subscribe({
    events: ['appointment.booked', 'appointment.rescheduled', 'appointment.cancelled'],
  });
  const [first, second] = [await slot(), await slot()];
  const { id } = await book(first);
  const call = (path: string, body?: unknown) =>
    platform.call('POST', `/v1/appointments/${id}/${path}`, { as: 'regulator', body });
  assert.equal((await call('reschedule', { slotId: second })).status, 200);
  assert.equal((await call('cancel')).status, 200);
  const events = await receiver.arrived(3);
  assert.deepEqual(
    events.map(({ type }) => type),
    ['appointment.booked', 'appointment.rescheduled', 'appointment.cancelled'],
  );
  const [, moved, cancelled] = events;
  assert.ok(
    moved?.type === 'appointment.rescheduled' && cancelled?.type === 'appointment.cancelled',
  );
  assert.equal(moved.data.formerSlotId, first);
  assert.equal(cancelled.data.appointment.status, 'cancelled');
  assert.deepEqual(
    events.map(({ sequence }) => sequence),
    events.map(({ sequence }) => sequence).sort((a, b) => a - b),
  );
});

test('the outcome of an appointment is told', async () => {
  await subscribe({ events: ['appointment.fulfilled'] });
  const start = nextStart();
  const { id } = await book(await addSlot(platform, schedule, slotAt(start)));
  await platform.setClock(new Date(Date.parse(start) + 60_000).toISOString());
  const closed = await platform.call('PATCH', `/v1/appointments/${id}`, {
    as: 'practitioner',
    body: { status: 'fulfilled' },
  });
  assert.equal(closed.status, 200);
  const [told] = await receiver.arrived(1);
  assert.equal(told?.type, 'appointment.fulfilled');
  await platform.setClock(MONDAY);
});

test('nothing of a visitor is in any row or event of a public booking', async () => {
  await subscribe();
  const { manageToken, id } = await book(await slot(), 'public');
  const [told] = await receiver.arrived(1, 'appointment.booked');
  assert.equal(told?.subject, id);
  const kept = await platform.database.query<{ text: string }>(
    `select payload::text as text from outbox union all select body from webhook_event
     union all select (a.*)::text from webhook_attempt a`,
  );
  const text = JSON.stringify([kept, receiver.received]);
  assert.ok(text.includes(id));
  for (const secret of ['Dominique', 'Exemple', '39 98', '399800', manageToken!])
    assert.equal(text.includes(secret), false, secret);
});

test('a push of a thousand slots is ten events of a hundred, and the same push again is none', async () => {
  await subscribe({ events: ['slot.published', 'slot.withdrawn'] });
  const pushed = await openAgenda(platform, {
    ref: 'agenda-2',
    practitioner: { nationalId: '810999900042', family: 'DURAND', specialties: ['SM54'] },
  });
  const from = Date.parse('2026-11-24T00:00:00+01:00');
  const slots = Array.from({ length: 1_000 }, (_, index) => ({
    ...slotAt(new Date(from + index * 300_000).toISOString(), {}, 5),
    ref: `r${index}`,
  }));
  const path = `/v1/schedules/${pushed}/slots?from=2026-11-24T00:00:00%2B01:00&to=2026-11-28T00:00:00%2B01:00`;
  const push = (some: unknown[]) =>
    platform.call('PUT', path, { as: 'editor', body: { slots: some } });
  assert.equal((await push(slots)).body.created, 1_000);
  const events = await receiver.arrived(10);
  const told = events.flatMap((event) => (event.type === 'slot.published' ? event.data.slots : []));
  assert.equal(new Set(told.map(({ id }) => id)).size, 1_000);
  assert.equal((await push(slots)).body.kept, 1_000);
  assert.equal((await push(slots.slice(1))).body.removed, 1);
  const [withdrawn] = await receiver.arrived(1, 'slot.withdrawn');
  assert.ok(withdrawn?.type === 'slot.withdrawn');
  assert.deepEqual(
    withdrawn.data.slots.map(({ ref, status }) => [ref, status]),
    [['r0', 'withdrawn']],
  );
  assert.equal(receiver.received.length, 11);
});

test('another vendor is told nothing of this one’s agendas, an administrator of all', async () => {
  const mine = await openAgenda(
    platform,
    {
      practitioner: { nationalId: '810999900018', family: 'AUBRY', specialties: ['SM54'] },
      location: {
        line: '3 rue du Phare',
        postcode: '76600',
        city: 'Le Havre',
        insee: '76351',
        lat: 49.5,
        lon: 0.11,
      },
    },
    'practitioner',
  );
  await subscribe();
  const all = await startReceiver();
  await subscribe({ url: all.url }, 'administrator');
  await addSlot(platform, mine, slotAt(nextStart()), 'practitioner');
  await all.arrived(1);
  await slot();
  const [told] = await receiver.arrived(1);
  assert.equal(told?.subject, schedule);
  assert.equal((await all.arrived(2)).length, 2);
  assert.deepEqual(
    receiver.events().map(({ subject }) => subject),
    [schedule],
  );
  await all.close();
});

test('an endpoint whose program is not registered any more is told nothing', async () => {
  const { id } = await subscribe();
  await platform.database.query(`update webhook set owner = 'gone' where id = $1`, [id]);
  const other = await startReceiver();
  await subscribe({ url: other.url });
  await slot();
  await other.arrived(1);
  assert.equal(receiver.received.length, 0);
  await other.close();
});

test('an administrator’s endpoint ends with the role, and with the account', async () => {
  const rows = await platform.database.query<{ id: string }>(
    `insert into account (national_id, family, given, status, created_at)
     values ('899999900067', 'FICTIF', 'Alix', 'active', sas_now()) returning id`,
  );
  const account = rows[0]!.id;
  await platform.database.query(
    `insert into account_role (account_id, role) values ($1, 'administrator')`,
    [account],
  );
  const { id } = await subscribe({}, 'administrator');
  await platform.database.query(
    `update webhook set owner = 'account:' || $2, account_id = $2::uuid where id = $1`,
    [id, account],
  );
  const other = await startReceiver();
  await subscribe({ url: other.url });
  await slot();
  await receiver.arrived(1);
  await platform.database.query('delete from account_role where account_id = $1', [account]);
  await slot();
  await other.arrived(2);
  assert.equal(receiver.received.length, 1);
  await platform.database.query('delete from account where id = $1', [account]);
  const gone = await platform.call('GET', `/v1/webhooks/${id}`, { as: 'administrator' });
  assert.equal(gone.status, 404);
  await other.close();
});

test('a rotated secret signs beside the one before for a day', async () => {
  const { id, secret } = await subscribe();
  const rotated = await platform.call('POST', `/v1/webhooks/${id}/rotate`, { as: 'editor' });
  assert.equal(rotated.status, 200);
  const renewed = rotated.body.secret as string;
  assert.notEqual(renewed, secret);
  await slot();
  await receiver.arrived(1);
  const [{ raw, headers }] = receiver.received as [(typeof receiver.received)[0]];
  assert.equal(String(headers['webhook-signature']).split(' ').length, 2);
  for (const each of [secret, renewed]) new Webhook(each).verify(raw, headers as never);
  await platform.setClock('2026-11-24T09:00:00+01:00');
  await platform.platform.runJobs();
  await platform.call('POST', `/v1/webhooks/${id}/test`, { as: 'editor' });
  await receiver.arrived(1, 'webhook.test');
  const last = receiver.received.at(-1)!;
  new Webhook(renewed).verify(last.raw, last.headers as never);
  assert.throws(() => new Webhook(secret).verify(last.raw, last.headers as never));
  await platform.setClock(MONDAY);
});

test('secrets are sealed in the database and shown once', async () => {
  const { id, secret } = await subscribe();
  const rows = await platform.database.query<{ text: string }>(
    `select encode(sealed, 'escape') as text from webhook_secret where webhook_id = $1`,
    [id],
  );
  assert.equal(rows[0]!.text.includes(secret.slice(6)), false);
  for (const path of ['/v1/webhooks', `/v1/webhooks/${id}`]) {
    const { body } = await platform.call('GET', path, { as: 'editor' });
    assert.equal(JSON.stringify(body).includes('whsec_'), false);
  }
});

test('a receiver that was down gets everything once it is up, in the order of each subject', async () => {
  receiver.answers = 503;
  const { id } = await subscribe({ events: ['appointment.booked', 'appointment.cancelled'] });
  const appointment = await book(await slot());
  await platform.call('POST', `/v1/appointments/${appointment.id}/cancel`, { as: 'regulator' });
  await receiver.arrived(1);
  const deliveries = async () =>
    (await platform.call('GET', `/v1/webhooks/${id}/deliveries`, { as: 'editor' })).body.items;
  const failed = await until(async () => {
    const [, first] = await deliveries();
    return first?.attempts.length === 1 && first;
  });
  assert.equal(failed.state, 'waiting');
  assert.deepEqual([failed.attempts[0].status, failed.attempts[0].failure], [503, 'refused']);
  assert.ok(Date.parse(failed.nextAttempt) > Date.parse(MONDAY));
  const { body: seen } = await platform.call('GET', `/v1/webhooks/${id}`, { as: 'editor' });
  assert.match(seen.failingSince, /^2026-11-23T08:0/);
  receiver.answers = 204;
  await platform.setClock('2026-11-23T08:30:00+01:00');
  await until(async () => (await deliveries()).every((each: any) => each.state === 'delivered'));
  assert.deepEqual(
    receiver.events().map(({ type }) => type),
    ['appointment.booked', 'appointment.booked', 'appointment.cancelled'],
  );
  // What was sent again is the same, to the byte.
  assert.equal(receiver.received[0]!.raw, receiver.received[1]!.raw);
  const { body: sound } = await platform.call('GET', `/v1/webhooks/${id}`, { as: 'editor' });
  assert.equal(sound.failingSince, null);
  await platform.setClock(MONDAY);
});

test('an endpoint that only fails for days is switched off, with a mark; its owner switches it on', async () => {
  receiver.answers = (response) => void response.socket?.destroy();
  const { id } = await subscribe();
  const read = async () => platform.call('GET', `/v1/webhooks/${id}`, { as: 'editor' });
  await slot();
  await until(async () => (await read()).body.failingSince !== null);
  assert.equal((await read()).body.status, 'active');
  await platform.setClock('2026-11-28T09:00:00+01:00');
  const { body, headers } = await until(async () => {
    const answer = await read();
    return answer.body.status === 'disabled' && answer;
  });
  assert.equal(body.disabled.reason, 'failing');
  const again = await platform.call('PATCH', `/v1/webhooks/${id}`, {
    as: 'editor',
    body: { status: 'active' },
    headers: { 'if-match': headers.get('etag')! },
  });
  assert.deepEqual([again.status, again.body.disabled, again.body.failingSince], [200, null, null]);
  await platform.setClock(MONDAY);
});

test('410 ends an endpoint at once, a redirect is not followed', async () => {
  const elsewhere = await startReceiver();
  const { id } = await subscribe();
  const states = async () => {
    const { body } = await platform.call('GET', `/v1/webhooks/${id}/deliveries`, { as: 'editor' });
    return body.items.map((each: any) => [each.state, each.attempts[0]?.failure]);
  };
  receiver.answers = (response) => void response.writeHead(307, { location: elsewhere.url }).end();
  await platform.call('POST', `/v1/webhooks/${id}/test`, { as: 'editor' });
  await until(async () => (await states())[0][1] === 'redirect');
  receiver.answers = 410;
  await slot();
  await until(async () => (await states())[0][0] === 'failed');
  const { body } = await platform.call('GET', `/v1/webhooks/${id}`, { as: 'editor' });
  assert.deepEqual([body.status, body.disabled.reason], ['disabled', 'gone']);
  assert.equal(elsewhere.received.length, 0);
  const refused = await platform.call('POST', `/v1/webhooks/${id}/test`, { as: 'editor' });
  assert.deepEqual([refused.status, refused.body.code], [409, 'invalid-transition']);
  await elsewhere.close();
});

test('a delivery is sent again when it is asked for, with the same id', async () => {
  const { id } = await subscribe();
  await slot();
  await receiver.arrived(1);
  const [delivery] = await until(async () => {
    const { body } = await platform.call('GET', `/v1/webhooks/${id}/deliveries?state=delivered`, {
      as: 'editor',
    });
    return body.items.length === 1 && body.items;
  });
  const path = `/v1/webhooks/${id}/deliveries/${delivery.id}/redeliver`;
  const again = await platform.call('POST', path, { as: 'editor' });
  assert.deepEqual([again.status, again.body.state], [200, 'waiting']);
  await receiver.arrived(2);
  assert.equal(receiver.received[0]!.headers['webhook-id'], delivery.eventId);
  assert.equal(receiver.received[1]!.headers['webhook-id'], delivery.eventId);
  assert.equal((await platform.call('POST', path, { as: 'administrator' })).status, 200);
});

test('a slow endpoint delays no other', async () => {
  const slow = await startReceiver();
  slow.answers = () => undefined; // it never answers
  await subscribe({ url: slow.url });
  await subscribe();
  for (let count = 0; count < 6; count += 1) await slot();
  await receiver.arrived(6, 'slot.published');
  assert.ok(slow.received.length < 6);
  await slow.close();
});

test('an address that is not of the public internet, or not https, is refused', async () => {
  const refused = [
    'http://logiciel.example/',
    'https://10.0.0.1/',
    'https://user@logiciel.example/',
    'https://user:in-confidence@logiciel.example/',
    'http://logiciel.example/?in-confidence',
  ];
  for (const url of refused) {
    const { status, body } = await platform.call('POST', '/v1/webhooks', {
      as: 'editor',
      body: { url, events: ['*'] },
    });
    assert.deepEqual([status, body.code, body.errors[0].pointer], [422, 'address-refused', '/url']);
    assert.doesNotMatch(JSON.stringify(body), /in-confidence/);
  }
});

test('without the setting for development this machine is no address, not even by a name', async () => {
  const strict = await startTestPlatform({ SAS_WEBHOOK_LOOPBACK: 'false' });
  const make = (url: string) =>
    strict.call('POST', '/v1/webhooks', { as: 'editor', body: { url, events: ['*'] } });
  assert.equal((await make(receiver.url)).body.code, 'address-refused');
  assert.equal((await make(receiver.url.replace('http', 'https'))).body.code, 'address-refused');
  const { port } = new URL(receiver.url);
  const { status, body } = await make(`https://localhost:${port}/sas`);
  assert.equal(status, 201);
  await strict.call('POST', `/v1/webhooks/${body.id}/test`, { as: 'editor' });
  const [delivery] = await until(async () => {
    const { body: page } = await strict.call('GET', `/v1/webhooks/${body.id}/deliveries`, {
      as: 'editor',
    });
    return page.items[0].attempts.length > 0 && page.items;
  });
  assert.equal(delivery.attempts[0].failure, 'address-refused');
  assert.equal(receiver.received.length, 0);
  await strict.close();
});

test('endpoints are read and changed by their own software and by administrators alone', async () => {
  const { id } = await subscribe({ description: 'Agenda de démonstration' });
  const admin = await subscribe({}, 'administrator');
  const ids = async (as: string) =>
    (await platform.call('GET', '/v1/webhooks', { as })).body.items.map((each: any) => each.id);
  assert.deepEqual(await ids('editor'), [id]);
  assert.deepEqual(await ids('administrator'), [id, admin.id]);
  for (const path of ['', '/deliveries']) {
    const hidden = await platform.call('GET', `/v1/webhooks/${admin.id}${path}`, { as: 'editor' });
    assert.equal(hidden.status, 404);
  }
  const change = (as: string, webhook: string, etag = '"1"') =>
    platform.call('PATCH', `/v1/webhooks/${webhook}`, {
      as,
      body: { status: 'paused' },
      headers: { 'if-match': etag },
    });
  assert.equal((await change('editor', admin.id)).status, 404);
  assert.equal((await change('editor', id, '"9"')).status, 412);
  assert.equal((await change('editor', id)).body.status, 'paused');
  assert.equal((await change('practitioner', id)).status, 403);
  const gone = await platform.call('DELETE', `/v1/webhooks/${id}`, {
    as: 'editor',
    headers: { 'if-match': '"2"' },
  });
  assert.equal(gone.status, 204);
  assert.deepEqual(await ids('administrator'), [admin.id]);
});

test('an endpoint is made once for one idempotency key, and twenty of a caller at most', async () => {
  const make = (key: string) =>
    platform.call('POST', '/v1/webhooks', {
      as: 'editor',
      headers: { 'idempotency-key': key },
      body: { url: receiver.url, events: ['*'] },
    });
  const [first, again] = [await make('once'), await make('once')];
  assert.deepEqual(first.body, again.body);
  for (let count = 1; count < 20; count += 1) assert.equal((await make(`n${count}`)).status, 201);
  const full = await make('one-more');
  assert.deepEqual([full.status, full.body.code], [409, 'too-many-webhooks']);
});

test('events and deliveries go after thirty days, what waits stays', async () => {
  receiver.answers = 503;
  const { id } = await subscribe({ events: ['slot.published'] });
  await slot();
  await receiver.arrived(1);
  receiver.answers = 204;
  const count = async (table: string) => {
    const rows = await platform.database.query<{ count: number }>(
      `select count(*)::int as count from ${table}`,
    );
    return rows[0]!.count;
  };
  const deliveries = async () =>
    (await platform.call('GET', `/v1/webhooks/${id}/deliveries`, { as: 'editor' })).body.items;
  await until(async () => (await deliveries())[0].attempts.length === 1);
  await platform.setClock('2026-12-20T08:00:00+01:00');
  await until(async () => (await deliveries())[0].state === 'delivered');
  await platform.platform.runJobs();
  assert.equal((await deliveries()).length, 1);
  await platform.setClock('2026-12-24T08:00:00+01:00');
  await platform.platform.runJobs();
  assert.deepEqual(await deliveries(), []);
  await platform.setClock('2027-01-21T08:00:00+01:00');
  await platform.platform.runJobs();
  for (const table of ['webhook_event', 'webhook_attempt', 'outbox'])
    assert.equal(await count(table), 0, table);
  await platform.setClock(MONDAY);
});

test('while nobody listens, nothing is written', async () => {
  const rows = () =>
    platform.database.query<{ last: number }>('select coalesce(max(id), 0) as last from outbox');
  const [before] = await rows();
  await book(await slot());
  assert.deepEqual(await rows(), [before]);
});
