import { plainPage } from '../../http/plain-page.ts';
import type { Refusal } from './professional.ts';

interface Words {
  status: 400 | 403 | 404 | 503;
  title: string;
  text: string;
  english: string;
  /** Trying again may help. */
  again: boolean;
}

/** What each refusal says, in French first. */
const PAGES: Record<Refusal, Words> = {
  'not-registered': {
    status: 403,
    title: 'Accès réservé aux professionnels enregistrés',
    text: 'Pro Santé Connect ne vous décrit pas comme un professionnel inscrit au répertoire national. Si vous venez de vous y inscrire, réessayez dans quelques jours.',
    english: 'Pro Santé Connect does not describe you as a registered professional.',
    again: false,
  },
  'no-account': {
    status: 403,
    title: 'Vous n’avez pas encore de compte',
    text: 'Votre profession ne donne pas accès d’elle-même à cette plateforme. Demandez un compte au gestionnaire de comptes de votre territoire.',
    english: 'Ask the account manager of your territory for an account.',
    again: false,
  },
  'no-role': {
    status: 403,
    title: 'Votre compte n’a aucun rôle',
    text: 'Ses rôles ont pu être retirés après une longue absence. Adressez-vous au gestionnaire de comptes de votre territoire.',
    english: 'Your account has no role. Ask the account manager of your territory.',
    again: false,
  },
  'account-disabled': {
    status: 403,
    title: 'Votre compte est désactivé',
    text: 'Adressez-vous au gestionnaire de comptes de votre territoire.',
    english: 'Your account is disabled. Ask the account manager of your territory.',
    again: false,
  },
  stale: {
    status: 400,
    title: 'Cette connexion n’est plus valable',
    text: 'Le lien a déjà servi, a trop attendu, ou a été ouvert dans un autre navigateur. Recommencez.',
    english: 'This sign-in was used already, waited too long, or began in another browser.',
    again: true,
  },
  cancelled: {
    status: 400,
    title: 'Connexion interrompue',
    text: 'Vous n’êtes pas allé au bout de la connexion chez Pro Santé Connect.',
    english: 'You did not finish signing in at Pro Santé Connect.',
    again: true,
  },
  'not-verified': {
    status: 400,
    title: 'Connexion refusée',
    text: 'La réponse de Pro Santé Connect n’a pas pu être vérifiée. Recommencez ; si cela dure, prévenez l’exploitant de la plateforme.',
    english: 'The answer of Pro Santé Connect could not be verified.',
    again: true,
  },
  'not-configured': {
    status: 404,
    title: 'La connexion n’est pas ouverte ici',
    text: 'Cette plateforme n’est pas reliée à Pro Santé Connect.',
    english: 'This platform is not connected to Pro Santé Connect.',
    again: false,
  },
  'provider-unreachable': {
    status: 503,
    title: 'Pro Santé Connect ne répond pas',
    text: 'Réessayez dans quelques minutes.',
    english: 'Pro Santé Connect does not answer. Try again in a few minutes.',
    again: true,
  },
  'not-from-here': {
    status: 400,
    title: 'Demande refusée',
    text: 'Elle ne vient pas d’une page de cette plateforme.',
    english: 'The request does not come from a page of this platform.',
    again: false,
  },
};

/** The page of a refusal. `reason` is a code of letters. */
export function refusalPage(
  refusal: Refusal,
  reason: string | null,
): { status: Words['status']; html: string } {
  const { status, again, ...words } = PAGES[refusal];
  const home = ['/', 'Retour à l’accueil'] as const;
  const ways = again ? ([['/auth/sign-in', 'Se connecter'], home] as const) : [home];
  return { status, html: plainPage({ ...words, ways, code: reason }) };
}
