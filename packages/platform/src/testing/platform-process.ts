import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CredentialsFile } from '../identity/credentials.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A platform that runs in a process of its own, by its command. */
export interface PlatformProcess {
  child: ChildProcess;
  url: string;
  /** All that it printed. */
  output: () => string;
  /** Its code; null where a signal ended it. */
  exited: Promise<number | null>;
}

/**
 * Starts the command on a free port; answers once it is ready.
 *
 * @param environment beside that of the tests; its database is embedded unless this names one.
 * @throws Error with what it printed, where it ends instead.
 */
export async function startProcess(
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<PlatformProcess> {
  const child = spawn(process.execPath, ['--conditions=source', MAIN, '--port', '0', ...flags], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
  });
  let output = '';
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const url = await new Promise<string>((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^sas-platform ready on (\S+)$/m.exec(output);
      if (ready !== null) done(ready[1]!);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => fail(new Error(output)));
  });
  return { child, url, output: () => output, exited };
}

/** Starts the command with the tokens that it makes. Where it does not start, nothing is left of it. */
export async function startWithTokens(
  environment: Readonly<Record<string, string>>,
): Promise<PlatformProcess & { tokens: CredentialsFile['tokens'] }> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-process-'));
  try {
    const path = join(folder, 'credentials.json');
    const started = await startProcess(['--credentials', path], environment);
    const { tokens } = JSON.parse(await readFile(path, 'utf8')) as CredentialsFile;
    return { ...started, tokens };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
