import { type Flow, SEARCH_FORMS, type SearchForm, type SearchPart } from '@sas-kit/fhir';
import type { Check, Fixture, Scene } from '../../check.ts';
import { ask } from '../../search/answer.ts';
import { emptyFaults } from '../empty/empty.ts';
import { leewayFaults, refusalFaults } from './refused.ts';

/** A search that cannot be run, made from one that can. */
interface Malformed {
  readonly name: string;
  readonly fr: string;
  readonly en: string;
  readonly edit: (parts: SearchPart[], form: SearchForm) => SearchPart[];
}

type Edit = Malformed['edit'];

const without =
  (what: 'identifier' | 'status'): Edit =>
  (parts, form) =>
    parts.filter(([name]) => name !== form[what]);
const withValue =
  (what: 'identifier' | 'status', value: string): Edit =>
  (parts, form) =>
    parts.map(([name, old]) => [name, name === form[what] ? value : old]);
const twice =
  (what: 'identifier' | 'status'): Edit =>
  (parts, form) => [...parts, ...parts.filter(([name]) => name === form[what])];
const withoutBound =
  (prefix: string): Edit =>
  (parts, form) =>
    parts.filter(([name, value]) => !(name === form.start && value.startsWith(prefix)));
const withBound =
  (prefix: string, change: (value: string) => string): Edit =>
  (parts, form) =>
    parts.map(([name, value]) => [
      name,
      name === form.start && value.startsWith(prefix) ? change(value) : value,
    ]);

/** One search for each way to break the table of criteria. */
export const MALFORMED: readonly Malformed[] = [
  {
    name: 'no-identifier',
    fr: 'sans identifiant',
    en: 'no identifier',
    edit: without('identifier'),
  },
  {
    name: 'blank-identifier',
    fr: 'identifiant vide',
    en: 'blank identifier',
    edit: withValue('identifier', ''),
  },
  {
    name: 'identifier-without-value',
    fr: 'identifiant réduit à son système',
    en: 'identifier that is only its system',
    edit: (parts, form) =>
      parts.map(([name, old]) => [name, name === form.identifier ? `${form.system}%7C` : old]),
  },
  {
    name: 'repeated-identifier',
    fr: 'paramètre d’identifiant répété',
    en: 'identifier parameter repeated',
    edit: twice('identifier'),
  },
  { name: 'no-ge', fr: 'sans borne ge', en: 'no bound ge', edit: withoutBound('ge') },
  { name: 'no-le', fr: 'sans borne le', en: 'no bound le', edit: withoutBound('le') },
  {
    name: 'blank-start',
    fr: 'borne ge vide',
    en: 'blank bound ge',
    edit: withBound('ge', () => ''),
  },
  {
    name: 'prefix-alone',
    fr: 'préfixe ge sans date',
    en: 'prefix ge without date',
    edit: withBound('ge', () => 'ge'),
  },
  {
    name: 'start-thrice',
    fr: 'borne ge donnée deux fois',
    en: 'bound ge given twice',
    edit: (parts, form) => [
      ...parts,
      ...parts.filter(([name, value]) => name === form.start && value.startsWith('ge')),
    ],
  },
  {
    name: 'start-no-prefix',
    fr: 'date sans préfixe',
    en: 'date without prefix',
    edit: withBound('ge', (value) => value.slice(2)),
  },
  {
    name: 'start-other-prefix',
    fr: 'préfixe gt au lieu de ge',
    en: 'prefix gt instead of ge',
    edit: withBound('ge', (value) => `gt${value.slice(2)}`),
  },
  {
    name: 'start-list',
    fr: 'liste de dates',
    en: 'list of dates',
    edit: withBound('ge', (value) => `${value},${value}`),
  },
  {
    name: 'start-no-date',
    fr: 'date illisible',
    en: 'unreadable date',
    edit: withBound('ge', () => 'gedemain'),
  },
  {
    name: 'start-impossible',
    fr: 'jour qui n’existe pas',
    en: 'day that does not exist',
    edit: withBound('ge', () => 'ge2026-02-30T10:00:00.000%2B01:00'),
  },
  { name: 'no-status', fr: 'sans statut', en: 'no status', edit: without('status') },
  { name: 'blank-status', fr: 'statut vide', en: 'blank status', edit: withValue('status', '') },
];

/** Searches on which the guide does not rule. */
const OPEN = [
  {
    name: 'other-status',
    fr: 'statut busy : refus motivé, ou Bundle vide, jamais un autre créneau',
    en: 'status busy: refusal with its reason, or empty Bundle, never another slot',
    policy: 'otherStatus',
    edit: withValue('status', 'busy'),
  },
  {
    name: 'other-system',
    fr: 'identifiant d’un autre système : refus motivé, ou Bundle vide',
    en: 'identifier of another system: refusal with its reason, or empty Bundle',
    policy: 'otherSystem',
    edit: (parts: SearchPart[], form: SearchForm): SearchPart[] =>
      parts.map(([name, value]) => [
        name,
        name === form.identifier ? value.replace(form.system, 'urn:oid:1.2.3.4') : value,
      ]),
  },
] as const;

/** The checks that a flow refuses what cannot be run, and says why. */
export function errorChecks<Value>(
  group: string,
  flow: Flow,
  fixture: Fixture<Value>,
  idOf: (value: Value) => string,
): Check[] {
  const form = SEARCH_FORMS[flow];
  const needs = [fixture];
  const idsOf = (scene: Scene): string[] => [idOf(scene.get(fixture))];
  return [
    ...MALFORMED.map(({ name, fr, en, edit }): Check => ({
      id: `${group}/${name}`,
      title: { fr: `${fr} : refus motivé`, en: `${en}: refusal with its reason` },
      source: 'pages de recherche, tableau des critères et « Réponse de base – Échec »',
      mend: {
        fr: 'répondre 400 avec un OperationOutcome qui nomme le paramètre',
        en: 'answer 400 with an OperationOutcome that names the parameter',
      },
      needs,
      async run(scene) {
        const exchange = await ask(scene, flow, idsOf(scene), {
          edit: (parts) => edit(parts, form),
        });
        return refusalFaults(exchange, scene.config.policy.malformed);
      },
    })),
    ...OPEN.map(({ name, fr, en, policy, edit }): Check => ({
      id: `${group}/${name}`,
      title: { fr, en },
      source: `non fixé par le guide ; policy.${policy}`,
      mend: {
        fr: 'répondre 400 avec un OperationOutcome, ou un Bundle vide',
        en: 'answer 400 with an OperationOutcome, or an empty Bundle',
      },
      needs,
      run: (scene) =>
        leewayFaults(
          scene,
          flow,
          idsOf(scene),
          scene.config.policy[policy],
          { edit: (parts) => edit(parts, form) },
          emptyFaults,
        ),
    })),
  ];
}
