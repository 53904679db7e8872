import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { APPOINTMENT_STATUSES, type AppointmentStatus, writeAppointment } from '@sas-kit/fhir';
import fc from 'fast-check';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const SYSTEM = 'https://agenda.example/appointments';
const RUNS = 20;

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform({ SAS_LOG_LEVEL: 'error' });
  await platform.setClock('2026-11-23T08:00:00+01:00');
  await openAgenda(platform);
});
after(() => platform.close());

/** One word of an editor about its appointment. */
interface Word {
  status: AppointmentStatus;
  /** When it was written, minutes past 7. */
  minute: number;
  /** Quarters of an hour by which it was moved. */
  moved: number;
  /** Sent as a creation. */
  creates: boolean;
}

const words = fc.array(
  fc.record<Word>({
    status: fc.constantFrom('booked', 'fulfilled', 'noshow', 'cancelled'),
    minute: fc.integer({ min: 10, max: 14 }),
    moved: fc.integer({ min: 0, max: 2 }),
    creates: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

/** The same stream doubled in part and in another order; nothing of it is lost. */
const disturbed = words.chain((stream) =>
  fc
    .shuffledSubarray([...stream, ...stream], { minLength: stream.length })
    .map((more) => [...more, ...stream])
    .chain((all) =>
      fc.tuple(fc.constant(stream), fc.shuffledSubarray(all, { minLength: all.length })),
    ),
);

let made = 0;

/** Sends a stream about an appointment of its own; answers how it stands then. */
async function stateAfter(stream: readonly Word[], dated = true): Promise<unknown> {
  const value = `rdv-${(made += 1)}`;
  for (const { status, minute, moved, creates } of stream) {
    const start = Date.parse('2026-11-23T15:00:00+01:00') + moved * 900_000;
    const { resource } = writeAppointment({
      identifier: { system: SYSTEM, value },
      status,
      start: new Date(start).toISOString(),
      end: new Date(start + 900_000).toISOString(),
      practitioner: '810999900018',
      regulator: { kind: 'technical', value: '7f1f7a43-9d1c-4f7e-9d5c-6d3f3f0b8f11' },
    });
    const meta = {
      ...resource!.meta,
      ...(dated && { lastUpdated: `2026-11-23T07:${minute}:00Z` }),
    };
    const path = `/fhir/Appointment?identifier=${encodeURIComponent(`${SYSTEM}|${value}`)}`;
    const { body } = await platform.call(
      creates ? 'POST' : 'PUT',
      creates ? '/fhir/Appointment' : path,
      { as: 'editor', body: { ...resource, meta } },
    );
    assert.equal(body.resourceType, 'Appointment', JSON.stringify(body));
  }
  const rows = await platform.database.query(
    `select status, starts_at, ends_at, written_at, digest from appointment where identifier_value = $1`,
    [value],
  );
  assert.equal(rows.length, 1, 'one appointment, however often it was told');
  return rows[0];
}

test(`${RUNS} streams of dated messages, doubled and in any order, end as the stream in order does`, async () => {
  await fc.assert(
    fc.asyncProperty(disturbed, async ([stream, replayed]) => {
      assert.deepEqual(await stateAfter(replayed), await stateAfter(stream));
    }),
    { numRuns: RUNS, seed: 20_261_123 },
  );
});

test('every state of the guide wins over those before it at one instant', async () => {
  const order = ['booked', 'noshow', 'fulfilled', 'cancelled'] as const;
  assert.equal(order.length + 1, Object.keys(APPOINTMENT_STATUSES).length, 'and pending');
  const told = order.map((status) => ({ status, minute: 10, moved: 0, creates: false }));
  const [up, down] = [await stateAfter(told), await stateAfter([...told].reverse())];
  assert.deepEqual(up, down);
  assert.equal((up as { status: string }).status, 'cancelled');
});

test('without meta.lastUpdated updates count as they arrive, and a late creation changes nothing', async () => {
  const word = (status: AppointmentStatus, creates: boolean) => {
    return { status, minute: 10, moved: 0, creates };
  };
  const [created, cancelled] = [word('booked', true), word('cancelled', false)];
  for (const stream of [
    [created, cancelled],
    [cancelled, created],
    [created, cancelled, created, cancelled, created],
  ]) {
    const state = await stateAfter(stream, false);
    assert.equal((state as { status: string }).status, 'cancelled');
  }
});
