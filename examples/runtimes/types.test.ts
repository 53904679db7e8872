/** The published types in a consumer's strict project, by the oldest TypeScript that reads them and ours. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createProject, type Project } from './testing/project.ts';

const modules = (path: string) =>
  fileURLToPath(new URL(`../../${path}node_modules/`, import.meta.url));
const COMPILERS = {
  'TypeScript 5.4': modules('tools/runtimes/typescript-5/'),
  'TypeScript 6.0': modules(''),
};
const MODULES = { bundler: 'esnext', node16: 'node16', nodenext: 'nodenext' };
let project: Project;

before(async () => {
  project = await createProject();
  const imports = project.doors.map((door, index) => `import * as door${index} from '${door}';`);
  const used = `export const doors = [${project.doors.map((_, index) => `door${index}`).join()}];`;
  await writeFile(join(project.folder, 'types/doors.ts'), [...imports, used].join('\n'));
});
after(() => project?.remove());

/** What the compiler says of the consumer's program, the published types themselves included. */
async function compile(
  compiler: string,
  moduleResolution: string,
  module: string,
): Promise<string> {
  const file = join(project.folder, `types/tsconfig.${moduleResolution}.json`);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    ...{ module, moduleResolution, types: [], noEmit: true },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    skipLibCheck: false,
  };
  await writeFile(file, JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  return new Promise((done) => {
    const tsc = join(compiler, 'typescript/bin/tsc');
    execFile(process.execPath, [tsc, '-p', file], (error, stdout) =>
      done(error === null ? '' : stdout || error.message),
    );
  });
}

for (const [name, compiler] of Object.entries(COMPILERS)) {
  test(`${name} is what its name says`, async () => {
    const manifest = await readFile(join(compiler, 'typescript/package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    assert.ok(name.endsWith(version.split('.').slice(0, 2).join('.')), version);
  });

  for (const [resolution, module] of Object.entries(MODULES)) {
    test(`${name}, ${resolution}: every door has types, and they find the faults`, async () => {
      assert.equal(await compile(compiler, resolution, module), '');
    });
  }
}
