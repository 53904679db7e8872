import type { ServerResponse } from 'node:http';
import type { Reply } from './server.ts';

/** The text of an event. */
export function eventText(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Opens a stream, sends these events and leaves the line to `then`, which may end it. */
export function streaming(
  events: readonly { event: string; data: unknown }[],
  then: (response: ServerResponse) => void = () => undefined,
): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(
      `retry: 2000\n\n${events.map(({ event, data }) => eventText(event, data)).join('')}`,
    );
    then(response);
  };
}

/** Ends a stream as a server does that stops. */
export const ended = (response: ServerResponse) => void response.end();
/** Breaks the connection off, once what was written is on its way. */
export const broken = (response: ServerResponse) =>
  void response.write(':\n\n', () => response.destroy());
