import { escapeHtml } from '../escape-html.ts';
import type { DemonstrationPerson } from './people.ts';

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><p class="ribbon">Ce n’est pas Pro Santé Connect : la démonstration joue son rôle, sur cet ordinateur seulement. Les personnes sont fictives.</p></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}

/** Where one says who one is: no card, no code. */
export function choicePage(people: readonly DemonstrationPerson[], action: string): string {
  const buttons = people.map(
    ({ key, given, family, work }) =>
      `<li><button name="person" value="${escapeHtml(key)}">${escapeHtml(`${given} ${family}`)}</button> ${escapeHtml(work)}</li>`,
  );
  return page(
    'Qui se connecte ?',
    `<form class="choice" method="post" action="${escapeHtml(action)}"><ul>${buttons.join('')}</ul></form>`,
  );
}

/** Asks whether the sign-out is meant. @param form of the provider, with its token against forgery. */
export function signOutPage(form: string): string {
  return page(
    'Se déconnecter',
    `${form}<p><button form="op.logoutForm" name="logout" value="yes">Oui, me déconnecter</button></p>`,
  );
}

/** Whatever went wrong at the provider. @param error its code, of letters. */
export function errorPage(error: string): string {
  return page('Connexion impossible', `<p>Code : ${escapeHtml(error)}</p>`);
}
