import type { ServerResponse } from 'node:http';
import { type Listening, listenHere } from '../embedding-server/listen.ts';
import type { CaseFile } from './cases.ts';
import { Desk } from './desk.ts';
import { answer } from './http/app.ts';
import { Sessions } from '../embedding-server/sessions.ts';
import type { Options } from './options.ts';

/** What surrounds the program. */
export interface Surroundings {
  /** Folder of the elements' files. */
  readonly elements?: URL;
  readonly cases?: readonly CaseFile[];
  readonly say?: (line: string) => void;
  readonly now?: () => Date;
}

/** A program that listens. */
export interface Running extends Listening {
  readonly desk: Desk;
}

/**
 * Opens what was kept, connects to the Hub where there is one, and listens on 127.0.0.1.
 *
 * @throws what the folder, the port or the options of the Hub say.
 */
export async function startProgram(
  { port, data, hub, platform }: Options,
  { elements, cases, say = () => undefined, now }: Surroundings = {},
): Promise<Running> {
  const readers = new Set<ServerResponse>();
  const desk = await Desk.open({
    ...{ data, hub, say },
    ...(cases !== undefined && { cases }),
    ...(now !== undefined && { now }),
    onChange: () => readers.forEach((reader) => reader.write('event: changed\ndata:\n\n')),
  });
  const app = {
    desk,
    platform,
    elements: elements ?? null,
    sessions: new Sessions(),
    readers,
    say,
  };
  try {
    const server = await listenHere(port, (...each) => answer(app, ...each), say);
    return {
      origin: server.origin,
      desk,
      close: () => server.close().finally(() => desk.close()),
    };
  } catch (error) {
    await desk.close();
    throw error;
  }
}
