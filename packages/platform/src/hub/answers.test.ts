import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAcknowledgement, buildError } from '@sas-kit/fhir/hub';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { receiveAnswer } from './answers.ts';

const CLIENT = 'fr.health.test.ptfsas';
const DISPATCH = 'fr.health.test.samu760';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

const route = (id: string = crypto.randomUUID()) => ({
  sender: DISPATCH,
  recipient: CLIENT,
  sentAt: new Date(),
  id,
});
const about = (id: string = crypto.randomUUID()) => `${CLIENT}_${id}`;

/** What the broker is told, and why; one that is tried for ever is `null`. */
async function receive(message: unknown): Promise<[string | null, ...string[]]> {
  const reasons: string[] = [];
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
  const delivery = { body } as unknown as Parameters<typeof receiveAnswer>[2];
  const patience = AbortSignal.timeout(30_000);
  const told = await receiveAnswer(platform.database, CLIENT, delivery, patience, (reason) =>
    reasons.push(reason),
  );
  return [told, ...reasons];
}

/** An error whose number was changed on the way. */
function errorOf(statusCode: unknown): unknown {
  const fault = { statusCode: 704, cause: 'none', referencedDistributionID: about() } as const;
  return JSON.parse(
    JSON.stringify(buildError(fault, route())).replace('704', JSON.stringify(statusCode)),
  );
}

/** An acknowledgement whose id was changed on the way. */
function acknowledgementOf(distributionID: string): unknown {
  const built = buildAcknowledgement({ distributionID: about() }, route());
  return { ...built, distributionID };
}

const POISON: Record<string, () => unknown> = {
  'an id that no index takes': () => acknowledgementOf(`${DISPATCH}_${'x'.repeat(100_000)}`),
  'an id with NUL': () => acknowledgementOf(`${DISPATCH}_\0`),
  'a number that no column takes': () => errorOf(99_999_999_999),
  'a number that is none of an error': () => errorOf(7.5),
  'no message at all': () => 'odd',
};
for (const [name, make] of Object.entries(POISON)) {
  test(`${name} is given back for good, and told`, async () => {
    assert.deepEqual(await receive(make()), ['nack', 'unreadable']);
  });
}

test('what the database never takes is given back for good, with its reason', async () => {
  await platform.database.query(
    `create function refuse() returns trigger language plpgsql as $$
     begin raise exception 'too much' using errcode = '54000'; end $$`,
  );
  await platform.database.query(
    'create trigger refuse before insert on hub_received for each row execute function refuse()',
  );
  assert.deepEqual(await receive(acknowledgementOf(`${DISPATCH}_1`)), ['nack', '54000']);
  await platform.database.query('drop trigger refuse on hub_received');
  assert.deepEqual(await receive(acknowledgementOf(`${DISPATCH}_1`)), ['ack']);
});
