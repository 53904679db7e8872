/** A server-sent event as it is sent. */
export interface EventText {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events (HTML, section 9.2.6) from text that comes in pieces. `id` and `retry` are
 * left out: a stream of this platform begins anew each time. Written here as what npm has for it names its
 * sources in the export condition that this repository runs on.
 */
export class EventParser {
  readonly #most: number;
  /** The last line, which may go on. */
  #line = '';
  #event = '';
  #data: string[] = [];
  #characters = 0;
  /** The last piece ended with a carriage return: a line feed after it belongs to it. */
  #returned = false;

  /** @param most - characters that an event may have before it ends */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The events that end in the next piece.
   *
   * @throws {RangeError} for an event that is longer than any should be
   */
  feed(piece: string): EventText[] {
    const events: EventText[] = [];
    const text = this.#returned && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (piece !== '') this.#returned = piece.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    lines[0] = this.#line + lines[0]!;
    this.#line = lines.pop()!;
    for (const line of lines) {
      if (line !== '') this.#field(line);
      else {
        if (this.#data.length > 0) {
          events.push({ event: this.#event || 'message', data: this.#data.join('\n') });
        }
        this.#event = '';
        this.#data = [];
        this.#characters = 0;
      }
    }
    if (this.#characters + this.#line.length > this.#most) {
      throw new RangeError(`an event has more than ${this.#most} characters`);
    }
    return events;
  }

  #field(line: string): void {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (name === 'event') this.#event = value;
    if (name !== 'data') return;
    this.#data.push(value);
    // Of the line: an event of empty ones does not end either.
    this.#characters += line.length + 1;
  }
}
