import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { ACCOUNT_HOLDINGS } from '../../privacy/holdings.ts';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';

const REGULATOR = '810999900133';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
  await openAgenda(platform);
});
after(() => platform.close());

test('a regulator is told what editors say of it, and is erased from it; the appointment stays', async () => {
  const { resource } = writeAppointment({
    identifier: { system: 'https://agenda.example/rdv', value: 'rdv-1' },
    status: 'booked',
    start: '2026-11-23T15:00:00+01:00',
    end: '2026-11-23T15:15:00+01:00',
    practitioner: '810999900018',
    regulator: { kind: 'national', value: REGULATOR },
  });
  const tell = () => platform.call('POST', '/fhir/Appointment', { as: 'editor', body: resource });
  assert.equal((await tell()).status, 201);
  const person = {
    kind: 'account',
    subject: 'nobody',
    accountId: null,
    nationalId: REGULATOR,
  } as const;
  const holding = ACCOUNT_HOLDINGS.find(({ name }) => name === 'appointmentsBooked')!;
  const told = async () =>
    (await holding.read(platform.database, person, undefined as never)) as Record<
      string,
      unknown
    >[];
  assert.deepEqual(
    (await told()).map(({ editor, regulator }) => [editor, regulator]),
    [['vendor', REGULATOR]],
  );
  assert.equal(await holding.erase!(platform.database, person), 1);
  assert.deepEqual(await told(), []);
  const again = await tell();
  assert.equal(again.status, 200);
  assert.ok(!JSON.stringify(again.body).includes(REGULATOR));
});
