import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyBaseLogger } from 'fastify';
import { noBroker, type TestHub, withHub } from '../testing/test-hub.ts';
import { until } from '../testing/until.ts';
import { HUB_KIND } from './hub-kind.ts';
import { openHub } from './open-hub.ts';

const BROKER = process.env['SAS_TEST_HUB_URL'] ?? process.env['AMQP_URL'];
const silent = { info: () => {}, warn: () => {} } as unknown as FastifyBaseLogger;
const reader = { lock: () => Promise.reject(new Error('nobody asks for one')) };

/** Sends what waits about an appointment as a platform in production, or not in production, does. */
async function send({ platform, platformId }: TestHub, appointment: string, production: boolean) {
  const { database } = platform;
  const settings = { url: BROKER!, clientId: platformId, tls: null, authoritiesFile: null };
  const hub = openHub(database, reader, settings, production);
  const { [HUB_KIND]: kind } = await hub.connect(silent, () => {});
  const rows = await database.query<{ id: string }>(
    'select id from transmission where appointment_id = $1',
    [appointment],
  );
  await until(() => kind!.ready!());
  const payload = { transmission: rows[0]!.id };
  const row = { id: 1, lane: '', subject: null, payload, attempt: 1, createdAt: new Date() };
  await kind!.deliver(row, new AbortController().signal);
  await hub.close();
}

test('what a platform tells is an exercise unless it is in production', { skip: noBroker }, () => {
  const waiting = new URL(BROKER!);
  waiting.password = 'wrong';
  return withHub(
    async (hub) => {
      const taken = new Map<string, string>();
      await hub.dispatchSoftware({
        onAppointment: ({ appointment, status }) =>
          void taken.set(appointment.appointmentId, status),
      });
      const [trial, real] = [await hub.book(), await hub.book()];
      await send(hub, trial, false);
      await send(hub, real, true);
      await until(() => taken.size === 2);
      assert.deepEqual([taken.get(trial), taken.get(real)], ['Exercise', 'Actual']);
    },
    { settings: { SAS_HUB_URL: waiting.href } },
  );
});
