/**
 * Writes what derives from the contract, the bundled document and its types, the page about the
 * versions of the guide and the one about rights; and what derives from the elements, their manifest,
 * types for frameworks and data for editors; and what derives from the sources of the packages, their doors
 * and the reports of their public surface.
 * `--check` writes nothing and fails when a committed file is stale.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { apiReports, formerReports } from './api-report.ts';
import { CONTRACT_TYPES, contractTypes } from './contract-types.ts';
import { manifests } from './doors.ts';
import { exampleLists } from './example-lists.ts';
import { FAKE_CONTRACT, FAKE_SPECIALTIES, fakeContract, fakeSpecialties } from './fake-contract.ts';
import { GUIDE_PAGE, guidePage } from './guide-page.ts';
import { manifestFiles } from './manifest/files.ts';
import { RIGHTS_PAGE, rightsPage } from './rights-page.ts';
import { SDK_EXAMPLES_PAGE, sdkExamplesPage } from './sdk-examples.ts';
import { OPERATION_PAGE, operationPage } from './settings-page.ts';
import { TESTING_PAGE, testingPage } from './testing-page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const banner = '// Generated from openapi/platform.yaml by `npm run generate`. Do not edit.\n';

/** The contract as one JSON document, every `$ref` local. */
async function bundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-contract-'));
  const file = join(folder, 'platform.json');
  try {
    execFileSync(
      join(root, 'node_modules/.bin/redocly'),
      ['bundle', 'openapi/platform.yaml', '--output', file],
      { cwd: root, stdio: 'pipe', env: { ...process.env, REDOCLY_TELEMETRY: 'off' } },
    );
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every file that derives from others than generated ones, by its path in the repository. */
async function generatedFiles(): Promise<Map<string, string>> {
  const contract = JSON.parse(await bundle()) as Record<string, unknown>;
  const types =
    banner + astToString(await openapiTS(contract as never, { defaultNonNullable: false }));
  return new Map([
    ['packages/platform/src/generated/platform.json', `${JSON.stringify(contract, null, 1)}\n`],
    ['packages/platform/src/generated/platform.ts', types],
    ['packages/client/src/generated/platform.ts', types],
    [CONTRACT_TYPES, await contractTypes(contract as never)],
    ...(await manifests()),
    [FAKE_CONTRACT, fakeContract(contract)],
    [FAKE_SPECIALTIES, fakeSpecialties()],
    [GUIDE_PAGE, await guidePage()],
    [RIGHTS_PAGE, await rightsPage(contract as never)],
    ...(await manifestFiles()),
    ...(await exampleLists()),
    [OPERATION_PAGE, await operationPage()],
    [TESTING_PAGE, await testingPage(contract)],
    [SDK_EXAMPLES_PAGE, await sdkExamplesPage()],
  ]);
}

/** The reports of the public surface: they derive from generated sources too. */
const reports = async () => new Map(await apiReports());

/** Paths of committed files that no longer match what they derive from. */
async function staleFiles(): Promise<string[]> {
  const surface = await reports();
  const stale = await formerReports(surface);
  for (const [path, content] of [...(await generatedFiles()), ...surface]) {
    const committed = await readFile(join(root, path), 'utf8').catch(() => null);
    if (committed !== content) stale.push(path);
  }
  return stale;
}

async function write(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
    console.log(`wrote ${path}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = await staleFiles();
    for (const path of stale) console.error(`stale: ${path} (run \`npm run generate\`)`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    await write(await generatedFiles());
    const surface = await reports();
    for (const path of await formerReports(surface)) await rm(join(root, path));
    await write(surface);
  }
}
