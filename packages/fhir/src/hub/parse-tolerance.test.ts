import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildAcknowledgement } from './build-acknowledgement.ts';
import { buildAppointmentMessage } from './build-appointment-message.ts';
import type { HubRoute } from './build-envelope.ts';
import { buildError } from './build-error.ts';
import { explainHubError } from './error-codes.ts';
import { parseHubContent, parseHubMessage } from './parse-message.ts';

const route: HubRoute = {
  sender: 'fr.health.ptfsas',
  recipient: 'fr.health.samu760',
  id: '1',
  sentAt: '2026-07-01T10:00:00+02:00',
};
const facts = {
  appointmentId: 'a-1',
  method: 'CreateAppointment',
  created: '2026-07-01T09:59:00+02:00',
  start: '2026-07-01T14:00:00+02:00',
  end: '2026-07-01T14:20:00+02:00',
  timeZone: 'Europe/Paris',
  status: 'booked',
  orientation: 'PS',
  practitioner: { nationalId: '10999000018', family: 'MOREAU', given: 'Claire' },
  organization: { name: 'Cabinet du Port', finess: '760009001' },
  regulator: { family: 'PETIT', given: 'Anne', email: 'anne.petit@samu.example' },
} as const;
const valid = (): unknown => structuredClone(buildAppointmentMessage(facts, route).message);
const acknowledgement = (): unknown => buildAcknowledgement({ distributionID: 'a.b_1' }, route);
const errorMessage = (): unknown =>
  buildError({ statusCode: 500, cause: 'x', referencedDistributionID: 'a.b_1' }, route);

const WAY_IN = 'content.0.jsonContent.embeddedJsonContent';

/**
 * A message with another value, or none, at a path; `message` and `appointment` stand for the way
 * in.
 */
function changed(path: string, value: unknown, base: unknown = valid()): unknown {
  const whole = path
    .replace(/^appointment\b/, 'message.appointment')
    .replace(/^message\b/, `${WAY_IN}.message`);
  const names = whole.split('.');
  let at = base as Record<string, unknown>;
  for (const name of names.slice(0, -1)) at = at[name] as Record<string, unknown>;
  const last = names.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return base;
}

const found = (input: unknown) =>
  parseHubMessage(input).findings.map(({ rule, place }) => `${rule} ${place}`);
const appointmentIn = (input: unknown) => {
  const { message } = parseHubMessage(input);
  return message?.useCase === 'appointment' ? message.appointment : null;
};

/** Name, path, value put there, rule reported; where, unless at the path. */
type Row = [name: string, path: string, value: unknown, rule: string, place?: string];

function expectFinding([, path, value, rule, place]: Row): unknown {
  const input = changed(path, value);
  const expected = place ?? path.replace(/^appointment\b/, 'message.appointment');
  assert.ok(found(input).includes(`${rule} ${expected}`), found(input).join(', '));
  return input;
}

describe('what the guide shows and the schema refuses', () => {
  const rpps = 'appointment.practitioner.rppsId';
  const scheme = 'descriptor.explicitAddress.explicitAddressScheme';
  const exchanged = { name: 'hubex:fr.health.samu760', URI: 'fr.health.samu760' };
  const tolerated: Row[] = [
    ['no regulator', 'appointment.regulator', undefined, 'required-missing'],
    ['createAppointment', 'appointment.method', 'createAppointment', 'value-case'],
    ['BOOKED', 'appointment.status', 'BOOKED', 'value-case'],
    ['the id of the Hub', 'distributionID', 'fr.health.hub_1', 'distribution-id-prefix'],
    ['Hubex', scheme, 'Hubex', 'address-scheme'],
    ['the messageId of another message', 'message.messageId', 'a.b_9', 'message-id-differs'],
    [
      'name and URI exchanged',
      'message.recipient.0',
      exchanged,
      'address-reversed',
      'message.recipient[0]',
    ],
    ['an expiry in 2072', 'dateTimeExpires', '2072-09-27T08:23:34+02:00', 'expiry-too-far'],
    ["the guide's sample RPPS", rpps, '800001288385', 'rpps-not-sendable'],
    ['an ADELI number', rpps, '0769900018', 'rpps-not-sendable'],
    ['an RPPS without prefix', rpps, '10999000018', 'rpps-not-sendable'],
    [
      'a FINESS without prefix',
      'appointment.organization.organizationId',
      '760009001',
      'organization-unprefixed',
    ],
  ];
  for (const row of tolerated)
    it(`takes in ${row[0]}, and says so`, () => {
      const appointment = appointmentIn(expectFinding(row));
      assert.equal(appointment?.status, 'booked');
      assert.equal(appointment.method, 'CreateAppointment');
    });

  it('puts prefixes where they are missing and keeps what it does not know', () => {
    const idIn = (value: string) => appointmentIn(changed(rpps, value))?.practitioner?.rppsId;
    assert.equal(idIn('10999000018'), '810999000018');
    assert.equal(idIn('0769900018'), '0769900018');
    const unprefixed = changed('appointment.organization.organizationId', '760009001');
    assert.equal(appointmentIn(unprefixed)?.organization?.organizationId, '1760009001');
  });

  const errors: [statusCode: number, statusString: string, findings: string[]][] = [
    [409, 'CONFLICT', ['error-code-unknown message.error.errorCode.statusCode']],
    [500, 'DEAD_LETTERED_QUEUE', ['error-name-differs message.error.errorCode.statusString']],
    [500, 'DEAD_LETTER_QUEUED', []],
  ];
  for (const [statusCode, statusString, findings] of errors)
    it(`takes the error ${statusCode} ${statusString}`, () => {
      const code = { statusCode, statusString };
      const input = changed('message.error.errorCode', code, errorMessage());
      assert.deepEqual(found(input), findings);
      const { message } = parseHubMessage(input);
      assert.ok(message?.useCase === 'error');
      assert.equal(explainHubError(message.error.errorCode.statusCode).family, 'undelivered');
    });

  it('takes an acknowledgement that has the status System, or no step', () => {
    assert.deepEqual(found(changed('message.status', 'System', acknowledgement())), []);
    assert.deepEqual(found(changed('message.reference.step', undefined, acknowledgement())), []);
  });

  const instants: [text: string, read: string, rule: string][] = [
    ['2026-07-01T12:00:00Z', '2026-07-01T12:00:00+00:00', 'instant-z'],
    ['2026-07-01T14:00:00.000+02:00', '2026-07-01T14:00:00+02:00', 'instant-fraction'],
    ['2026-07-01T14:00+02:00', '2026-07-01T14:00:00+02:00', 'instant-form'],
    ['2026-07-01T14:00:00+01:00', '2026-07-01T14:00:00+01:00', 'offset-not-french'],
  ];
  for (const [text, read, rule] of instants)
    it(`takes ${text} as ${read}, and says ${rule}`, () => {
      const input = expectFinding([text, 'appointment.start', text, rule]);
      assert.equal(appointmentIn(input)?.start, read);
    });
});

describe('what is odd or missing', () => {
  const elsewhere = { name: 'x', URI: 'hubex:fr.health.x' };
  const organizationId = 'appointment.organization.organizationId';
  const odd: Row[] = [
    ['an unknown property', 'appointment.patient', 'x', 'property-unknown', 'message.appointment'],
    ['an unknown property of the envelope', 'extra', 1, 'property-unknown', ''],
    ['an empty specialty', 'appointment.practitioner.specialityCode', '', 'value-empty'],
    ['a code as a number', 'appointment.practitioner.professionCode', 10, 'type-wrong'],
    [
      'no name of the practitioner',
      'appointment.practitioner.lastName',
      undefined,
      'required-missing',
    ],
    ['a practitioner that is a list', 'appointment.practitioner', [1], 'type-wrong'],
    [
      'an end before the start',
      'appointment.end',
      '2026-07-01T13:00:00+02:00',
      'end-not-after-start',
    ],
    ['an end that is no date', 'appointment.end', 'soir', 'instant-unreadable'],
    ['another category', 'appointment.orientationCategory', 'MMG', 'value-unknown'],
    ['a structure of an unknown kind', organizationId, 'X1', 'organization-id-unknown'],
    ['another sender in the header', 'message.sender', elsewhere, 'header-differs'],
    ['another kind in the header', 'message.kind', 'Update', 'header-differs'],
    [
      'another moment in the header',
      'message.sentAt',
      '2026-07-01T10:00:01+02:00',
      'header-differs',
    ],
    ['a header without recipient', 'message.recipient', [], 'required-missing'],
    ['an early expiry', 'dateTimeExpires', '2026-07-01T09:00:00+02:00', 'expiry-before-sending'],
    ['no descriptor', 'descriptor', undefined, 'required-missing'],
    ['no kind', 'distributionKind', undefined, 'required-missing'],
  ];
  for (const row of odd)
    it(`still reads a message with ${row[0]}`, () => {
      assert.notEqual(appointmentIn(expectFinding(row)), null);
    });

  const unusable: Row[] = [
    ['no id', 'appointment.appointmentId', ' ', 'required-missing'],
    ['no start', 'appointment.start', undefined, 'required-missing'],
    ['a start without offset', 'appointment.start', '2026-07-01T14:00:00', 'instant-unreadable'],
    ['an unknown status', 'appointment.status', 'moved', 'value-unknown'],
    ['an unknown method', 'appointment.method', 'DeleteAppointment', 'value-unknown'],
    ['an appointment that is a text', 'appointment', 'x', 'type-wrong'],
    ['no content', 'content', undefined, 'required-missing'],
    ['a content that is no list', 'content', {}, 'type-wrong'],
    [
      'nothing embedded',
      WAY_IN,
      {},
      'required-missing',
      'content[0].jsonContent.embeddedJsonContent.message',
    ],
    ['no sender', 'senderID', undefined, 'required-missing'],
  ];
  for (const row of unusable)
    it(`does not read a message with ${row[0]}, but says which it is`, () => {
      const parsed = parseHubMessage(expectFinding(row));
      assert.equal(parsed.message, null);
      assert.equal(parsed.distributionID, 'fr.health.ptfsas_1');
      assert.ok(parsed.findings.some(({ severity }) => severity === 'error'));
    });

  it('compares the sender of the header also when its name and URI are exchanged', () => {
    const exchanged = (id: string) => ({ name: `hubex:${id}`, URI: id });
    assert.deepEqual(found(changed('message.sender', exchanged('fr.health.ptfsas'))), [
      'address-reversed message.sender',
    ]);
    assert.deepEqual(found(changed('message.sender', exchanged('fr.health.x'))), [
      'address-reversed message.sender',
      'header-differs message.sender',
    ]);
  });

  it('reads the first of several contents', () => {
    const input = valid() as { content: unknown[] };
    input.content.push(input.content[0]);
    assert.deepEqual(found(input), ['content-repeated content']);
  });

  it('leaves other use cases alone', () => {
    const input = changed('message.createCase', {}, changed('appointment', undefined));
    assert.equal(parseHubMessage(input).message?.useCase, 'other');
    assert.deepEqual(found(input), ['use-case-unknown message']);
    assert.deepEqual(parseHubContent({ createCase: {} }).content, { useCase: 'other' });
  });

  it('goes by the envelope when there is no header', () => {
    const input = changed(`${WAY_IN}.message`, { reference: { distributionID: 'a.b_1' } });
    const { message } = parseHubMessage(input);
    assert.ok(message?.useCase === 'reference');
    assert.equal(message.sentAt, '2026-07-01T10:00:00+02:00');
  });
});
