import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { isShipped, readLock } from './lock.ts';
import { root } from './run.ts';

const lock = await readLock();
const shipped = Object.entries(lock).filter(([place]) => isShipped(lock, place));

test('nothing that is shipped runs a script when it is installed', () => {
  const scripts = shipped.filter(([, locked]) => locked.hasInstallScript);
  assert.deepEqual(
    scripts.map(([place]) => place),
    [],
  );
});

test('everything from a registry is known by its hash, and by no address', () => {
  for (const [place, { integrity, resolved, link, inBundle }] of Object.entries(lock)) {
    if (!place.includes('node_modules/') || link) continue;
    assert.ok(inBundle === true || integrity?.startsWith('sha512-'), `${place} has no hash`);
    assert.equal(resolved, undefined, place);
  }
});

test('packages ask for exact versions of what they ship', async () => {
  for await (const file of glob('{packages,examples}/*/package.json', { cwd: root })) {
    const { dependencies = {} } = JSON.parse(await readFile(`${root}/${file}`, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies))
      assert.match(version, /^\d+\.\d+\.\d+$/, `${file}: ${name}`);
  }
});
