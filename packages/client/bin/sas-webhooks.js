#!/usr/bin/env node
// In a checkout the sources run, before any build; a published package holds its build alone.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../command/main.ts', import.meta.url));

if (process.features.typescript && existsSync(source)) {
  const child = spawn(process.execPath, ['--conditions=source', source, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => (process.exitCode = signal === null ? code : 1));
} else {
  await import('../dist/command/main.js');
}
