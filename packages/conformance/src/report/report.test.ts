import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, Verdict } from '../check.ts';
import type { Exchange } from '../http/exchange.ts';
import { describeEnd, describeGroup, type HumanOptions } from './human.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { curlOf, excerptOf } from './request.ts';
import { en } from './strings/en.ts';
import { fr } from './strings/fr.ts';
import { exitCodeOf, totalsOf } from './totals.ts';

const EVIL = '\u001b[2J<&">\u0000\ud800é\r\n';

const exchange: Exchange = {
  request: {
    method: 'PUT',
    url: "https://a.example/fhir/Practitioner?identifier=x%7Cl'id",
    headers: { accept: '*/*', authorization: 'Bearer secret', 'x-api-key': 'secret' },
    body: `{"name":"${EVIL}"}`,
    identity: 'valid',
  },
  status: 500,
  headers: { 'content-type': `text/html${EVIL}` },
  text: `<b>${EVIL}${'x'.repeat(10_000)}`,
  json: undefined,
  utf8: true,
  ms: 12.4,
};
const check: Check = {
  id: 'accounts/evil',
  kit: ['5.01'],
  title: { fr: `titre ${EVIL}`, en: `title ${EVIL}` },
  source: `source ${EVIL}`,
  mend: { fr: 'corriger ainsi', en: 'mend it so' },
  needs: [],
  run: async () => [],
};
const finding = {
  rule: 'accounts/evil',
  severity: 'error',
  place: `status ${EVIL}`,
  message: { fr: `message ${EVIL}`, en: `message ${EVIL}` },
  mend: check.mend,
  source: check.source,
  exchange,
} as const;
const verdict = (changes: Partial<Verdict>): Verdict => ({
  check,
  status: 'failed',
  findings: [finding],
  exchanges: [exchange],
  ms: 5,
  ...changes,
});
const options: HumanOptions = { language: 'fr', paint: (_, text) => text, verbose: false };
const facts = { base: 'https://a.example/fhir', startedAt: new Date(0), ms: 1234 };

/** What a terminal would obey, and what XML may not hold. */
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])/;

test('what a server sends reaches neither the terminal nor the XML as it is', () => {
  const verdicts = [verdict({}), verdict({ status: 'skipped', findings: [], reason: check.title })];
  for (const report of [
    describeGroup(verdicts, options),
    describeGroup(verdicts, { ...options, verbose: true }),
    junitReport(verdicts, facts, 'fr'),
  ]) {
    assert.doesNotMatch(report, HARMFUL);
    assert.ok(report.includes('message'));
  }
  assert.deepEqual(JSON.parse(jsonReport(verdicts, facts)).totals, {
    passed: 0,
    failed: 1,
    warning: 0,
    skipped: 1,
  });
});

test('the XML is well-formed: every < and & is one of ours', () => {
  const xml = junitReport([verdict({}), verdict({ status: 'warning' })], facts, 'en');
  const names = 'testsuites|testsuite|testcase|failure|skipped|system-out';
  const rest = xml
    .replace(/^<\?xml [^>]*\?>/, '')
    .replaceAll(new RegExp(`<(?:/(?:${names})|(?:${names})(?: [a-z]+="[^"<]*")*/?)>`, 'g'), '')
    .replaceAll(/&(?:amp|lt|gt|quot);/g, '');
  assert.doesNotMatch(rest, /[<&]/);
  assert.match(xml, /<system-out>/);
});

test('a request is told as a command that may be repeated, without its secrets', () => {
  const curl = curlOf(exchange.request);
  assert.match(
    curl,
    /^curl -sS -i -X PUT 'https:\/\/a\.example\/fhir\/Practitioner\?identifier=x%7Cl'\\''id'/,
  );
  assert.match(curl, /-H 'authorization: …'/);
  assert.match(curl, /--cert valid\.crt --key valid\.key/);
  assert.doesNotMatch(curl, /secret/);
  const long = { ...exchange.request, body: 'x'.repeat(5_000_000) };
  assert.ok(curlOf(long).length < 1000);
  assert.ok(excerptOf(exchange).length <= 240);
});

for (const name of [
  'Authorization',
  'x-auth',
  'cookie',
  'x-sas-key',
  'Api-Key',
  'x-token',
  'secret',
]) {
  test(`no report tells the header ${name}`, () => {
    const headers = { accept: 'text/html', [name]: 'known-to-nobody' };
    const curl = curlOf({ ...exchange.request, headers });
    assert.ok(curl.includes(`-H '${name}: …'`) && curl.includes("-H 'accept: text/html'"), curl);
  });
}

test('many findings of one check are cut, what to do is said once', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ ...finding, place: `place ${index}` }));
  const lines = describeGroup([verdict({ findings: many })], options).split('\n');
  assert.equal(lines.filter((line) => /place \d/.test(line)).length, 3);
  assert.equal(lines.filter((line) => line.includes('corriger ainsi')).length, 1);
  assert.ok(lines.some((line) => line.includes('… et 6 autres constats')));
});

test('a note on a check that passed is told', () => {
  const note = { ...finding, severity: 'information' } as const;
  const told = describeGroup([verdict({ status: 'passed', findings: [note] })], options);
  assert.match(told, /✔ accounts\/evil/);
});

test('exit codes: a failure is 1, nothing checked is 2, warnings and skipped are 0', () => {
  const code = (...statuses: Verdict['status'][]): number =>
    exitCodeOf(totalsOf(statuses.map((status) => verdict({ status }))));
  assert.equal(code('passed', 'failed', 'warning'), 1);
  assert.equal(code('passed', 'warning', 'skipped'), 0);
  assert.equal(code('skipped'), 2);
  assert.equal(code(), 2);
});

test('singular and plural', () => {
  assert.equal(fr.failed(0), '0 échec');
  assert.equal(fr.failed(2), '2 échecs');
  assert.equal(en.warning(0), '0 warnings');
  assert.equal(en.warning(1), '1 warning');
  const end = describeEnd([verdict({})], 1500, { ...options, language: 'en' });
  assert.match(end, /^0 passed, 1 failed, 0 warnings, 0 skipped in 1\.5 s\n/);
});
