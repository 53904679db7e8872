/**
 * A map that forgets what came in first once it holds more than so many. The order is kept in a ring
 * beside it: to take the first key out of a large Map by its iterator is slow, V8 walks over the holes.
 */
export class BoundedMap<Key, Value> {
  readonly #most: number;
  readonly #map = new Map<Key, Value>();
  readonly #ring: Key[] = [];
  #next = 0;

  constructor(most: number) {
    this.#most = Math.max(1, Math.floor(most));
  }

  get(key: Key): Value | undefined {
    return this.#map.get(key);
  }

  set(key: Key, value: Value): void {
    const size = this.#map.size;
    this.#map.set(key, value);
    if (this.#map.size === size) return;
    const oldest = this.#ring[this.#next];
    if (this.#ring.length === this.#most && oldest !== undefined) this.#map.delete(oldest);
    this.#ring[this.#next] = key;
    this.#next = (this.#next + 1) % this.#most;
  }
}
