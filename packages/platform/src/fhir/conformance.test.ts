import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEditors, type TestEditors } from '../testing/editors.ts';

const COMMAND = fileURLToPath(new URL('../../../conformance/src/command/main.ts', import.meta.url));

let editors: TestEditors;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sas-conformance-'));
  editors = await openEditors();
});
after(async () => {
  await editors.close();
  await rm(folder, { recursive: true });
});

interface Report {
  checks: { id: string; status: 'passed' | 'failed' | 'warning' | 'skipped' }[];
}

/** Runs `sas-conformance` against the platform. */
async function conformance(config: unknown, ...argv: string[]): Promise<Report> {
  const file = join(folder, 'config.json');
  await writeFile(file, JSON.stringify(config));
  const args = ['--conditions=source', COMMAND, `${editors.url}/fhir`, '--config', file, ...argv];
  const report = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [...args, '--json', '-'],
      { maxBuffer: 2 ** 26 },
      (_error, stdout, stderr) => resolve(stdout === '' ? stderr : stdout),
    );
  });
  return JSON.parse(report) as Report;
}

test('sas-conformance --appointments finds nothing wrong, twice on one platform', async () => {
  const config = {
    appointments: {
      headers: { authorization: await editors.token('first') },
      otherEditor: { authorization: await editors.token('second') },
    },
  };
  for (const _round of [1, 2]) {
    const { checks } = await conformance(config, '--appointments');
    const other = checks.filter(({ status }) => status !== 'passed');
    assert.deepEqual(other, []);
    assert.ok(checks.length > 30);
  }
});
