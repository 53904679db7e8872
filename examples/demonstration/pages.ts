import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { pageHeaders, type PagePolicy, type Platform } from '@sas-kit/platform';
import { exampleFiles } from './example-pages.ts';
import { isLocal } from './local.ts';
import { CDN_FOLDER, CLIENT_FOLDER } from './prepare.ts';
import { FIRST_PRACTITIONER } from './publishing/agendas.ts';

type App = Platform['app'];

/** What the pages need to call the platform. */
export interface PageSecrets {
  publishableKey: string;
  /** Handed to `/agenda.html` in place of a sign-in, and to nobody from elsewhere. */
  practitionerToken: string;
  /** Origin of the provider at which a form of `/espace` ends when one signs out. */
  provider: string;
}

const FOLDER = new URL('pages/', import.meta.url);

/** Pages may run and load what this server gives, and nothing else; the elements' templates are Lit's. */
const POLICY = {
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self'",
  'trusted-types': 'lit-html',
};

const PAGES = {
  '/': 'index',
  '/index.html': 'index',
  '/agenda.html': 'agenda',
  '/simple.html': 'simple',
};

/** Adds the pages, their files, the elements' files, and the sign-in that is none. */
export async function addPages(app: App, secrets: PageSecrets): Promise<void> {
  for (const [url, name] of Object.entries(PAGES)) {
    addPage(app, url, await render(`${name}.html`, { key: secrets.publishableKey }), POLICY);
  }
  const signOut = { 'form-action': `'self' ${secrets.provider}` };
  addPage(app, '/espace', await render('espace.html', {}), { ...POLICY, ...signOut });
  const doctor = { practitioner: FIRST_PRACTITIONER };
  addPage(app, '/espace/recherche', await render('recherche.html', doctor), POLICY, 'no-store');
  const files = { etag: true, cacheControl: false, setHeaders: revalidate };
  await app.register(fastifyStatic, {
    ...files,
    root: fileURLToPath(new URL('public/', FOLDER)),
    wildcard: false,
    index: false,
  });
  for (const [prefix, folder] of [
    ['/cdn/', CDN_FOLDER],
    ['/client/', CLIENT_FOLDER],
  ] as const) {
    await mkdir(folder, { recursive: true });
    await app.register(fastifyStatic, {
      ...files,
      root: fileURLToPath(folder),
      prefix,
      index: false,
      allowedPath: (path) => !path.endsWith('/'),
      decorateReply: false,
    });
  }
  await addExamples(app, secrets.publishableKey);
  addSignIn(app, secrets.practitionerToken);
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The pages of `examples/hospital-portal` and its neighbours, which a webmaster copies. */
async function addExamples(app: App, key: string): Promise<void> {
  for (const { url, content, extension } of await exampleFiles(key)) {
    if (extension === '.html') {
      addPage(app, url, content, POLICY);
      if (url.endsWith('/')) {
        app.get(url.slice(0, -1), (_, reply) => reply.redirect(url));
      }
    } else {
      app.get(url, (_, reply) =>
        reply
          .headers({ 'cache-control': 'no-cache' })
          .type(TYPES[extension] ?? 'text/plain')
          .send(content),
      );
    }
  }
}

/** The page with `{{name}}` replaced. */
async function render(file: string, values: Record<string, string>): Promise<string> {
  const template = await readFile(new URL(file, FOLDER), 'utf8');
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${file} asks for {{${name}}}`);
    return value;
  });
}

function addPage(
  app: App,
  url: string,
  html: string,
  policy: PagePolicy,
  caching = 'no-cache',
): void {
  const headers = pageHeaders(policy);
  const etag = `"${createHash('sha256').update(html).digest('base64url')}"`;
  app.get(url, async (request, reply) => {
    reply.headers({ ...headers, etag, 'cache-control': caching });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(html);
  });
}

/** Names carry no version: a browser asks each time whether they changed. */
function revalidate(reply: { header(name: string, value: string): unknown }): void {
  reply.header('cache-control', 'no-cache');
}

/**
 * Signs visitors of `/agenda.html` in as a fictional doctor. Only from this machine, and only for a
 * page of this server: another site that is open in the same browser gets nothing.
 */
function addSignIn(app: App, token: string): void {
  app.get('/demo-token', async (request, reply) => {
    const { host = '', origin, 'sec-fetch-site': site = 'same-origin' } = request.headers;
    const own = site === 'same-origin' && (origin === undefined || origin === `http://${host}`);
    reply.header('cache-control', 'no-store');
    if (!isLocal(request) || !own) return reply.callNotFound();
    return reply.send({ token });
  });
}
