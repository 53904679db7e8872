import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { CONSULTATION, decidedInCase, HAVRE } from '../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const PAGE = 'https://lrm.example';
let platform: TestPlatform;
let agenda: string;
let hour = 9;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  agenda = await openAgenda(platform);
});
after(() => platform.close());

/** Somebody in front of an element of the dispatch software. */
async function sitDown(user?: string) {
  const role = 'unscheduled-care-operator';
  const body = { element: 'sas-orientation', origin: PAGE, role, ...(user && { user }) };
  const made = await platform.call('POST', '/v1/embed-sessions', { as: 'dispatch-software', body });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const headers = { authorization: `Bearer ${made.body.token as string}`, origin: PAGE };
  return (method: string, path: string, body?: object) =>
    platform.call(method, path, { headers, ...(body && { body }) });
}
type Somebody = Awaited<ReturnType<typeof sitDown>>;

const freeSlot = () =>
  addSlot(platform, agenda, slotAt(`2026-11-23T${String(hour++).padStart(2, '0')}:00:00+01:00`));
async function booked(who: Somebody) {
  const stated = { ...CONSULTATION, ...decidedInCase(NOW), insee: HAVRE, slotId: await freeSlot() };
  const { status, body } = await who('POST', '/v1/orientations', stated);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}
const reasonOf = async (who: Somebody, id: string) =>
  (await who('GET', `/v1/orientations/${id}`)).body.attention?.reason ?? null;

test('without `user` a colleague who cancels or moves it is told of: nobody knows that it was another', async () => {
  const [one, other] = [await sitDown(), await sitDown()];
  const { id, appointmentId } = await booked(one);
  const path = `/v1/appointments/${appointmentId}`;
  const slotId = await freeSlot();
  assert.equal((await other('POST', `${path}/reschedule`, { slotId })).status, 200);
  assert.equal(await reasonOf(one, id), 'moved');
  assert.equal((await other('POST', `${path}/cancel`)).status, 200);
  assert.equal(await reasonOf(one, id), 'cancelled');
});

test('what was taken back asks for nothing, whoever did', async () => {
  const one = await sitDown();
  const { id } = await booked(one);
  assert.equal((await one('POST', `/v1/orientations/${id}/withdraw`)).status, 200);
  assert.equal(await reasonOf(one, id), null);
});

test('without `user` a colleague’s page takes nothing back: what it recorded itself it does', async () => {
  const [one, other] = [await sitDown(), await sitDown()];
  const { id } = await booked(one);
  const late = await other('POST', `/v1/orientations/${id}/withdraw`);
  assert.deepEqual([late.status, late.body.code], [409, 'invalid-transition']);
  const { body } = await one('GET', `/v1/orientations/${id}`);
  assert.deepEqual([body.state, body.followUp], ['done', 'booked']);
  assert.equal((await one('POST', `/v1/orientations/${id}/withdraw`)).body.state, 'withdrawn');
});

test('with `user` it is taken back on any page of the same person, and of no other', async () => {
  const [one, again, other] = [
    await sitDown('poste-1'),
    await sitDown('poste-1'),
    await sitDown('poste-2'),
  ];
  const path = `/v1/orientations/${(await booked(one)).id}/withdraw`;
  assert.equal((await other('POST', path)).status, 404);
  assert.equal((await again('POST', path)).body.state, 'withdrawn');
});

test('with `user` one’s own doing asks for nothing, and that of a colleague does', async () => {
  const [one, other] = [await sitDown('poste-1'), await sitDown('poste-2')];
  const [mine, theirs] = [await booked(one), await booked(one)];
  await one('POST', `/v1/appointments/${mine.appointmentId}/cancel`);
  await other('POST', `/v1/appointments/${theirs.appointmentId}/cancel`);
  assert.deepEqual(
    [await reasonOf(one, mine.id), await reasonOf(one, theirs.id)],
    [null, 'cancelled'],
  );
});

test('a subject that several share is known by its form', async () => {
  const several = await platform.database.query(
    `select subject, subject_of_several(subject) as several from unnest($1::text[]) subject`,
    [
      [
        'embed:lrm:regulator',
        'embed:lrm:76:unscheduled-care-operator',
        'embed:lrm:regulator:Zk3vT9_x-PqLmN0aBcDeFg',
        'embed:agenda:810999900018',
        'regulator',
      ],
    ],
  );
  assert.deepEqual(
    several.map((each) => each['several']),
    [true, true, false, false, false],
  );
});
