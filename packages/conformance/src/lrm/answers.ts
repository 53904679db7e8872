import type { HubCheck } from '@sas-kit/connector/hub-stand-in';
import type { Text } from '@sas-kit/fhir';
import { type Check, type Fault, type Scene, Skip } from '../check.ts';
import { fault } from '../fault.ts';
import { aboutOf, type Bounced, type Received } from './outcome.ts';
import { spoilt } from './refusals.ts';
import { firstOutcome, tell, write } from './requests.ts';
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
export function passes(check: HubCheck): Check['run'] {
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

/** Answers go through the Hub. */
export const throughHub = every(({ exchange }) =>
  exchange === 'distribution'
    ? null
    : {
        fr: `publié dans « ${exchange || 'exchange par défaut'} », sans passer par le Hub`,
        en: `published to “${exchange || 'the default exchange'}”, past the Hub`,
      },
);

/** The kind of the envelope puts an answer into its queue. */
export const rightQueue = every(({ queue, read: { message } }) => {
  const wanted = { reference: 'ack', error: 'info' }[String(message?.useCase)];
  if (wanted === undefined || wanted === queue) return null;
  const kind = message?.kind ?? '?';
  return {
    fr: `distributionKind ${kind} : arrive dans .${queue} au lieu de .${wanted}`,
    en: `distributionKind ${kind}: comes into .${queue} instead of .${wanted}`,
  };
});

/** The header says the same as the envelope. */
export const sameKind = every(({ text, read: { message } }) => {
  const kind = /"message"\s*:\s*\{[^]*?"kind"\s*:\s*"(\w+)"/.exec(text)?.[1];
  if (message?.useCase !== 'reference' || kind === undefined || kind === message.kind) return null;
  return {
    fr: `kind ${kind} dans l’en-tête, distributionKind ${message.kind} dans l’enveloppe`,
    en: `kind ${kind} in the header, distributionKind ${message.kind} in the envelope`,
  };
});

/** Dates have an offset. */
export const noZ = every(({ text }) => {
  const found = /"(dateTime\w+|sentAt)"\s*:\s*"([^"]*Z)"/.exec(text);
  if (found === null) return null;
  return {
    fr: `${found[1]} se termine par Z : ${found[2]}`,
    en: `${found[1]} ends in Z: ${found[2]}`,
  };
});

/** Two answers that say different things have ids of their own. */
export async function ownIds(scene: Scene): Promise<readonly Fault[]> {
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

/** More is told than that the message came. */
export async function integrated(scene: Scene): Promise<readonly Fault[]> {
  const outcome = await firstOutcome(scene);
  if (outcome.kind !== 'acknowledged' || outcome.step !== 'RECU') return [];
  return [
    fault('reference.step', 'RECU, puis rien de plus', 'RECU, then nothing more', {
      severity: 'warning',
    }),
  ];
}

/** What is asked as an exercise is answered as one. */
export async function exercise(scene: Scene): Promise<readonly Fault[]> {
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
