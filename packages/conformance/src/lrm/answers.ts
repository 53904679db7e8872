import type { HubCheck } from '@sas-kit/connector/hub-stand-in';
import type { Text } from '@sas-kit/fhir';
import { type Check, type Fault, type Scene, Skip } from '../check.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { fault } from '../fault.ts';
import { aboutOf, type Bounced, type Received } from './outcome.ts';
import { spoilt } from './refusals.ts';
import { ANSWERS, DISPATCHER, firstOutcome, tell, write } from './requests.ts';
import type { TrialHub } from './trial-hub.ts';

const MOST = 3;

/** What the program has sent so far: an acknowledgement and an error at least, where it sends them. */
async function sent(scene: Scene): Promise<TrialHub> {
  const { hub } = scene;
  await firstOutcome(scene);
  await scene.shared('lrm first error', async () => {
    const { id, body } = spoilt(scene, (appointment) => delete appointment['start']);
    const since = hub.events.length;
    await hub.put('message', body);
    await hub.outcome(id, since);
  });
  if (answersIn(hub).length + bouncedIn(hub).length > 0) return hub;
  throw new Skip({
    fr: 'le programme n’a rien envoyé : voir lrm-messages/create',
    en: 'the program has sent nothing: see lrm-messages/create',
  });
}

function answersIn({ events, platform, client }: TrialHub): Received[] {
  return events.filter(
    (event): event is Received =>
      event.kind === 'received' &&
      // The Hub's own errors are no answers of the program.
      (event.read.senderID === client ||
        (event.exchange !== 'distribution' && event.read.senderID !== platform)),
  );
}

function bouncedIn({ events }: TrialHub): Bounced[] {
  return events.filter((event) => event.kind === 'bounced');
}

/** Nothing that the program sent was refused by this check of the Hub. */
function passes(check: HubCheck): Check['run'] {
  return async (scene) => {
    const hub = await sent(scene);
    return bouncedIn(hub)
      .filter(({ refused }) => refused.check === check)
      .slice(0, MOST)
      .map(({ refused }) => {
        const { statusCode, cause, routingKey, about } = refused;
        const said = `${statusCode}, ${cause}`;
        return fault(
          `hubsante, ${routingKey}: ${about ?? '?'}`,
          `le Hub refuse une réponse du programme : ${said}`,
          `the Hub refuses an answer of the program: ${said}`,
        );
      });
  };
}

/** Looks at each answer. */
function every(judge: (answer: Received, hub: TrialHub) => Text | null): Check['run'] {
  return async (scene) => {
    const hub = await sent(scene);
    const faults = answersIn(hub).flatMap((answer): Fault[] => {
      const message = judge(answer, hub);
      const place = `${hub.platform}.${answer.queue}: ${answer.read.distributionID ?? '?'}`;
      return message === null ? [] : [{ place, message }];
    });
    return faults.slice(0, MOST);
  };
}

const throughHub = every(({ exchange }) =>
  exchange === 'distribution'
    ? null
    : {
        fr: `publié dans « ${exchange || 'exchange par défaut'} », sans passer par le Hub`,
        en: `published to “${exchange || 'the default exchange'}”, past the Hub`,
      },
);

const rightQueue = every(({ queue, read: { message } }) => {
  const wanted = { reference: 'ack', error: 'info' }[String(message?.useCase)];
  if (wanted === undefined || wanted === queue) return null;
  const kind = message?.kind ?? '?';
  return {
    fr: `distributionKind ${kind} : arrive dans .${queue} au lieu de .${wanted}`,
    en: `distributionKind ${kind}: comes into .${queue} instead of .${wanted}`,
  };
});

/** The header says the same as the envelope. */
const sameKind = every(({ text, read: { message } }) => {
  const kind = /"message"\s*:\s*\{[^]*?"kind"\s*:\s*"(\w+)"/.exec(text)?.[1];
  if (message?.useCase !== 'reference' || kind === undefined || kind === message.kind) return null;
  return {
    fr: `kind ${kind} dans l’en-tête, distributionKind ${message.kind} dans l’enveloppe`,
    en: `kind ${kind} in the header, distributionKind ${message.kind} in the envelope`,
  };
});

const noZ = every(({ text }) => {
  const found = /"(dateTime\w+|sentAt)"\s*:\s*"([^"]*Z)"/.exec(text);
  if (found === null) return null;
  return {
    fr: `${found[1]} se termine par Z : ${found[2]}`,
    en: `${found[1]} ends in Z: ${found[2]}`,
  };
});

/** Two answers that say different things have ids of their own. */
async function ownIds(scene: Scene): Promise<readonly Fault[]> {
  const hub = await sent(scene);
  const said = new Map<string, string>();
  for (const { read } of answersIn(hub)) {
    const { message, distributionID } = read;
    if (message === null || distributionID === null) continue;
    const step = message.useCase === 'reference' ? message.reference.step : message.useCase;
    const what = `${step ?? '–'} ${aboutOf(read)}`;
    const before = said.get(distributionID) ?? what;
    if (before !== what)
      return [
        fault(
          distributionID,
          `deux réponses différentes ont ce distributionID : ${before} ; ${what}`,
          `two different answers have this distributionID: ${before}; ${what}`,
        ),
      ];
    said.set(distributionID, what);
  }
  return [];
}

async function integrated(scene: Scene): Promise<readonly Fault[]> {
  const outcome = await firstOutcome(scene);
  if (outcome.kind !== 'acknowledged' || outcome.step !== 'RECU') return [];
  return [
    fault('reference.step', 'RECU, puis rien de plus', 'RECU, then nothing more', {
      severity: 'warning',
    }),
  ];
}

/** What is asked as an exercise is answered as one. */
async function exercise(scene: Scene): Promise<readonly Fault[]> {
  const { hub } = scene;
  const message = write(scene, { exercise: true });
  const outcome = await tell(scene, message);
  if (outcome.kind !== 'acknowledged')
    throw new Skip({ fr: 'l’exercice n’est pas acquitté', en: 'the exercise is not acknowledged' });
  return answersIn(hub)
    .filter(({ read }) => aboutOf(read) === message.distributionID)
    .filter(({ read }) => read.message?.status !== 'Exercise')
    .slice(0, 1)
    .map(({ read }) =>
      fault(
        read.distributionID ?? '?',
        `un exercice est acquitté en ${read.message?.status}`,
        `an exercise is acknowledged as ${read.message?.status}`,
      ),
    );
}

const CHECKED: readonly (readonly [HubCheck, Text, Text])[] = [
  [
    'content-type',
    { fr: 'content_type est application/json', en: 'content_type is application/json' },
    {
      fr: 'publier avec content_type exactement application/json, sans charset',
      en: 'publish with content_type exactly application/json, without charset',
    },
  ],
  [
    'format',
    { fr: 'les réponses sont du JSON', en: 'answers are JSON' },
    { fr: 'écrire du JSON en UTF-8', en: 'write JSON as UTF-8' },
  ],
  [
    'schema',
    { fr: 'les réponses suivent leurs schémas', en: 'answers follow their schemas' },
    {
      fr: 'valider avec les schémas du Hub : aucun membre de trop, sentAt avec décalage et sans Z',
      en: 'validate with the schemas of the Hub: no member too many, sentAt with offset, without Z',
    },
  ],
  [
    'party',
    {
      fr: 'émetteur ou destinataire est un fr.health',
      en: 'sender or recipient is a fr.health',
    },
    {
      fr: 'répondre à senderID du message reçu, sous son propre identifiant',
      en: 'answer the senderID of the message received, under the own id',
    },
  ],
  [
    'sender',
    { fr: 'senderID est la clé de routage', en: 'senderID is the routing key' },
    {
      fr: 'publier sur hubsante avec son propre identifiant comme clé de routage et senderID',
      en: 'publish to hubsante with the own id as routing key and as senderID',
    },
  ],
  [
    'persistence',
    { fr: 'les réponses sont persistantes', en: 'answers are persistent' },
    { fr: 'publier avec delivery_mode 2', en: 'publish with delivery_mode 2' },
  ],
  [
    'distribution-id',
    {
      fr: 'distributionID commence par le senderID, puis _',
      en: 'distributionID begins with the senderID, then _',
    },
    {
      fr: '{senderID}_{UUID} : ni l’identifiant du Hub (exemple du guide), ni celui du message reçu',
      en: '{senderID}_{UUID}: neither the id of the Hub (example of the guide) nor that of the message',
    },
  ],
  [
    'expiry',
    { fr: 'les réponses ne sont pas déjà expirées', en: 'answers have not expired already' },
    {
      fr: 'dateTimeExpires après maintenant (24 h au plus comptent) ; synchroniser l’horloge',
      en: 'dateTimeExpires after now (at most 24 h count); synchronise the clock',
    },
  ],
  [
    'route',
    { fr: 'les réponses ont un destinataire', en: 'answers have a recipient' },
    {
      fr: 'explicitAddressValue : le senderID du message reçu',
      en: 'explicitAddressValue: the senderID of the message received',
    },
  ],
];

const ROWS: readonly Row[] = [
  [
    'exchange',
    {
      fr: 'les réponses passent par l’exchange hubsante',
      en: 'answers go to the exchange hubsante',
    },
    DISPATCHER,
    {
      fr: 'publier sur hubsante, clé de routage : son propre identifiant ; aucune autre n’est permise',
      en: 'publish to hubsante, routing key: the own id; nothing else is allowed',
    },
    throughHub,
  ],
  ...CHECKED.map(([check, title, mend]): Row => [check, title, DISPATCHER, mend, passes(check)]),
  [
    'queue',
    { fr: 'RC-REF est un Ack, RS-ERROR une Error', en: 'RC-REF is an Ack, RS-ERROR an Error' },
    'distributionKind choisit la file : Ack → .ack, Error → .info, le reste → .message',
    {
      fr: 'distributionKind Ack pour RC-REF, Error pour RS-ERROR',
      en: 'distributionKind Ack for RC-REF, Error for RS-ERROR',
    },
    rightQueue,
  ],
  [
    'header-kind',
    {
      fr: 'kind de l’en-tête est distributionKind de l’enveloppe',
      en: 'kind of the header is distributionKind of the envelope',
    },
    'RC-DE, kind',
    { fr: 'écrire la même valeur aux deux places', en: 'write the same value in both places' },
    sameKind,
  ],
  [
    'own-ids',
    {
      fr: 'chaque réponse a son distributionID',
      en: 'each answer has a distributionID of its own',
    },
    'EDXL-DE, distributionID unique',
    {
      fr: 'un UUID par réponse, RECU et INTEGRE compris ; le même seulement si elle est renvoyée',
      en: 'a UUID for each answer, RECU and INTEGRE too; the same only when it is sent again',
    },
    ownIds,
  ],
  [
    'no-z',
    { fr: 'aucune date ne se termine par Z', en: 'no date ends in Z' },
    'RC-DE : Z ne doit pas être utilisé ; dateTimeSent doit être cohérent avec sentAt',
    { fr: 'écrire le décalage, +01:00 ou +02:00', en: 'write the offset, +01:00 or +02:00' },
    noZ,
  ],
  [
    'integrated',
    { fr: 'le rangement est dit (INTEGRE)', en: 'that it is stored is told (INTEGRE)' },
    ANSWERS,
    {
      fr: 'répondre INTEGRE une fois le rendez-vous dans la liste : jusque-là l’émetteur téléphone',
      en: 'answer INTEGRE once the appointment is in the list: until then its sender telephones',
    },
    integrated,
  ],
  [
    'exercise',
    {
      fr: 'un exercice est acquitté comme un exercice',
      en: 'an exercise is acknowledged as an exercise',
    },
    'EDXL-DE, distributionStatus',
    {
      fr: 'reprendre distributionStatus du message reçu',
      en: 'take distributionStatus from the message received',
    },
    exercise,
  ],
];

/** What the program sends. */
export const ANSWER_CHECKS: readonly Check[] = toChecks('lrm-answers', ROWS);
