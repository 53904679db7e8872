import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileOf } from '../embedding-server/files.ts';
import { type Listening, listenHere } from '../embedding-server/listen.ts';
import { protect, send, sendToken } from '../embedding-server/respond.ts';
import { Sessions } from '../embedding-server/sessions.ts';
import type { Options } from './options.ts';
import { deskPage } from './page.ts';

/** What surrounds the program. */
export interface Surroundings {
  /** Folder of the elements' files. */
  readonly elements?: URL;
  readonly say?: (line: string) => void;
}

const OWN = new URL('public/', import.meta.url);
const HTML = 'text/html; charset=utf-8';

/** The elements' templates are Lit's; nothing else of a page becomes markup. */
const STRICT = ["require-trusted-types-for 'script'", 'trusted-types lit-html'];

/**
 * Serves the desk on 127.0.0.1. Nothing is kept: who is received stands in no page, no request and no file.
 *
 * @throws what the port says.
 */
export async function startHospital(
  { port, platform, user }: Options,
  { elements, say = () => undefined }: Surroundings = {},
): Promise<Listening> {
  const folders = { own: OWN, elements: elements ?? null };
  const page = deskPage(platform);
  const sessions = new Sessions();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://desk');
    protect(response, platform, STRICT);
    if (request.method === 'POST' && pathname === '/token')
      return sendToken(request, response, platform, { role: 'triage-nurse', user, sessions, say });
    if (request.method !== 'GET') return send(response, 405, 'text/plain', 'GET');
    if (pathname === '/') {
      sessions.open(request, response);
      return send(response, 200, HTML, page);
    }
    const file = await fileOf(pathname, folders);
    if (file === null) return send(response, 404, 'text/plain; charset=utf-8', 'Page inconnue.');
    return send(response, 200, file.type, file.content);
  };
  return listenHere(port, answer, say);
}
