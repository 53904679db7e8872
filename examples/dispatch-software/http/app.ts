import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SafeHtml } from '@remix-run/html-template';
import { fileOf } from '../../embedding-server/files.ts';
import { isOwn } from '../../embedding-server/guard.ts';
import type { PlatformOptions } from '../../embedding-server/options.ts';
import { protect, send, sendForeign, sendToken } from '../../embedding-server/respond.ts';
import type { Sessions } from '../../embedding-server/sessions.ts';
import type { Desk } from '../desk.ts';
import { boardPage, boardPart } from '../pages/board-page.ts';
import { casePage, casePart } from '../pages/case-page.ts';
import { documentOf, type Page } from '../pages/layout.ts';
import { newerThanSeen } from '../pages/parts.ts';

/** What the pages are made of. */
export interface App {
  readonly desk: Desk;
  readonly platform: PlatformOptions | null;
  /** Folder of the elements' files; null without them. */
  readonly elements: URL | null;
  /** Whose pages are open. */
  readonly sessions: Sessions;
  /** Readers of the page's events, who are told of every change. */
  readonly readers: Set<ServerResponse>;
  readonly say: (line: string) => void;
}

const LARGEST_FORM = 10_000;
const OWN = new URL('../public/', import.meta.url);

/** Answers one request. */
export async function answer(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://desk');
  const path = pathOf(url);
  if (path === null) return send(response, 400, 'text/plain', 'not an address');
  const isPart = url.searchParams.has('part');
  protect(response, app.platform);
  if (request.method === 'POST') return act(app, path, request, response);
  if (request.method !== 'GET') return send(response, 405, 'text/plain', 'GET or POST');
  if (!isPart && isPage(path)) app.sessions.open(request, response);
  if (path === '/')
    return isPart
      ? part(response, boardPart(app.desk))
      : page(response, boardPage(app.desk, app.platform));
  if (path === '/events') return follow(app, response);
  if (path === '/lrm/appointments') {
    const shown = app.desk.board.shown(url.searchParams.get('appointmentId') ?? '');
    return send(response, 200, 'application/json', JSON.stringify(shown));
  }
  const caseId = /^\/cases\/([^/]+)$/.exec(path)?.[1];
  const found = caseId === undefined ? null : app.desk.board.caseOf(caseId);
  if (found !== null)
    return isPart
      ? part(response, casePart(app.desk, found))
      : page(response, casePage(app.desk, found, app.platform));
  const file = await fileOf(path, { own: OWN, elements: app.elements });
  if (file === null) return send(response, 404, 'text/plain; charset=utf-8', 'Page inconnue.');
  return send(response, 200, file.type, file.content);
}

/** Null for one that cannot be read. */
function pathOf({ pathname }: URL): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

const isPage = (path: string): boolean => /^\/(?:cases\/[^/]+)?$/.test(path);

async function act(
  app: App,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { desk, platform, sessions, say } = app;
  if (path === '/token') {
    const reader = { role: 'unscheduled-care-operator', sessions, say } as const;
    return sendToken(request, response, platform, reader);
  }
  if (sessions.userOf(request) === null || !isOwn(request)) return sendForeign(response);
  const caseId = /^\/cases\/([^/]+)\/appointments$/.exec(path)?.[1];
  if (caseId !== undefined) {
    const form = await formOf(request);
    const appointmentId = form.get('appointmentId') ?? '';
    const given = form.get('start') ?? '';
    const start = Number.isNaN(Date.parse(given)) ? null : new Date(given).toISOString();
    const done = appointmentId !== '' && (await desk.attach(appointmentId, caseId, start));
    return done ? back(response, `/cases/${encodeURIComponent(caseId)}`) : refuse(response);
  }
  const seen = /^\/appointments\/([^/]+)\/seen$/.exec(path)?.[1];
  if (seen !== undefined) return see(app, seen, await formOf(request), response);
  const withdrawn = /^\/appointments\/([^/]+)\/withdrawn$/.exec(path)?.[1];
  if (withdrawn !== undefined && (await desk.withdraw(withdrawn))) return back(response, '/');
  return refuse(response);
}

/** « J’ai vu », of what was shown; where more has come since, that is shown. */
async function see(
  { desk, platform }: App,
  appointmentId: string,
  form: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const attention = form.get('attention') === 'moved' ? 'moved' : 'cancelled';
  const distributionID = form.get('distributionID') ?? '';
  const exercise = form.has('exercise');
  const done = await desk.see(appointmentId, { attention, exercise, distributionID });
  if (done === 'unknown') return refuse(response);
  if (done === 'seen') return back(response, '/');
  const caseId = desk.board.attachedTo(appointmentId, exercise);
  const found = caseId === null ? null : desk.board.caseOf(caseId);
  const again = found === null ? boardPage(desk, platform) : casePage(desk, found, platform);
  page(response, newerThanSeen(again));
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LARGEST_FORM) break;
  }
  return new URLSearchParams(text);
}

function follow({ readers }: App, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  readers.add(response);
  response.once('close', () => readers.delete(response));
}

function page(response: ServerResponse, shown: Page): void {
  send(response, shown.status ?? 200, 'text/html; charset=utf-8', documentOf(shown));
}

function part(response: ServerResponse, shown: SafeHtml): void {
  send(response, 200, 'text/html; charset=utf-8', String(shown));
}

function back(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

function refuse(response: ServerResponse): void {
  const text = 'Déjà rattaché à un autre dossier, ou inconnu. Revenez en arrière.';
  send(response, 409, 'text/plain; charset=utf-8', text);
}
