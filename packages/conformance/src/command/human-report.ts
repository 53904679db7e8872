import { styleText } from 'node:util';
import { groupOf, type Verdict } from '../check.ts';
import { describeEnd, describeGroup, type HumanOptions, type Paint } from '../report/human.ts';
import type { Reports } from './arguments.ts';

/** Where a report may go. */
export interface Outputs {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Tells group after group; on the standard error where a report takes the standard output. */
export class HumanReport {
  readonly #stream: NodeJS.WriteStream;
  readonly #options: HumanOptions;
  #group: Verdict[] = [];

  constructor({ json, junit, language, verbose }: Reports, io: Outputs, title: string) {
    this.#stream = json === '-' || junit === '-' ? io.stderr : io.stdout;
    const paint: Paint = (colour, text) => styleText(colour, text, { stream: this.#stream });
    this.#options = { language, verbose, paint };
    this.#stream.write(`${title}\n\n`);
  }

  add(verdict: Verdict): void {
    const [first] = this.#group;
    if (first !== undefined && groupOf(first.check) !== groupOf(verdict.check)) this.#flush();
    this.#group.push(verdict);
  }

  /** @param repeatable whether `--only` can run again what failed: not for files. */
  end(verdicts: readonly Verdict[], ms: number, repeatable: boolean): void {
    this.#flush();
    this.#stream.write(describeEnd(verdicts, ms, this.#options, repeatable));
  }

  #flush(): void {
    if (this.#group.length > 0)
      this.#stream.write(`${describeGroup(this.#group, this.#options)}\n`);
    this.#group = [];
  }
}
