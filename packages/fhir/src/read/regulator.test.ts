import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Regulator } from '../model.ts';
import { copy } from '../testing/mutate.ts';
import { withOddValue } from '../testing/odd-values.ts';
import { writeRegulator } from '../write/regulator.ts';
import { readRegulator } from './regulator.ts';

/** The same draws at every run: what one finds, the next one finds. */
fc.configureGlobal({ seed: 20_261_123 });

const account: Regulator = {
  identifier: { kind: 'national', value: '3760009001/4242' },
  active: true,
  family: 'NORMAND',
  given: 'Alix',
  email: 'alix.normand@sas.example',
};
const PS = 'urn:oid:1.2.250.1.71.4.2.1';
const SAS = 'urn:oid:1.2.250.1.213.3.6';
const resource = (): any => copy(writeRegulator(account).resource);
const identifier = (system: string, code: string, value: string) => [
  {
    type: { coding: [{ system: 'http://interopsante.org/fhir/CodeSystem/fr-v2-0203', code }] },
    system,
    value,
  },
];

test('an account that was written is read back', () => {
  assert.deepEqual(readRegulator(resource()), { regulator: account, findings: [] });
});

test('what the official kit wants refused is refused, with its place', () => {
  const cases: [string, (account: any) => void, string][] = [
    ['5.04 no identifier', (a) => delete a.identifier, 'Practitioner.identifier'],
    ['5.04 no name', (a) => delete a.name, 'Practitioner.name.family'],
    ['5.04 no telecom', (a) => delete a.telecom, 'Practitioner.telecom'],
    ['5.04 no active', (a) => delete a.active, 'Practitioner.active'],
    ['5.05 no family', (a) => delete a.name[0].family, 'Practitioner.name.family'],
    ['5.05 no address', (a) => delete a.telecom[0].value, 'Practitioner.telecom[0].value'],
    ['5.05 telephone', (a) => (a.telecom[0].system = 'phone'), 'Practitioner.telecom[0].system'],
    [
      '5.05 PS with INTRN',
      (a) => (a.identifier = identifier(PS, 'INTRN', 'x')),
      'Practitioner.identifier[0].type',
    ],
    [
      '5.05 SAS with IDNPS',
      (a) => (a.identifier = identifier(SAS, 'IDNPS', 'x')),
      'Practitioner.identifier[0].type',
    ],
    ['active as text', (a) => (a.active = 'true'), 'Practitioner.active'],
    [
      'another system',
      (a) => (a.identifier = identifier('http://x.example', 'INTRN', 'x')),
      'Practitioner.identifier[0].system',
    ],
    [
      'blank value',
      (a) => (a.identifier = identifier(PS, 'IDNPS', ' ')),
      'Practitioner.identifier[0].value',
    ],
  ];
  for (const [name, change, place] of cases) {
    const odd = resource();
    change(odd);
    const { regulator, findings } = readRegulator(odd);
    assert.equal(regulator, null, name);
    assert.ok(
      findings.some((finding) => finding.place === place),
      `${name} ${JSON.stringify(findings)}`,
    );
  }
  assert.equal(readRegulator({ resourceType: 'Patient' }).findings[0]!.rule, 'read-resource');
  assert.equal(readRegulator(null).regulator, null);
});

test('what the official kit wants taken is taken', () => {
  const cases: [string, (account: any) => void, Partial<Regulator>][] = [
    [
      '5.02 UUID',
      (a) => (a.identifier = identifier(SAS, 'INTRN', 'b6e3')),
      { identifier: { kind: 'technical', value: 'b6e3' } },
    ],
    [
      '5.10 technical that is no UUID',
      (a) => (a.identifier = identifier(SAS, 'INTRN', '3456780581/11242343')),
      { identifier: { kind: 'technical', value: '3456780581/11242343' } },
    ],
    ['5.06 disabled', (a) => (a.active = false), { active: false }],
    ['an id of the sender', (a) => (a.id = 'example-regulator-1'), {}],
    ['no source', (a) => delete a.meta.source, {}],
    ['no meta', (a) => delete a.meta, {}],
    [
      'an unprefixed RPPS',
      (a) => (a.identifier = identifier(PS, 'IDNPS', '10999001000')),
      { identifier: { kind: 'national', value: '810999001000' } },
    ],
    [
      'the technical identifier too',
      (a) => a.identifier.unshift(identifier(SAS, 'INTRN', 'b6e3')[0]),
      {},
    ],
  ];
  for (const [name, change, expected] of cases) {
    const odd = resource();
    change(odd);
    assert.deepEqual(readRegulator(odd).regulator, { ...account, ...expected }, name);
  }
});

test('whatever is sent, nothing throws', () => {
  fc.assert(fc.property(withOddValue(resource), (odd) => void readRegulator(odd)));
});
