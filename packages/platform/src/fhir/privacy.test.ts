import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { appointmentFindings } from '../booking/editor/findings.ts';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { wholeDatabase } from '../testing/whole-database.ts';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
  await openAgenda(platform);
});
after(() => platform.close());

/** A patient's traces, none of which may be found anywhere. */
const TRACES = ['Zéphyrine', 'Secrète', '280027634512345', '1980-02-28', '+33639985555'];
const [given, family, nir, birthDate, phone] = TRACES;

test('a patient that an editor sends anyway is neither kept, logged nor answered, and is counted', async () => {
  const { resource } = writeAppointment({
    identifier: { system: 'https://agenda.example/rdv', value: 'rdv-1' },
    status: 'booked',
    start: '2026-11-23T15:00:00+01:00',
    end: '2026-11-23T15:15:00+01:00',
    practitioner: '810999900018',
    regulator: { kind: 'national', value: '3760009001/4242' },
  });
  const patient = {
    resourceType: 'Patient',
    id: 'p',
    name: [{ family, given: [given] }],
    birthDate,
    identifier: [{ value: nir }],
    telecom: [{ system: 'phone', value: phone }],
  };
  const body = {
    ...resource,
    id: `${family}-1`,
    contained: [patient],
    participant: [
      ...resource!.participant,
      {
        actor: { reference: '#p', type: 'Patient', display: `${given} ${family}` },
        status: 'accepted',
      },
      { actor: { reference: 'Patient/9', identifier: { value: nir } }, status: 'accepted' },
    ],
    subject: { display: `${given} ${family}` },
    comment: `${given}, ${phone}`,
    description: `née le ${birthDate}`,
    patientInstruction: given,
    text: { status: 'generated', div: `<div>${family}</div>` },
    reasonCode: [{ text: `${given} tousse` }],
    note: [{ text: phone }],
  };
  const taken = await platform.call('POST', '/fhir/Appointment', { as: 'editor', body });
  assert.equal(taken.status, 201);
  const refused = await platform.call('POST', '/fhir/Appointment', {
    as: 'editor',
    body: { ...body, status: 'arrived', identifier: [{ system: 'urn:x', value: 'y' }] },
  });
  assert.equal(refused.status, 422);
  const query = `?identifier=${encodeURIComponent(`urn:x|${given}`)}&patient=${encodeURIComponent(nir!)}`;
  await platform.call('PUT', `/fhir/Appointment${query}`, { as: 'editor', body });

  const database = await wholeDatabase(platform.database);
  assert.match(database, /rdv-1/, 'the search for traces finds what is there');
  const [answers, log] = [JSON.stringify([taken.body, refused.body]), platform.logged()];
  for (const trace of TRACES) {
    for (const text of [trace, encodeURIComponent(trace)]) {
      assert.ok(!database.includes(text), `${text} is kept`);
      assert.ok(!log.includes(text), `${text} is logged`);
      assert.ok(!answers.includes(text), `${text} is answered`);
    }
  }
  const counted = (await appointmentFindings(platform.database, ['vendor'])).get('vendor');
  assert.deepEqual(counted, {
    'appointment-patient': 2,
    'appointment-free-text': 2,
    'read-code': 1,
  });
});
