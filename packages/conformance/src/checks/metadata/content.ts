import { asList, asObjects, asText, type Json } from '@sas-kit/fhir/json';
import { PROFILES, REGULATOR_PROFILE } from '@sas-kit/fhir';
import type { Check, Fault, Fixture, Scene } from '../../check.ts';
import type { Config } from '../../config.ts';
import { FIXTURES } from '../../fixtures.ts';
import { METADATA, statementIn, statementOf } from './statement.ts';

/** Test 3.01, which is optional: its absence is a warning, a broken one is not. */
async function present(scene: Scene): Promise<readonly Fault[]> {
  const exchange = await scene.ask({ path: METADATA });
  if (statementIn(exchange) !== null) return [];
  const absent = [404, 405, 501].includes(exchange.status);
  return [
    {
      place: 'status',
      severity: absent ? 'warning' : 'error',
      message: {
        fr: `GET /metadata : ${exchange.status}, pas de CapabilityStatement`,
        en: `GET /metadata answers ${exchange.status}, no CapabilityStatement`,
      },
    },
  ];
}

const REQUIRED: readonly (readonly [name: string, is: (value: unknown) => boolean])[] = [
  ['status', (value) => ['draft', 'active', 'retired', 'unknown'].includes(asText(value))],
  ['date', (value) => /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d.*)?)?)?$/.test(asText(value))],
  ['kind', (value) => ['instance', 'capability', 'requirements'].includes(asText(value))],
  ['format', (value) => asList(value).some((each) => /json/.test(asText(each)))],
  ['rest', (value) => asObjects(value).some(({ mode }) => mode === 'server')],
];

async function elements(scene: Scene): Promise<readonly Fault[]> {
  const { json } = await statementOf(scene);
  return REQUIRED.filter(([name, is]) => !is(json[name])).map(([name]) => ({
    place: `CapabilityStatement.${name}`,
    message: { fr: `${name} absent ou inattendu`, en: `${name} is missing or unexpected` },
  }));
}

async function version(scene: Scene): Promise<readonly Fault[]> {
  const { json } = await statementOf(scene);
  const found = asText(json['fhirVersion']);
  if (found === '4.0.1') return [];
  return [
    {
      place: 'CapabilityStatement.fhirVersion',
      message: {
        fr: `« ${found.slice(0, 40)} » au lieu de 4.0.1`,
        en: `“${found.slice(0, 40)}” instead of 4.0.1`,
      },
    },
  ];
}

/** What the statement of an endpoint must list for one of its flows. */
interface Listed {
  readonly name: string;
  readonly needs: Fixture<unknown>;
  readonly type: string;
  readonly interactions: readonly string[];
  readonly profiles: readonly string[];
  readonly conditional: boolean;
}

const filled = (path: 'practitioners' | 'cpts' | 'sos'): Fixture<unknown> => ({
  path,
  of: (config: Config) => (Object.keys(config[path]).length > 0 ? true : undefined),
});

const LISTED: readonly Listed[] = [
  {
    name: 'slots',
    needs: filled('practitioners'),
    type: 'Slot',
    interactions: ['search-type'],
    profiles: [PROFILES.ps.Slot],
    conditional: false,
  },
  {
    name: 'cpts-slots',
    needs: filled('cpts'),
    type: 'Slot',
    interactions: ['search-type'],
    profiles: [PROFILES.cpts.Slot],
    conditional: false,
  },
  {
    name: 'schedules',
    needs: filled('sos'),
    type: 'Schedule',
    interactions: ['search-type'],
    profiles: [PROFILES.sos.Schedule],
    conditional: false,
  },
  {
    name: 'accounts',
    needs: FIXTURES.regulators,
    type: 'Practitioner',
    interactions: ['create', 'update'],
    profiles: [REGULATOR_PROFILE],
    conditional: true,
  },
];

function resourceOf(statement: Json, type: string): Json | null {
  const resources = asObjects(statement['rest']).flatMap(({ resource }) => asObjects(resource));
  return resources.find((each) => each['type'] === type) ?? null;
}

async function listed(scene: Scene, row: Listed): Promise<readonly Fault[]> {
  const { json } = await statementOf(scene);
  const { type } = row;
  const place = `CapabilityStatement.rest.resource.where(type='${type}')`;
  const warn = (part: string, what: string): Fault => ({
    place: part === '' ? place : `${place}.${part}`,
    severity: 'warning',
    message: { fr: `non déclaré : ${what}`, en: `not declared: ${what}` },
  });
  const resource = resourceOf(json, type);
  if (resource === null) return [warn('', type)];
  const codes = asObjects(resource['interaction']).map(({ code }) => code);
  const known = [resource['profile'], ...asList(resource['supportedProfile'])];
  const conditional = row.conditional
    ? ['conditionalUpdate', 'updateCreate'].filter((name) => resource[name] !== true)
    : [];
  return [
    ...row.interactions
      .filter((code) => !codes.includes(code))
      .map((code) => warn('interaction', code)),
    ...row.profiles
      .filter((profile) => !known.includes(profile))
      .map((profile) => warn('supportedProfile', profile)),
    ...conditional.map((name) => warn(name, `${name}: true`)),
  ];
}

const SOURCE = 'FHIR R4, CapabilityStatement';

/** What the CapabilityStatement says. */
export const CONTENT: readonly Check[] = [
  {
    id: 'metadata/present',
    kit: ['3.01'],
    title: {
      fr: 'GET /metadata répond un CapabilityStatement',
      en: 'GET /metadata answers a CapabilityStatement',
    },
    source: 'test 3.01 (facultatif) ; FHIR R4, capabilities',
    mend: {
      fr: 'répondre 200 et un CapabilityStatement de ce que le serveur sait faire',
      en: 'answer 200 and a CapabilityStatement of what the server can do',
    },
    needs: [],
    run: present,
  },
  {
    id: 'metadata/elements',
    title: {
      fr: 'ses éléments obligatoires sont là : status, date, kind, format (JSON), rest',
      en: 'its mandatory elements are there: status, date, kind, format (JSON), rest',
    },
    source: SOURCE,
    mend: { fr: 'les valoriser', en: 'fill them in' },
    needs: [],
    run: elements,
  },
  {
    id: 'metadata/fhir-version',
    title: { fr: 'sa version de FHIR est 4.0.1', en: 'its FHIR version is 4.0.1' },
    source: 'test 3.01 ; tableau de l’API, « FHIR 4.0.1 »',
    mend: { fr: 'fhirVersion : 4.0.1', en: 'fhirVersion: 4.0.1' },
    needs: [],
    run: version,
  },
  ...LISTED.map((row): Check => ({
    id: `metadata/${row.name}`,
    title: {
      fr: `il déclare ${row.type} (${row.interactions.join(', ')}) et son profil`,
      en: `it declares ${row.type} (${row.interactions.join(', ')}) and its profile`,
    },
    source: 'CapabilityStatement SAS-GestionnaireAgenda-*, SAS-GestionnaireStructure du guide',
    mend: {
      fr: 'déclarer la ressource, ses interactions et son profil comme ceux du guide',
      en: "declare the resource, its interactions and its profile like the guide's",
    },
    needs: [row.needs],
    run: (scene) => listed(scene, row),
  })),
];
