import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer as createVite } from 'vite';
import { root } from '../../tools/run.ts';

/** The stories' own policy: what an element asks of a page, and no more. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

const PAGE = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Stories</title>
    <link rel="stylesheet" href="/stories/testing/page/page.css?direct">
    <link rel="stylesheet" href="/packages/elements/presets/contrast.css?direct">
    <script type="module" src="/stories/testing/page/host.ts"></script>
  </head>
  <body></body>
</html>`;

/** A page that shows one story at a time. */
export interface StoryServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the stories from the packages' sources, without Storybook and without a build. */
export async function serveStories(): Promise<StoryServer> {
  const vite = await createVite({
    configFile: false,
    root,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: 'node_modules/.cache/sas-kit-stories',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  });
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', POLICY);
    if (request.url?.split('?')[0] === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
      return;
    }
    // What an element fetches is data, as it stands: Vite would make modules of it.
    if (request.headers['sec-fetch-dest'] === 'empty') {
      const path = decodeURIComponent(new URL(request.url!, 'http://stories').pathname);
      readFile(join(root, path)).then(
        (file) => response.setHeader('content-type', 'application/json').end(file),
        () => response.writeHead(404).end(),
      );
      return;
    }
    vite.middlewares(request, response, () => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await vite.close();
    },
  };
}
