import { isDeepStrictEqual } from 'node:util';
import { type Check, type Fault, type Scene, Skip } from '../../check.ts';
import { judgeInside, judgeOutcome } from '../writing/judge.ts';
import { type Row, toChecks } from '../row.ts';
import { isStatement, METADATA, statementOf } from './statement.ts';

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
  ['GET', '/%'],
  ['DELETE', METADATA],
  ['PATCH', '/Slot'],
];

/** Addresses and methods that are not there: 4xx that says why, or 501. */
async function elsewhere(scene: Scene): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const [method, path] of STRANGE) {
    const exchange = await scene.ask({ method, path });
    const { status } = exchange;
    if ((status < 400 || status >= 500) && status !== 501) {
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

const ROWS: readonly Row[] = [
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

/** What HTTP gives beside the answer itself, and addresses that are not there. */
export const TRANSFER: readonly Check[] = toChecks('metadata', ROWS);
