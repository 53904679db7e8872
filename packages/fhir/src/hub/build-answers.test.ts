import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildAcknowledgement } from './build-acknowledgement.ts';
import type { HubRoute } from './build-envelope.ts';
import { buildError } from './build-error.ts';
import type { HubEnvelope } from './envelope.ts';

const bodyOf = <Message>(envelope: HubEnvelope<Message>): Message => {
  const body = envelope.content[0]?.jsonContent.embeddedJsonContent.message;
  assert.ok(body !== undefined);
  return body;
};

/** Every text in a value, with its place. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => texts(member, `${path}.${name}`));
}

describe('an answer', () => {
  const back: HubRoute = {
    sender: 'fr.health.samu760',
    recipient: 'fr.health.ptfsas',
    id: 'cf21c600',
    sentAt: new Date('2026-03-29T01:00:00Z'),
  };

  it('acknowledges by reference, under an id of its own', () => {
    const message = buildAcknowledgement({ distributionID: 'fr.health.ptfsas_1' }, back);
    assert.equal(message.distributionID, 'fr.health.samu760_cf21c600');
    assert.equal(message.distributionKind, 'Ack');
    assert.equal(message.dateTimeSent, '2026-03-29T03:00:00+02:00');
    assert.equal(message.dateTimeExpires, '2026-03-30T03:00:00+02:00');
    const body = bodyOf(message);
    assert.equal(body.messageId, message.distributionID);
    assert.equal(body.kind, 'Ack');
    assert.deepEqual(body.reference, { distributionID: 'fr.health.ptfsas_1', step: 'INTEGRE' });
  });

  it('refuses by reference to an error', () => {
    const message = buildAcknowledgement(
      { distributionID: 'a.b_1', step: 'ERREUR', refused: true, errorDistributionID: 'a.b_2' },
      back,
    );
    assert.deepEqual(bodyOf(message).reference, {
      distributionID: 'a.b_1',
      step: 'ERREUR',
      refused: true,
      errorDistributionID: 'a.b_2',
    });
    assert.throws(() => buildAcknowledgement({ distributionID: '' }, back), RangeError);
  });

  it('reports an error with the name that goes with its number, and no header', () => {
    const message = buildError(
      { statusCode: 701, cause: 'déjà connu', referencedDistributionID: 'fr.health.ptfsas_1' },
      back,
    );
    assert.equal(message.distributionKind, 'Error');
    assert.ok(message.distributionID.startsWith('fr.health.samu760_'));
    assert.deepEqual(bodyOf(message), {
      error: {
        errorCode: { statusCode: 701, statusString: 'CASE_ALREADY_EXISTS' },
        errorCause: 'déjà connu',
        referencedDistributionID: 'fr.health.ptfsas_1',
      },
    });
  });

  it('refuses errors that the Hub would not read', () => {
    const fault = { statusCode: 300, cause: 'x', referencedDistributionID: 'a.b_1' } as const;
    const refused = [
      { ...fault, statusCode: 409 as 300 },
      { ...fault, cause: '' },
      { ...fault, referencedDistributionID: '' },
    ];
    for (const each of refused) assert.throws(() => buildError(each, back), RangeError);
    const sourceMessage = { any: 'thing' };
    const body = bodyOf(buildError({ ...fault, sourceMessage }, back));
    assert.deepEqual(body.error.sourceMessage, sourceMessage);
  });

  it('has no instant that ends in Z and no empty text', () => {
    const fault = { statusCode: 300, cause: 'x', referencedDistributionID: 'a.b_1' } as const;
    const messages = [
      buildAcknowledgement({ distributionID: 'a.b_1' }, back),
      buildError(fault, back),
    ];
    for (const [path, text] of messages.flatMap((message) => texts(message))) {
      assert.notEqual(text, '', path);
      assert.doesNotMatch(text, /\dZ$/, path);
      if (/^\d{4}-\d\d-\d\dT/.test(text))
        assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/, path);
    }
  });
});
