/**
 * The reference of the client's API, every version in a folder of its own: `npm run docs:sdk` writes
 * `dist/sdk/0.1.0/`, from the docstrings of the public doors, and `dist/sdk/index.html`, which leads to
 * the versions that are there.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, OptionDefaults, type TypeDocOptions } from 'typedoc';
import { doorsOf } from './doors.ts';
import { root } from './run.ts';

const client = join(root, 'packages/client');

async function options(version: string): Promise<Partial<TypeDocOptions>> {
  const doors = await doorsOf('client');
  return {
    name: `@sas-kit/client ${version}`,
    entryPoints: doors.map(({ source }) => join(client, source)),
    tsconfig: join(client, 'tsconfig.json'),
    readme: join(client, 'README.md'),
    basePath: join(client, 'src'),
    displayBasePath: join(client, 'src'),
    disableSources: true,
    excludePrivate: true,
    excludeExternals: true,
    hideGenerator: true,
    customCss: join(root, 'tools/sdk-reference.css'),
    searchInComments: true,
    sort: ['source-order'],
    // Of the types that are made from the contract.
    blockTags: [...OptionDefaults.blockTags, '@constant', '@description', '@enum'],
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    treatWarningsAsErrors: true,
    skipErrorChecking: true,
    logLevel: 'Warn',
  };
}

/** The version of the client, `0.1.0`. */
async function clientVersion(): Promise<string> {
  const manifest = await readFile(join(client, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** A page that leads to every version in the folder, the newest first. */
async function writeVersions(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const versions = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const newestFirst = versions.sort((one, other) =>
    other.localeCompare(one, 'en', { numeric: true }),
  );
  const items = newestFirst.map((version) => `<li><a href="${version}/">${version}</a></li>`);
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>@sas-kit/client: API reference</title>
<h1>@sas-kit/client: API reference</h1>
<ul>
${items.join('\n')}
</ul>
</html>
`,
  );
}

/**
 * Writes the reference of this version into `folder`, beside those of others.
 *
 * @returns the folder of the version
 * @throws Error where a docstring links to nothing, or TypeDoc has another warning
 */
export async function writeReference(folder = join(root, 'dist/sdk')): Promise<string> {
  const version = await clientVersion();
  const target = join(folder, version);
  await mkdir(target, { recursive: true });
  const application = await Application.bootstrap(await options(version));
  const project = await application.convert();
  if (project === undefined) throw new Error('the sources of the client are not readable');
  application.validate(project);
  await application.generateDocs(project, target);
  const { logger } = application;
  if (logger.hasErrors() || logger.hasWarnings()) throw new Error('TypeDoc warns: see above');
  await writeVersions(folder);
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await writeReference());
