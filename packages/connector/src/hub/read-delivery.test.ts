import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { buildAcknowledgement, buildAppointmentMessage, buildError } from '@sas-kit/fhir/hub';
import { keyOf, readDelivery, type RawDelivery } from './read-delivery.ts';

const clientId = 'fr.health.samu760';
const route = {
  sender: 'fr.health.ptfsas',
  recipient: clientId,
  id: '1',
  sentAt: '2026-11-22T08:00:00+01:00',
};
const { message: appointment } = buildAppointmentMessage(
  {
    appointmentId: 'rdv-1',
    method: 'CreateAppointment',
    created: route.sentAt,
    start: '2026-11-24T09:00:00+01:00',
    timeZone: 'Europe/Paris',
    status: 'booked',
    regulator: { family: 'PETIT', given: 'Anne', email: 'anne.petit@samu.example' },
  },
  route,
);
const about = 'fr.health.samu760_9';
const acknowledgement = buildAcknowledgement({ distributionID: about }, route);
const error = buildError({ statusCode: 500, cause: 'x', referencedDistributionID: about }, route);

const delivery = (body: unknown, changes: Partial<RawDelivery> = {}): RawDelivery => ({
  queue: 'message',
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  contentType: 'application/json',
  contentEncoding: null,
  ...changes,
});
const read = (body: unknown, changes: Partial<RawDelivery> = {}) =>
  readDelivery(delivery(body, changes), clientId);
const contentOf = (message: unknown) => [{ jsonContent: { embeddedJsonContent: { message } } }];
const to = { sender: 'fr.health.ptfsas', about: 'fr.health.ptfsas_1' };

suite('a message is usable and answerable', () => {
  const cases: [what: string, body: unknown, queue: RawDelivery['queue'], answerable: boolean][] = [
    ['an appointment', appointment, 'message', true],
    ['an appointment in a wrong queue', appointment, 'info', false],
    ['an acknowledgement', acknowledgement, 'ack', false],
    ['an acknowledgement in a wrong queue', acknowledgement, 'message', false],
    ['an error', error, 'info', false],
    ['an error in a wrong queue', error, 'message', false],
    ['what calls itself an answer', { ...appointment, distributionKind: 'Ack' }, 'message', false],
    ['what is from ourselves', { ...appointment, senderID: clientId }, 'message', false],
    ['what is from the Hub', { ...appointment, senderID: 'fr.health.hub' }, 'message', false],
    ['what is from nobody', { ...appointment, senderID: 'no id' }, 'message', false],
  ];
  for (const [what, body, queue, answerable] of cases)
    test(what, () => {
      const result = read(body, { queue });
      assert.ok(result.usable);
      assert.equal(result.answerable, answerable);
    });

  for (const contentType of ['application/json', 'application/json; charset=utf-8', null])
    test(`of the content type ${contentType}`, () =>
      assert.ok(read(appointment, { contentType }).usable));
});

suite('a message is unusable, and its sender told', () => {
  const text = JSON.stringify(appointment);
  const xml = (id: string) =>
    `<e:distributionID>${id}</e:distributionID><e:senderID> fr.health.ptfsas </e:senderID>`;
  const long = 'x'.repeat(501);
  const cases: [
    what: string,
    body: unknown,
    changes: object,
    code: number,
    whom: typeof to | null,
  ][] = [
    ['no JSON', text.slice(0, -9), {}, 102, to],
    ['no message', '{"a":1}', {}, 300, null],
    ['without content', { ...appointment, content: [] }, {}, 300, to],
    ['larger than what is read', `${text.slice(0, 900)}${' '.repeat(1_048_576)}`, {}, 300, to],
    ['packed', text, { contentEncoding: 'gzip' }, 102, null],
    ['not UTF-8', text, { body: Buffer.from([0xc3, 0x28]) }, 102, null],
    ['XML', xml('fr.health.ptfsas_1'), { contentType: 'application/xml' }, 101, to],
    ['XML of nobody', '<a/>', { contentType: 'application/xml' }, 101, null],
    ['an id that is too long', { ...appointment, distributionID: `a_${long}` }, {}, 300, null],
    ['no JSON among answers', text.slice(0, -9), { queue: 'ack' }, 102, null],
  ];
  for (const [what, body, changes, statusCode, whom] of cases)
    test(what, () => {
      const result = read(body, changes);
      assert.ok(!result.usable);
      assert.equal(result.statusCode, statusCode);
      assert.deepEqual(result.answerTo, whom);
      assert.ok(result.reason.length > 0 && result.reason.length <= 1000);
      assert.doesNotMatch(result.reason, /PETIT|anne/);
    });
});

test('nothing of a message stands in the reason why it is refused', () => {
  const broken = structuredClone(appointment) as any;
  const inside = broken.content[0].jsonContent.embeddedJsonContent.message.appointment;
  inside.start = 'Camille AUBRY';
  inside.regulator.regulatorEmail = 7;
  const result = read(broken);
  assert.ok(!result.usable);
  assert.match(result.reason, /message\.appointment\.start/);
  assert.doesNotMatch(result.reason, /AUBRY|PETIT|anne\.petit/);
});

test('a message sent again has the same fingerprint, another message another one', () => {
  const printOf = (body: unknown): string => {
    const result = read(body);
    assert.ok(result.usable);
    return result.fingerprint;
  };
  const later = structuredClone(appointment) as any;
  later.dateTimeSent = '2026-11-22T09:00:00+01:00';
  assert.equal(printOf(later), printOf(appointment));
  const other = structuredClone(appointment) as any;
  other.content[0].jsonContent.embeddedJsonContent.message.appointment.status = 'cancelled';
  assert.notEqual(printOf(other), printOf(appointment));
  const unread = (caseId: string, sentAt: string) => {
    const envelope = structuredClone(appointment) as any;
    const { message } = envelope.content[0].jsonContent.embeddedJsonContent;
    delete message.appointment;
    return { ...envelope, content: contentOf({ ...message, sentAt, createCase: { caseId } }) };
  };
  const first = printOf(unread('a', '2026-11-22T08:00:00+01:00'));
  assert.equal(printOf(unread('a', '2026-11-22T09:00:00+01:00')), first);
  assert.notEqual(printOf(unread('b', '2026-11-22T08:00:00+01:00')), first);
});

test('messages about one thing have one key', () => {
  const key = (body: unknown): string => {
    const result = read(body);
    assert.ok(result.usable);
    return keyOf(result.message);
  };
  assert.equal(key(appointment), 'appointment rdv-1');
  assert.equal(key(acknowledgement), `about ${about}`);
  assert.equal(key(error), `about ${about}`);
});
