import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { applyAppointmentMessage, NO_APPOINTMENTS, type ReceivedMessage } from '@sas-kit/fhir/hub';
import { shuffle } from '../../../connector/src/testing/shuffle.ts';
import { noBroker, withHub } from '../testing/test-hub.ts';
import { until } from '../testing/until.ts';

const PID = process.env['SAS_TEST_BROKER_PID'];
const skip = noBroker || (PID ? false : 'only a broker of `npm test -- hub` may be killed');

const BOOKINGS = 500;
/** A broker that is killed takes its time to come back. */
const PATIENCE_MS = 300_000;

type Told = Extract<ReceivedMessage, { useCase: 'appointment' }>;

const kill = async () => process.kill(Number(await readFile(PID!, 'utf8')), 'SIGKILL');

test(
  'the broker is killed twice during 500 bookings: nothing is lost, all is in order',
  { skip },
  () =>
    withHub(
      async (hub) => {
        const messages: Told[] = [];
        await hub.dispatchSoftware({ onAppointment: (message) => void messages.push(message) });
        const booked: string[] = [];
        for (let count = 0; count < BOOKINGS; count += 1) {
          booked.push(await hub.book());
          if (count % 5 === 0) {
            const path = `/v1/appointments/${booked.at(-1)!}/cancel`;
            await hub.platform.call('POST', path, { as: 'regulator' });
          }
          if (count === 150) await kill();
          if (count === 300) {
            await until(() => messages.length > 150, PATIENCE_MS);
            await kill();
          }
        }
        await until(async () => {
          const rows = await hub.platform.database.query(
            `select id from transmission where step is distinct from 'INTEGRE'`,
          );
          return rows.length === 0;
        }, PATIENCE_MS);
        const cancelled = booked.filter((_, index) => index % 5 === 0);
        const arrived = (id: string) => {
          const about = messages.filter(({ appointment }) => appointment.appointmentId === id);
          return about.map(({ appointment }) => appointment.status);
        };
        for (const id of booked) {
          const expected = cancelled.includes(id) ? ['booked', 'cancelled'] : ['booked'];
          assert.deepEqual(arrived(id), expected);
        }
        // Twice, in another order, and of one nothing but an update: one appointment each.
        const known = messages.filter(
          ({ appointment }) =>
            appointment.method === 'UpdateAppointment' ||
            appointment.appointmentId !== cancelled[0],
        );
        let state = NO_APPOINTMENTS;
        for (const message of shuffle([...known, ...known]))
          ({ state } = applyAppointmentMessage(state, message));
        assert.equal(state.size, BOOKINGS);
        for (const id of booked) {
          const { status } = state.get(id)!.appointment;
          assert.equal(status, cancelled.includes(id) ? 'cancelled' : 'booked');
        }
      },
      { settings: { SAS_BOOKING_WINDOW_HOURS: '200' } },
    ),
);
