import { Readable } from 'node:stream';

/** One event as it is sent: its name, and what becomes its JSON. */
export interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Where a reader that knows no better opens the next stream after this one, ms. */
const RETRY_MS = 2_000;
const HEARTBEAT = ':\n\n';

/** The text of an event (HTML, section 9.2.6): JSON has no line breaks, so `data` is one line. */
export function eventText({ event, data }: ServerEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Events as the text of an answer. The next one is asked for when the reader has room for it: a slow
 * reader holds no more than one.
 *
 * @param events null is a heartbeat.
 */
export function textOfEvents(events: AsyncGenerator<ServerEvent | null, void>): Readable {
  const text = async function* (): AsyncGenerator<string, void> {
    yield `retry: ${RETRY_MS}\n\n`;
    for await (const event of events) yield event === null ? HEARTBEAT : eventText(event);
  };
  return Readable.from(text(), { objectMode: false, highWaterMark: 1 });
}
