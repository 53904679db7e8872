import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { APPOINTMENT_PROFILES } from '@sas-kit/fhir';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import { OneStepAgenda } from '../../testing/one-step-agenda.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import { startTestVendor, type TestVendor } from '../../testing/test-vendor.ts';

const SIRET = '90000090200016';
const TEN = '2026-11-23T10:00:00.000+01:00';
const SITE = {
  ...{ id: 'site', name: 'Centre Nord', line: '12 rue des Galets', postalCode: '76600' },
  ...{ city: 'Le Havre', lat: 49.4938, lon: 0.1077 },
};

let platform: TestPlatform;
let vendor: TestVendor;
const agenda = new OneStepAgenda();

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
  await openAgenda(platform, {
    practitioner: undefined,
    structure: { kind: 'sos', name: 'SOS Médecins de démonstration', nationalId: `3${SIRET}` },
  });
  const { book, cancel } = agenda;
  vendor = await startTestVendor(platform, 'vendor', [], {
    ...{ book, cancel },
    slotsOfAssociations: () => ({
      associations: [{ id: 'sos', siret: SIRET, name: 'SOS Médecins', sites: [SITE] }],
      slots: [
        {
          ...{ id: 'consultation-1', site: SITE.id, start: TEN },
          end: '2026-11-23T10:15:00.000+01:00',
          ...{ visibility: ['SNP'], modalities: ['AMB'], booking: 'ROUTINE' },
          url: 'https://rdv.example/sos',
        },
      ],
    }),
  });
  agenda.vendor = vendor;
  vendor.slots = [{ of: SIRET, start: TEN }];
  await platform.database.query(`update editor set flows = '{sos}'`);
  await platform.database.query(
    `insert into editor_serves (editor_id, kind, national_id) values ('vendor', 'structure', $1)`,
    [`3${SIRET}`],
  );
});
after(async () => {
  await platform.close();
  await vendor.close();
});

const call = (path: string, body?: object) =>
  platform.call('POST', `/v1/${path}`, { as: 'regulator', body });

test('a site of SOS Médecins is held, booked and cancelled in one step, in its own profile', async () => {
  const { body } = await platform.call('GET', '/v1/availability?insee=76351', { as: 'regulator' });
  const [card] = body.items;
  assert.equal(card.practitioner, null);
  const [slot] = card.slots;
  assert.equal(slot.source.bookableHere, true);
  const held = await call('holds', { slotId: slot.id });
  assert.deepEqual([held.status, held.body.practitioner], [201, null]);

  const booked = await call('appointments', { slotId: slot.id, holdId: held.body.id });
  assert.deepEqual([booked.status, booked.body.status], [201, 'booked'], JSON.stringify(booked));
  const [request] = agenda.requests;
  assert.deepEqual([request!.slot, request!.reference], ['consultation-1', booked.body.reference]);
  assert.equal(request!.appointment.practitioner, undefined);

  const cancelled = await call(`appointments/${booked.body.id}/cancel`);
  assert.deepEqual([cancelled.status, cancelled.body.status], [200, 'cancelled']);
  assert.equal(agenda.booked.size, 0);
});

test('the vendor says so of both profiles, and that it cancels', async () => {
  const [{ endpoint }] = (await platform.database.query('select endpoint from editor')) as any;
  const { rest } = (await (await fetch(`${endpoint}/metadata`)).json()) as any;
  const found = rest[0].resource.find(({ type }: { type: string }) => type === 'Appointment');
  assert.ok(found.supportedProfile.includes(APPOINTMENT_PROFILES.sos));
  const codes = found.interaction.map(({ code }: { code: string }) => code);
  assert.deepEqual(codes, ['create', 'update']);
});
