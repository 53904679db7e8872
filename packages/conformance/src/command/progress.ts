/** One line that says how far a run is; silent where nobody looks. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  #done = 0;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  show(id: string): void {
    this.#done += 1;
    if (!this.#stream.isTTY) return;
    const line = `${this.#done}/${this.#total} ${id}`;
    this.#stream.write(line.slice(0, Math.max(0, (this.#stream.columns || 80) - 1)));
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K');
  }
}
