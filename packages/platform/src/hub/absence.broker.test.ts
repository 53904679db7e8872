import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReceivedAppointment } from '@sas-kit/fhir/hub';
import { addSlot, slotAt } from '../testing/agenda-fixtures.ts';
import { readOrientations } from '../testing/event-reader.ts';
import { CONSULTATION, decidedInCase, orient } from '../testing/regulation-fixtures.ts';
import { noBroker, withHub } from '../testing/test-hub.ts';
import { until } from '../testing/until.ts';

const OPERATOR = 'unscheduled-care-operator';
const HOUR_MS = 3_600_000;

test(
  'a practice is absent over a booked slot: the operator is told, books another, dispatch software has the update',
  { skip: noBroker },
  () =>
    withHub(async (hub) => {
      const { platform } = hub;
      const taken: ReceivedAppointment[] = [];
      await hub.dispatchSoftware({
        onAppointment: ({ appointment }) => void taken.push(appointment),
      });
      const agendas = await platform.call('GET', '/v1/schedules', { as: 'practitioner' });
      const agenda = agendas.body.items[0].id as string;
      const now = await platform.database.now();
      const slotIn = (hours: number) =>
        addSlot(platform, agenda, slotAt(new Date(now.getTime() + hours * HOUR_MS).toISOString()));
      const [first, second] = [await slotIn(2), await slotIn(4)];
      const stream = await readOrientations(platform, '', OPERATOR);
      await stream.until(({ event }) => event === 'done');

      const asked = { ...CONSULTATION, ...decidedInCase(now.toISOString()), slotId: first };
      const made = await orient(platform, OPERATOR, asked);
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const { id, appointmentId, appointment } = made.body;
      await until(() => taken.length === 1);

      const absence = await platform.call('POST', `/v1/schedules/${agenda}/absences`, {
        as: 'practitioner',
        body: { from: appointment.slot.start, to: appointment.slot.end },
      });
      assert.equal(absence.status, 201, JSON.stringify(absence.body));
      const events = await stream.until(
        ({ event, data }) => event === 'orientation' && data.id === id && data.attention !== null,
      );
      const { attention } = events.at(-1)!.data;
      assert.deepEqual([attention.reason, attention.acknowledgedAt], ['absence', null]);

      const moved = await platform.call('POST', `/v1/appointments/${appointmentId}/reschedule`, {
        as: OPERATOR,
        body: { slotId: second },
      });
      assert.equal(moved.status, 200, JSON.stringify(moved.body));
      await until(() => taken.length === 2);
      assert.deepEqual(
        taken.map(({ appointmentId: of, method, status, start }) => [of, method, status, start]),
        [
          [appointmentId, 'CreateAppointment', 'booked', appointment.slot.start],
          [appointmentId, 'UpdateAppointment', 'booked', moved.body.slot.start],
        ],
      );
      const told = await stream.until(
        ({ event, data }) =>
          event === 'orientation' &&
          data.id === id &&
          data.appointment?.slot.id === second &&
          data.appointment.transmission?.step === 'INTEGRE',
      );
      // It is moved, and stays at the top until somebody has seen it.
      const { followUp, attention: waiting } = told.at(-1)!.data;
      assert.deepEqual([followUp, waiting?.acknowledgedAt], ['moved', null]);
      const { reason, at } = waiting;
      const seen = await platform.call('POST', `/v1/orientations/${id}/acknowledge`, {
        as: OPERATOR,
        body: { reason, at },
      });
      assert.equal(seen.status, 200, JSON.stringify(seen.body));
      stream.close();
    }),
);
