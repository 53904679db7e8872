import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LARGEST_MESSAGE } from './addresses.ts';
import { HUB_CATEGORIES, HUB_METHODS, HUB_STATUSES } from './appointment.ts';
import { buildAcknowledgement } from './build-acknowledgement.ts';
import { buildAppointmentMessage, type AppointmentFacts } from './build-appointment-message.ts';
import type { HubRoute } from './build-envelope.ts';
import { buildError } from './build-error.ts';
import { parseHubContent, parseHubMessage } from './parse-message.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const route: HubRoute = {
  sender: 'fr.health.ptfsas',
  recipient: 'fr.health.samu760',
  id: '1',
  sentAt: '2026-07-01T10:00:00+02:00',
};
const facts: AppointmentFacts = {
  appointmentId: 'a-1',
  method: 'CreateAppointment',
  created: '2026-07-01T09:59:00+02:00',
  start: '2026-07-01T14:00:00+02:00',
  end: '2026-07-01T14:20:00+02:00',
  timeZone: 'Europe/Paris',
  status: 'booked',
  regulator: { family: 'PETIT', given: 'Anne', email: 'anne.petit@samu.example' },
};
const valid = () => structuredClone(buildAppointmentMessage(facts, route).message)!;

describe('reading what we write', () => {
  it('tells the envelope', () => {
    const { message, findings } = parseHubMessage(JSON.stringify(valid()));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      [],
    );
    assert.ok(message?.useCase === 'appointment');
    const { appointment, useCase: _useCase, ...envelope } = message;
    assert.equal(appointment.appointmentId, 'a-1');
    assert.deepEqual(envelope, {
      distributionID: 'fr.health.ptfsas_1',
      senderID: 'fr.health.ptfsas',
      recipientID: 'fr.health.samu760',
      kind: 'Report',
      status: 'Actual',
      sentAt: '2026-07-01T10:00:00+02:00',
      expiresAt: '2026-07-01T14:00:00+02:00',
    });
  });

  it('gives acknowledgements and errors back', () => {
    const distributionID = 'fr.health.ptfsas_1';
    const ack = parseHubMessage(buildAcknowledgement({ distributionID, step: 'CONSULTE' }, route));
    assert.deepEqual(ack.findings, []);
    assert.ok(ack.message?.useCase === 'reference');
    assert.deepEqual(ack.message.reference, { distributionID, step: 'CONSULTE' });
    const fault = {
      statusCode: 500,
      cause: 'x',
      referencedDistributionID: distributionID,
    } as const;
    const error = parseHubMessage(buildError(fault, route));
    assert.deepEqual(error.findings, []);
    assert.ok(error.message?.useCase === 'error');
    assert.equal(error.message.error.errorCode.statusCode, 500);
    assert.equal(error.message.sentAt, '2026-07-01T10:00:00+02:00');
  });

  it('loses nothing of any appointment that we can write', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ' -]{0,11}[A-Za-z]$/);
    const instant = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2028-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const any = fc.record({
      method: fc.constantFrom(...HUB_METHODS),
      status: fc.constantFrom(...HUB_STATUSES),
      orientation: fc.constantFrom(...HUB_CATEGORIES),
      timeZone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Miquelon'),
      created: instant,
      start: instant,
      end: instant,
      family: word,
      given: word,
      nationalId: fc.stringMatching(/^1\d{10}$/),
      finess: fc.stringMatching(/^76\d{7}$/),
      sentAt: instant,
    });
    fc.assert(
      fc.property(any, ({ family, given, nationalId, finess, sentAt, ...times }) => {
        const practitioner = { nationalId, family, given, specialty: 'SM54', profession: '10' };
        const organization = { name: family, finess };
        const { message } = buildAppointmentMessage(
          { ...facts, ...times, practitioner, organization },
          { ...route, sentAt },
        );
        const parsed = parseHubMessage(JSON.stringify(message));
        assert.deepEqual(parsed.findings, []);
        assert.ok(parsed.message?.useCase === 'appointment');
        const body = message?.content[0]?.jsonContent.embeddedJsonContent.message.appointment;
        assert.deepEqual(parsed.message.appointment, body);
        assert.doesNotMatch(JSON.stringify(message), /\dZ"/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no message', () => {
  const cut = '{"distributionID": "fr.health.ptfsas_1", "senderID"';
  const large = `{"distributionID":"a.b_1","x":"${'x'.repeat(LARGEST_MESSAGE)}"}`;
  const texts: [name: string, text: string, rule: string, id: string | null][] = [
    ['a cut message', cut, 'json-invalid', 'fr.health.ptfsas_1'],
    ['XML', '<edxlDistribution/>', 'json-invalid', null],
    ['nothing', '', 'json-invalid', null],
    ['a list', '[]', 'type-wrong', null],
    ['a number', '12', 'type-wrong', null],
    ['null', 'null', 'type-wrong', null],
    ['a message that is too large', large, 'message-too-large', 'a.b_1'],
  ];
  for (const [name, text, rule, id] of texts)
    it(`says what is wrong with ${name}`, () => {
      const parsed = parseHubMessage(text);
      assert.equal(parsed.message, null);
      assert.equal(parsed.findings.map((finding) => finding.rule).join(), rule);
      assert.equal(parsed.distributionID, id);
    });

  it('takes nothing from prototypes', () => {
    const text = JSON.stringify(valid()).replace(
      '"appointmentId":"a-1"',
      '"__proto__":{"appointmentId":"a-1"}',
    );
    assert.equal(parseHubMessage(text).message, null);
    assert.equal(({} as Record<string, unknown>)['appointmentId'], undefined);
    assert.equal(parseHubContent(Object.create({ appointment: {} })).content?.useCase, 'other');
  });

  it('never throws, and never quotes, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseHubMessage(value)));
    fc.assert(fc.property(fc.string(), (text) => void parseHubMessage(text)));
    const names = Object.keys(valid());
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, value) => {
        const { findings } = parseHubMessage({ ...valid(), [name]: value });
        assert.doesNotMatch(JSON.stringify(findings), /PETIT|anne\.petit/);
      }),
    );
    const inside = [
      'appointmentId',
      'start',
      'status',
      'practitioner',
      'organization',
      'regulator',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...inside), fc.anything(), (name, value) => {
        parseHubContent({ appointment: { appointmentId: '1', [name]: value } });
      }),
    );
  });

  it('survives a message nested 100 000 deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = JSON.stringify(valid()).replace('"a-1"', deep);
    assert.equal(parseHubMessage(text).message, null);
  });
});
