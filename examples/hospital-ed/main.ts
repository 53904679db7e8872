/** `npm run hospital-ed`: the desk of the nurse who receives people at an emergency department. */
import { checkElements, closeOnSignal, ELEMENTS, run, say } from '../embedding-server/command.ts';
import { HELP, readOptions } from './options.ts';
import { startHospital } from './program.ts';

run(async () => {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return say(HELP);
  const options = readOptions(argv, process.env);
  if (options.platform !== null) checkElements();
  const running = await startHospital(options, { elements: ELEMENTS, say });
  closeOnSignal(running);
  if (options.platform === null)
    say('Pas de plateforme SAS : personne n’est réorienté. --platform en donne une (--help).');
  say(`Accueil des urgences : ${running.origin}/   (Ctrl+C pour arrêter)`);
});
