import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fill } from './demonstration/placeholders.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface SiteOptions {
  /** Default, a free one. */
  port?: number;
  /** Content Security Policy of every page; default, what the page itself says. */
  policy?: string;
  /** What stands in the place of words of the pages: the platform's address, the key. */
  values?: Readonly<Record<string, string>>;
}

/** A site of static files. */
export interface Site {
  /** `http://localhost:3000` */
  origin: string;
  close(): void;
}

/**
 * Serves folders by the first part of the path; the folder named `''` has the rest.
 *
 * @throws where the port is taken.
 */
export async function startSite(
  folders: Readonly<Record<string, string>>,
  { port = 0, policy, values = {} }: SiteOptions = {},
): Promise<Site> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    // A browser asks for it unasked, and complains where it is not.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const file = fileOf(folders, path);
    if (file === null) return void response.writeHead(404).end();
    const extension = extname(file);
    readFile(file).then(
      (content) => {
        if (policy !== undefined) response.setHeader('content-security-policy', policy);
        response.setHeader('content-type', TYPES[extension] ?? 'application/octet-stream');
        response.end(extension === '.html' ? fill(content.toString(), values) : content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', done);
  });
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function fileOf(folders: Readonly<Record<string, string>>, path: string): string | null {
  const [, first = '', ...rest] = path.split('/');
  const own = folders[first];
  const folder = own ?? folders[''];
  const inside = (own === undefined ? path.slice(1) : rest.join('/')).replace(
    /(^|\/)$/,
    '$1index.html',
  );
  return folder === undefined || inside.includes('..') ? null : join(folder, inside);
}
