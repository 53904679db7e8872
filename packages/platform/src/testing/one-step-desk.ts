import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { openAgenda } from './agenda-fixtures.ts';
import type { OneStepAgenda } from './one-step-agenda.ts';
import { endOneStepVendor, startOneStepVendor, WHO } from './one-step-vendor.ts';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';
import type { TestVendor } from './test-vendor.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const TEN = '2026-11-23T10:00:00.000+01:00';
export const ELEVEN = '2026-11-23T11:00:00.000+01:00';
const TWELVE = '2026-11-23T12:00:00.000+01:00';

/** How a vendor tells of an appointment, besides whose and which. */
interface Telling {
  start?: string;
  verb?: 'POST' | 'PUT';
  /** National id. */
  practitioner?: string;
}

/**
 * A regulator's desk and a vendor that books and cancels in one step, for each test of a file anew: at eight
 * o'clock, with slots at ten, eleven and twelve.
 */
export function oneStepDesk() {
  let platform: TestPlatform;
  let vendor: TestVendor;
  let agenda: OneStepAgenda;

  before(async () => {
    platform = await startTestPlatform({ SAS_METRICS_PORT: '0' });
    await platform.setClock(NOW);
    await openAgenda(platform);
  });
  after(() => platform.close());
  beforeEach(async () => {
    await platform.setClock(NOW);
    const starts = [TEN, ELEVEN, TWELVE];
    ({ vendor, agenda } = await startOneStepVendor(platform, starts, { cancels: true }));
  });
  afterEach(() => endOneStepVendor(platform, vendor));

  const read = async (id: string) =>
    (await platform.call('GET', `/v1/appointments/${id}`, { as: 'regulator' })).body;

  return {
    get platform() {
      return platform;
    },
    get vendor() {
      return vendor;
    },
    get agenda() {
      return agenda;
    },
    read,
    /** The free slots. */
    slots: async () => {
      const path = '/v1/availability?insee=76351&specialty=SM54';
      const { body } = await platform.call('GET', path, { as: 'regulator' });
      return body.items[0].slots as { id: string; start: string }[];
    },
    /** Books a slot. */
    take: async (slotId: string) => {
      const { status, body } = await platform.call('POST', '/v1/appointments', {
        ...{ as: 'regulator', body: { slotId } },
      });
      assert.equal(status, 201, JSON.stringify(body));
      return body as { id: string; status: string; reference: string };
    },
    cancel: (id: string, as = 'regulator') =>
      platform.call('POST', `/v1/appointments/${id}/cancel`, { as }),
    move: (id: string, body: { slotId: string; holdId?: string }, as = 'regulator') =>
      platform.call('POST', `/v1/appointments/${id}/reschedule`, { as, body }),
    /** State of an appointment, and of its cancellation. */
    standing: async (id: string) => {
      const { status, cancellation } = await read(id);
      return [status, cancellation];
    },
    /** Cancellations that a person is to look after: in the metrics, and in the list of what is overdue. */
    alarms: async () => {
      const text = await (await fetch(platform.platform.metricsAddress!)).text();
      const gauge = Number(/^sas_cancellations_overdue (\d+)$/m.exec(text)?.[1]);
      const listed = async (overdue: boolean) => {
        const path = `/v1/appointments?overdue=${overdue}`;
        return (await platform.call('GET', path, { as: 'regulator' })).body.items.length as number;
      };
      return [gauge, await listed(true), await listed(false)];
    },
    /** The outbox does now what it would do later. */
    repeat: () =>
      platform.database.query(`update outbox set due_at = sas_now() where state = 'waiting'`),
    /** What the outbox has to do later. */
    waiting: async (): Promise<number> => {
      const rows = await platform.database.query(
        `select 1 as one from outbox where state = 'waiting'`,
      );
      return rows.length;
    },
    /** The vendor tells of an appointment. */
    tell: (
      value: string,
      status: 'pending' | 'booked' | 'cancelled',
      lastUpdated: string | undefined,
      { start = TEN, verb = 'POST', practitioner = WHO }: Telling = {},
    ) => {
      // Only the profile of SOS Médecins knows “pending”, and no practitioner.
      const sos = status === 'pending';
      const { resource } = writeAppointment(
        {
          identifier: { system: 'urn:ietf:rfc:3986', value },
          ...(sos ? { participantStatus: 'needs-action' } : { practitioner }),
          ...{ status, start },
          end: new Date(Date.parse(start) + 900_000).toISOString(),
          regulator: { kind: 'technical', value: 'regulator' },
        },
        { flow: sos ? 'sos' : 'ps' },
      );
      const written = lastUpdated === undefined ? {} : { lastUpdated };
      const body = { ...resource, meta: { ...resource!.meta, ...written } };
      const named = `?identifier=${encodeURIComponent(`urn:ietf:rfc:3986|${value}`)}`;
      const path = `/fhir/Appointment${verb === 'PUT' ? named : ''}`;
      return platform.call(verb, path, { as: 'editor', body });
    },
  };
}
