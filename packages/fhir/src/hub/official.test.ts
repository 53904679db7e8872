import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { HUB_CATEGORIES, HUB_METHODS, HUB_STATUSES } from './appointment.ts';
import { buildAcknowledgement } from './build-acknowledgement.ts';
import { buildAppointmentMessage } from './build-appointment-message.ts';
import { buildError } from './build-error.ts';
import { HUB_ERRORS, isHubErrorCode } from './error-codes.ts';
import { parseHubContent } from './parse-message.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

/** Schemas and samples of SAMU-Hub-Modeles; not part of this repository. */
const models = new URL('../../../../../shared/hub/', import.meta.url);
const skip = existsSync(models) ? false : 'the models of the Hub are not here (../shared/hub)';

const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(path, models), 'utf8')) as Record<string, unknown>;
const samples = skip === false ? readdirSync(new URL('examples/RS-SAS-RDV/', models)) : [];

/**
 * Refuses a message that the schemas of the Hub refuse: the envelope, then the header and the use
 * case.
 */
function officialCheck(): (message: unknown) => void {
  // Every file has the same $id, and keywords of its own.
  const ajv = new Ajv.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const names = ['EDXL-DE-envelope-only', 'RC-DE', 'RC-REF', 'RS-ERROR', 'RS-SAS-RDV'];
  for (const name of names)
    ajv.addSchema({ ...read(`json-schema/${name}.schema.json`), $id: name });
  const holds = (name: string, value: unknown) =>
    assert.ok(ajv.validate(name, value), `${name}: ${ajv.errorsText()}`);
  const useCases = { appointment: 'RS-SAS-RDV', reference: 'RC-REF', error: 'RS-ERROR' } as const;
  return (envelope) => {
    holds('EDXL-DE-envelope-only', envelope);
    const message = (envelope as any).content[0].jsonContent.embeddedJsonContent.message;
    const useCase = Object.keys(useCases).find((key) => key in message) as keyof typeof useCases;
    if (useCase !== 'error') holds('RC-DE', message);
    holds(useCases[useCase], message[useCase]);
  };
}

describe('the official samples', () => {
  it('are seven', { skip }, () => assert.equal(samples.length, 7));

  for (const name of samples)
    it(`${name} is read whole`, () => {
      const sample = read(`examples/RS-SAS-RDV/${name}`);
      const { content, findings } = parseHubContent(sample);
      assert.ok(content?.useCase === 'appointment');
      // One sample gives its health centre a FINESS without the prefix that the guide asks for.
      const unprefixed = name === 'RS-SAS-RDV_appointment_CDS.01.json';
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        unprefixed ? ['organization-unprefixed'] : [],
      );
      const expected = structuredClone(sample['appointment']) as any;
      if (unprefixed) expected.organization.organizationId = '1050005917';
      assert.deepEqual(content.appointment, expected);
    });

  it('of an acknowledgement and of an error are read whole', { skip }, () => {
    for (const name of ['RC-REF', 'RS-ERROR']) {
      const { content, findings } = parseHubContent(read(`examples/${name}/${name}.json`));
      assert.notEqual(content, null);
      assert.deepEqual(findings, []);
    }
  });
});

describe('what we write, by the official schemas', () => {
  const instant = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2028-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const name = fc.stringMatching(/^[A-Za-zÀ-ÿ' -]{0,20}$/);
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const code = fc.constantFrom('SM54', 'SM26', '', 'urn:oid:1.2|X', '10');
  const without = (value: object) =>
    Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
  const anyFacts = fc
    .record({
      appointmentId: fc.uuid(),
      method: fc.constantFrom(...HUB_METHODS),
      created: instant,
      start: instant,
      end: optional(instant),
      timeZone: fc.constantFrom('Europe/Paris', 'Pacific/Marquesas', 'America/Miquelon', 'UTC'),
      status: fc.constantFrom(...HUB_STATUSES),
      orientation: optional(fc.constantFrom(...HUB_CATEGORIES)),
      practitioner: optional(
        fc.record({
          nationalId: fc.constantFrom('10999000018', '810999000018', '769900018', '0999', 'n/a'),
          family: name,
          given: name,
          specialty: code,
          profession: code,
        }),
      ),
      organization: optional(
        fc.record({
          name,
          finess: fc.constantFrom('760009001', '2A0000014', '', 'n/a'),
          siret: fc.constantFrom('12345678900011', '', 'n/a'),
        }),
      ),
      regulator: fc.record({
        identifier: fc.record({
          kind: fc.constantFrom('national', 'technical'),
          value: fc.constantFrom('3620100057/70326SR', '1ef24046-7c54-69ca-a309-8106d60b6540'),
        }),
        family: fc.constant('PETIT'),
        given: fc.constant('Anne'),
        email: fc.constantFrom('anne.petit@samu.example', 'anne'),
      }),
    })
    .map(without);
  const anyRoute = fc.record({
    sender: fc.constantFrom('fr.health.ptfsas', 'fr.health.test.ptfsas'),
    recipient: fc.constantFrom('fr.health.samu760', 'fr.health.samu2A0'),
    id: fc.uuid(),
    sentAt: instant,
    exercise: fc.boolean(),
  });

  it('accepts every appointment', { skip }, () => {
    const check = officialCheck();
    fc.assert(
      fc.property(anyFacts, anyRoute, (facts, route) => {
        const { message } = buildAppointmentMessage(facts as any, route);
        assert.ok(message !== null);
        check(JSON.parse(JSON.stringify(message)));
      }),
      { numRuns: 300 },
    );
  });

  it('accepts every acknowledgement and every error', { skip }, () => {
    const check = officialCheck();
    fc.assert(
      fc.property(anyRoute, fc.boolean(), (route, refused) => {
        const distributionID = 'fr.health.ptfsas_1';
        check(buildAcknowledgement({ distributionID }, route));
        check(
          buildAcknowledgement({ distributionID, refused, errorDistributionID: 'a.b_2' }, route),
        );
        for (const statusCode of Object.keys(HUB_ERRORS).map(Number).filter(isHubErrorCode))
          check(
            buildError({ statusCode, cause: 'x', referencedDistributionID: distributionID }, route),
          );
      }),
      { numRuns: 50 },
    );
  });

  it('refuses what the guide shows against the schema, so that this check checks', { skip }, () => {
    const check = officialCheck();
    const route = {
      sender: 'fr.health.ptfsas',
      recipient: 'fr.health.samu760',
      id: '1',
      sentAt: '2026-07-01T10:00:00+02:00',
    };
    const faults: [name: string, value: unknown][] = [
      ['method', 'createAppointment'],
      ['status', 'BOOKED'],
      ['start', '2026-07-01T12:00:00Z'],
      ['start', '2026-07-01T14:00:00.000+02:00'],
      ['practitioner', { rppsId: '800001288385', lastName: 'A', firstName: 'B' }],
      ['regulator', undefined],
    ];
    for (const [name, value] of faults) {
      const { message } = buildAppointmentMessage(
        {
          appointmentId: '1',
          method: 'CreateAppointment',
          created: route.sentAt,
          start: '2026-07-01T14:00:00+02:00',
          timeZone: 'Europe/Paris',
          status: 'booked',
          regulator: { family: 'PETIT', given: 'Anne', email: 'anne.petit@samu.example' },
        },
        route,
      );
      check(message);
      const faulty = JSON.parse(JSON.stringify(message));
      faulty.content[0].jsonContent.embeddedJsonContent.message.appointment[name] = value;
      assert.throws(() => check(JSON.parse(JSON.stringify(faulty))), name);
    }
  });
});
