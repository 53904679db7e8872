/** `npm run vendor`: a small practice-management program that publishes its agenda to SAS. */
import { AgendaFileError } from './agenda-file/read.ts';
import { conformanceText } from './conformance/print.ts';
import { HELP, OptionError, readOptions } from './options.ts';
import { startProgram } from './program.ts';
import { stopWhenAsked } from './stop.ts';
import { DataError } from './store/database.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return say(HELP);
  const options = readOptions(argv);
  if (options.printConformanceConfig) return say(await conformanceText(options, new Date()));
  const running = await startProgram(options, { say });
  stopWhenAsked(() => running.close());
  say(`Pages du secrétariat : ${running.origin}/   (Ctrl+C pour arrêter)`);
  say(`vendor-agenda ready on ${running.base}`);
}

/** What to tell without a stack: the reader can mend it. */
function expected(error: unknown): string | null {
  if (error instanceof OptionError) return `${error.message} See --help.`;
  if (error instanceof AgendaFileError || error instanceof DataError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use: choose another one with --port.`;
  return code === 'EACCES' && port !== undefined ? `Port ${port} is not allowed to you.` : null;
}

main().catch((error: unknown) => {
  const told = expected(error);
  process.stderr.write(`${told ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = told === null ? 1 : 2;
});
