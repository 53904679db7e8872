import type { Check, Fault, Scene } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type Row, toChecks } from '../row.ts';
import { isStatement, METADATA, statementOf } from './statement.ts';

/** Asks for the statement in several forms; each must give it. */
async function allForms(
  scene: Scene,
  forms: readonly string[],
  ask: (form: string) => Promise<Exchange>,
): Promise<readonly Fault[]> {
  await statementOf(scene);
  const faults: Fault[] = [];
  for (const form of forms) {
    const exchange = await ask(form);
    if (isStatement(exchange)) continue;
    faults.push({
      place: 'status',
      message: {
        fr: `${form} : ${exchange.status}, pas de CapabilityStatement en JSON`,
        en: `${form} answers ${exchange.status}, no CapabilityStatement in JSON`,
      },
      exchange,
    });
  }
  return faults;
}

const ACCEPT = [
  'application/json+fhir',
  'application/fhir+json',
  'application/json',
  'application/fhir+json; charset=utf-8; fhirVersion=4.0',
  'application/fhir+xml;q=0.5, application/fhir+json',
  '*/*',
];

const FORMAT = ['json', 'application/json', 'application/fhir%2Bjson', 'application/fhir+json'];

async function mediaType(scene: Scene): Promise<readonly Fault[]> {
  const { exchange } = await statementOf(scene);
  const type = exchange.headers['content-type'] ?? '';
  const faults: Fault[] = [];
  if (!/^application\/fhir\+json\b/i.test(type)) {
    faults.push({
      place: 'headers.content-type',
      severity: 'warning',
      message: {
        fr: `« ${type.slice(0, 80)} » au lieu de application/fhir+json`,
        en: `“${type.slice(0, 80)}” instead of application/fhir+json`,
      },
    });
  }
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8';
  if (!exchange.utf8 || charset.toLowerCase() !== 'utf-8') {
    faults.push({
      place: 'body',
      message: { fr: 'la réponse n’est pas en UTF-8', en: 'the answer is not UTF-8' },
    });
  }
  return faults;
}

const ROWS: readonly Row[] = [
  [
    'accept',
    { fr: 'toutes les formes de Accept sont servies', en: 'every form of Accept is served' },
    'tableau de l’API : Accept application/json+fhir ; CapabilityStatement : application/fhir+json',
    {
      fr: 'répondre application/fhir+json à application/json+fhir, application/json et */* aussi',
      en: 'answer application/fhir+json to application/json+fhir, application/json and */* too',
    },
    (scene) =>
      allForms(scene, ACCEPT, (accept) => scene.ask({ path: METADATA, headers: { accept } })),
  ],
  [
    'format-parameter',
    { fr: '_format demande du JSON', en: '_format asks for JSON' },
    'FHIR R4, http, paramètre _format',
    {
      fr: 'accepter _format=json et application/fhir+json, le + écrit %2B ou nu',
      en: 'take _format=json and application/fhir+json, the + written %2B or bare',
    },
    (scene) =>
      allForms(scene, FORMAT, (format) => scene.ask({ path: `${METADATA}?_format=${format}` })),
  ],
  [
    'media-type',
    {
      fr: 'la réponse est application/fhir+json en UTF-8',
      en: 'the answer is application/fhir+json in UTF-8',
    },
    'avertissement des tests 4.x ; tableau de l’API, UTF-8',
    {
      fr: 'Content-Type: application/fhir+json; charset=utf-8',
      en: 'Content-Type: application/fhir+json; charset=utf-8',
    },
    mediaType,
  ],
];

/** The forms in which the server is asked, and that of its answer. */
export const FORMS: readonly Check[] = toChecks('metadata', ROWS);
