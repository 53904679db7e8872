import type { Check, Scene } from '../../check.ts';
import { fault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { type Answer, ask, search, type SearchOptions } from '../../search/answer.ts';
import { escapeValue } from '../../search/query.ts';
import { outcomeFaults } from '../errors/refused.ts';

const needs = [FIXTURES.onePlace];
const idsOf = (scene: Scene): string[] => [scene.get(FIXTURES.onePlace).id];
const answerOf = (scene: Scene, options: SearchOptions = {}): Promise<Answer> =>
  search(scene, 'ps', idsOf(scene), options);

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
      const wanted = (await answerOf(scene)).slots.map(({ id }) => id);
      const found = (await answerOf(scene, options)).slots.map(({ id }) => id);
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

/** What holds for every answer on the wire. */
export const WIRE_CHECKS: readonly Check[] = [
  {
    id: 'wire/content-type',
    title: {
      fr: 'le Content-Type commence par application/fhir+json',
      en: 'the Content-Type begins with application/fhir+json',
    },
    source: 'kit officiel, premier test de chaque groupe (avertissement) ; FHIR R4, HTTP',
    mend: {
      fr: 'Content-Type: application/fhir+json; charset=utf-8',
      en: 'answer Content-Type: application/fhir+json; charset=utf-8',
    },
    needs,
    async run(scene) {
      const { exchange } = await answerOf(scene);
      const type = exchange.headers['content-type'] ?? '';
      if (type.toLowerCase().startsWith('application/fhir+json')) return [];
      return [fault('headers.content-type', `« ${type} »`, `“${type}”`, { severity: 'warning' })];
    },
  },
  {
    id: 'wire/utf8',
    title: { fr: 'la réponse est en UTF-8', en: 'the answer is in UTF-8' },
    source: 'tableau de l’API : encodage UTF-8 ; FHIR R4, HTTP',
    mend: {
      fr: 'encoder le corps en UTF-8, sans autre charset',
      en: 'encode the body in UTF-8, no other charset',
    },
    needs,
    async run(scene) {
      const { exchange } = await answerOf(scene);
      const charset = /charset="?([^\s;"]+)/i.exec(exchange.headers['content-type'] ?? '')?.[1];
      return [
        ...(exchange.utf8
          ? []
          : [fault('body', 'octets qui ne sont pas de l’UTF-8', 'bytes that are not UTF-8')]),
        ...(charset === undefined || /^utf-?8$/i.test(charset)
          ? []
          : [fault('headers.content-type', `charset ${charset}`, `charset is ${charset}`)]),
      ];
    },
  },
  {
    id: 'wire/stable-ids',
    title: {
      fr: 'la même question a la même réponse',
      en: 'the same question has the same answer',
    },
    source: 'FHIR R4, Search ; identifiants de ressource stables',
    mend: {
      fr: 'donner à une ressource le même id d’une réponse à l’autre',
      en: 'give a resource the same id from one answer to the next',
    },
    needs,
    async run(scene) {
      const first = await answerOf(scene);
      const second = await answerOf(scene, { fresh: true });
      const namesOf = ({ index }: Answer) => index.all.map(({ type, id }) => `${type}/${id}`);
      const known = new Set(namesOf(first));
      return namesOf(second)
        .filter((name) => !known.has(name))
        .map((name) =>
          fault(
            'Bundle.entry.resource.id',
            `${name} n’y était pas`,
            `${name} was not there before`,
          ),
        );
    },
  },
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
          name.endsWith('.identifier') ? value + escapeValue(`';--"\\<é>`) : value,
        ]),
    },
  ),
  unbroken(
    'long-address',
    { fr: 'une adresse de 8 ko ne casse rien', en: 'an address of 8 kB breaks nothing' },
    { edit: (parts) => [...parts, ['x', 'x'.repeat(8_000)]] },
  ),
];
