import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CDN_FOLDER } from '../prepare.ts';

/** A page of a site that embeds an element, and the policy that the site sends with it. */
export interface HostPage {
  /** Content Security Policy; null sends none. */
  policy: string | null;
  /** What stands in the page's body. */
  body: string;
  /** A script of the site's own, `/site.js`. */
  script?: string;
}

/** A site that listens. */
export interface HostSite {
  /** `http://localhost:3000` */
  origin: string;
  close(): void;
}

/** The strictest policy that an element asks for: the page's own files, and calls to the platform. */
export function strictPolicy(platform: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${platform}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function documentOf(body: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Site</title></head><body>${body}</body></html>`;
}

/**
 * A hospital's site on an origin of its own (`localhost`; the platform is `127.0.0.1`), with a copy of
 * the elements' files.
 */
export async function startHostSite(pages: Readonly<Record<string, HostPage>>): Promise<HostSite> {
  const server = createServer((request, response) => {
    const url = request.url!.split('?')[0]!;
    const page = pages[url];
    const script = Object.values(pages).find((each) => url === '/site.js' && each.script);
    if (page !== undefined) {
      if (page.policy !== null) response.setHeader('content-security-policy', page.policy);
      response.setHeader('content-type', 'text/html; charset=utf-8').end(documentOf(page.body));
    } else if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript').end(script.script);
    } else if (/^\/cdn\/[\w/.-]+\.js$/.test(url)) {
      readFile(new URL(url.slice('/cdn/'.length), CDN_FOLDER)).then(
        (file) => response.setHeader('content-type', 'text/javascript').end(file),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
