import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { claimsOf, startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import { CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { HERE, makeAccount, PEOPLE } from '../testing/test-people.ts';
import { startTestPlatform, type TestAnswer, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
/** Profession of a registered nurse, who signs in as a practitioner. */
const NURSE = '60';

let provider: TestProvider;
let platform: TestPlatform;
let nurse: TestBrowser;
/** Agendas of a practitioner of the scheme, of one who is not, and of the nurse herself. */
const agendas = { scheme: '', outside: '', own: '' };
let quarter = 0;

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
  await platform.setClock(NOW);
  await makeAccount(platform, 'secretary', [{ role: 'triage-nurse', territory: HERE }]);
  provider.person = claimsOf(PEOPLE.secretary, { family: 'INFIRMIER', profession: NURSE });
  nurse = new TestBrowser(platform);
  assert.equal((await nurse.signIn()).status, 303);
  const of = (nationalId: string, family: string, line: string) =>
    openAgenda(platform, {
      practitioner: { nationalId, family, specialties: ['SM54'] },
      location: { ...(practice()['location'] as object), line },
    });
  agendas.scheme = await openAgenda(platform);
  agendas.outside = await of('810999955555', 'AUTRE', '9 rue Autre');
  agendas.own = await of(PEOPLE.secretary, 'INFIRMIER', '10 rue Autre');
  await platform.database.query(
    `update practitioner set redirection_scheme = true where family = 'AUBRY'`,
  );
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Agenda', 'http://127.0.0.1:9/fhir')`,
  );
});
after(async () => {
  await platform.close();
  await provider.close();
});

const nextStart = () =>
  new Date(Date.parse('2026-11-23T09:00:00+01:00') + quarter++ * 900_000).toISOString();
const slotOf = (agenda: keyof typeof agendas, visibility = 'PUBLIC') =>
  addSlot(
    platform,
    agendas[agenda],
    slotAt(nextStart(), { visibility: [visibility] }, 15),
    'administrator',
  );
async function vendorSlotOf(agenda: keyof typeof agendas, nationalId: string): Promise<string> {
  const id = randomUUID();
  await platform.database.query(
    `insert into vendor_slot (id, editor_id, kind, national_id, schedule_id, starts_at, ends_at,
       modalities, visibility, booking, booking_url)
     values ($1, 'vendor', 'practitioner', $2, $3, $4, $4::timestamptz + interval '15 min', '{AMB}',
       '{PUBLIC}', 'ROUTINE', 'https://agenda.example/dr')`,
    [id, nationalId, agendas[agenda], nextStart()],
  );
  return id;
}

type Post = (path: string, body?: unknown) => Promise<Pick<TestAnswer, 'status' | 'body'>>;
/** The two ways in: a token of the role alone, and a person who is a registered nurse besides. */
const WAYS: Record<string, Post> = {
  'a token': (path, body) => platform.call('POST', path, { as: 'triage-nurse', body }),
  'a signed-in nurse': (path, body) => nurse.request(path, { method: 'POST', body }),
};
const codeOf = ({ status, body }: Pick<TestAnswer, 'status' | 'body'>) => [status, body.code];
const OUTSIDE = [403, 'outside-scheme'];

for (const [name, post] of Object.entries(WAYS)) {
  test(`${name} books no slot but by an orientation`, async () => {
    for (const visibility of ['PUBLIC', 'PRO']) {
      for (const agenda of ['scheme', 'outside'] as const) {
        const slotId = await slotOf(agenda, visibility);
        const { status } = await post('/v1/appointments', { slotId });
        assert.equal(status, 403, `${agenda} ${visibility}`);
        const rows = await platform.database.query('select booked from slot where id = $1', [
          slotId,
        ]);
        assert.deepEqual(rows, [{ booked: 0 }]);
      }
    }
  });

  test(`${name} keeps a slot of the scheme only`, async () => {
    const refused = await post('/v1/holds', { slotId: await slotOf('outside') });
    assert.deepEqual(codeOf(refused), OUTSIDE);
    const held = await post('/v1/holds', { slotId: await slotOf('scheme') });
    assert.equal(held.status, 201, JSON.stringify(held.body));
    const extended = await post(`/v1/holds/${held.body.id}/extend`);
    assert.equal(extended.status, 200);
  });

  test(`${name} takes over no hold outside the scheme`, async () => {
    const slotId = await slotOf('outside');
    const held = await platform.call('POST', '/v1/holds', { as: 'regulator', body: { slotId } });
    const extended = await post(`/v1/holds/${held.body.id}/extend`);
    assert.deepEqual(codeOf(extended), OUTSIDE);
  });

  test(`${name} leaves for the page of an editor inside the scheme only`, async () => {
    const outside = await vendorSlotOf('outside', '810999955555');
    assert.deepEqual(codeOf(await post('/v1/departures', { slotId: outside })), OUTSIDE);
    const inside = await vendorSlotOf('scheme', '810999900018');
    const left = await post('/v1/departures', { slotId: inside });
    assert.equal(left.status, 201, JSON.stringify(left.body));
  });

  test(`${name} confirms what was booked on the page only once an orientation stands behind it`, async () => {
    const slotId = await vendorSlotOf('scheme', '810999900018');
    const { body: left } = await post('/v1/departures', { slotId });
    const path = `/v1/appointments/${left.id}/confirm`;
    assert.deepEqual(codeOf(await post(path)), OUTSIDE);
    const decided = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN });
    const decision = { kind: 'orientation', id: decided.body.id };
    const asked = { ...CONSULTATION, decision, appointmentId: left.id };
    const made = await post('/v1/orientations', asked);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.equal((await post(path)).body.status, 'booked');
  });

  test(`${name} moves what an orientation booked inside the scheme, and cancels it`, async () => {
    const decided = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN });
    const decision = { kind: 'orientation', id: decided.body.id };
    const slotId = await slotOf('scheme');
    const made = await post('/v1/orientations', { ...CONSULTATION, decision, slotId });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const path = `/v1/appointments/${made.body.appointmentId}`;
    const refused = await post(`${path}/reschedule`, { slotId: await slotOf('outside') });
    assert.deepEqual(codeOf(refused), OUTSIDE);
    const moved = await post(`${path}/reschedule`, { slotId: await slotOf('scheme') });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    assert.equal((await post(`${path}/cancel`)).body.status, 'cancelled');
  });
}

test('a nurse with an agenda of her own books in it', async () => {
  const slotId = await slotOf('own');
  const { status, body } = await nurse.request('/v1/appointments', {
    method: 'POST',
    body: { slotId },
  });
  assert.equal(status, 201, JSON.stringify(body));
});
