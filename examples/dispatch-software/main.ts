/** `npm run dispatch`: a small dispatch program that orients by SAS and takes appointments from the Hub. */
import { checkElements, closeOnSignal, ELEMENTS, run, say } from '../embedding-server/command.ts';
import { HELP, readOptions } from './options.ts';
import { startProgram } from './program.ts';

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return say(HELP);
  const options = readOptions(argv, process.env);
  if (options.platform !== null) checkElements();
  const running = await startProgram(options, { elements: ELEMENTS, say });
  closeOnSignal(running);
  if (options.hub === null)
    say(
      'Pas de file de messages : aucun rendez-vous n’arrive du Hub. LRM_HUB en donne une (--help).',
    );
  if (options.platform === null)
    say('Pas de plateforme SAS : ni recherche ni orientation. --platform en donne une (--help).');
  say(`Dossiers : ${running.origin}/   (Ctrl+C pour arrêter)`);
}

run(main);
