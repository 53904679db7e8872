import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { CHECKS } from '../checks/index.ts';
import { OFFER } from '../testing/agenda.ts';
import { SOUND_CONFIG } from '../testing/config.ts';
import { runCommand } from '../testing/run-command.ts';
import { type Running, startServer } from '../testing/server.ts';
import { bundles, of } from '../testing/spoil-answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'sas-conformance-'));
const config = join(folder, 'config.json');
writeFileSync(config, JSON.stringify(SOUND_CONFIG));
const lrmConfig = join(folder, 'lrm.json');
writeFileSync(lrmConfig, '{"lrm": {"client": "fr.health.test.samu760"}}');

/** The agenda of the tests, moved to the days after the real present: the command has no other clock. */
const shift = Math.ceil((Date.now() - Date.parse('2026-11-22T08:00:00Z')) / 3_600_000) * 3_600_000;
const later = (text: string): string => new Date(Date.parse(text) + shift).toISOString();
const slots = OFFER.slots.map((slot) => ({
  ...slot,
  start: later(slot.start),
  end: later(slot.end),
}));

let sound: Running;
let busy: Running;
before(async () => {
  const agenda = () => ({ ...OFFER, slots });
  const clock = () => new Date();
  sound = await startServer({ agenda, clock });
  busy = await startServer({
    agenda,
    clock,
    ...bundles((b) => of(b, 'Slot').forEach((slot) => (slot.status = 'busy'))),
  });
});
after(async () => {
  await sound.close();
  await busy.close();
  rmSync(folder, { recursive: true });
});

const ONLY = ['--only', 'one-place,ps/slot-status,ps/slot-url-query'];

suite('a run', () => {
  test('on a sound endpoint ends with 0 and says so in French', async () => {
    const { code, stdout, stderr } = await runCommand([sound.base, '--config', config, ...ONLY]);
    assert.equal(stderr, '');
    assert.match(stdout, /^SAS Kit, conformité de http:/);
    assert.match(stdout, /✔ PS \(INT_R01\) : un praticien, un lieu {2}10 conformes/);
    assert.match(stdout, /12 conformes, 0 échec, 0 à revoir, 0 non vérifié en \d+,\d s\n$/);
    assert.equal(code, 0);
  });

  test('on a faulty one ends with 1 and tells what, where, why and how to mend it', async () => {
    const { code, stdout } = await runCommand([busy.base, '--config', config, ...ONLY], {
      LANG: 'en_GB.UTF-8',
    });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /✘ ps\/slot-status \[4\.2\.02, 4\.3\.09\] {2}never: slot that is not free/,
    );
    assert.match(stdout, /slot that is not free: “busy”/);
    assert.match(stdout, /where +Bundle\.entry\[0\]\.resource\.status/);
    assert.match(stdout, /asked +curl -sS -i 'http:\/\/127\.0\.0\.1:\d+\/fhir\/Slot\?_include=/);
    assert.match(stdout, /came +HTTP 200, application\/fhir\+json; charset=utf-8, \d+ ms/);
    assert.match(stdout, /source +profils de Slot, status fixé à free/);
    assert.match(stdout, /mend +send only slots that are free/);
    assert.match(stdout, /1 failed/);
    assert.match(stdout, /To run again only what failed: --only ps\/slot-status\n$/);
  });

  test('--lang wins over the environment', async () => {
    const args = [sound.base, '--config', config, '--only', 'time', '--lang', 'fr'];
    assert.match((await runCommand(args, { LANG: 'en_US.UTF-8' })).stdout, /conformité/);
  });

  test('has no colours for a pipe, even of a terminal that likes them', async () => {
    const { stdout } = await runCommand([busy.base, '--config', config, ...ONLY], {
      TERM: 'xterm-256color',
      COLORTERM: 'truecolor',
    });
    assert.ok(!stdout.includes('\u001b'));
  });

  test('has colours where they are forced, and none with NO_COLOR', async () => {
    const args = [sound.base, '--config', config, '--only', 'time'];
    assert.ok((await runCommand(args, { FORCE_COLOR: '1' })).stdout.includes('\u001b[32m'));
    assert.ok(!(await runCommand(args, { NO_COLOR: '1' })).stdout.includes('\u001b'));
  });

  test('--verbose tells what passed too', async () => {
    const args = [sound.base, '--config', config, '--only', 'one-place/name'];
    assert.ok(!(await runCommand(args)).stdout.includes('one-place/name'));
    assert.match((await runCommand([...args, '--verbose'])).stdout, /✔ one-place\/name \[4\.6\.03/);
  });

  test('a repeated or trailing slash of the address does not matter', async () => {
    const args = [`${sound.base}//`, '--config', config, '--only', 'one-place'];
    assert.equal((await runCommand(args)).code, 0);
  });

  test('that could check nothing ends with 2', async () => {
    const empty = join(folder, 'empty.json');
    writeFileSync(empty, '{}');
    const { code, stdout } = await runCommand([sound.base, '--config', empty, ...ONLY]);
    assert.equal(code, 2);
    assert.match(stdout, /– 10 × la configuration ne donne pas practitioners\.onePlace/);
    assert.match(stdout, /Rien n’a pu être vérifié/);
  });
});

suite('reports', () => {
  test('--json - is JSON alone on the standard output', async () => {
    const { code, stdout, stderr } = await runCommand([
      busy.base,
      '--config',
      config,
      ...ONLY,
      '--json',
      '-',
    ]);
    assert.equal(code, 1);
    assert.match(stderr, /conformité/);
    const report = JSON.parse(stdout);
    assert.equal(report.base, busy.base);
    assert.equal(report.totals.failed, 1);
    const failed = report.checks.find((check: any) => check.status === 'failed');
    assert.equal(failed.id, 'ps/slot-status');
    assert.equal(failed.group, 'ps');
    const [finding] = failed.findings;
    assert.match(finding.asked, /^curl /);
    assert.equal(finding.severity, 'error');
    assert.match(finding.came.excerpt, /^\{"resourceType":"Bundle"/);
  });

  test('--junit FILE is XML with a failure, beside the human report', async () => {
    const path = join(folder, 'report.xml');
    const args = [busy.base, '--config', config, ...ONLY, '--junit', path];
    const { stdout } = await runCommand(args);
    assert.match(stdout, /1 échec/);
    const xml = readFileSync(path, 'utf8');
    assert.match(xml, /<testsuites name="sas-conformance [^"]*" tests="12" failures="1"/);
    assert.match(xml, /<testsuite name="ps" tests="2" failures="1"/);
    assert.match(xml, /<testcase classname="ps" name="ps\/slot-status" time="[\d.]+"><failure /);
  });

  test('a file that cannot be written is named', async () => {
    const path = join(folder, 'none', 'report.json');
    const args = [sound.base, '--config', config, '--only', 'time', '--json', path];
    const { code, stderr } = await runCommand(args);
    assert.equal(code, 2);
    assert.match(stderr, /none\/report\.json: ENOENT/);
  });
});

suite('what is there', () => {
  test('--list names every check, its official numbers and its fixtures', async () => {
    const { code, stdout } = await runCommand(['--list']);
    assert.equal(code, 0);
    for (const { id } of CHECKS) assert.ok(stdout.includes(`  ${id} `), id);
    assert.match(stdout, /two-places\/cardinalities \[4\.4\.02, .*\(practitioners\.twoPlaces\)/);
    assert.match(stdout, new RegExp(`${CHECKS.length} vérifications\\n$`));
    assert.match(
      (await runCommand(['--list', '--only', 'time', '--lang', 'en'])).stdout,
      /1 check\n$/,
    );
    assert.match((await runCommand(['--list', '--appointments'])).stdout, /\d\d vérifications\n$/);
    assert.match((await runCommand(['--list', '--lrm'])).stdout, /lrm-screen.*\(lrm\.door\)/);
  });

  test('--help, --version and --print-schema', async () => {
    assert.match((await runCommand(['--help'])).stdout, /^sas-conformance URL --config FILE/);
    assert.match((await runCommand(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    const schema = JSON.parse((await runCommand(['--print-schema'])).stdout);
    assert.ok(schema.properties.practitioners);
  });
});

const UNUSABLE: [string, string[], RegExp][] = [
  ['nothing', [], /address of the endpoint is missing/],
  ['no configuration', ['http://127.0.0.1:9/fhir'], /--config FILE is missing/],
  ['an unknown option', ['http://127.0.0.1:9', '--confg', 'x'], /--confg/],
  ['an option without value', ['http://127.0.0.1:9', '--config'], /--config/],
  [
    'two addresses',
    ['http://a.example', 'http://b.example', '--config', config],
    /one address only/,
  ],
  [
    'what is no address',
    ['agenda.example', '--config', config],
    /agenda\.example: an http\(s\) address/,
  ],
  ['another protocol', ['ftp://a.example', '--config', config], /http\(s\) address/],
  ['an address with query', ['http://a.example/?x=1', '--config', config], /without user, query/],
  ['a language', ['http://a.example', '--config', config, '--lang', 'de'], /--lang: one of fr, en/],
  ['no file', ['http://a.example', '--config', join(folder, 'none')], /none: ENOENT/],
  [
    'an unknown check',
    ['http://a.example', '--config', config, '--only', 'widow'],
    /--only widow: no such check/,
  ],
  [
    'nobody there',
    ['http://127.0.0.1:9/fhir', '--config', config],
    /server unreachable \(ECONNREFUSED\)/,
  ],
  [
    'two reports on one output',
    ['--json', '-', '--junit', '-', 'http://a.example'],
    /one of them only/,
  ],
  ['--flow without --bundle', ['http://a.example', '--flow', 'ps'], /--flow goes with --bundle/],
  ['--bundle with --config', ['--bundle', config, '--config', config], /--config does not go with/],
  ['an unknown flow', ['--bundle', config, '--flow', 'lrm'], /--flow: one of ps, cpts/],
  ['--lrm without broker', ['--lrm'], /address of a broker is missing: amqp:/],
  ['--lrm at an endpoint', ['http://a.example', '--lrm'], /amqp:\/\/USER:PASSWORD@HOST/],
  ['--lrm at the Hub', ['amqps://messaging.hub.esante.gouv.fr/15-15', '--lrm'], /the Hub itself/],
  ['--lrm without file', ['amqp://a.example', '--lrm'], /the shortest: \{"lrm": \{"client":/],
  [
    '--lrm with a file for vendors',
    ['amqp://127.0.0.1:9', '--lrm', '--config', config],
    /lrm: missing; the shortest/,
  ],
  [
    '--lrm without listener',
    ['amqp://u:secret@127.0.0.1:9', '--lrm', '--config', lrmConfig],
    /^sas-conformance: amqp:\/\/127\.0\.0\.1:9: nobody listens \(ECONNREFUSED\).*docker run/,
  ],
  ['--lrm and --appointments', ['--lrm', '--appointments'], /one of them only/],
  ['a Bundle that is not there', ['--bundle', join(folder, 'none')], /none: ENOENT/],
];

suite('arguments that cannot be used end with 2 and one clear line', () => {
  for (const [name, args, message] of UNUSABLE) {
    test(name, async () => {
      const { code, stderr, stdout } = await runCommand(args);
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.match(stderr, /^sas-conformance: [^\n]*\n$/);
      assert.ok(!stdout.includes('    at '));
    });
  }

  test('a configuration with a fault names its place', async () => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, JSON.stringify({ practitioners: { onePlace: { id: '1' } } }));
    const { code, stderr } = await runCommand(['http://a.example', '--config', path]);
    assert.equal(code, 2);
    assert.match(stderr, /bad\.json: practitioners\.onePlace\.id: must match pattern/);
  });
});
