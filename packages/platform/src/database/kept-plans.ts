import type pg from 'pg';

/** Plans of one connection: each holds up to a megabyte of the server's memory. */
const MOST_PLANS = 64;
/** Tables of vendors' answers grow from nothing within minutes: what was a good plan is none any more. */
const PLANS_LAST_MS = 30_000;

/** What the driver believes that the server has, text by name. It has no call that takes one back. */
interface Parsed {
  readonly connection: { readonly parsedStatements: Record<string, string> };
}

interface Kept {
  readonly name: string;
  readonly usedAt: number;
}

/** Statements that one connection plans once and keeps, each under a name of its own: those that came last. */
export class KeptPlans {
  readonly #client: pg.ClientBase & Parsed;
  /** By text, those first that did not come for longest. */
  readonly #kept = new Map<string, Kept>();
  #since = performance.now();

  constructor(client: pg.ClientBase) {
    this.#client = client as pg.ClientBase & Parsed;
  }

  /**
   * The name under which a text is planned once. Undefined where all that are kept came a moment ago: to
   * take turns would cost more than to plan this one without keeping it.
   */
  async nameOf(text: string): Promise<string | undefined> {
    const now = performance.now();
    if (now - this.#since > PLANS_LAST_MS) {
      await this.#client.query('discard plans');
      this.#since = now;
    }
    const name = this.#kept.get(text)?.name ?? (await this.#newName(now));
    if (name === undefined) return undefined;
    this.#kept.delete(text);
    this.#kept.set(text, { name, usedAt: now });
    return name;
  }

  async #newName(now: number): Promise<string | undefined> {
    if (this.#kept.size < MOST_PLANS) return `sas-${this.#kept.size + 1}`;
    const [oldest] = this.#kept;
    const [text, { name, usedAt }] = oldest!;
    if (now - usedAt <= PLANS_LAST_MS) return undefined;
    await this.#takeBack(name);
    this.#kept.delete(text);
    return name;
  }

  /** A text that failed before it was planned has a name, and nothing on the server. */
  async #takeBack(name: string): Promise<void> {
    const { parsedStatements } = this.#client.connection;
    if (!(name in parsedStatements)) return;
    await this.#client.query(`deallocate "${name}"`);
    delete parsedStatements[name];
  }
}
