import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

/** A site of static files. */
export interface Site {
  /** `http://localhost:3000` */
  origin: string;
  close(): void;
}

/** Serves folders by the first part of the path, every page under one policy. */
export async function startSite(
  folders: Readonly<Record<string, string>>,
  policy: string,
): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const [, first = '', ...rest] = pathname.split('/');
    const folder = folders[first];
    const path = rest.join('/') || 'index.html';
    if (folder === undefined || path.includes('..')) return void response.writeHead(404).end();
    readFile(join(folder, path)).then(
      (content) => {
        response.setHeader('content-security-policy', policy);
        response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
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
