import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '@sas-kit/conformance';
import { ask, createRegulator, regulator, slotSearch, startsOf } from './testing/fhir.ts';
import { AGENDA, agendaFile, temporaryFolder } from './testing/folder.ts';
import { runVendor, VendorProcess } from './testing/process.ts';

const folder = await temporaryFolder();
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAMBREVAL = '810999002016';

test('it prints its line alone, answers, and stops cleanly on a signal', async (t) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    await t.test(signal, async () => {
      const vendor = new VendorProcess(['--agenda', AGENDA, '--port', '0']);
      const base = await vendor.ready();
      assert.match(base, /^http:\/\/127\.0\.0\.1:\d+\/fhir$/);
      const { status, body } = await ask(`${base}/metadata`);
      assert.equal(status, 200);
      assert.equal(body.resourceType, 'CapabilityStatement');
      const { code, stderr } = await vendor.end(signal);
      assert.equal(code, 0, stderr);
    });
  }
});

test('the base path is where the interface is', async () => {
  const vendor = new VendorProcess(['--agenda', AGENDA, '--port', '0', '--base-path', '/sas/v1']);
  const base = await vendor.ready();
  assert.match(base, /\/sas\/v1$/);
  assert.equal((await ask(`${base}/metadata`)).status, 200);
  assert.equal((await fetch(base.replace('/sas/v1', '/fhir/metadata'))).status, 404);
});

test('kill -9 loses nothing of --data, and the same file is not loaded again', async () => {
  const data = join(folder, 'kept');
  const argv = ['--agenda', AGENDA, '--port', '0', '--data', data];
  const first = new VendorProcess(argv);
  const base = await first.ready();
  const before = await ask(slotSearch(base, [LAMBREVAL], new Date()));
  const created = await createRegulator(base, regulator('3760009001/1'));
  assert.equal(created.status, 201);
  const origin = new URL(base).origin;
  const booked = await fetch(`${origin}/creneaux/lambreval-2/reserver`, {
    method: 'POST',
    redirect: 'manual',
  });
  assert.equal(booked.headers.get('location'), '/creneaux/lambreval-2?fait=reserve');
  assert.equal((await first.end('SIGKILL')).signal, 'SIGKILL');

  const second = new VendorProcess(argv);
  const again = await second.ready();
  assert.match(second.stdout, /loaded before/);
  const after = await ask(slotSearch(again, [LAMBREVAL], new Date()));
  assert.equal(startsOf(after.body).length, startsOf(before.body).length - 1);
  assert.ok(startsOf(after.body).every((start) => startsOf(before.body).includes(start)));
  assert.equal((await createRegulator(again, regulator('3760009001/1'))).status, 422);
});

test('without --data nothing outlives the process', async () => {
  for (const _round of [1, 2]) {
    const vendor = new VendorProcess(['--agenda', AGENDA, '--port', '0']);
    const base = await vendor.ready();
    assert.equal((await createRegulator(base, regulator('3760009001/2'))).status, 201);
    await vendor.end('SIGTERM');
  }
});

test('--help tells how', async () => {
  const { code, stdout } = await runVendor(['--help']);
  assert.equal(code, 0);
  assert.match(stdout, /--agenda FILE/);
});

test('what cannot be used is named, without a stack, and the code is 2', async (t) => {
  const busy = createServer().listen(0, '127.0.0.1');
  t.after(() => busy.close());
  await once(busy, 'listening');
  const { port } = busy.address() as AddressInfo;
  const broken = await agendaFile(folder, { practitioners: [], places: [], slots: [{ id: 'a' }] });
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /--agenda FILE is missing\. See --help/],
    [['--agenda', AGENDA, '--colour', 'red'], /--colour/],
    [['--agenda', join(folder, 'none.json')], /none\.json: there is no such file/],
    [['--agenda', broken], /slots\[0\]\.minutes is missing/],
    [['--agenda', AGENDA, '--port', '0', '--data', AGENDA], /Data directory .*agenda\.json/],
    [['--agenda', AGENDA, '--port', String(port)], /Port \d+ is in use/],
  ];
  for (const [argv, message] of cases) {
    const { code, stdout, stderr } = await runVendor(argv);
    assert.equal(code, 2, `${argv.join(' ')}: ${stderr}`);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.doesNotMatch(stdout, /ready on/);
  }
});

test('the configuration it prints is one, and has somebody for every check of the example', async () => {
  const { code, stdout } = await runVendor(['--agenda', AGENDA, '--print-conformance-config']);
  assert.equal(code, 0);
  const config = parseConfig(JSON.parse(stdout));
  assert.deepEqual(Object.keys(config.practitioners).sort(), [
    'adeli',
    'bare',
    'kept',
    'noSlots',
    'onePlace',
    'together',
    'twoPlaces',
    'unknown',
    'unprefixed',
  ]);
  assert.deepEqual(Object.keys(config.cpts), ['one', 'several']);
  assert.deepEqual(Object.keys(config.sos).sort(), [
    'noSlots',
    'one',
    'together',
    'unknown',
    'unprefixed',
  ]);
});

test(
  'npm run vendor starts it, and a signal to npm ends it too',
  { timeout: 300_000 },
  async () => {
    const argv = ['run', 'vendor', '--', '--agenda', AGENDA, '--port', '0'];
    const npm = spawn('npm', argv, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
    after(() => npm.kill('SIGKILL'));
    let text = '';
    const closed = once(npm, 'close');
    for await (const chunk of npm.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      text += chunk;
      if (/^vendor-agenda ready on \S+$/m.test(text)) break;
    }
    assert.match(text, /^vendor-agenda ready on /m);
    npm.kill('SIGTERM');
    npm.stdout.resume();
    // Closed once the last of its processes, ours, has ended.
    await closed;
  },
);
