import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import type { Program } from '../program.ts';
import { guard } from './guard.ts';

const PUBLIC = fileURLToPath(new URL('../pages/public/', import.meta.url));
const ROOT = new URL('../../../', import.meta.url);
const CDN = fileURLToPath(new URL('packages/elements/dist/cdn/', ROOT));

interface Build {
  ensureElements(): Promise<void>;
}

/** Style, icon, scripts; and the elements, built when a page first asks for one. */
export function filesRouter({ platform, key, say }: Program): Router {
  const router = Router();
  const checked = guard(platform);
  const files = express.static(PUBLIC, { index: false, redirect: false });
  router.get('/favicon.svg', checked, files);
  router.use('/public', checked, files);
  if (platform === null || key === null) return router;

  let built: Promise<void> | undefined;
  const elements = express.static(CDN, { index: false, redirect: false });
  router.get('/cdn/*file', checked, async (request, response, next) => {
    built ??= ensureElements();
    try {
      await built;
    } catch (error) {
      built = undefined;
      say(`the elements do not build: ${(error as Error).message}`);
    }
    request.url = request.url.replace(/^\/cdn/, '');
    elements(request, response, next);
  });
  router.post('/plateforme/jeton', checked, (_request, response) => {
    response.json({ token: key });
  });
  return router;
}

async function ensureElements(): Promise<void> {
  // The tool is read when it runs: this program does not belong to the tools.
  const tool = (await import(new URL('tools/build.ts', ROOT).href)) as Build;
  await tool.ensureElements();
}
