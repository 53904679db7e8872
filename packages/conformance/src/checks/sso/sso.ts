import { asText } from '@sas-kit/fhir/json';
import { type Check, type Fault, type Scene, Skip } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import { FIXTURES } from '../../fixtures.ts';
import { search } from '../../search/answer.ts';
import { arriveAt, isHtml, isIdentityProvider, isLoginOrError, isScripted } from './page.ts';

/** Test 6.1.01: the booking address of the first slot. */
async function bookingUrl(scene: Scene): Promise<string> {
  const { id } = scene.get(FIXTURES.onePlace);
  const { slots } = await search(scene, 'ps', [id]);
  const [url] = slots
    .map(({ resource }) => asText(resource['comment']))
    .filter((each) => URL.canParse(each));
  if (url !== undefined && isReserved(new URL(url).hostname)) {
    throw new Skip({
      fr: `l’adresse des créneaux est un exemple, que personne ne sert : ${url}`,
      en: `the address of the slots is an example, which nobody serves: ${url}`,
    });
  }
  if (url !== undefined) return url;
  throw new Skip({
    fr: 'aucun créneau ne porte d’adresse (comment)',
    en: 'no slot carries an address (comment)',
  });
}

/** Names that never lead anywhere (RFC 2606). */
function isReserved(host: string): boolean {
  return /(?:^|\.)(?:example|invalid|test|example\.(?:com|net|org))$/.test(host);
}

function scripted(): Skip {
  return new Skip({
    fr: 'la page est construite par un script : à vérifier dans un navigateur',
    en: 'the page is built by a script: to be looked at in a browser',
  });
}

const told = ({ status, headers }: Exchange): string =>
  `${status} ${headers['content-type'] ?? ''}`.trim();

/** Whether somebody whom SAS has not sent is kept out: a login or error page, or a 4xx or 5xx. */
async function keptOut(scene: Scene, url: string): Promise<readonly Fault[]> {
  const arrival = await arriveAt(scene, url);
  if (arrival.kind === 'identity-provider') return [];
  const { exchange } = arrival;
  if (exchange.status >= 400) return [];
  if (isHtml(exchange)) {
    if (isLoginOrError(exchange)) return [];
    if (isScripted(exchange)) throw scripted();
  }
  return [
    {
      place: 'body',
      message: {
        fr: `ni page de connexion, ni page d’erreur, ni statut d’erreur (${told(exchange)})`,
        en: `no login page, no error page, no error status (${told(exchange)})`,
      },
      exchange,
    },
  ];
}

const originOf = (scene: Scene): string => scene.config.sso.origin ?? 'sas-preprod';

/** Test 6.1.03: `&origin=` is appended as it is. */
async function authenticated(scene: Scene): Promise<readonly Fault[]> {
  const { notApplicable } = scene.config.sso;
  if (notApplicable !== undefined) {
    throw new Skip({
      fr: `sans objet, d’après la configuration : ${notApplicable}`,
      en: `not applicable, as the configuration says: ${notApplicable}`,
    });
  }
  const url = `${await bookingUrl(scene)}&origin=${originOf(scene)}`;
  const arrival = await arriveAt(scene, url);
  if (arrival.kind === 'identity-provider') return [];
  const { exchange } = arrival;
  if (isIdentityProvider(exchange)) return [];
  if (
    exchange.status < 400 &&
    isHtml(exchange) &&
    !isLoginOrError(exchange) &&
    isScripted(exchange)
  ) {
    throw scripted();
  }
  return [
    {
      place: 'body',
      message: {
        fr: `la page n’est pas celle de Pro Santé Connect (${told(exchange)})`,
        en: `the page is not that of Pro Santé Connect (${told(exchange)})`,
      },
      exchange,
    },
  ];
}

async function unknownOrigin(scene: Scene): Promise<readonly Fault[]> {
  const url = `${await bookingUrl(scene)}&origin=sas-conformance-unknown`;
  return (await keptOut(scene, url)).map((fault) => ({ ...fault, severity: 'warning' }));
}

/** Arrival by single sign-on, flow V2: the official group 6 as far as a program sees it. */
export const SSO_CHECKS: readonly Check[] = [
  {
    id: 'sso/without-origin',
    kit: ['6.1.01', '6.1.02'],
    title: {
      fr: 'sans origin, l’agenda montre une page de connexion ou d’erreur',
      en: 'without origin the agenda shows a login or error page',
    },
    source: 'test 6.1.02 ; spécification SSO, flux V2',
    mend: {
      fr: 'sans origin, montrer la connexion propre à l’éditeur, sans droits de régulateur',
      en: "without origin show the vendor's own login, which gives no rights of a regulator",
    },
    needs: [FIXTURES.onePlace],
    run: async (scene) => keptOut(scene, await bookingUrl(scene)),
  },
  {
    id: 'sso/with-origin',
    kit: ['6.1.03'],
    title: {
      fr: 'avec origin, un visiteur inconnu arrive chez Pro Santé Connect',
      en: 'with origin somebody who is not logged in arrives at Pro Santé Connect',
    },
    source: 'test 6.1.03 ; spécification SSO, flux V2',
    mend: {
      fr: 'lire origin même après un « ? » déjà présent et rediriger vers Pro Santé Connect',
      en: 'read origin even after a “?” that is there already, and redirect to Pro Santé Connect',
    },
    needs: [FIXTURES.onePlace],
    run: authenticated,
  },
  {
    id: 'sso/unknown-origin',
    title: {
      fr: 'un origin que personne ne connaît n’ouvre pas l’agenda',
      en: 'an origin that nobody knows does not open the agenda',
    },
    source: 'spécification fonctionnelle : droits de régulateur seulement avec origin=sas',
    mend: {
      fr: 'n’admettre que les noms convenus avec le SAS',
      en: 'admit only the names agreed with SAS',
    },
    needs: [FIXTURES.onePlace],
    run: unknownOrigin,
  },
];
