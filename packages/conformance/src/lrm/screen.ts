import type { AppointmentMessage } from '@sas-kit/fhir/hub';
import type { Check, Fault, Scene } from '../check.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { differences } from './differences.ts';
import { DOOR, judgeShown } from './door.ts';
import { appointmentIn, make, PAGE, startOf, tell, type Told, write } from './requests.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** One appointment is shown, as this message tells it. */
function shows(scene: Scene, message: AppointmentMessage): Promise<readonly Fault[]> {
  const told = appointmentIn(message);
  return judgeShown(scene, told.appointmentId, (shown) =>
    shown.length === 1 ? differences(shown[0]!, told) : [['count', shown.length, 1]],
  );
}

type Steps = (
  scene: Scene,
  appointmentId: string,
) => readonly [...AppointmentMessage[], AppointmentMessage];

/** Sends messages about one appointment; the one at `decides` stands. */
function ends(steps: Steps, decides = -1): Check['run'] {
  return async (scene) => {
    await make(scene);
    const messages = steps(scene, crypto.randomUUID());
    for (const message of messages) await tell(scene, message);
    return shows(scene, messages.at(decides)!);
  };
}

function update(scene: Scene, appointmentId: string, changes: Told = {}): AppointmentMessage {
  return write(scene, { appointmentId, method: 'UpdateAppointment', ...changes });
}

const create = (scene: Scene, appointmentId: string, sentAfterMs = -5 * MINUTE) =>
  write(scene, { appointmentId, sentAfterMs });

/** Three updates, in each order that they may come in, end the same. */
async function reordered(scene: Scene): Promise<readonly Fault[]> {
  for (const order of [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]) {
    const appointmentId = crypto.randomUUID();
    const messages = [
      create(scene, appointmentId),
      update(scene, appointmentId, {
        start: new Date(startOf(scene) + HOUR),
        end: new Date(startOf(scene) + 2 * HOUR),
        sentAfterMs: -4 * MINUTE,
      }),
      update(scene, appointmentId, { status: 'fulfilled', sentAfterMs: -3 * MINUTE }),
    ];
    for (const index of order) await tell(scene, messages[index]!);
    const faults = await shows(scene, messages[2]!);
    if (faults.length > 0)
      return faults.map(({ place, ...rest }) => ({
        ...rest,
        place: `${place} (${order.join(' ')})`,
      }));
  }
  return [];
}

/** An exercise is not among the real ones. */
async function exercise(scene: Scene): Promise<readonly Fault[]> {
  await make(scene);
  const message = write(scene, { exercise: true });
  await tell(scene, message);
  return judgeShown(scene, appointmentIn(message).appointmentId, (shown) =>
    shown.filter((each) => each.exercise !== true).map(() => ['exercise', false, true]),
  );
}

const LATER = {
  fr: 'ranger par sentAt, une mise à jour après une création ; ce qui est en retard ne change rien',
  en: 'put in the order of sentAt, an update after a creation; what is late changes nothing',
};
const WHOLE = {
  fr: 'le dernier message vaut en entier : ce qu’il ne dit plus n’est plus',
  en: 'the last message stands as a whole: what it says no more is no more',
};
const ONE = {
  fr: 'une ligne par appointmentId',
  en: 'a row for each appointmentId',
};

const ROWS: readonly Row[] = [
  [
    'created',
    { fr: 'le rendez-vous est montré tel qu’il a été dit', en: 'the appointment is shown as told' },
    PAGE,
    WHOLE,
    ends((scene, id) => [create(scene, id)]),
  ],
  [
    'moved',
    { fr: 'l’heure changée est montrée', en: 'the other time is shown' },
    PAGE,
    WHOLE,
    ends((scene, id) => [
      create(scene, id),
      update(scene, id, {
        start: new Date(startOf(scene) + HOUR),
        end: new Date(startOf(scene) + 2 * HOUR),
      }),
    ]),
  ],
  [
    'cancelled',
    { fr: 'l’annulation est montrée', en: 'the cancellation is shown' },
    `${PAGE} : une annulation est une mise à jour, status cancelled`,
    WHOLE,
    ends((scene, id) => [create(scene, id), update(scene, id, { status: 'cancelled' })]),
  ],
  [
    'without-practitioner',
    {
      fr: 'une mise à jour sans praticien n’en laisse aucun ; la structure reste',
      en: 'an update without practitioner leaves none; the structure stays',
    },
    PAGE,
    WHOLE,
    ends((scene, id) => {
      const structureOnly = update(scene, id);
      delete appointmentIn(structureOnly).practitioner;
      return [create(scene, id), structureOnly];
    }),
  ],
  [
    'unknown-update',
    { fr: 'la mise à jour d’un inconnu est montrée', en: 'the update of an unknown one is shown' },
    PAGE,
    { fr: 'créer à partir de la mise à jour', en: 'create from the update' },
    ends((scene, id) => [update(scene, id)]),
  ],
  [
    'one',
    {
      fr: 'créé trois fois, mis à jour deux fois : un seul rendez-vous',
      en: 'created three times, updated twice: one appointment',
    },
    PAGE,
    ONE,
    ends((scene, id) => {
      const [created, updated] = [create(scene, id), update(scene, id, { status: 'noshow' })];
      return [created, created, create(scene, id), updated, updated];
    }),
  ],
  [
    'late-creation',
    {
      fr: 'une création en retard ne fait pas revivre une annulation',
      en: 'a late creation does not bring a cancelled appointment back',
    },
    'le Hub ne promet aucun ordre',
    LATER,
    ends((scene, id) => [update(scene, id, { status: 'cancelled' }), create(scene, id)], 0),
  ],
  [
    'late-update',
    { fr: 'une mise à jour en retard ne change rien', en: 'a late update changes nothing' },
    'le Hub ne promet aucun ordre',
    LATER,
    ends(
      (scene, id) => [
        create(scene, id),
        update(scene, id, { status: 'cancelled', sentAfterMs: -MINUTE }),
        update(scene, id, { sentAfterMs: -2 * MINUTE }),
      ],
      1,
    ),
  ],
  [
    'reordered',
    {
      fr: 'trois messages, dans leurs six ordres, finissent pareil',
      en: 'three messages, in their six orders, end the same',
    },
    'le Hub ne promet aucun ordre',
    LATER,
    reordered,
  ],
  [
    'exercise',
    {
      fr: 'un exercice n’est pas parmi les rendez-vous réels',
      en: 'an exercise is not among the real appointments',
    },
    'EDXL-DE, distributionStatus Exercise',
    {
      fr: 'le ranger à part ; à la porte : rien, ou "exercise": true',
      en: 'keep it apart; at the door: nothing, or "exercise": true',
    },
    exercise,
  ],
];

/** What the program shows, through its door. */
export const SCREEN: readonly Check[] = toChecks('lrm-screen', ROWS, [DOOR]);
