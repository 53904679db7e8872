import { readFile } from 'node:fs/promises';
import { lintStatic } from './lint-static.ts';

/** Where the command writes. */
export interface Streams {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

const help = `sas-static lint FILE…

Checks the static files that elements read in place of a platform: territories.json, news.json,
access.json. What a file is, its list says: "territories", "news" or "notices".

  --json    findings as JSON, one line a file
  --help    this text

Exit code: 0 where nothing is wrong (warnings are printed), 1 where a file has an error,
2 where the command was not understood or a file could not be read.
`;

/** Runs the command. Answers its exit code. */
export async function command(
  words: readonly string[],
  { stdout, stderr }: Streams,
): Promise<number> {
  if (words.includes('--help')) {
    stdout.write(help);
    return 0;
  }
  const json = words.includes('--json');
  const [name, ...files] = words.filter((word) => word !== '--json');
  const option = files.find((word) => word.startsWith('-'));
  if (name !== 'lint' || files.length === 0 || option !== undefined) {
    stderr.write(option === undefined ? help : `unknown option ${option}\n\n${help}`);
    return 2;
  }
  let worst = 0;
  for (const file of files) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      stderr.write(`${file}: ${(error as Error).message}\n`);
      worst = 2;
      continue;
    }
    const { kind, findings } = lintStatic(text, Date.now());
    const errors = findings.filter(({ level }) => level === 'error').length;
    if (errors > 0) worst = Math.max(worst, 1);
    if (json) {
      stdout.write(`${JSON.stringify({ file, kind, findings })}\n`);
      continue;
    }
    for (const { level, pointer, code, message } of findings) {
      stdout.write(`${file}${pointer}: ${level} ${code}: ${message}\n`);
    }
    const warnings = findings.length - errors;
    stdout.write(`${file}: ${kind ?? 'unknown'}, errors: ${errors}, warnings: ${warnings}\n`);
  }
  return worst;
}
