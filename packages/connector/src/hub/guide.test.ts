import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { noBroker, until, withHub } from '../testing/hub.ts';

const root = new URL('../../../../', import.meta.url);

/** The program of the page, with the broker, the id and the way to sign in of a test. */
async function programFor(url: string, clientId: string): Promise<string> {
  const page = await readFile(new URL('docs/dispatch-software.md', root), 'utf8');
  const program = /^```js\n([\s\S]*?)^```/m.exec(page)![1]!;
  const changed = program
    .replace(/url: '[^']+'/, `url: '${url}'`)
    .replace(/clientId: '[^']+'/, `clientId: '${clientId}'`)
    .replace(/ {2}tls: \{[\s\S]*? {2}\},\n/, '');
  assert.ok(changed.includes(url) && changed.includes(clientId) && !changed.includes('tls'));
  return changed;
}

test(
  'the program of the page for dispatch software takes an appointment, and ends when asked',
  { skip: noBroker },
  () =>
    withHub(async (hub) => {
      const folder = await mkdtemp(join(tmpdir(), 'sas-hub-guide-'));
      await symlink(fileURLToPath(new URL('node_modules', root)), join(folder, 'node_modules'));
      await writeFile(join(folder, 'program.mjs'), await programFor(hub.url, hub.clientId));
      const program = spawn(process.execPath, ['--conditions=source', 'program.mjs'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise((resolve) => program.once('exit', resolve));
      let said = '';
      program.stdout.on('data', (text: Buffer) => (said += text.toString()));
      try {
        await hub.send(hub.write());
        await until(() => hub.acknowledgements.length === 2);
        program.kill('SIGTERM');
        assert.equal(await ended, 0);
        assert.match(said, /^Actual rdv-1 created .*0 cases to choose from$/m);
        assert.match(said, /^stopped /m);
        assert.equal(await hub.waiting(), 0);
      } finally {
        program.kill('SIGKILL');
        await rm(folder, { recursive: true });
      }
    }),
);
