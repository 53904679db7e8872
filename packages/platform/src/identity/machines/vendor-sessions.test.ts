import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openAgenda, practice } from '../../testing/agenda-fixtures.ts';
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
