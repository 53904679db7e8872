import {
  type AppointmentMessage,
  buildAcknowledgement,
  buildError,
  HUB_STATUSES,
} from '@sas-kit/fhir/hub';
import type { Check, Fault, Scene } from '../check.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { fault } from '../fault.ts';
import {
  acknowledged,
  appointmentIn,
  judgeAcknowledged,
  make,
  outcomeFor,
  PAGE,
  tell,
  write,
} from './requests.ts';

const MINUTE = 60_000;
const BURST = 50;

/** The same message again: the answer to the first was lost. */
async function duplicate(scene: Scene): Promise<readonly Fault[]> {
  const message = await make(scene);
  return acknowledged(scene, message);
}

/** Answered one way or the other: 701 says that it is known. */
async function createdAgain(scene: Scene): Promise<readonly Fault[]> {
  const { appointmentId } = appointmentIn(await make(scene));
  const again = write(scene, { appointmentId });
  const outcome = await tell(scene, again);
  if (outcome.kind === 'refused' && outcome.statusCode === 701) return [];
  return judgeAcknowledged(scene.hub, again, outcome);
}

/** The cancellation overtakes the creation. */
async function lateCreation(scene: Scene): Promise<readonly Fault[]> {
  const appointmentId = crypto.randomUUID();
  const cancelled = write(scene, {
    appointmentId,
    method: 'UpdateAppointment',
    status: 'cancelled',
  });
  const created = write(scene, { appointmentId, sentAfterMs: -MINUTE });
  const first = await acknowledged(scene, cancelled);
  if (first.length > 0) return first;
  const outcome = await tell(scene, created);
  if (outcome.kind === 'refused' && (outcome.statusCode === 701 || outcome.statusCode === 702))
    return [];
  return judgeAcknowledged(scene.hub, created, outcome);
}

/** An older update that was sent again comes after a newer one. */
async function lateUpdate(scene: Scene): Promise<readonly Fault[]> {
  const { appointmentId } = appointmentIn(await make(scene, { sentAfterMs: -3 * MINUTE }));
  const update = (status: 'cancelled' | 'booked', sentAfterMs: number) =>
    write(scene, { appointmentId, method: 'UpdateAppointment', status, sentAfterMs });
  const newer = await acknowledged(scene, update('cancelled', -MINUTE));
  if (newer.length > 0) return newer;
  const late = update('booked', -2 * MINUTE);
  const outcome = await tell(scene, late);
  if (outcome.kind === 'refused' && outcome.statusCode === 702) return [];
  return judgeAcknowledged(scene.hub, late, outcome);
}

/** Many at once: none is lost. */
async function burst(scene: Scene): Promise<readonly Fault[]> {
  await make(scene);
  const { hub } = scene;
  const since = hub.events.length;
  const messages: AppointmentMessage[] = [];
  for (let index = 0; index < BURST; index += 1) {
    const method = index % 2 === 0 ? 'CreateAppointment' : 'UpdateAppointment';
    messages.push(write(scene, { method, status: HUB_STATUSES[index % HUB_STATUSES.length]! }));
  }
  for (const message of messages) await hub.send(message);
  const missing: AppointmentMessage[] = [];
  for (const message of messages) {
    const outcome = await outcomeFor(hub, message.distributionID, since);
    if (outcome.kind !== 'acknowledged') missing.push(message);
  }
  if (missing.length === 0) return [];
  const ids = missing
    .slice(0, 3)
    .map(({ distributionID }) => distributionID)
    .join(', ');
  return [
    fault(
      `${hub.client}.message`,
      `${missing.length} messages sur ${BURST} sans acquittement : ${ids}`,
      `${missing.length} messages of ${BURST} not acknowledged: ${ids}`,
    ),
  ];
}

/** An acknowledgement and an error of the platform about a message. */
function answersTo({ hub, now }: Scene, about: string) {
  const route = () => ({
    sender: hub.platform,
    recipient: hub.client,
    id: crypto.randomUUID(),
    sentAt: new Date(now),
  });
  return {
    acknowledgement: buildAcknowledgement({ distributionID: about, step: 'INTEGRE' }, route()),
    error: buildError({ statusCode: 500, cause: 'try', referencedDistributionID: about }, route()),
  };
}

/** Acknowledgements and errors are never answered: two programs would answer each other for ever. */
async function answersToAnswers(scene: Scene): Promise<readonly Fault[]> {
  const { hub } = scene;
  const own = await make(scene);
  const since = hub.events.length;
  const { acknowledgement, error } = answersTo(scene, own.distributionID);
  await hub.put('ack', JSON.stringify(acknowledgement));
  await hub.put('info', JSON.stringify(error));
  const sent = [acknowledgement.distributionID, error.distributionID];
  await hub.look(async () => (await hub.waiting('ack')) + (await hub.waiting('info')) === 0);
  // Whoever answers those has had the time once this is answered.
  const last = await make(scene);
  const answered = sent.filter((id) => {
    const text = JSON.stringify(id);
    return hub.events
      .slice(since)
      .some((event) =>
        (event.kind === 'received' ? event.text : event.refused.text).includes(text),
      );
  });
  return answered.map((id) =>
    fault(
      `${hub.client}.ack, ${hub.client}.info`,
      `un acquittement ou une erreur a reçu une réponse (${id}, avant ${last.distributionID})`,
      `an acknowledgement or an error was answered (${id}, before ${last.distributionID})`,
    ),
  );
}

const KNOWN: Check['mend'] = {
  fr: 'reconnaître le distributionID et répondre de nouveau : la première réponse a pu se perdre',
  en: 'know the distributionID and answer again: the first answer may be lost',
};

const ROWS: readonly Row[] = [
  [
    'duplicate',
    {
      fr: 'le même message reçu deux fois est acquitté deux fois',
      en: 'the same message received twice is acknowledged twice',
    },
    'DST du Hub : un message peut être remis plusieurs fois',
    KNOWN,
    duplicate,
  ],
  [
    'created-again',
    {
      fr: 'une seconde création du même rendez-vous a une réponse : RC-REF ou 701',
      en: 'a second creation of the same appointment is answered: RC-REF or 701',
    },
    'codes d’erreur du Hub : 701 CASE_ALREADY_EXISTS',
    {
      fr: 'reconnaître appointmentId ; répondre RC-REF, ou RS-ERROR 701',
      en: 'know the appointmentId; answer RC-REF, or RS-ERROR 701',
    },
    createdAgain,
  ],
  [
    'late-creation',
    {
      fr: 'une création qui arrive après l’annulation a une réponse',
      en: 'a creation that comes after the cancellation is answered',
    },
    'le Hub ne promet aucun ordre',
    {
      fr: 'ranger dans l’ordre de sentAt, une mise à jour après une création ; répondre',
      en: 'put in the order of sentAt, an update after a creation; answer',
    },
    lateCreation,
  ],
  [
    'late-update',
    {
      fr: 'une mise à jour en retard a une réponse',
      en: 'an update that comes late is answered',
    },
    'le Hub ne promet aucun ordre',
    {
      fr: 'comparer sentAt ; répondre RC-REF, ou 702',
      en: 'compare sentAt; answer RC-REF, or 702',
    },
    lateUpdate,
  ],
  [
    'burst',
    {
      fr: `${BURST} messages d’un coup sont tous acquittés`,
      en: `${BURST} messages at once are all acknowledged`,
    },
    `${PAGE}, acquittement de chaque message`,
    {
      fr: 'prefetch, acquittement manuel, une réponse par message',
      en: 'prefetch, manual acknowledgement, one answer for each message',
    },
    burst,
  ],
  [
    'answers-to-answers',
    {
      fr: 'ni un acquittement ni une erreur ne reçoit de réponse',
      en: 'neither an acknowledgement nor an error is answered',
    },
    'deux programmes se répondraient sans fin',
    {
      fr: 'ne répondre qu’à ce qui vient de {id}.message, et jamais à RC-REF ni RS-ERROR',
      en: 'answer only what comes from {id}.message, and never RC-REF or RS-ERROR',
    },
    answersToAnswers,
  ],
];

/** Repetition and disorder. */
export const ORDER: readonly Check[] = toChecks('lrm-order', ROWS);
