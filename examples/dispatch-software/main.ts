/** `npm run dispatch`: a small dispatch program that orients by SAS and takes appointments from the Hub. */
import { existsSync } from 'node:fs';
import { HELP, OptionError, readOptions } from './options.ts';
import { startProgram } from './program.ts';

/** Files of the elements; a program of its own has them from the package. */
const ELEMENTS = new URL('../../packages/elements/dist/cdn/', import.meta.url);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return say(HELP);
  const options = readOptions(argv, process.env);
  if (options.platform !== null && !existsSync(new URL('sas-orientation.js', ELEMENTS)))
    throw new OptionError('--platform: the elements are not built. `npm run build` builds them.');
  const running = await startProgram(options, { elements: ELEMENTS, say });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void running.close());
  if (options.hub === null)
    say(
      'Pas de file de messages : aucun rendez-vous n’arrive du Hub. LRM_HUB en donne une (--help).',
    );
  if (options.platform === null)
    say('Pas de plateforme SAS : ni recherche ni orientation. --platform en donne une (--help).');
  say(`Dossiers : ${running.origin}/   (Ctrl+C pour arrêter)`);
}

main().catch((error: unknown) => {
  const { code, port } = error as { code?: string; port?: number };
  const told =
    error instanceof OptionError
      ? `${error.message} See --help.`
      : code === 'EADDRINUSE'
        ? `Port ${port} is in use: choose another one with --port.`
        : null;
  process.stderr.write(`${told ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = told === null ? 1 : 2;
});
