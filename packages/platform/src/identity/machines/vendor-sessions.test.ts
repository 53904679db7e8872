import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';

const PAGE = 'https://agenda.example';
const NOW = '2026-11-23T08:00:00+01:00';
/** In the agenda of another vendor. */
const DOCTOR = '810999900018';
/** Whom the vendor `vendor` says to be its customer. */
const CUSTOMER = '810999911111';

let platform: TestPlatform;
let othersAgenda: string;
let agenda: string;
/** Slots by what they are. */
const slots: Record<string, string> = {};
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  othersAgenda = await openAgenda(platform, {}, 'administrator');
  agenda = await openAgenda(platform, {
    practitioner: { nationalId: CUSTOMER, family: 'CLIENT', specialties: ['SM54'] },
    location: { ...(practice()['location'] as object), line: '9 rue des Exemples' },
  });
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Un', 'http://127.0.0.1:9/fhir'),
       ('other', 'Autre', 'http://127.0.0.1:9/fhir')`,
  );
  const discreet = await openAgenda(
    platform,
    {
      practitioner: { nationalId: '810999955555', family: 'DISCRET', specialties: ['SM54'] },
      location: { ...(practice()['location'] as object), line: '99 rue Cachée' },
      publicDisplay: false,
    },
    'administrator',
  );
  const kinds: [string, string, string, Record<string, unknown>][] = [
    ['public', 'administrator', othersAgenda, {}],
    ['pro', 'administrator', othersAgenda, { visibility: ['PRO'] }],
    ['snp', 'administrator', othersAgenda, { visibility: ['SNP'] }],
    ['discreet', 'administrator', discreet, {}],
    ['own', 'editor', agenda, {}],
    ['own pro', 'editor', agenda, { visibility: ['PRO'] }],
  ];
  for (const [index, [kind, as, schedule, facts]] of kinds.entries()) {
    const start = new Date(Date.parse(NOW) + (index + 3) * 1_200_000).toISOString();
    slots[kind] = await addSlot(platform, schedule, slotAt(start, facts), as);
  }
});
after(() => platform.close());

/** What a page of the vendor's calls with, for its customer. */
async function pageOf(element: string) {
  const { status, body } = await platform.call('POST', '/v1/embed-sessions', {
    as: 'editor',
    body: { element, origin: PAGE, nationalId: CUSTOMER },
  });
  assert.equal(status, 201, JSON.stringify(body));
  const headers = { authorization: `Bearer ${body.token}`, origin: PAGE };
  return (method: string, path: string, sent?: object) =>
    platform.call(method, path, { headers, ...(sent && { body: sent }) });
}

/** An appointment that some editor says to have been taken by `regulator`; answers its id. */
async function takenBy(regulator: string, scheduleId: string, editor: string): Promise<string> {
  const id = randomUUID();
  await platform.database.query(
    `insert into appointment (id, reference, schedule_id, editor, starts_at, ends_at, status,
       practitioner_national_id, regulator_kind, regulator_id, booked_by, role, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $5::timestamptz + interval '15 min', 'pending', $6, 'national', $7,
       'account:somebody', 'regulator', sas_now(), sas_now())`,
    [id, id.slice(0, 4), scheduleId, editor, '2026-11-23T14:00:00Z', DOCTOR, regulator],
  );
  return id;
}

test('who regulates elsewhere is not reached through a vendor’s page: only that vendor’s agendas are', async () => {
  const elsewhere = await takenBy(CUSTOMER, othersAgenda, 'other');
  const own = await takenBy(CUSTOMER, agenda, 'vendor');
  const page = await pageOf('sas-agenda');
  const { body } = await page('GET', '/v1/appointments');
  assert.deepEqual(
    body.items.map(({ id }: { id: string }) => id),
    [own],
  );
  assert.equal((await page('GET', `/v1/appointments/${elsewhere}`)).status, 404);
  for (const verb of ['confirm', 'cancel']) {
    const changed = await page('POST', `/v1/appointments/${elsewhere}/${verb}`);
    assert.equal(changed.status, 404, verb);
  }
  const [{ status } = { status: null }] = await platform.database.query(
    'select status from appointment where id = $1',
    [elsewhere],
  );
  assert.equal(status, 'pending');
});

const SEARCH = '/v1/availability?insee=76351';

/** Which slots stand in an answer. */
const slotsIn = (body: unknown) =>
  Object.keys(slots).filter((kind) => JSON.stringify(body).includes(slots[kind]!));

/** An administrator says whom the vendor serves. */
async function declare(practitioners: readonly string[]): Promise<void> {
  const body = { practitioners, structures: [] };
  const { status } = await platform.call('PUT', '/v1/editors/vendor/serves', {
    as: 'administrator',
    body,
  });
  assert.equal(status, 200);
}

for (const word of ['nobody’s', 'its own']) {
  test(`by ${word} word, a vendor’s page shows of others what the public sees`, async (t) => {
    if (word === 'its own') {
      await platform.database.query(
        `insert into editor_serves (editor_id, kind, national_id, declared)
         values ('vendor', 'practitioner', $1, false)`,
        [CUSTOMER],
      );
      t.after(() => declare([]));
    }
    const page = await pageOf('sas-availability');
    const { status, body } = await page('GET', SEARCH);
    assert.equal(status, 200);
    assert.deepEqual(slotsIn(body), ['public', 'own', 'own pro']);
    assert.equal('sources' in body, false);
    const texts = JSON.stringify(body);
    for (const member of ['participates', 'overbooking', 'source', 'DISCRET']) {
      assert.equal(texts.includes(member), false, member);
    }
    const ownCodes = body.items
      .flatMap((card: { slots: { id: string; visibility: string[] }[] }) => card.slots)
      .find(({ id }: { id: string }) => id === slots['own pro']).visibility;
    assert.deepEqual(ownCodes, ['PRO']);
    const narrowed = async (code: string) =>
      slotsIn((await page('GET', `${SEARCH}&visibility=${code}`)).body);
    assert.deepEqual(await narrowed('PUBLIC'), ['public', 'own']);
    assert.deepEqual(await narrowed('PRO'), []);
    assert.equal(
      (await page('GET', `${SEARCH}&wheelchair=true`)).status,
      403,
      'a filter of professionals',
    );
  });
}

test('such a page takes slots of its vendor’s agendas, and of no others', async () => {
  const page = await pageOf('sas-booking');
  for (const path of ['/v1/holds', '/v1/appointments']) {
    const seen = await page('POST', path, { slotId: slots['public'] });
    assert.deepEqual([seen.status, seen.body.code], [403, 'forbidden'], path);
    const unseen = await page('POST', path, { slotId: slots['pro'] });
    assert.deepEqual([unseen.status, unseen.body.code], [404, 'not-found'], path);
  }
  const booked = await page('POST', '/v1/appointments', { slotId: slots['own pro'] });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const path = `/v1/appointments/${booked.body.id}`;
  const moved = await page('POST', `${path}/reschedule`, { slotId: slots['public'] });
  assert.deepEqual([moved.status, moved.body.code], [403, 'forbidden']);
  assert.equal((await page('POST', `${path}/cancel`)).status, 200);
});

test('a vendor that an administrator declared shows its practitioner what professionals see', async (t) => {
  await declare([CUSTOMER]);
  t.after(() => declare([]));
  const page = await pageOf('sas-booking');
  const { body } = await page('GET', SEARCH);
  assert.deepEqual(slotsIn(body), ['public', 'pro', 'discreet', 'own', 'own pro']);
  assert.ok(Array.isArray(body.sources));
  const booked = await page('POST', '/v1/appointments', { slotId: slots['pro'] });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const own = `/v1/appointments/${booked.body.id}`;
  assert.equal((await page('POST', `${own}/cancel`)).status, 200, 'what it booked itself');
});
