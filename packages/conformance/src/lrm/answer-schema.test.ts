import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildAcknowledgement, buildError } from '@sas-kit/fhir/hub';
import { answerFault } from './answer-schema.ts';

const ROUTE = {
  sender: 'fr.health.test.samu760',
  recipient: 'fr.health.test.ptfsas',
  id: '1',
  sentAt: '2026-11-23T09:00:00+01:00',
};
const acknowledgement = (): any =>
  buildAcknowledgement({ distributionID: 'fr.health.test.ptfsas_1', step: 'RECU' }, ROUTE);
const error = (): any =>
  buildError({ statusCode: 300, cause: 'x', referencedDistributionID: 'fr.health_1' }, ROUTE);
const messageOf = (envelope: any): any =>
  envelope.content[0].jsonContent.embeddedJsonContent.message;

test('what our own consumer answers follows the schemas', () => {
  assert.equal(answerFault(acknowledgement()), null);
  assert.equal(answerFault(error()), null);
});

test('whatever is too many, too few or of another form is named', () => {
  const spoilt: [RegExp, any, (envelope: any) => void][] = [
    [/senderID/, acknowledgement(), (a) => delete a.senderID],
    [/additional/, acknowledgement(), (a) => (a.version = '1')],
    [/dateTimeSent/, acknowledgement(), (a) => (a.dateTimeSent = '23/11/2026')],
    [/content/, acknowledgement(), (a) => (a.content = [])],
    [/sentAt/, acknowledgement(), (a) => (messageOf(a).sentAt = '2026-11-23T08:00:00Z')],
    [/sentAt/, acknowledgement(), (a) => (messageOf(a).sentAt = '2026-11-23T08:00:00.1+01:00')],
    [/recipient/, acknowledgement(), (a) => (messageOf(a).recipient = [])],
    [/step/, acknowledgement(), (a) => (messageOf(a).reference.step = 'INTÉGRÉ')],
    [/distributionID/, acknowledgement(), (a) => delete messageOf(a).reference.distributionID],
    [/statusCode/, error(), (a) => (messageOf(a).error.errorCode.statusCode = '300')],
    [/errorCause/, error(), (a) => delete messageOf(a).error.errorCause],
  ];
  for (const [said, envelope, spoil] of spoilt) {
    spoil(envelope);
    assert.match(answerFault(envelope) ?? 'nothing', said);
  }
});

const SAMPLES = new URL('../../../../../shared/hub/examples/', import.meta.url);
const skip = existsSync(SAMPLES) ? false : 'the samples of the Hub are not here (../shared/hub)';

test('the official samples of both answers follow them', { skip }, () => {
  for (const [name, envelope] of [
    ['RC-REF', acknowledgement()],
    ['RS-ERROR', error()],
  ] as const) {
    const text = readFileSync(new URL(`${name}/${name}.json`, SAMPLES), 'utf8');
    Object.assign(messageOf(envelope), JSON.parse(text));
    assert.equal(answerFault(envelope), null, name);
  }
});
