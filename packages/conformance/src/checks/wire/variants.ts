import { escapeSearchValue } from '@sas-kit/fhir';
import type { Check, Scene } from '../../check.ts';
import { fault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { ask, search, type SearchOptions } from '../../search/answer.ts';
import { outcomeFaults } from '../errors/refused.ts';

const needs = [FIXTURES.onePlace];
const idsOf = (scene: Scene): string[] => [scene.get(FIXTURES.onePlace).id];

/** The check that a search written a little otherwise finds the same. */
function sameAnswer(
  name: string,
  text: Pick<Check, 'title' | 'source' | 'mend'>,
  options: SearchOptions,
): Check {
  return {
    id: `wire/${name}`,
    ...text,
    needs,
    async run(scene) {
      const wanted = (await search(scene, 'ps', idsOf(scene))).slots.map(({ id }) => id);
      const found = (await search(scene, 'ps', idsOf(scene), options)).slots.map(({ id }) => id);
      if (wanted.every((id) => found.includes(id))) return [];
      const [all, some] = [wanted.length, found.length];
      return [
        fault(
          'Bundle.entry',
          `${some} créneaux au lieu de ${all}`,
          `${some} slots instead of ${all}`,
        ),
      ];
    },
  };
}

/** The check that a strange request is answered or refused, but breaks nothing. */
function unbroken(name: string, title: Check['title'], options: SearchOptions): Check {
  return {
    id: `wire/${name}`,
    title,
    source: 'pages de recherche, « Réponse de base » ; FHIR R4, Search, erreurs',
    mend: {
      fr: 'ignorer ce qui est inconnu, ou répondre 400 avec un OperationOutcome ; jamais 5XX',
      en: 'ignore what is unknown, or answer 400 with an OperationOutcome; never 5XX',
    },
    needs,
    async run(scene) {
      const exchange = await ask(scene, 'ps', idsOf(scene), options);
      const { status } = exchange;
      if (status >= 500) return [fault('status', `HTTP ${status}`, `HTTP ${status} answered`)];
      return status >= 400 ? outcomeFaults(exchange) : [];
    },
  };
}

const ACCEPT = 'pages de recherche, en-tête Accept ; CapabilityStatement du guide';

/** The same search written otherwise, and searches that are odd. */
export const VARIANT_CHECKS: readonly Check[] = [
  sameAnswer(
    'accept-fhir-json',
    {
      title: {
        fr: 'Accept: application/fhir+json convient aussi',
        en: 'Accept: application/fhir+json will do as well',
      },
      source: ACCEPT,
      mend: {
        fr: 'admettre application/json+fhir, application/fhir+json, application/json et */*',
        en: 'admit application/json+fhir, application/fhir+json, application/json and */*',
      },
    },
    { headers: { accept: 'application/fhir+json' } },
  ),
  sameAnswer(
    'accept-any',
    {
      title: { fr: 'Accept: */* convient aussi', en: 'Accept: */* will do as well' },
      source: ACCEPT,
      mend: { fr: 'répondre du JSON par défaut', en: 'answer JSON by default' },
    },
    { headers: { accept: '*/*' } },
  ),
  sameAnswer(
    'count',
    {
      title: {
        fr: '_count=1000, comme dans les exemples, ne change rien',
        en: '_count=1000, as in the examples, changes nothing',
      },
      source: 'pages de recherche, exemples de lien self',
      mend: { fr: 'admettre ou ignorer _count', en: 'admit or ignore _count' },
    },
    { edit: (parts) => [...parts, ['_count', '1000']] },
  ),
  sameAnswer(
    'order',
    {
      title: {
        fr: 'l’ordre des paramètres est indifférent',
        en: 'the order of the parameters does not matter',
      },
      source: 'kit officiel : paramètres triés par nom',
      mend: { fr: 'lire les paramètres par leur nom', en: 'read parameters by their name' },
    },
    { edit: (parts) => [...parts].reverse() },
  ),
  sameAnswer(
    'escaped',
    {
      title: {
        fr: 'des paramètres entièrement encodés sont compris',
        en: 'parameters that are wholly escaped are understood',
      },
      source: 'FHIR R4, Search ; RFC 3986',
      mend: { fr: 'décoder noms et valeurs', en: 'decode names and values' },
    },
    {
      edit: (parts) =>
        parts.map(([name, value]) => [
          encodeURIComponent(name),
          encodeURIComponent(decodeURIComponent(value)),
        ]),
    },
  ),
  unbroken(
    'unknown-parameter',
    {
      fr: 'un paramètre inconnu est ignoré, ou refusé avec sa raison',
      en: 'an unknown parameter is ignored, or refused with its reason',
    },
    { edit: (parts) => [...parts, ['inconnu', 'x'], ['_include', 'Slot:inconnu']] },
  ),
  unbroken(
    'broken-escape',
    { fr: 'un « % » mal formé ne casse rien', en: 'a malformed “%” breaks nothing' },
    { edit: (parts) => [...parts, ['x', '%zz']] },
  ),
  unbroken(
    'odd-identifier',
    {
      fr: 'un identifiant avec guillemets et point-virgule ne casse rien',
      en: 'an identifier with quotes and a semicolon breaks nothing',
    },
    {
      edit: (parts) =>
        parts.map(([name, value]) => [
          name,
          name.endsWith('.identifier') ? value + escapeSearchValue(`';--"\\<é>`) : value,
        ]),
    },
  ),
  unbroken(
    'long-address',
    { fr: 'une adresse de 8 ko ne casse rien', en: 'an address of 8 kB breaks nothing' },
    { edit: (parts) => [...parts, ['x', 'x'.repeat(8_000)]] },
  ),
];
