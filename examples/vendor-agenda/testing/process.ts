import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
/** What `npm run vendor` prints once it can be used. */
const READY = /^vendor-agenda ready on (http:\/\/127\.0\.0\.1:\d+\S*)$/m;

/** A process that ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run vendor` in a process of its own, killed when the test file ends. */
export class VendorProcess {
  stdout = '';
  stderr = '';
  readonly #process: ChildProcess;
  readonly #closed: Promise<unknown>;

  constructor(argv: readonly string[]) {
    this.#process = spawn(process.execPath, ['--conditions=source', MAIN, ...argv], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#closed = once(this.#process, 'close');
    this.#process.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#process.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    after(() => this.#process.kill('SIGKILL'));
  }

  /** The base address, once it is told. @throws {Error} with what was printed, when it ends before. */
  ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const base = READY.exec(this.stdout)?.[1];
        if (base !== undefined) resolve(base);
      };
      this.#process.stdout!.on('data', look);
      this.#process.once('close', () =>
        reject(new Error(`not ready:\n${this.stdout}${this.stderr}`)),
      );
      look();
    });
  }

  async end(signal: NodeJS.Signals): Promise<Ended> {
    this.#process.kill(signal);
    return this.ended();
  }

  /** Once it has ended and all that it printed is read. */
  async ended(): Promise<Ended> {
    await this.#closed;
    const { stdout, stderr } = this;
    return { code: this.#process.exitCode, signal: this.#process.signalCode, stdout, stderr };
  }
}

/** Runs `npm run vendor` to its end. */
export const runVendor = (argv: readonly string[]): Promise<Ended> =>
  new VendorProcess(argv).ended();
