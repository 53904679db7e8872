import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { CONFIG_SCHEMA } from './config-schema.ts';
import { ConfigError, parseConfig, readConfig } from './read-config.ts';
import { SOUND_CONFIG } from './testing/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'sas-conformance-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('nothing is needed: every part has its default', () => {
  const config = parseConfig({});
  assert.equal(config.guide, '1.1');
  assert.equal(config.regulators, null);
  assert.equal(config.tls, null);
  assert.equal(config.policy.otherStatus, 'either');
  assert.equal(config.limits.responseMs, 1000);
});

test('what is given is kept, what is not given of a part has its default', () => {
  const config = parseConfig({ ...SOUND_CONFIG, limits: { responseMs: 300 } });
  assert.deepEqual(config.practitioners, SOUND_CONFIG.practitioners);
  assert.deepEqual(config.sos, SOUND_CONFIG.sos);
  assert.deepEqual(config.regulators, {});
  assert.equal(config.limits.responseMs, 300);
  assert.equal(config.limits.deadlineMs, 10_000);
});

test('names of headers are in lower case, so that none is sent twice', () => {
  const sent = { Authorization: 'Bearer x', 'X-Gateway': 'y' };
  const { headers, appointments } = parseConfig({ headers: sent, appointments: { headers: sent } });
  assert.deepEqual(headers, { authorization: 'Bearer x', 'x-gateway': 'y' });
  assert.deepEqual(appointments, { headers });
});

const BAD: [string, unknown, RegExp][] = [
  ['no object', [], /^configuration: must be object/],
  ['an unknown member', { practitionners: {} }, /^practitionners: unknown member/],
  [
    'an unknown member deeper',
    { sos: { one: { siret: '390000090200016', x: 1 } } },
    /^sos\.one\.x/,
  ],
  [
    'a missing member',
    { practitioners: { onePlace: {} } },
    /^practitioners\.onePlace\.id: missing/,
  ],
  [
    'an identifier without prefix',
    { practitioners: { onePlace: { id: '10999001000' } } },
    /^practitioners\.onePlace\.id: must match/,
  ],
  [
    'three instead of two',
    { sos: { together: ['390000090200016', '390000090200024', '390000090200032'] } },
    /^sos\.together: /,
  ],
  [
    'the place in a list',
    { practitioners: { together: ['810999001000', 'x'] } },
    /^practitioners\.together\[1\]: /,
  ],
  ['a word of no list', { guide: '2' }, /^guide: one of 1\.1, 1\.2 is expected/],
  [
    'a start without offset',
    { practitioners: { kept: { id: '810999001000', starts: ['2026-11-22T10:00'] } } },
    /starts\[0\]/,
  ],
  ['a deadline of nothing', { limits: { deadlineMs: 0 } }, /^limits\.deadlineMs: /],
  ['several faults at once', { guide: 'x', x: 1 }, /x: unknown member; guide: |guide: .*; x: /],
];

suite('refused', () => {
  for (const [name, value, message] of BAD) {
    test(name, () => {
      assert.throws(
        () => parseConfig(value),
        (error) => error instanceof ConfigError && message.test(error.message),
      );
    });
  }

  test('a file that is not there, or no JSON, is named', () => {
    assert.throws(() => readConfig(join(folder, 'none.json')), /none\.json.*ENOENT/);
    assert.throws(() => readConfig(file('bad.json', '{"guide":')), /bad\.json: no JSON: /);
    assert.throws(() => readConfig(file('odd.json', '{"guide":2}')), /odd\.json: guide: /);
  });

  test('a certificate that is not there is named', () => {
    const tls = { valid: { key: 'a.key', cert: 'a.crt' } };
    const path = file('tls.json', JSON.stringify({ tls }));
    assert.throws(() => readConfig(path), /tls\.valid\.key: ENOENT/);
  });
});

test('certificates are read beside the file', () => {
  file('a.key', 'KEY');
  file('a.crt', 'CERT');
  file('ca.crt', 'CA');
  const tls = { authorities: 'ca.crt', valid: { key: 'a.key', cert: 'a.crt', passphrase: 'x' } };
  const path = file('tls.json', `\uFEFF${JSON.stringify({ $schema: 'x', tls })}`);
  assert.deepEqual(readConfig(path).tls, {
    authorities: 'CA',
    valid: { key: 'KEY', cert: 'CERT', passphrase: 'x' },
  });
});

test('every member of the schema says what it is for', () => {
  const walk = (schema: any, path: string): void => {
    for (const [name, member] of Object.entries<any>(schema.properties ?? {})) {
      assert.ok(member.description, `${path}${name}`);
      walk(member, `${path}${name}.`);
    }
  };
  walk(CONFIG_SCHEMA, '');
});
