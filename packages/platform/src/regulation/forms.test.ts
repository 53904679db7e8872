import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { codeOf, type Desk, NOW, startDesk } from '../testing/desk.ts';
import { CONSULTATION, decidedInCase, orient, OWN } from '../testing/regulation-fixtures.ts';

const OPERATOR = 'unscheduled-care-operator';
let platform: Desk['platform'];
let freeSlot: Desk['freeSlot'];
before(async () => {
  ({ platform, freeSlot } = await startDesk());
});
after(() => platform.close());

const record = (form: string | undefined, more: Record<string, unknown>, as = OPERATOR) =>
  orient(platform, as, { ...CONSULTATION, ...decidedInCase(NOW), ...(form && { form }), ...more });

const FITS = [
  ['home-visit', 'HH', ['AMB', 'VR']],
  ['teleconsultation', 'VR', ['AMB', 'HH']],
  [undefined, 'AMB', ['HH', 'VR']],
] as const;

for (const [form, fits, others] of FITS) {
  test(`${form ?? 'a consultation'} is booked on a slot for ${fits}, and on no other`, async () => {
    const other = await freeSlot({ modalities: others });
    const refused = await record(form, { slotId: other });
    assert.deepEqual(codeOf(refused), [422, 'form-not-allowed'], JSON.stringify(refused.body));
    assert.equal(refused.body.errors[0].pointer, '/slotId');
    const slotId = await freeSlot({ modalities: [...others, fits] });
    const done = await record(form, { slotId });
    assert.equal(done.status, 201, JSON.stringify(done.body));
    const move = (to: string) =>
      platform.call('POST', `/v1/appointments/${done.body.appointmentId}/reschedule`, {
        ...{ as: OPERATOR, body: { slotId: to } },
      });
    const moved = await move(other);
    assert.deepEqual(codeOf(moved), [422, 'form-not-allowed'], JSON.stringify(moved.body));
    assert.equal((await move(await freeSlot({ modalities: [fits] }))).status, 200);
  });
}

test('an appointment that is linked has a slot of this form too', async () => {
  const body = { slotId: await freeSlot() };
  const booked = await platform.call('POST', '/v1/appointments', { as: 'regulator', body });
  const link = (form: object) =>
    orient(platform, 'regulator', {
      ...{ ...CONSULTATION, ...OWN, ...form },
      appointmentId: booked.body.id,
    });
  const refused = await link({ form: 'teleconsultation' });
  assert.deepEqual(codeOf(refused), [422, 'form-not-allowed']);
  assert.equal(refused.body.errors[0].pointer, '/appointmentId');
  assert.equal((await link({})).status, 201);
});
