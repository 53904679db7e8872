import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { ConfigError, parseConfig } from './config.ts';

const read = (path: string): any =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schema: ValidateFunction = new Ajv2020({ allErrors: true }).compile(
  read('schema/sidecar-config.schema.json'),
);

const least = { baseUrl: 'https://agenda.example/fhir', vendor: { url: 'http://127.0.0.1:9000/' } };
const tls = { key: 'k', cert: 'c', clientAuthorities: 'a', allow: [{ commonName: 'sas' }] };

const GOOD: [string, object][] = [
  ['the example', read('examples/sidecar.config.json')],
  ['the least', least],
  ['TLS', { ...least, tls: { ...tls, revocationLists: 'r' } }],
  [
    'a platform',
    {
      ...least,
      vendor: { ...least.vendor, secret: 's' },
      appointments: { platformUrl: 'https://sas.example/fhir', queue: 'q', key: 'k', cert: 'c' },
    },
  ],
];

suite('configurations that are read', () => {
  for (const [name, config] of GOOD) {
    test(`${name}, by the program and by the schema`, () => {
      parseConfig(config, '/etc');
      assert.equal(schema(config), true, JSON.stringify(schema.errors));
    });
  }

  test('paths are relative to the file, defaults are filled in', () => {
    const config = parseConfig({ ...least, tls }, '/etc/sas');
    assert.equal(config.tls?.key, '/etc/sas/k');
    assert.deepEqual([config.host, config.port, config.guide], ['127.0.0.1', 8080, '1.1']);
  });
});

const BAD: [unknown, RegExp][] = [
  [null, /configuration/],
  [[], /configuration/],
  [{}, /vendor|baseUrl/],
  [{ ...least, baseUrl: 'agenda.example' }, /^baseUrl/],
  [{ ...least, baseUrl: 5 }, /^baseUrl/],
  [{ ...least, vendor: { url: 'ftp://x' } }, /^vendor\.url/],
  [{ ...least, vendor: { ...least.vendor, slots: true } }, /^vendor\.slots: unknown/],
  [{ ...least, port: 70_000 }, /^port/],
  [{ ...least, port: '80' }, /^port/],
  [{ ...least, guide: '2' }, /^guide/],
  [{ ...least, deadlineMS: 5 }, /^deadlineMS: unknown/],
  [{ ...least, tls: { ...tls, allow: 'all' } }, /^tls\.allow/],
  [{ ...least, tls: { ...tls, allow: [{}] } }, /^tls\.allow\[0\]\.commonName/],
  [{ ...least, tls: { ...tls, key: '' } }, /^tls\.key/],
  [
    { ...least, appointments: { platformUrl: 'https://a.b', queue: 'q', key: 'k' } },
    /^appointments: key and cert/,
  ],
];

suite('configurations that are refused', () => {
  for (const [config, message] of BAD) {
    test(`${JSON.stringify(config).slice(0, 90)}: ${message.source}`, () => {
      assert.throws(
        () => parseConfig(config, '/etc'),
        (error) => error instanceof ConfigError && message.test(error.message),
      );
      assert.equal(schema(config), false);
    });
  }

  test('appointments need a secret', () => {
    const appointments = { platformUrl: 'https://a.b', queue: 'q' };
    assert.throws(() => parseConfig({ ...least, appointments }, '/etc'), /vendor\.secret/);
  });
});
