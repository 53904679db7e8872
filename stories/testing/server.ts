import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  /** `http://127.0.0.1:3000` */
  readonly origin: string;
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
    vite.middlewares(request, response, () => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await vite.close();
    },
  };
}
