/** Whatever a server answers is a finding, never a crash of the runner. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { APPOINTMENT_CHECKS } from '../appointments/index.ts';
import { runChecks } from '../runner.ts';
import { NOW } from '../testing/agenda.ts';
import { SOUND_CONFIG } from '../testing/config.ts';
import { startAnswering } from '../testing/server.ts';
import { parseConfig } from '../read-config.ts';
import { CHECKS } from './index.ts';

const BODIES = [
  '',
  'null',
  '5',
  '"text"',
  '[]',
  '[null,[[]]]',
  '{}',
  '<html></html>',
  '{"resourceType":["Bundle"],"identifier":5,"entry":[null,{"resource":null},{"resource":[]}]}',
  '{"resourceType":"Bundle","link":{},"total":"x","entry":{"resource":{"resourceType":{}}}}',
  '{"resourceType":"CapabilityStatement","rest":[null,5],"format":{},"fhirVersion":{}}',
  '{"resourceType":"CapabilityStatement","rest":[{"mode":"server","resource":[{"type":"Slot","interaction":5}]}]}',
  '{"resourceType":"OperationOutcome","issue":[null,{"details":5,"expression":[{}]}]}',
  '{"resourceType":"Practitioner","identifier":[{"type":[]}],"name":"x","telecom":[[]]}',
  '{"resourceType":"Appointment","status":{},"participant":[5],"extension":[null]}',
  '{"__proto__":{"resourceType":"Bundle"},"entry":null}',
];
const LOCATIONS = ['', '/', 'http://[', 'Practitioner/%00'];

async function runAgainst(answer: (request: Request) => Response): Promise<void> {
  const { base, close } = await startAnswering(answer);
  const config = parseConfig({
    ...SOUND_CONFIG,
    appointments: { headers: { authorization: 'x' }, otherEditor: { authorization: 'y' } },
  });
  try {
    for (const checks of [CHECKS, APPOINTMENT_CHECKS]) {
      const verdicts = await runChecks({ base, config, checks, clock: () => NOW });
      assert.equal(verdicts.length, checks.length);
      assert.ok(verdicts.some(({ status }) => status === 'failed'));
    }
  } finally {
    await close();
  }
}

for (const status of [304, 422, 500]) {
  test(`status ${status} with bodies and headers of every form`, async () => {
    let count = 0;
    await runAgainst(() => {
      count += 1;
      const location = LOCATIONS[count % LOCATIONS.length]!;
      const headers = { 'content-type': '; charset=', location, etag: '"', allow: ',' };
      const body = status === 304 ? null : BODIES[count % BODIES.length]!;
      return new Response(body, { status, headers });
    });
  });
}

for (const body of BODIES) {
  test(`success with ${body.slice(0, 60) || 'nothing'}`, () =>
    runAgainst(({ method }) => {
      const headers = { 'content-type': 'application/fhir+json', location: '/Practitioner/a' };
      return new Response(body, { status: method === 'POST' ? 201 : 200, headers });
    }));
}
