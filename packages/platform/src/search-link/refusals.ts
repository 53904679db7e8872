import type { PageStatus } from '../http/handler.ts';
import { type PlainPage, plainPage } from '../http/plain-page.ts';

interface Words extends Pick<PlainPage, 'title' | 'text' | 'english'> {
  status: PageStatus;
}

/** What is told in place of a search. */
const REFUSALS = {
  'not-open': {
    status: 404,
    title: 'La recherche n’est pas ouverte ici',
    text: 'Cette plateforme ne reçoit pas les recherches des logiciels de régulation.',
    english: 'This platform takes no searches of dispatch software.',
  },
  'origin-missing': {
    status: 400,
    title: 'Le logiciel ne s’est pas nommé',
    text: 'Le lien ne dit pas quel logiciel de régulation l’a ouvert (origin). Prévenez le support de votre logiciel ; en attendant, ouvrez la recherche vous-même.',
    english: 'The link does not say which dispatch software opened it (origin). Tell its support.',
  },
  'origin-unknown': {
    status: 403,
    title: 'Ce logiciel de régulation n’est pas connu ici',
    text: 'La plateforme n’a pas ouvert ce lien : le nom que votre logiciel a donné (origin) n’est pas sur sa liste. Prévenez le support de votre logiciel ou l’exploitant de la plateforme ; en attendant, ouvrez la recherche vous-même.',
    english:
      'The name that your dispatch software gave (origin) is not on the list of this platform. Tell its support.',
  },
  unavailable: {
    status: 503,
    title: 'La plateforme ne répond pas',
    text: 'La recherche n’a pas été ouverte. Rouvrez-la depuis votre logiciel dans une minute ; si vous ne pouvez pas attendre, appelez les cabinets.',
    english: 'The search was not opened. Open it again from your software in a minute.',
  },
} as const satisfies Record<string, Words>;

/** Why no search was opened. */
export type Refusal = keyof typeof REFUSALS;

export function isRefusal(text: string | null): text is Refusal {
  return text !== null && Object.hasOwn(REFUSALS, text);
}

/** The page of a refusal. @param search where one searches without a link; null where one cannot. */
export function refusalPage(
  refusal: Refusal,
  search: string | null,
): { status: PageStatus; html: string } {
  const { status, ...words } = REFUSALS[refusal];
  const home = ['/', 'Retour à l’accueil'] as const;
  const ways = search === null ? [home] : ([[search, 'Ouvrir la recherche'], home] as const);
  return { status, html: plainPage({ ...words, ways }) };
}
