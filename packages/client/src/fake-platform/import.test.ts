import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { it } from 'node:test';

it('importing the kit does nothing, and takes nothing of it into the client', () => {
  const address = (name: string) => JSON.stringify(new URL(`../${name}.ts`, import.meta.url).href);
  const program = `
    import { registerHooks } from 'node:module';
    const log = console.log;
    const touched = [];
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import(${address('index')});
    const kit = loaded.filter((url) => url.includes('/fake-platform/'));
    for (const name of ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask']) {
      globalThis[name] = () => touched.push(name);
    }
    const before = Object.keys(globalThis).length;
    await import(${address('testing')});
    log(JSON.stringify({ kit, touched, globals: Object.keys(globalThis).length - before }));
  `;
  const output = execFileSync(
    process.execPath,
    ['--conditions=source', '--no-warnings', '--input-type=module', '--eval', program],
    { encoding: 'utf8' },
  );
  assert.deepEqual(JSON.parse(output), { kit: [], touched: [], globals: 0 });
});
