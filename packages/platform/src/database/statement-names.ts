/** Plans of one connection: each holds some hundred kilobytes of the server's memory. */
const MOST_PLANS = 64;

/** Names of the statements whose plans connections keep. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  /** The name of a text; undefined for one beyond the first 64, which is planned each time. */
  of(text: string): string | undefined {
    let name = this.#names.get(text);
    if (name === undefined && this.#names.size < MOST_PLANS) {
      name = `sas-${this.#names.size + 1}`;
      this.#names.set(text, name);
    }
    return name;
  }
}
