import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { CASE, CONSULTATION, decidedInCase, orient, OWN } from '../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const PAGE = 'https://regulation.example';
let platform: TestPlatform;
/** Orientations of the operator's, by whom they go to. */
const made: Record<'here' | 'elsewhere' | 'nobody', any> = { here: 0, elsewhere: 0, nobody: 0 };

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  const here = await openAgenda(platform);
  const elsewhere = await openAgenda(
    platform,
    {
      practitioner: { nationalId: '810999955555', family: 'AUTRE', specialties: ['SM54'] },
      structure: { kind: 'practice', name: 'Cabinet autre', nationalId: '1760000055' },
      location: { ...(practice()['location'] as object), line: '9 rue Autre' },
    },
    'administrator',
  );
  const record = async (as: string, agenda: string) => {
    const slot = slotAt('2026-11-23T10:00:00+01:00');
    const slotId = await addSlot(platform, agenda, slot, 'administrator');
    const { body } = await orient(platform, as, { ...CONSULTATION, ...decidedInCase(NOW), slotId });
    return body;
  };
  made.here = await record('unscheduled-care-operator', here);
  made.elsewhere = await record('unscheduled-care-operator', elsewhere);
  const advice = { outcome: 'advice', ...OWN, caseRef: CASE };
  made.nobody = (await orient(platform, 'regulator', advice)).body;
});
after(() => platform.close());

const DESK = ['here', 'elsewhere', 'nobody'];
/** Who reads which, and whether with the dispatch program's case. */
const READERS: [string, string[], string | null][] = [
  ['unscheduled-care-operator', DESK, CASE],
  ['regulator', DESK, CASE],
  ['emergency-regulator', DESK, CASE],
  ['call-taker', DESK, CASE],
  ['dispatch-software', DESK, CASE],
  ['territory-lead', DESK, CASE],
  ['administrator', DESK, CASE],
  ['practitioner', ['here'], null],
  ['structure-manager', ['here'], null],
  ['delegate', [], null],
  ['triage-nurse', [], null],
];

for (const [as, expected, caseRef] of READERS) {
  test(`${as} reads ${expected.join(', ') || 'nothing'}, ${caseRef === null ? 'without' : 'with'} the case`, async () => {
    const { status, body } = await platform.call('GET', '/v1/orientations', { as });
    assert.equal(status, 200);
    const ids = expected.map((name) => made[name as 'here'].id as string);
    assert.deepEqual(body.items.map(({ id }: any) => id).sort(), [...ids].sort());
    assert.ok(body.items.every((each: any) => each.caseRef === caseRef));
    for (const [name, { id }] of Object.entries(made)) {
      const one = await platform.call('GET', `/v1/orientations/${id}`, { as });
      assert.equal(one.status, expected.includes(name) ? 200 : 404, name);
      if (one.status === 200) assert.equal(one.body.caseRef, caseRef);
    }
    const byCase = await platform.call('GET', `/v1/orientations?caseRef=${CASE}`, { as });
    assert.equal(byCase.body.items.length, caseRef === null ? 0 : expected.length);
  });
}

for (const as of ['public', 'editor', 'authority', 'payer', 'account-manager']) {
  test(`${as} reads no orientation, no call and no protocol`, async () => {
    const id = made.here.id as string;
    for (const path of [
      '/v1/orientations',
      '/v1/orientations/stream',
      `/v1/orientations/${id}`,
      `/v1/practice-calls/${id}`,
      '/v1/protocols',
    ]) {
      const { status, body } = await platform.call('GET', path, { as });
      assert.deepEqual([status, body.code], [403, 'forbidden'], path);
    }
  });
}

test('an embedded element reaches it for a role only, and only the element of orientations', async () => {
  const open = async (body: object) =>
    (
      await platform.call('POST', '/v1/embed-sessions', {
        as: 'dispatch-software',
        body: { origin: PAGE, role: 'unscheduled-care-operator', ...body },
      })
    ).body.token as string;
  const read = async (element: string) => {
    const authorization = `Bearer ${await open({ element })}`;
    const headers = { authorization, origin: PAGE };
    return platform.call('GET', '/v1/orientations', { headers });
  };
  const own = await read('sas-orientation');
  assert.deepEqual([own.status, own.body.items.length], [200, 3]);
  for (const element of ['sas-booking', 'sas-availability', 'sas-agenda']) {
    assert.equal((await read(element)).status, 403, element);
  }
  const authorization = `Bearer ${await open({ element: 'sas-orientation' })}`;
  const none = '00000000-0000-4000-8000-000000000000';
  const retry = await platform.call('POST', `/v1/appointments/${none}/transmission`, {
    headers: {
      authorization: `Bearer ${await open({ element: 'sas-orientation' })}`,
      origin: PAGE,
    },
  });
  assert.equal(retry.status, 404, 'its transmissions are told once more');
  const advice = await platform.call('POST', '/v1/orientations', {
    headers: { authorization, origin: PAGE },
    body: { outcome: 'advice', ...OWN, insee: '76351' },
  });
  assert.deepEqual([advice.status, advice.body.code], [403, 'medical-decision']);
});

test('the case is in the orientation alone: in no log, no trail, no event, no key', async () => {
  assert.equal(platform.logged().includes(CASE), false);
  const lines = (await wholeDatabase(platform.database)).split('\n');
  const holding = lines.filter((line) => line.includes(CASE));
  assert.equal(holding.length, 3);
});

test('every act leaves an entry in the trail', async () => {
  const { id } = made.nobody as { id: string };
  await platform.call('POST', `/v1/orientations/${id}/withdraw`, { as: 'regulator' });
  const rows = await platform.database.query(
    'select operation, subject, kind from audit_entry where record = $1 order by id',
    [id],
  );
  assert.deepEqual(rows, [
    { operation: 'createOrientation', subject: 'regulator', kind: 'orientation' },
    { operation: 'withdrawOrientation', subject: 'regulator', kind: 'orientation' },
  ]);
});
