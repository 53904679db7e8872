import { type Scene, Stop } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';

/** Where somebody arrives who follows an address. */
export type Arrival =
  | { readonly kind: 'page'; readonly exchange: Exchange }
  /** Sent on to Pro Santé Connect, which is not asked. */
  | { readonly kind: 'identity-provider'; readonly host: string };

const MOST_REDIRECTS = 10;

/** Pro Santé Connect, production and sandbox. */
const IDENTITY_PROVIDERS = ['esante.gouv.fr'];

/**
 * Follows an address as a browser without script would, up to Pro Santé Connect. The client certificate
 * is not shown: an agenda is for people.
 *
 * @throws {Stop} for a chain of redirects that does not end, or leaves http(s).
 */
export async function arriveAt(scene: Scene, url: string): Promise<Arrival> {
  const providers = scene.config.sso.identityProviders ?? IDENTITY_PROVIDERS;
  let next = url;
  for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
    const { hostname, protocol } = new URL(next);
    if (providers.some((host) => hostname === host || hostname.endsWith(`.${host}`))) {
      return { kind: 'identity-provider', host: hostname };
    }
    if (!/^https?:$/.test(protocol)) throw badRedirect(next);
    const exchange = await scene.ask({
      path: next,
      identity: 'none',
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
      fresh: true,
    });
    const { status, headers } = exchange;
    if (status < 300 || status > 399 || headers.location === undefined) {
      return { kind: 'page', exchange };
    }
    if (!URL.canParse(headers.location, next)) throw badRedirect(headers.location);
    next = new URL(headers.location, next).href;
  }
  throw new Stop({
    place: 'headers.location',
    message: {
      fr: `plus de ${MOST_REDIRECTS} redirections de suite`,
      en: `more than ${MOST_REDIRECTS} redirects in a row`,
    },
  });
}

function badRedirect(location: string): Stop {
  return new Stop({
    place: 'headers.location',
    message: {
      fr: `redirection impossible à suivre : « ${location.slice(0, 200)} »`,
      en: `redirect that cannot be followed: “${location.slice(0, 200)}”`,
    },
  });
}

/** Text of a page without accents, in lower case. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase();
}

export function isHtml({ headers }: Exchange): boolean {
  return /html/i.test(headers['content-type'] ?? '');
}

const LOGIN =
  /\b(?:connexion|connectez|connecter|authentifi\w*|identifiant|login|log in|sign in|mot de passe|password|e-?mail|compte)\b/;
const ERROR =
  /\b(?:erreur|error|40[0-9]|50[0-9]|introuvable|invalide|refuse\w*|desole\w*|impossible)\b/;

/** Whether a page speaks of logging in or of an error, as the official kit understands it. */
export function isLoginOrError({ text }: Exchange): boolean {
  const said = plain(text);
  return LOGIN.test(said) || ERROR.test(said);
}

/** Whether a page is built by a script, so that its source says nothing. */
export function isScripted({ text }: Exchange): boolean {
  return /id=["']?(?:app|root)\b|<noscript|<script[^>]+src=[^>]*(?:app|chunk|main)/i.test(text);
}

/** Whether a page is that of Pro Santé Connect. */
export function isIdentityProvider({ text }: Exchange): boolean {
  return plain(text).includes('ministere de la sante et de la prevention');
}
