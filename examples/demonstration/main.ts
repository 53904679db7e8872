/** `npm start`: the platform, agendas published through the SDK, pages that show the elements. */
import {
  ConfigError,
  databaseNotice,
  DirectoryLockedError,
  helpText,
  readConfig,
  stopOnSignal,
} from '@sas-kit/platform';
import { type Demonstration, openDemonstration } from './demonstration.ts';
import { prepareElements, prepareReferenceData } from './prepare.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function welcome({ address, platform }: Demonstration): string {
  return `
Démonstration de SAS Kit, territoire Le Havre – Fécamp. Les personnes et les cabinets sont fictifs.

  La page d'un hôpital, avec la prise de rendez-vous   ${address}/
  L'agenda d'une médecin                               ${address}/agenda.html
  Se connecter comme un professionnel fictif           ${address}/espace
  La recherche qu'un logiciel de régulation ouvre      ${address}/espace/recherche
  Un logiciel de régulation, à part                    ${address}/logiciel-de-regulation
  L'accueil des urgences d'un hôpital, à part          ${address}/accueil-des-urgences
  L'intégration la plus simple                         ${address}/simple.html
  Des pages à copier : un hôpital                      ${address}/examples/hospital-portal/
    un cabinet                                         ${address}/examples/practice-page/
    un site de professionnels                          ${address}/examples/professional-site/
  Composer un élément et copier ses lignes             ${address}/examples/playground/
  Le contrat de l'API                                  ${address}/docs

Ctrl+C pour arrêter. Les rendez-vous sont gardés d'une fois à l'autre.
${databaseNotice(platform.database)}`;
}

async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return say(helpText('npm start --'));
  readConfig(argv, process.env); // a wrong setting is told at once, not after the preparation
  await prepareReferenceData(say);
  const demonstration = await openDemonstration({ argv });
  stopOnSignal(() => demonstration.close());
  try {
    await prepareElements(say);
    say('publishing the agendas through the SDK …');
    if ((await demonstration.publish()) === null) return;
  } catch (error) {
    await demonstration.close();
    throw error;
  }
  say(welcome(demonstration));
  say(`sas-platform ready on ${demonstration.address}`);
}

/** What to tell without a stack: the reader can mend it. */
function expected(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof DirectoryLockedError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  return code === 'EADDRINUSE' ? `Port ${port} is in use: choose another one with --port.` : null;
}

main().catch((error: unknown) => {
  const told = expected(error) ?? (error instanceof Error ? error.stack : String(error));
  process.stderr.write(`${told}\n`);
  process.exitCode = 1;
});
