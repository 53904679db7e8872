import type { AppointmentStatus } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../check.ts';
import type { Exchange } from '../http/exchange.ts';
import { CREATED, CREATED_OR_UPDATED, judgeStatus, UPDATED } from '../checks/writing/judge.ts';
import { judgeLocation, judgeSame, locatedId } from '../checks/writing/location.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { bodyOf, criterionOf, freshAppointment, make, PAGE, post, put, TYPE } from './requests.ts';

async function create(scene: Scene): Promise<readonly Fault[]> {
  const answer = await post(scene, bodyOf(scene, freshAppointment(scene)));
  return [...judgeStatus(answer, CREATED), ...judgeLocation(answer, TYPE)];
}

/** The SOS profile: waiting for confirmation, no practitioner. */
async function createSos(scene: Scene): Promise<readonly Fault[]> {
  const { practitioner: _practitioner, ...rest } = freshAppointment(scene, { status: 'pending' });
  const sos = { ...rest, participantStatus: 'needs-action' } as const;
  return judgeStatus(await post(scene, bodyOf(scene, sos, { flow: 'sos' })), CREATED);
}

/** Faults of an answer to a creation that was known already: a failure, a second appointment. */
function judgeKnown(first: Exchange, again: Exchange): Fault[] {
  if (again.status >= 500) return judgeStatus(again, CREATED_OR_UPDATED);
  if (again.status >= 400) return [];
  if (again.status === 201 && locatedId(again, TYPE) === null) {
    return judgeStatus(again, UPDATED);
  }
  return judgeSame(first, again, TYPE);
}

async function createTwice(scene: Scene): Promise<readonly Fault[]> {
  const { appointment, answer } = await make(scene);
  return judgeKnown(answer, await post(scene, bodyOf(scene, appointment)));
}

/** As the connector sends it: created only when it is not there. */
async function createIfNone(scene: Scene): Promise<readonly Fault[]> {
  const appointment = freshAppointment(scene);
  const send = () =>
    post(scene, bodyOf(scene, appointment), { 'if-none-exist': criterionOf(appointment) });
  const [first, again] = [await send(), await send()];
  return [...judgeStatus(first, CREATED), ...judgeKnown(first, again)];
}

function update(name: 'identifier' | 'Identifier') {
  return async (scene: Scene): Promise<readonly Fault[]> => {
    const { appointment, answer } = await make(scene);
    const cancelled = bodyOf(scene, { ...appointment, status: 'cancelled' });
    const updated = await put(scene, criterionOf(appointment, name), cancelled);
    return [
      ...judgeStatus(updated, UPDATED),
      ...judgeLocation(updated, TYPE),
      ...judgeSame(answer, updated, TYPE),
    ];
  };
}

async function updateTwice(scene: Scene): Promise<readonly Fault[]> {
  const { appointment, answer } = await make(scene);
  const moved = bodyOf(scene, { ...appointment, status: 'noshow' });
  const faults: Fault[] = [];
  for (const _time of [1, 2]) {
    const updated = await put(scene, criterionOf(appointment), moved);
    faults.push(...judgeStatus(updated, UPDATED), ...judgeSame(answer, updated, TYPE));
  }
  return faults;
}

/** An update that arrives alone. */
async function putCreate(scene: Scene): Promise<readonly Fault[]> {
  const appointment = freshAppointment(scene, { status: 'fulfilled' });
  const send = () => put(scene, criterionOf(appointment), bodyOf(scene, appointment));
  const [first, again] = [await send(), await send()];
  return [
    ...judgeStatus(first, CREATED_OR_UPDATED),
    ...judgeLocation(first, TYPE),
    ...judgeStatus(again, UPDATED),
    ...judgeSame(first, again, TYPE),
  ];
}

function state(status: AppointmentStatus) {
  return async (scene: Scene): Promise<readonly Fault[]> => {
    const { appointment } = await make(scene);
    const changed = bodyOf(scene, { ...appointment, status });
    return judgeStatus(await put(scene, criterionOf(appointment), changed), UPDATED);
  };
}

const STATES = ['booked', 'fulfilled', 'noshow', 'cancelled'] as const;

const KNOWN_MEND = {
  fr: 'reconnaître system + value : répondre 200 et le même rendez-vous, ou 409, 412, 422',
  en: 'know system + value: answer 200 and the same appointment, or 409, 412, 422',
};

const ROWS: readonly Row[] = [
  [
    'create',
    {
      fr: 'un rendez-vous est reçu : 201 et Location',
      en: 'an appointment is taken: 201 and Location',
    },
    `${PAGE}, « Réponse »`,
    { fr: 'créer, répondre 201 et Location', en: 'create, answer 201 and Location' },
    create,
  ],
  [
    'create-sos',
    {
      fr: 'un rendez-vous SOS en attente, sans praticien, est reçu',
      en: 'an SOS appointment that waits, without practitioner, is taken',
    },
    'profil sas-sos-appointment : pending, needs-action, participant sans identifiant',
    {
      fr: 'admettre pending et l’absence de praticien sous ce profil',
      en: 'admit pending and no practitioner under this profile',
    },
    createSos,
  ],
  [
    'create-twice',
    {
      fr: 'la même création deux fois ne fait qu’un rendez-vous',
      en: 'the same creation twice makes one appointment',
    },
    `${PAGE}, identifiant unique`,
    KNOWN_MEND,
    createTwice,
  ],
  [
    'create-if-none-exist',
    {
      fr: 'If-None-Exist ne crée rien de ce qui existe',
      en: 'If-None-Exist creates nothing that is there',
    },
    'FHIR R4, création conditionnelle',
    KNOWN_MEND,
    createIfNone,
  ],
  [
    'update',
    {
      fr: 'PUT ?identifier= met à jour : 200 et le même Location',
      en: 'PUT ?identifier= updates: 200 and the same Location',
    },
    `${PAGE}, PUT conditionnel`,
    {
      fr: 'trouver par system + value, répondre 200 et Location',
      en: 'find by system + value, answer 200 and Location',
    },
    update('identifier'),
  ],
  [
    'update-capital',
    {
      fr: 'le critère écrit Identifier est compris',
      en: 'the criterion written Identifier is understood',
    },
    `${PAGE}, requête écrite ?Identifier=`,
    { fr: 'lire le critère sans égard à la casse', en: 'read the criterion whatever its case' },
    update('Identifier'),
  ],
  [
    'update-twice',
    { fr: 'la même mise à jour deux fois', en: 'the same update twice' },
    `${PAGE}, PUT conditionnel idempotent`,
    { fr: 'répondre 200 et le même rendez-vous', en: 'answer 200 and the same appointment' },
    updateTwice,
  ],
  [
    'put-create',
    {
      fr: 'la mise à jour d’un rendez-vous inconnu le crée, une seule fois',
      en: 'the update of an unknown appointment creates it, once',
    },
    `${PAGE}, updateCreate du CapabilityStatement`,
    {
      fr: 'créer et répondre 201 (200 admis) avec Location',
      en: 'create and answer 201 (200 admitted) with Location',
    },
    putCreate,
  ],
  ...STATES.map((status): Row => [
    `state-${status}`,
    { fr: `l’état ${status} est reçu`, en: `the state ${status} is taken` },
    `${PAGE}, ID 7 : booked, fulfilled, noshow, cancelled`,
    { fr: 'admettre les quatre états', en: 'admit the four states' },
    state(status),
  ]),
];

/** Messages in order. */
export const MESSAGES: readonly Check[] = toChecks('appointments', ROWS);
