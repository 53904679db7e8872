/**
 * What is published: the packed packages, of which publint and "are the types wrong" have nothing to say,
 * and in a folder of their own, with the page for vendors followed to the letter.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { install, link, pack } from '../examples/testing/packed.ts';
import { root, run } from './run.ts';

const execute = promisify(execFile);
const PACKAGES = ['client', 'elements', 'fhir', 'connector', 'conformance', 'regime'];
const FOR_VENDORS = ['fhir', 'connector', 'conformance'];
const folder = await mkdtemp(join(tmpdir(), 'sas-packed-'));
const modules = join(folder, 'node_modules');
after(() => rm(folder, { recursive: true }));

let archives: Map<string, string>;
before(async () => {
  archives = await pack(PACKAGES, folder);
  await install(archives, FOR_VENDORS, folder);
  for (const name of ['express', '@types/express', '@types/node']) await link(name, folder);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});

/** For the practitioner of the page, on the day of the page. */
const SEARCH =
  '/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&status=free' +
  '&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810999001000' +
  '&start=ge2026-11-23T00:00:00%2B01:00&start=le2026-11-24T00:00:00%2B01:00';

const LISTENING = 'app.listen(8080)';
const ON_A_FREE_PORT = 'const server = app.listen(0, () => console.log(server.address().port))';

/** The first program of the page for vendors. */
async function stepOne(): Promise<string> {
  const page = await readFile(join(root, 'docs/vendors.md'), 'utf8');
  const program = /^```js\n(import express[\s\S]*?)^```/m.exec(page)?.[1] ?? '';
  assert.ok(program.includes(LISTENING), 'the page shows a whole program');
  return program;
}

test('the program of the page for vendors answers, and sas-conformance finds nothing wrong', async (t) => {
  await writeFile(join(folder, 'vendor.js'), (await stepOne()).replace(LISTENING, ON_A_FREE_PORT));
  const vendor = spawn(process.execPath, ['vendor.js'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => vendor.kill());
  const port = await new Promise((resolve, reject) => {
    vendor.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
    vendor.once('exit', (code) => reject(new Error(`vendor.js ended with ${code}`)));
  });
  const config = join(folder, 'conformance.json');
  await writeFile(config, '{"practitioners":{"unknown":"810999009995"},"regulators":{}}');
  const command = join(modules, '@sas-kit/conformance/bin/sas-conformance.js');
  const base = `http://127.0.0.1:${String(port)}/fhir`;
  const answer = await fetch(`${base}${SEARCH}`);
  assert.equal(((await answer.json()) as { total: number }).total, 1);
  const { stdout } = await execute(
    process.execPath,
    [command, base, '--config', config, '--lang', 'en'],
    { cwd: folder },
  );
  assert.match(stdout, /\d\d passed, 0 failed, 0 warnings/);
});

test('the sidecar runs', async () => {
  const command = join(modules, '@sas-kit/connector/bin/sas-connector.js');
  const { stdout } = await execute(process.execPath, [command, '--help'], { cwd: folder });
  assert.match(stdout, /--config FILE/);
});

test('every door of every package opens', async () => {
  for (const name of FOR_VENDORS) {
    const text = await readFile(join(modules, '@sas-kit', name, 'package.json'), 'utf8');
    const { exports } = JSON.parse(text) as { exports: Record<string, unknown> };
    // What is a file and not a module is opened by its path.
    const doors = Object.keys(exports).filter((door) => typeof exports[door] === 'object');
    const imports = doors.map((door) => `await import('@sas-kit/${name}${door.slice(1)}');`);
    await execute(process.execPath, ['--input-type=module', '-e', imports.join('\n')], {
      cwd: folder,
    });
  }
});

test('the types fit Express, node:http and strict TypeScript', async () => {
  await writeFile(join(folder, 'vendor.ts'), await stepOne());
  const options = ['--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext'];
  const { ok, output } = await run(process.execPath, [
    'node_modules/typescript/bin/tsc',
    ...['--noEmit', '--target', 'es2022', '--types', 'node', '--ignoreConfig', ...options],
    join(folder, 'vendor.ts'),
  ]);
  assert.ok(ok, output);
});

const archiveOf = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(archives.get(name)!));

/** ES modules only: TypeScript's first way of looking for a module knows no `exports`. */
const isOfOtherModules = (problem: { kind: string; resolutionKind?: string }): boolean =>
  problem.resolutionKind === 'node10' || problem.kind === 'CJSResolvesToESM';

for (const name of PACKAGES) {
  suite(`@sas-kit/${name}`, () => {
    test('publint has nothing to say', async () => {
      const tarball = (await archiveOf(name)).buffer;
      const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, { color: false })),
        [],
      );
    });

    test('every door has its types, in every way of looking for them', async () => {
      const published = createPackageFromTarballData(await archiveOf(name));
      const result = await checkPackage(published);
      assert.ok(result.types, 'it has types');
      const problems = result.problems.filter((problem) => !isOfOtherModules(problem));
      assert.deepEqual(problems, []);
    });

    test('no source, test nor configuration is published', async () => {
      const files = createPackageFromTarballData(await archiveOf(name)).listFiles();
      const strange = /(?:\.test\.|\.stories\.|\/tsconfig|\.tsbuildinfo|(?<!\.d)\.ts$)/;
      assert.deepEqual(
        files.filter((file) => strange.test(file)),
        [],
      );
    });
  });
}
