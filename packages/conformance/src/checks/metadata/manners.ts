import { isDeepStrictEqual } from 'node:util';
import { type Check, type Fault, type Scene, Skip } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import { judgeInside, judgeOutcome } from '../writing/judge.ts';
import { METADATA, statementIn, statementOf } from './statement.ts';

const isStatement = (exchange: Exchange): boolean => statementIn(exchange) !== null;

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

async function head(scene: Scene): Promise<readonly Fault[]> {
  const { exchange: got } = await statementOf(scene);
  const asked = await scene.ask({ method: 'HEAD', path: METADATA });
  const same = asked.headers['content-type'] === got.headers['content-type'];
  if (asked.status === got.status && asked.text === '' && same) return [];
  return [
    {
      place: 'status',
      severity: 'warning',
      message: {
        fr: `HEAD : ${asked.status}, ${asked.headers['content-type'] ?? 'sans type'} ; GET : ${got.status}`,
        en: `HEAD answers ${asked.status}, ${asked.headers['content-type'] ?? 'no type'}; GET ${got.status}`,
      },
    },
  ];
}

async function gzip(scene: Scene): Promise<readonly Fault[]> {
  await statementOf(scene);
  const ask = (coding: string) =>
    scene.ask({ path: METADATA, headers: { 'accept-encoding': coding }, fresh: true });
  const [packed, plain] = [await ask('gzip'), await ask('identity')];
  const faults: Fault[] = [];
  const coding = plain.headers['content-encoding'] ?? 'identity';
  if (coding !== 'identity') {
    faults.push({
      place: 'headers.content-encoding',
      message: {
        fr: `« ${coding} », que la requête n’accepte pas`,
        en: `“${coding}”, which the request does not accept`,
      },
    });
  }
  if (packed.json === undefined || !isDeepStrictEqual(packed.json, plain.json)) {
    faults.push({
      place: 'body',
      message: {
        fr: 'la réponse compressée n’est pas la même que l’autre',
        en: 'the compressed answer is not the same as the other',
      },
      exchange: packed,
    });
  }
  return faults;
}

async function entityTag(scene: Scene): Promise<readonly Fault[]> {
  const { exchange } = await statementOf(scene);
  const { etag } = exchange.headers;
  if (etag === undefined) {
    throw new Skip({ fr: 'le serveur n’offre pas d’ETag', en: 'the server offers no ETag' });
  }
  const ask = (tag: string) =>
    scene.ask({ path: METADATA, headers: { 'if-none-match': tag }, fresh: true });
  const known = await ask(etag);
  const other = await ask('W/"another"');
  const faults: Fault[] = [];
  if (known.status !== 304 || known.text !== '') {
    faults.push({
      place: 'status',
      message: {
        fr: `If-None-Match avec l’ETag reçu : ${known.status} au lieu de 304 sans corps`,
        en: `If-None-Match with the ETag received: ${known.status} instead of 304 without body`,
      },
      exchange: known,
    });
  }
  if (!isStatement(other)) {
    faults.push({
      place: 'status',
      message: {
        fr: `If-None-Match avec un autre ETag : ${other.status} au lieu de 200`,
        en: `If-None-Match with another ETag: ${other.status} instead of 200`,
      },
      exchange: other,
    });
  }
  return faults;
}

const STRANGE: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/NothingLikeThis'],
  ['GET', '/Slot/../../etc/passwd'],
  ['GET', '/%'],
  ['DELETE', METADATA],
  ['PATCH', '/Slot'],
];

/** Addresses and methods that are not there: 4xx that says why. */
async function elsewhere(scene: Scene): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const [method, path] of STRANGE) {
    const exchange = await scene.ask({ method, path });
    const { status } = exchange;
    if (status < 400 || status >= 500) {
      faults.push({
        place: 'status',
        message: {
          fr: `${method} ${path} : ${status} au lieu d’un 4xx`,
          en: `${method} ${path} answers ${status} instead of a 4xx`,
        },
        exchange,
      });
    }
    faults.push(...judgeInside(exchange));
    if (path === '/NothingLikeThis') {
      faults.push(
        ...judgeOutcome(exchange).map((fault): Fault => ({ ...fault, severity: 'warning' })),
      );
    }
  }
  return faults;
}

type Row = readonly [
  name: string,
  title: Check['title'],
  source: string,
  mend: Check['mend'],
  run: Check['run'],
];

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
  [
    'head',
    { fr: 'HEAD répond comme GET, sans corps', en: 'HEAD answers as GET, without body' },
    'RFC 9110, 9.3.2',
    { fr: 'traiter HEAD comme GET', en: 'treat HEAD as GET' },
    head,
  ],
  [
    'gzip',
    { fr: 'la compression suit Accept-Encoding', en: 'compression follows Accept-Encoding' },
    'RFC 9110, 12.5.3',
    {
      fr: 'ne compresser que si gzip est accepté, et envoyer le même JSON',
      en: 'compress only where gzip is accepted, and send the same JSON',
    },
    gzip,
  ],
  [
    'etag',
    { fr: 'un ETag offert sert à If-None-Match', en: 'an ETag on offer works with If-None-Match' },
    'RFC 9110, 13.1.2',
    { fr: 'répondre 304 à l’ETag courant', en: 'answer 304 to the current ETag' },
    entityTag,
  ],
  [
    'elsewhere',
    {
      fr: 'une adresse ou une méthode inconnue est un 4xx',
      en: 'an unknown address or method is a 4xx',
    },
    'FHIR R4, http ; pages du guide, « Réponse – Échec »',
    {
      fr: 'répondre 404 ou 405 et un OperationOutcome',
      en: 'answer 404 or 405 and an OperationOutcome',
    },
    elsewhere,
  ],
];

/** How the server speaks HTTP, seen on the one address that needs no fixture. */
export const MANNERS: readonly Check[] = ROWS.map(([name, title, source, mend, run]) => ({
  id: `metadata/${name}`,
  title,
  source,
  mend,
  needs: [],
  run,
}));
