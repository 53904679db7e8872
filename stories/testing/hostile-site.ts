import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../../tools/run.ts';
import { hostileAnswers, hostileFiles } from './hostile-data.ts';

const CDN = join(root, 'packages/elements/dist/cdn');

/** The strictest policy that an element asks for: the page's own files, and calls to the platform. */
const strictPolicy = (platform: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${platform};` +
  " require-trusted-types-for 'script'";

async function listen(listener: RequestListener): Promise<[Server, number]> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return [server, (server.address() as AddressInfo).port];
}

const page = (tag: string, markup: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Site</title>
  <script type="module" src="/cdn/${tag}.js"></script></head><body>${markup}</body></html>`;

/** A site, and a platform of another origin, both in the hands of somebody else. */
export interface HostileSite {
  readonly origin: string;
  readonly platform: string;
  /** Addresses of the page with this element, under the strict policy and under none. */
  show(tag: string, markup: string): { strict: string; bare: string };
  close(): void;
}

/** Serves the elements' built files on `localhost`; the platform is on `127.0.0.1`. */
export async function startHostileSite(): Promise<HostileSite> {
  const pages = new Map<string, string>();
  const [platform, platformPort] = await listen((request, response) => {
    const { pathname } = new URL(request.url!, 'http://platform');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-expose-headers', '*');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(pathname in hostileAnswers ? 200 : 404, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(hostileAnswers[pathname] ?? { title: 'x' }));
  });
  const platformOrigin = `http://127.0.0.1:${platformPort}`;
  const [site, port] = await listen((request, response) => {
    const { pathname } = new URL(request.url!, 'http://site');
    const [, policy, name] = pathname.split('/');
    const body = pages.get(name ?? '');
    if (body !== undefined && (policy === 'strict' || policy === 'bare')) {
      if (policy === 'strict')
        response.setHeader('content-security-policy', strictPolicy(platformOrigin));
      response.setHeader('content-type', 'text/html; charset=utf-8').end(body);
    } else if (pathname in hostileFiles) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(hostileFiles[pathname]));
    } else if (/^\/cdn\/[\w/.-]+\.js$/.test(pathname)) {
      readFile(join(CDN, pathname.slice('/cdn/'.length))).then(
        (file) => response.setHeader('content-type', 'text/javascript').end(file),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(404).end();
    }
  });
  const origin = `http://localhost:${port}`;
  return {
    origin,
    platform: platformOrigin,
    show(tag, markup) {
      const name = `page-${pages.size}`;
      pages.set(name, page(tag, markup));
      return { strict: `${origin}/strict/${name}`, bare: `${origin}/bare/${name}` };
    },
    close() {
      for (const server of [platform, site]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
