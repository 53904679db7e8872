import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELP, OptionError, readOptions } from './options.ts';

test('what is not said has its default', () => {
  assert.deepEqual(readOptions(['--agenda', 'a.json']), {
    agenda: 'a.json',
    port: 8090,
    data: null,
    basePath: '/fhir',
    delayMs: 0,
    failRate: 0,
    seed: 1,
    platform: null,
    key: null,
    bookInOneStep: false,
    printConformanceConfig: false,
  });
});

test('every option is read', () => {
  const argv =
    '--agenda a.json --port 0 --data d --base-path /a/b/ --delay-ms 20 --fail-rate 0.5 --seed 7 --platform http://127.0.0.1:8080/ --key t --book-in-one-step --print-conformance-config';
  assert.deepEqual(readOptions(argv.split(' ')), {
    agenda: 'a.json',
    port: 0,
    data: 'd',
    basePath: '/a/b',
    delayMs: 20,
    failRate: 0.5,
    seed: 7,
    platform: 'http://127.0.0.1:8080',
    key: 't',
    bookInOneStep: true,
    printConformanceConfig: true,
  });
});

test('the root is a base path', () => {
  assert.equal(readOptions(['--agenda', 'a', '--base-path', '/']).basePath, '');
});

const WRONG: readonly (readonly [string, RegExp])[] = [
  ['', /^--agenda FILE is missing/],
  ['--agenda', /agenda/],
  ['--agenda=', /^--agenda FILE is missing/],
  ['--agenda a --colour red', /--colour/],
  ['--agenda a more', /more/],
  ['--agenda a --port x', /^--port must be a whole number from 0 to 65535, not “x”/],
  ['--agenda a --port 65536', /^--port/],
  ['--agenda a --port 1.5', /^--port/],
  ['--agenda a --port=-1', /^--port/],
  ['--agenda a --port=', /^--port/],
  ['--agenda a --delay-ms soon', /^--delay-ms/],
  ['--agenda a --delay-ms 600001', /^--delay-ms/],
  ['--agenda a --fail-rate 1.1', /^--fail-rate must be a number from 0 to 1, not “1.1”/],
  ['--agenda a --fail-rate often', /^--fail-rate/],
  ['--agenda a --seed x', /^--seed/],
  ['--agenda a --data=', /^--data/],
  ['--agenda a --base-path fhir', /^--base-path must be a path like \/fhir/],
  ['--agenda a --base-path /fhir?x', /^--base-path/],
  ['--agenda a --base-path /rdv/fhir', /^--base-path .*own pages/],
  ['--agenda a --platform nowhere', /^--platform/],
  ['--agenda a --platform ftp://x.example', /^--platform/],
  ['--agenda a --key t', /^--key needs --platform/],
  ['--agenda a --platform http://127.0.0.1 --key pk_x', /^--key is a publishable key/],
];

for (const [argv, message] of WRONG) {
  test(`“${argv}” is refused by name`, () => {
    const read = () => readOptions(argv === '' ? [] : argv.split(' '));
    assert.throws(
      read,
      (error: Error) => error instanceof OptionError && message.test(error.message),
    );
  });
}

test('the help tells of every option', () => {
  for (const name of Object.keys(readOptions(['--agenda', 'a']))) {
    const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    assert.match(HELP, new RegExp(`--${flag}\\b`));
  }
});
