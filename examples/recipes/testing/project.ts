/** Packs the packages, installs them in a folder of their own as a consumer would, and builds there. */
import { execFile } from 'node:child_process';
import { cp, glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pack } from '../../testing/packed.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const recipes = join(root, 'examples/recipes');

/** Where npm keeps what it fetched: the second run asks the registry for nothing. */
const cache = join(root, 'node_modules/.cache/sas-kit-recipes');

/** What the recipes are built and checked with. */
const FRAMEWORKS = {
  '@types/react': '19.3.0',
  '@types/react-dom': '19.3.0',
  '@vitejs/plugin-vue': '6.0.11',
  react: '19.3.1',
  'react-dom': '19.3.1',
  typescript: '6.0.3',
  vite: '8.3.8',
  vue: '3.5.45',
  'vue-tsc': '3.3.14',
};

/** A folder with the packages and the frameworks in it, and a copy of every recipe. */
export interface Project {
  readonly folder: string;
  /** Runs a command of an installed package in a recipe. Answers what it printed. */
  run(recipe: string, command: string, ...args: string[]): Promise<{ ok: boolean; output: string }>;
  remove(): Promise<void>;
}

/** The recipes in a folder of their own; a sentence where the registry does not answer. */
export async function createProject(values: Record<string, string>): Promise<Project | string> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-recipes-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await copyRecipes(folder, values);
    await install(folder);
  } catch (error) {
    await remove();
    const { stderr = '' } = error as { stderr?: string };
    if (!/E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NOTCACHED)\b/.test(stderr))
      throw error;
    return 'the registry does not answer: frameworks are not installed';
  }
  return { folder, remove, run: (...input) => runIn(folder, ...input) };
}

/** Every file of the recipes, with the placeholders of the documentation replaced. */
async function copyRecipes(folder: string, values: Record<string, string>): Promise<void> {
  for (const name of ['plain', 'filtered', 'vite', 'react', 'vue']) {
    await cp(join(recipes, name), join(folder, name), { recursive: true });
  }
  for await (const file of glob('*/*.{html,ts,tsx,vue}', { cwd: folder })) {
    let text = await readFile(join(folder, file), 'utf8');
    for (const [name, value] of Object.entries(values)) text = text.replaceAll(name, value);
    await writeFile(join(folder, file), text);
  }
}

async function install(folder: string): Promise<void> {
  const archives = [...(await pack(['elements'], folder))];
  const packages = Object.fromEntries(
    archives.map(([name, archive]) => [`@sas-kit/${name}`, `file:${archive}`]),
  );
  const manifest = { private: true, type: 'module', dependencies: { ...packages, ...FRAMEWORKS } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const quick = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  await run('npm', ['install', ...quick, '--cache', cache], { cwd: folder });
}

async function runIn(folder: string, recipe: string, command: string, ...args: string[]) {
  const file = join(folder, 'node_modules/.bin', command);
  try {
    const { stdout, stderr } = await run(file, args, { cwd: join(folder, recipe) });
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { ok: false, output: stdout + stderr || String(error) };
  }
}
