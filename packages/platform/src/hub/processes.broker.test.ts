import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { ReceivedMessage } from '@sas-kit/fhir/hub';
import { METRICS_TOKEN, noBroker, withHub } from '../testing/test-hub.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { until } from '../testing/until.ts';

const SHARED = { SAS_SECRET_KEY: randomBytes(32).toString('base64') };
const BOOKINGS = 40;
const PATIENCE_MS = 120_000;

type Told = Extract<ReceivedMessage, { useCase: 'appointment' }>;

const isConnected = async (platform: TestPlatform) => {
  const { body } = await platform.call('GET', '/metrics', {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  return /^sas_hub_connected 1$/m.test(body as string);
};

test(
  'two processes share the queues: nothing is told twice, nothing is lost, every answer counts',
  { skip: noBroker },
  () =>
    withHub(
      async (hub) => {
        const other = await startTestPlatform(
          {
            ...SHARED,
            SAS_HUB_URL: process.env['SAS_TEST_HUB_URL'] ?? process.env['AMQP_URL']!,
            SAS_HUB_CLIENT_ID: hub.platformId,
            SAS_METRICS_TOKEN: METRICS_TOKEN,
          },
          // The one who opened it closes it.
          { ...hub.platform.database, close: () => Promise.resolve() },
        );
        const messages: Told[] = [];
        await hub.dispatchSoftware({ onAppointment: (message) => void messages.push(message) });
        for (const each of [hub.platform, other]) await until(() => isConnected(each), PATIENCE_MS);
        const booked: string[] = [];
        for (let count = 0; count < BOOKINGS; count += 1) {
          const id = await hub.book();
          booked.push(id);
          if (count % 2 === 0) continue;
          const path = `/v1/appointments/${id}/cancel`;
          const cancelled = await other.call('POST', path, { as: 'regulator' });
          assert.equal(cancelled.status, 200);
        }
        await until(async () => {
          const rows = await hub.platform.database.query(
            `select id from transmission where step is distinct from 'INTEGRE'`,
          );
          return rows.length === 0;
        }, PATIENCE_MS);
        for (const [index, id] of booked.entries()) {
          const about = messages.filter(({ appointment }) => appointment.appointmentId === id);
          assert.deepEqual(
            about.map(({ appointment }) => appointment.status),
            index % 2 === 0 ? ['booked'] : ['booked', 'cancelled'],
          );
        }
        const ids = messages.map(({ distributionID }) => distributionID);
        assert.equal(new Set(ids).size, ids.length);
        await other.close();
      },
      { settings: SHARED },
    ),
);
