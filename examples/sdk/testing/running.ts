import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';

/** An example that runs until it is interrupted. */
export class RunningExample {
  #printed = '';
  readonly #child: ChildProcess;
  #ended = false;
  readonly #closed: Promise<unknown>;

  /** Starts it from the root; it ends with the test. */
  constructor(t: TestContext, file: string, environment: NodeJS.ProcessEnv, root: string) {
    this.#child = spawn(process.execPath, ['--conditions=source', file], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#closed = once(this.#child, 'close').then(() => (this.#ended = true));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream!.setEncoding('utf8').on('data', (text: string) => (this.#printed += text));
    }
    t.after(() => this.#child.kill('SIGKILL'));
  }

  /** Waits until a line that it printed passes. @throws {Error} when it ends before. */
  async prints(test: RegExp | ((line: string) => boolean)): Promise<void> {
    const passes = typeof test === 'function' ? test : (line: string) => test.test(line);
    while (!this.#printed.split('\n').some(passes)) {
      if (this.#ended) throw new Error(`ended after ${this.#printed}`);
      await Promise.race([once(this.#child.stdout!, 'data'), this.#closed]);
    }
  }

  /** Ctrl+C; answers its exit code. */
  async interrupt(): Promise<number | null> {
    this.#child.kill('SIGINT');
    await this.#closed;
    return this.#child.exitCode;
  }
}
