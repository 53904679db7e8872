import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Project } from './project.ts';

const modules = (path: string) =>
  fileURLToPath(new URL(`../../../${path}node_modules/`, import.meta.url));

/** The oldest TypeScript that reads the published types, and ours: `node_modules` of each. */
export const COMPILERS: Readonly<Record<string, string>> = {
  'TypeScript 5.4': modules('tools/runtimes/typescript-5/'),
  'TypeScript 6.0': modules(''),
};

/** `moduleResolution`, and the `module` that goes with it. */
export const RESOLUTIONS: Readonly<Record<string, string>> = {
  bundler: 'esnext',
  node16: 'node16',
  nodenext: 'nodenext',
};

/** `TypeScript 5.4` */
export async function compilerName(compiler: string): Promise<string> {
  const manifest = await readFile(join(compiler, 'typescript/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return `TypeScript ${version.split('.').slice(0, 2).join('.')}`;
}

/** What a strict compiler says of the consumer's program, the types of every door themselves included. */
export async function compile(
  { folder, doors }: Project,
  compiler: string,
  moduleResolution: string,
): Promise<string> {
  const imports = doors.map((door, index) => `export * as door${index} from '${door}';\n`);
  await writeFile(join(folder, 'types/doors.ts'), imports.join(''));
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    ...{ module: RESOLUTIONS[moduleResolution], moduleResolution, types: [], noEmit: true },
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    skipLibCheck: false,
  };
  const file = join(folder, `types/tsconfig.${moduleResolution}.json`);
  await writeFile(file, JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  return new Promise((done) => {
    const tsc = join(compiler, 'typescript/bin/tsc');
    execFile(process.execPath, [tsc, '-p', file], (error, stdout) =>
      done(error === null ? '' : stdout || error.message),
    );
  });
}
