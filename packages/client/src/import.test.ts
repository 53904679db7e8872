import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { it } from 'node:test';

it('importing does nothing, and needs neither window, process nor WebSocket', () => {
  const index = new URL('./index.ts', import.meta.url).href;
  const program = `
    const log = console.log;
    const touched = [];
    for (const name of ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask']) {
      globalThis[name] = () => touched.push(name);
    }
    for (const name of ['process', 'WebSocket', 'navigator', 'localStorage', 'EventSource']) {
      delete globalThis[name];
    }
    const before = Object.keys(globalThis).length;
    const { createSasClient } = await import(${JSON.stringify(index)});
    const client = createSasClient({ baseUrl: 'https://sas.example', key: 'pk_1' });
    log(JSON.stringify({
      touched,
      globals: Object.keys(globalThis).length - before,
      resources: Object.keys(client).length,
    }));
  `;
  const output = execFileSync(
    process.execPath,
    ['--conditions=source', '--no-warnings', '--input-type=module', '--eval', program],
    { encoding: 'utf8' },
  );
  assert.deepEqual(JSON.parse(output), { touched: [], globals: 0, resources: 28 });
});
