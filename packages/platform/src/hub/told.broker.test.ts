import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HubRefusal } from '@sas-kit/connector/hub';
import {
  applyAppointmentMessage,
  buildAcknowledgement,
  buildError,
  HUB_ERRORS,
  HUB_ID,
  NO_APPOINTMENTS,
  type HubErrorCode,
  type ReceivedAppointment,
} from '@sas-kit/fhir/hub';
import { DESK, METRICS_TOKEN, noBroker, withHub, type TestHub } from '../testing/test-hub.ts';
import { readOrientations } from '../testing/event-reader.ts';
import { CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';
import { until } from '../testing/until.ts';

const skip = noBroker;

/** Waits until the message about an appointment is as far as this. */
const untilTold = (hub: TestHub, appointment: string, state: string) =>
  until(async () => {
    const told = await hub.told(appointment);
    return told.state === state && told;
  });

test(
  'booked, moved, a no-show, cancelled: all arrive in order at the dispatch software',
  { skip },
  () =>
    withHub(async (hub) => {
      const taken: ReceivedAppointment[] = [];
      const texts: string[] = [];
      let state = NO_APPOINTMENTS;
      await hub.dispatchSoftware({
        onAppointment(message, { text }) {
          taken.push(message.appointment);
          texts.push(text);
          ({ state } = applyAppointmentMessage(state, message));
        },
      });
      const [one, other] = [await hub.book(), await hub.book('call-taker')];
      const free = await hub.platform.call('GET', `/v1/appointments/${other}`, { as: 'regulator' });
      await hub.platform.call('POST', `/v1/appointments/${other}/cancel`, { as: 'regulator' });
      const moved = await hub.platform.call('POST', `/v1/appointments/${one}/reschedule`, {
        as: 'regulator',
        body: { slotId: free.body.slot.id },
      });
      assert.equal(moved.status, 200, JSON.stringify(moved.body));
      const told = await untilTold(hub, one, 'acknowledged');
      await until(async () => (await hub.told(one)).step === 'INTEGRE');
      await until(() => taken.length === 4);
      assert.deepEqual(
        taken.filter(({ appointmentId }) => appointmentId === one).map(({ method }) => method),
        ['CreateAppointment', 'UpdateAppointment'],
      );
      assert.deepEqual(
        taken.filter(({ appointmentId }) => appointmentId === other).map(({ status }) => status),
        ['booked', 'cancelled'],
      );
      assert.equal(state.size, 2);
      assert.equal(state.get(one)!.appointment.start, moved.body.slot.start);
      assert.equal(state.get(one)!.history.length, 2);
      assert.deepEqual(told.without, []);
      await hub.platform.setClock(new Date(Date.now() + 4 * 3_600_000).toISOString());
      await hub.platform.call('PATCH', `/v1/appointments/${one}`, {
        as: 'practitioner',
        body: { status: 'noshow' },
      });
      await until(() => taken.length === 5);
      assert.equal(state.get(one)!.appointment.status, 'noshow');
      const { regulator, practitioner, organization, orientationCategory } = taken[0]!;
      assert.deepEqual(
        [regulator?.regulatorName, regulator?.regulatorEmail, practitioner?.rppsId],
        [DESK.family, DESK.email, '810999900018'],
      );
      assert.deepEqual([organization?.organizationId, orientationCategory], ['1760000001', 'PS']);
      assert.ok(texts.every((text) => !/\d{2}:\d{2}:\d{2}Z/.test(text)));
    }),
);

test('what the Hub refuses is refused in words, and goes out once more by hand', { skip }, () =>
  withHub(async (hub) => {
    await hub.settle(`${hub.recipient}-nobody`);
    const appointment = await hub.book();
    const told = await untilTold(hub, appointment, 'refused');
    assert.equal(told.code, 501);
    assert.deepEqual(told.detail, HUB_ERRORS[501].message);
    await hub.dispatchSoftware({});
    await hub.settle(hub.recipient);
    const path = `/v1/appointments/${appointment}/transmission`;
    assert.equal((await hub.platform.call('POST', path, { as: 'regulator' })).status, 200);
    await until(async () => (await hub.told(appointment)).step === 'INTEGRE');
  }),
);

test('what dispatch software refuses is refused, though it had received it', { skip }, () =>
  withHub(async (hub) => {
    await hub.dispatchSoftware({
      onAppointment() {
        throw new HubRefusal(704, 'no case of this place');
      },
    });
    const told = await untilTold(hub, await hub.book(), 'refused');
    assert.deepEqual([told.code, told.detail], [704, HUB_ERRORS[704].message]);
  }),
);

test('a message that is over before it is routed has expired', { skip }, () =>
  withHub(async (hub) => {
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000).toISOString();
    await hub.platform.setClock(twoDaysAgo);
    const told = await untilTold(hub, await hub.book(), 'expired');
    assert.equal(told.code, 400);
  }),
);

test(
  'every error of the Hub and of dispatch software is told; nobody else may tell one',
  { skip },
  () =>
    withHub(async (hub) => {
      const codes = Object.keys(HUB_ERRORS).map(Number) as HubErrorCode[];
      const sentAt = new Date();
      const recipient = hub.platformId;
      const about = async (appointment: string) => {
        const rows = await hub.platform.database.query<{ id: string }>(
          'select id from transmission where appointment_id = $1',
          [appointment],
        );
        return `${hub.platformId}_${rows[0]!.id}`;
      };
      const appointment = await hub.book();
      await untilTold(hub, appointment, 'accepted');
      const distributionID = await about(appointment);
      const strangers = { sender: `${hub.recipient}9`, recipient, sentAt };
      await hub.put(
        'ack',
        buildAcknowledgement({ distributionID }, { ...strangers, id: crypto.randomUUID() }),
      );
      await hub.put(
        'info',
        buildError(
          { statusCode: 704, cause: 'none of theirs', referencedDistributionID: distributionID },
          { ...strangers, id: crypto.randomUUID() },
        ),
      );
      await hub.put('info', 'odd');
      for (const statusCode of codes) {
        const sender = statusCode < 700 ? HUB_ID : hub.recipient;
        const one = await hub.book();
        const fault = { statusCode, cause: 'told', referencedDistributionID: await about(one) };
        await untilTold(hub, one, 'accepted');
        const error = buildError(fault, { sender, recipient, sentAt, id: crypto.randomUUID() });
        await hub.put('info', error);
        await hub.put('info', error);
        const state = [400, 500].includes(statusCode) ? 'expired' : 'refused';
        const told = await untilTold(hub, one, state);
        assert.deepEqual([told.code, told.detail], [statusCode, HUB_ERRORS[statusCode].message]);
      }
      const metrics = await hub.platform.call('GET', '/metrics', {
        headers: { authorization: `Bearer ${METRICS_TOKEN}` },
      });
      assert.match(metrics.body, /^sas_hub_answers_refused_total 1$/m);
      // In their order behind those of the strangers.
      assert.equal((await hub.told(appointment)).state, 'accepted');
      await hub.put(
        'ack',
        buildAcknowledgement(
          { distributionID },
          { sender: hub.recipient, recipient, sentAt, id: crypto.randomUUID() },
        ),
      );
      await untilTold(hub, appointment, 'acknowledged');
    }),
);

test(
  'a practitioner known by an ADELI number stays out of the message, and that is said',
  { skip },
  () => {
    const practitioner = {
      nationalId: '0769999123',
      family: 'FICTIF',
      given: 'Alix',
      specialties: ['SM54'],
    };
    return withHub(
      async (hub) => {
        const taken: ReceivedAppointment[] = [];
        await hub.dispatchSoftware({
          onAppointment: ({ appointment }) => void taken.push(appointment),
        });
        const told = await untilTold(hub, await hub.book(), 'acknowledged');
        assert.deepEqual(told.without, ['practitioner']);
        assert.equal(taken[0]!.practitioner, undefined);
        assert.equal(taken[0]!.organization?.organizationId, '1760000001');
      },
      { agenda: { practitioner } },
    );
  },
);

test('whoever made an orientation is told how far its message is', { skip }, () =>
  withHub(async (hub) => {
    const { platform } = hub;
    const events = await readOrientations(platform, '', 'regulator');
    await events.until(({ event }) => event === 'done');
    const appointmentId = await hub.book();
    const made = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, appointmentId });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await untilTold(hub, appointmentId, 'accepted');
    await hub.dispatchSoftware({});
    const told = await events.until(
      ({ event, data }) =>
        event === 'orientation' && data.appointment?.transmission?.step === 'INTEGRE',
    );
    assert.equal(told.at(-1)!.data.id, made.body.id);
    events.close();
  }),
);

test(
  'a wrong password: it waits, is told once and in the metrics, and nothing else suffers',
  { skip },
  () => {
    const url = new URL(process.env['SAS_TEST_HUB_URL'] ?? process.env['AMQP_URL']!);
    url.password = 'wrong';
    return withHub(
      async (hub) => {
        const lines = () => hub.platform.logged().match(/"hub":"lost"/g)?.length ?? 0;
        await until(() => lines() > 0);
        const appointment = await hub.book();
        assert.equal((await hub.told(appointment)).state, 'queued');
        const metrics = await hub.platform.call('GET', '/metrics', {
          headers: { authorization: `Bearer ${METRICS_TOKEN}` },
        });
        assert.match(metrics.body, /^sas_hub_connected 0$/m);
        assert.match(metrics.body, /^sas_hub_transmissions\{state="queued"\} 1$/m);
        assert.equal((await hub.platform.call('GET', '/readyz')).status, 200);
        const [row] = await hub.platform.database.query<{ attempts: number }>(
          `select attempts from outbox where kind = 'hub'`,
        );
        assert.equal(row!.attempts, 0);
        assert.equal(lines(), 1);
        assert.match(hub.platform.logged(), /"reason":"ACCESS[_-]REFUSED"/);
        assert.ok(!hub.platform.logged().includes('wrong'));
      },
      { settings: { SAS_HUB_URL: url.href } },
    );
  },
);
