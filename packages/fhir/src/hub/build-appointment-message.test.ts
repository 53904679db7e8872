import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildAppointmentMessage, type AppointmentFacts } from './build-appointment-message.ts';
import type { HubRoute } from './build-envelope.ts';
import type { HubEnvelope } from './envelope.ts';

const route: HubRoute = {
  sender: 'fr.health.ptfsas',
  recipient: 'fr.health.samu760',
  id: '30c8e00d-68b2-4092-a4f2-a9cb19b416e9',
  sentAt: '2026-10-24T16:05:54.321Z',
};

const facts: AppointmentFacts = {
  appointmentId: '2d2db05f-e2b0-4169-be8f-891806da2c74',
  method: 'CreateAppointment',
  created: new Date('2026-10-24T16:05:00.500Z'),
  start: '2026-10-25T00:30:00Z',
  end: '2026-10-25T01:30:00Z',
  timeZone: 'Europe/Paris',
  status: 'booked',
  orientation: 'PS',
  practitioner: {
    nationalId: '10999000018',
    family: 'MOREAU',
    given: 'Claire',
    specialty: 'SM54',
    profession: '10',
  },
  organization: { name: 'Cabinet du Port', finess: '760009001', siret: '12345678900011' },
  regulator: {
    identifier: { kind: 'national', value: '3620100057/70326SR' },
    family: 'PETIT',
    given: 'Anne',
    email: 'anne.petit@samu.example',
  },
};

const bodyOf = <Message>(envelope: HubEnvelope<Message> | null): Message => {
  const body = envelope?.content[0]?.jsonContent.embeddedJsonContent.message;
  assert.ok(body !== undefined);
  return body;
};
const build = (changes: Partial<AppointmentFacts>, on: Partial<HubRoute> = {}) => {
  const { message, findings } = buildAppointmentMessage(
    { ...facts, ...changes },
    { ...route, ...on },
  );
  return {
    message,
    appointment: message === null ? null : bodyOf(message).appointment,
    found: findings.map(({ rule, place }) => `${rule} ${place.replace('message.appointment', '')}`),
  };
};

describe('a message about an appointment', () => {
  it('has the envelope, the header and the appointment that the Hub wants', () => {
    const { message, found } = build({});
    assert.deepEqual(found, []);
    const distributionID = 'fr.health.ptfsas_30c8e00d-68b2-4092-a4f2-a9cb19b416e9';
    assert.deepEqual(message, {
      distributionID,
      senderID: 'fr.health.ptfsas',
      dateTimeSent: '2026-10-24T18:05:54+02:00',
      dateTimeExpires: '2026-10-25T02:30:00+02:00',
      distributionStatus: 'Actual',
      distributionKind: 'Report',
      descriptor: {
        language: 'fr-FR',
        explicitAddress: {
          explicitAddressScheme: 'hubex',
          explicitAddressValue: 'fr.health.samu760',
        },
      },
      content: [
        {
          jsonContent: {
            embeddedJsonContent: {
              message: {
                messageId: distributionID,
                sender: { name: 'ptfsas', URI: 'hubex:fr.health.ptfsas' },
                sentAt: '2026-10-24T18:05:54+02:00',
                kind: 'Report',
                status: 'Actual',
                recipient: [{ name: 'samu760', URI: 'hubex:fr.health.samu760' }],
                appointment: {
                  appointmentId: '2d2db05f-e2b0-4169-be8f-891806da2c74',
                  method: 'CreateAppointment',
                  created: '2026-10-24T18:05:00+02:00',
                  start: '2026-10-25T02:30:00+02:00',
                  end: '2026-10-25T02:30:00+01:00',
                  status: 'booked',
                  orientationCategory: 'PS',
                  practitioner: {
                    rppsId: '810999000018',
                    lastName: 'MOREAU',
                    firstName: 'Claire',
                    specialityCode: 'SM54',
                    specialityUrl:
                      'https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale',
                    professionCode: '10',
                    professionUrl:
                      'https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante',
                  },
                  organization: { organizationId: '1760009001', name: 'Cabinet du Port' },
                  regulator: {
                    regulatorId: '3620100057/70326SR',
                    regulatorName: 'PETIT',
                    regulatorFirstname: 'Anne',
                    regulatorEmail: 'anne.petit@samu.example',
                  },
                },
              },
            },
          },
        },
      ],
    });
  });

  it('is an exercise in envelope and header alike', () => {
    const { message } = build({}, { exercise: true });
    assert.equal(message?.distributionStatus, 'Exercise');
    assert.equal(bodyOf(message).status, 'Exercise');
  });

  it('cancels by an update', () => {
    const { message, appointment } = build({ method: 'UpdateAppointment', status: 'cancelled' });
    assert.equal(message?.distributionKind, 'Report');
    assert.equal(appointment?.status, 'cancelled');
  });

  it('says the hour of the place, and of the sender in the envelope', () => {
    const { message, appointment } = build({ timeZone: 'Indian/Reunion' });
    assert.equal(appointment?.start, '2026-10-25T04:30:00+04:00');
    assert.equal(message?.dateTimeExpires, '2026-10-25T02:30:00+02:00');
  });

  it('takes the SIRET where there is no FINESS, and codes of other systems', () => {
    const { appointment } = build({
      organization: { name: 'SOS Médecins', siret: '123 456 789 00011' },
      practitioner: { ...facts.practitioner!, specialty: 'urn:oid:1.2|X1', profession: ' ' },
    });
    assert.equal(appointment?.organization?.organizationId, '312345678900011');
    assert.equal(appointment.practitioner?.specialityCode, 'X1');
    assert.equal(appointment.practitioner.specialityUrl, 'urn:oid:1.2');
    assert.equal(appointment.practitioner.professionUrl, undefined);
  });

  const { practitioner: _practitioner, organization: _organization, ...bare } = facts;
  it('may tell neither practitioner nor structure for SOS Médecins that is still pending', () => {
    const sos = { ...bare, orientation: 'SOS', status: 'pending' } as const;
    assert.deepEqual(buildAppointmentMessage(sos, route).findings, []);
    const booked = buildAppointmentMessage({ ...sos, status: 'booked' }, route);
    assert.deepEqual(
      booked.findings.map(({ rule }) => rule),
      ['effector-missing'],
    );
    assert.notEqual(booked.message, null);
  });

  const practitioner = facts.practitioner!;
  const leftOut: [
    name: string,
    changes: Partial<AppointmentFacts>,
    found: string,
    absent: string,
  ][] = [
    [
      'an ADELI practitioner',
      { practitioner: { ...practitioner, nationalId: '0769900018' } },
      'practitioner-omitted .practitioner',
      'practitioner',
    ],
    [
      "the guide's own RPPS, which starts with 0",
      { practitioner: { ...practitioner, nationalId: '800001288385' } },
      'practitioner-omitted .practitioner',
      'practitioner',
    ],
    [
      'a practitioner without a given name',
      { practitioner: { ...practitioner, given: ' ' } },
      'practitioner-omitted .practitioner',
      'practitioner',
    ],
    [
      'a structure with an RPPS rang only',
      { organization: { name: 'Cabinet', siret: '410999000018001' } },
      'organization-omitted .organization',
      'organization',
    ],
    [
      'a structure without a name',
      { organization: { name: '', finess: '760009001' } },
      'organization-omitted .organization',
      'organization',
    ],
    ['an end before the start', { end: facts.created }, 'end-not-after-start .end', 'end'],
  ];
  for (const [name, changes, finding, absent] of leftOut)
    it(`leaves out ${name} and says so`, () => {
      const { appointment, found } = build(changes);
      assert.deepEqual(found, [finding]);
      assert.ok(appointment !== null && !(absent in appointment));
    });

  it('never sends the technical id of a regulator', () => {
    const value = '1ef24046-7c54-69ca-a309-8106d60b6540';
    for (const kind of ['technical', 'national'] as const) {
      const { message, found } = build({
        regulator: { ...facts.regulator, identifier: { kind, value } },
      });
      assert.deepEqual(found, ['regulator-id-omitted .regulator.regulatorId']);
      assert.ok(!JSON.stringify(message).includes(value));
    }
  });

  const regulator = facts.regulator;
  const refused: [name: string, changes: Partial<AppointmentFacts>, found: string][] = [
    ['no id', { appointmentId: ' ' }, 'required-missing .appointmentId'],
    [
      'no e-mail of the regulator',
      { regulator: { ...regulator, email: '' } },
      'required-missing .regulator.regulatorEmail',
    ],
    [
      'no name of the regulator',
      { regulator: { ...regulator, family: '' } },
      'required-missing .regulator.regulatorName',
    ],
    [
      'no given name of the regulator',
      { regulator: { ...regulator, given: '' } },
      'required-missing .regulator.regulatorFirstname',
    ],
    ['a start without offset', { start: '2026-10-25T00:30:00' }, 'instant-unreadable .start'],
    ['an invalid date', { created: new Date(Number.NaN) }, 'instant-unreadable .created'],
    ['a status in capitals', { status: 'BOOKED' as 'booked' }, 'value-unknown .status'],
    [
      "the guide's method",
      { method: 'createAppointment' as 'CreateAppointment' },
      'value-unknown .method',
    ],
    ['another category', { orientation: 'MMG' as 'MSP' }, 'value-unknown .orientationCategory'],
  ];
  for (const [name, changes, finding] of refused)
    it(`builds nothing with ${name}`, () => {
      const { message, found } = build(changes);
      assert.equal(message, null);
      assert.deepEqual(found, [finding]);
    });

  it('sends what looks unlike an e-mail, and says so', () => {
    const { message, found } = build({ regulator: { ...regulator, email: 'anne.petit' } });
    assert.notEqual(message, null);
    assert.deepEqual(found, ['regulator-email-form .regulator.regulatorEmail']);
  });

  const expiries: [name: string, start: string, expires: string][] = [
    ['in three hours: then', '2026-10-24T19:00:00Z', '2026-10-24T21:00:00+02:00'],
    ['in three days: in 24 h', '2026-10-27T08:00:00Z', '2026-10-25T17:05:54+01:00'],
    ['in 24 h: then', '2026-10-25T16:05:54Z', '2026-10-25T17:05:54+01:00'],
    ['in half a minute: in 24 h', '2026-10-24T16:06:24Z', '2026-10-25T17:05:54+01:00'],
    ['an hour ago: in 24 h', '2026-10-24T15:00:00Z', '2026-10-25T17:05:54+01:00'],
  ];
  for (const [name, start, expires] of expiries)
    it(`expires, when it starts ${name}`, () => {
      const { message } = build({ start, end: '2026-10-28T08:00:00Z' });
      assert.equal(message?.dateTimeExpires, expires);
      const { dateTimeExpires, dateTimeSent } = message;
      assert.ok(Date.parse(dateTimeExpires) - Date.parse(dateTimeSent) <= 86_400_000);
    });

  const misused: [name: string, on: Partial<HubRoute>][] = [
    ['a sender with an underscore', { sender: 'fr.health.ptf_sas' }],
    ['an empty recipient', { recipient: '' }],
    ['an empty id', { id: '' }],
    ['an id with a blank', { id: 'a b' }],
    ['a moment without offset', { sentAt: '2026-10-24T16:05:54' }],
    ['an unknown zone', { timeZone: 'Europe/Lutece' }],
  ];
  for (const [name, on] of misused)
    it(`throws on ${name}`, () => assert.throws(() => build({}, on), RangeError));

  it('has no instant that ends in Z and no empty text', () => {
    const text = JSON.stringify(build({}).message);
    assert.doesNotMatch(text, /\dZ"/);
    assert.doesNotMatch(text, /:""|null/);
  });
});
