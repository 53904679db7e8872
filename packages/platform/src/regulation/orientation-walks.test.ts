import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Desk, NOW, startDesk } from '../testing/desk.ts';
import { readOrientations } from '../testing/event-reader.ts';
import { HAVRE, orient, OWN } from '../testing/regulation-fixtures.ts';

const OPERATOR = 'unscheduled-care-operator';
const EVENING = '2026-11-23T22:00:00+01:00';
const TRIGGERED_AT = '2026-11-23T07:58:00+01:00';

let platform: Desk['platform'];
let agenda: string;
let freeSlot: Desk['freeSlot'];
before(async () => {
  ({ platform, agenda, freeSlot } = await startDesk());
});
after(() => platform.close());

const get = async (path: string, as = OPERATOR) => (await platform.call('GET', path, { as })).body;

/** A doctor records it; a colleague at the desk hears of it, with its case. */
async function decided(caseRef: string, decision: Record<string, unknown>): Promise<any> {
  const stream = await readOrientations(platform, '', OPERATOR);
  await stream.until(({ event }) => event === 'done');
  const made = await orient(platform, 'regulator', { ...decision, ...OWN, caseRef });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const [event] = (await stream.until(({ data }) => data.id === made.body.id)).slice(-1);
  stream.close();
  assert.deepEqual(event!.data, { ...made.body, mine: false });
  return made.body;
}

const BOOKED: [string, string | undefined, string, string][] = [
  ['a consultation', undefined, 'AMB', 'CABINET'],
  ['a home visit', 'home-visit', 'HH', 'DOMICILE'],
  ['a teleconsultation', 'teleconsultation', 'VR', 'CABINET'],
];
for (const [name, form, modality, typeOrientation] of BOOKED) {
  test(`${name}: decided, found, held, booked, seen by the practice, honoured`, async () => {
    const caseRef = `LRM:${form ?? 'consultation'}`;
    const outcome = 'unscheduled-consultation';
    const what = { outcome, ...(form !== undefined && { form }) };
    const decision = await decided(caseRef, { ...what, withinHours: 48 });
    assert.equal(decision.state, 'to-execute');
    const slotId = await freeSlot({ modalities: [modality] });

    const found = await get(`/v1/availability?insee=${HAVRE}&specialty=SM54&modality=${modality}`);
    const offered = found.items.flatMap((card: any) => card.slots.map(({ id }: any) => id));
    assert.ok(offered.includes(slotId));
    const hold = await platform.call('POST', '/v1/holds', { as: OPERATOR, body: { slotId } });
    const done = await platform.call('POST', '/v1/orientations', {
      as: OPERATOR,
      body: {
        ...{ ...what, slotId, holdId: hold.body.id },
        decision: { kind: 'orientation', id: decision.id },
      },
    });
    assert.equal(done.status, 201, JSON.stringify(done.body));
    const { id, appointmentId, hub } = done.body;
    assert.deepEqual([done.body.caseRef, hub.typeOrientation], [caseRef, typeOrientation]);
    assert.deepEqual(
      [(await get(`/v1/orientations/${decision.id}`)).executedIn, done.body.followUp],
      [id, 'booked'],
    );

    const expected = await get(`/v1/appointments?scheduleId=${agenda}&limit=100`, 'practitioner');
    assert.ok(expected.items.some((each: any) => each.id === appointmentId));
    assert.equal((await get(`/v1/orientations/${id}`, 'practitioner')).caseRef, null);
    await platform.setClock(EVENING);
    const closed = await platform.call('PATCH', `/v1/appointments/${appointmentId}`, {
      as: 'practitioner',
      body: { status: 'fulfilled' },
    });
    assert.equal(closed.status, 200, JSON.stringify(closed.body));
    assert.equal((await get(`/v1/orientations/${id}`)).followUp, 'honoured');
    await platform.setClock(NOW);
  });
}

const RECORDED: [string, Record<string, unknown>, Record<string, string | null>][] = [
  ['advice', {}, { typeDecision: 'CONSEIL', typeOrientation: null }],
  ['advice', { form: 'phone-prescription' }, { typeDecision: 'PMT', typeOrientation: null }],
  ['emergency-department', {}, { typeDecision: 'ORIENT', typeOrientation: 'URGENCES' }],
  ['ambulance', { triggeredAt: TRIGGERED_AT }, { typeDecision: 'INTER', typeRessource: 'TSU' }],
  ['smur', { triggeredAt: TRIGGERED_AT }, { typeDecision: 'INTER', typeRessource: 'SMUR' }],
  [
    'other-prehospital-team',
    { triggeredAt: TRIGGERED_AT },
    { typeDecision: 'INTER', typeRessource: null },
  ],
];
for (const [outcome, more, codes] of RECORDED) {
  const name = 'form' in more ? `${outcome}, ${String(more['form'])}` : outcome;
  test(`${name}: recorded, heard at the desk, found by its case, nothing booked and nothing sent`, async () => {
    const caseRef = `LRM:${name.replace(', ', ':')}`;
    const before = await platform.database.query('select 1 from appointment');
    const made = await decided(caseRef, { outcome, ...more });
    assert.deepEqual({ ...made.hub, ...codes }, made.hub);
    assert.deepEqual([made.state, made.appointmentId, made.followUp], ['done', null, null]);
    assert.equal(made.triggeredAt, more['triggeredAt'] ?? null);
    const listed = await get(`/v1/orientations?caseRef=${encodeURIComponent(caseRef)}`);
    assert.deepEqual(
      listed.items.map(({ id }: any) => id),
      [made.id],
    );
    assert.deepEqual(await platform.database.query('select 1 from appointment'), before);
    assert.deepEqual(await platform.database.query('select 1 from outbox'), []);
  });
}
