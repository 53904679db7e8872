import { BoundedMap } from './bounded-map.ts';

/** Gives each record of the vendor's a version that changes when it reads differently. */
export class RecordVersions {
  readonly #seen = new Map<string, BoundedMap<string, { text: string; version: string }>>();
  readonly #most: number;
  #count = 0;

  /** @param most records remembered of each kind. */
  constructor(most: number) {
    this.#most = most;
  }

  of(kind: string, record: { readonly id: string }): string {
    let seen = this.#seen.get(kind);
    if (seen === undefined) this.#seen.set(kind, (seen = new BoundedMap(this.#most)));
    const text = JSON.stringify(record);
    const known = seen.get(record.id);
    if (known?.text === text) return known.version;
    this.#count += 1;
    const version = String(this.#count);
    seen.set(record.id, { text, version });
    return version;
  }
}
