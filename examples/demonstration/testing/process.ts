import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CredentialsFile } from '@sas-kit/platform';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
/** What `npm start` prints once it can be used. */
const READY = /^sas-platform ready on (http:\/\/127\.0\.0\.1:\d+)$/m;

/** A process that ended, or one that is ready. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** `npm start` in a process of its own. */
export interface Running {
  address: string;
  stdout: string;
  credentials: CredentialsFile;
  /** File that `--credentials` wrote. */
  credentialsFile: string;
  end(signal: NodeJS.Signals): Promise<Ended>;
}

class Child {
  stdout = '';
  stderr = '';
  readonly process: ChildProcess;
  readonly #closed: Promise<unknown>;

  constructor(argv: readonly string[], environment: Record<string, string> = {}) {
    this.process = spawn(process.execPath, ['--conditions=source', MAIN, ...argv], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'test', ...environment },
    });
    this.#closed = once(this.process, 'close');
    this.process.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.process.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
  }

  /** Once it has ended and all that it printed is read. */
  async ended(): Promise<Ended> {
    await this.#closed;
    const { stdout, stderr } = this;
    return { code: this.process.exitCode, signal: this.process.signalCode, stdout, stderr };
  }
}

/**
 * The address, once a process that was just started tells it.
 *
 * @throws {Error} with what it printed, when it ends before.
 */
export function whenReady(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let [printed, complained] = ['', ''];
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const address = READY.exec(printed)?.[1];
      if (address !== undefined) done(address);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complained += text));
    child.once('close', () => fail(new Error(`not ready:\n${printed}${complained}`)));
  });
}

/** Runs `npm start` to its end. */
export function runDemonstration(
  argv: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  return new Child(argv, environment).ended();
}

/** Starts `npm start` on a free port; answers when it is ready. */
export async function spawnDemonstration(data: string): Promise<Running> {
  const credentialsFile = join(dirname(data), 'credentials.json');
  const child = new Child(['--port', '0', '--data', data, '--credentials', credentialsFile]);
  const address = await whenReady(child.process);
  return {
    address,
    stdout: child.stdout,
    credentials: JSON.parse(await readFile(credentialsFile, 'utf8')) as CredentialsFile,
    credentialsFile,
    async end(signal) {
      child.process.kill(signal);
      return child.ended();
    },
  };
}
