/** One line that says what a run is at; silent where nobody looks. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  #begun = 0;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  show(id: string): void {
    this.#begun += 1;
    if (!this.#stream.isTTY) return;
    const line = `${this.#begun}/${this.#total} ${id}`;
    this.#stream.write(line.slice(0, Math.max(0, (this.#stream.columns || 80) - 1)));
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K');
  }
}
