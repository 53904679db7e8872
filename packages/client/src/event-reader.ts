import { EventParser } from './event-parser.ts';

/** One server-sent event, its JSON read. */
export interface ReadEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Characters of one event at most: no answer of the contract comes near it. */
const mostCharacters = 8 * 2 ** 20;

/** How a body is read. */
export interface Reading {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Milliseconds of waiting without a sign of life after which it ends. */
  readonly silenceMs: number;
  /** Told at each sign of life, comments included. */
  readonly heard: () => void;
}

/** Whoever reads an event looks into it: `null` would fail there. */
function readObject(text: string): object {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null) return value;
  throw new SyntaxError('the data of an event is no object');
}

/**
 * The events of a body, read no faster than they are taken. It ends with the body, with `signal` or in
 * silence.
 *
 * @throws {SyntaxError} where data is no JSON object
 * @throws {RangeError} where one event does not end
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  { signal, silenceMs, heard }: Reading,
): AsyncGenerator<ReadEvent, void, undefined> {
  const parser = new EventParser(mostCharacters);
  const decoder = new TextDecoder();
  const reader = body.getReader();
  // Whether or not the answer listens to a signal of its own.
  const hangUp = () => void reader.cancel().catch(() => undefined);
  let silence: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', hangUp);
  if (signal.aborted) hangUp();
  try {
    for (;;) {
      silence = setTimeout(hangUp, silenceMs);
      const { done, value } = await reader.read();
      clearTimeout(silence);
      if (done) return;
      heard();
      for (const { event, data } of parser.feed(decoder.decode(value, { stream: true }))) {
        yield { event, data: readObject(data) };
      }
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', hangUp);
    hangUp();
  }
}
