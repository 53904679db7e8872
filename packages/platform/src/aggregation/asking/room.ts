const FIRST_ROOM = 32 * 1024;

/** Bytes in one piece: of pieces kept one by one, the smallest would weigh a hundred times what they hold. */
export class Room {
  #bytes = Buffer.allocUnsafe(FIRST_ROOM);
  #used = 0;

  /** @returns whether it fits into so many bytes in all; what does not is not kept. */
  add(chunk: Buffer, most: number): boolean {
    const used = this.#used + chunk.length;
    if (used > most) return false;
    if (used > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(used, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    chunk.copy(this.#bytes, this.#used);
    this.#used = used;
    return true;
  }

  get content(): Buffer {
    return this.#bytes.subarray(0, this.#used);
  }
}
