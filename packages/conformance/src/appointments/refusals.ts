import type { Text } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../check.ts';
import type { Exchange } from '../http/exchange.ts';
import { isRefused, judgeInside, judgeOutcome, judgeRefusal } from '../checks/writing/judge.ts';
import { judgeRubbish, sendRubbish } from '../checks/writing/judge-rubbish.ts';
import { judgePolicy } from '../checks/writing/policy.ts';
import { type Rubbish, RUBBISH } from '../checks/writing/rubbish.ts';
import { type Row, toChecks } from '../checks/row.ts';
import { type Body, bodyOf, criterionOf, freshAppointment, PAGE, post, put } from './requests.ts';

interface Spoiling {
  readonly name: string;
  readonly what: Text;
  readonly of: (sound: Body) => Body;
}

function without(member: string, name: string, what: Text): Spoiling {
  const of = (sound: Body): Body =>
    Object.fromEntries(Object.entries(sound).filter(([each]) => each !== member));
  return { name, what, of };
}

const SPOILINGS: readonly Spoiling[] = [
  without('identifier', 'without-identifier', { fr: 'sans identifiant', en: 'without identifier' }),
  without('status', 'without-status', { fr: 'sans état', en: 'without status' }),
  without('start', 'without-start', { fr: 'sans début', en: 'without start' }),
  without('end', 'without-end', { fr: 'sans fin', en: 'without end' }),
  without('extension', 'without-operator', { fr: 'sans régulateur', en: 'without regulator' }),
  without('participant', 'without-participant', {
    fr: 'sans praticien',
    en: 'without practitioner',
  }),
  {
    name: 'unknown-status',
    what: { fr: 'état que le SAS ne connaît pas', en: 'state that SAS does not know' },
    of: (sound) => ({ ...sound, status: 'checked-in' }),
  },
  {
    name: 'end-before-start',
    what: { fr: 'fin avant le début', en: 'end before start' },
    of: (sound) => ({ ...sound, start: sound['end'], end: sound['start'] }),
  },
  {
    name: 'unreadable-date',
    what: { fr: 'date illisible', en: 'unreadable date' },
    of: (sound) => ({ ...sound, start: '23/11/2026 10h' }),
  },
];

/** Refused by POST and by PUT, nothing stored. */
async function refused(scene: Scene, { of, what }: Spoiling): Promise<readonly Fault[]> {
  const appointment = freshAppointment(scene);
  const sound = bodyOf(scene, appointment);
  const answers = [
    await post(scene, of(sound)),
    await put(scene, criterionOf(appointment), of(sound)),
  ];
  const faults = answers.flatMap((answer) => judgeRefusal(answer, what));
  if (!answers.every(isRefused)) return faults;
  return [...faults, ...(await judgeFree(scene, sound))];
}

/** The fault of an identifier that a refused message has taken. */
async function judgeFree(scene: Scene, sound: Body): Promise<Fault[]> {
  const after = await post(scene, sound);
  if (after.status === 201) return [];
  return [
    {
      place: 'status',
      message: {
        fr: `refusé, puis le même rendez-vous en bon ordre : ${after.status} au lieu de 201`,
        en: `refused, then the same appointment in order: ${after.status} instead of 201`,
      },
      mend: {
        fr: 'ne rien enregistrer d’une requête refusée',
        en: 'store nothing of a refused request',
      },
      exchange: after,
    },
  ];
}

async function rubbished(scene: Scene, rubbish: Rubbish): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const method of ['POST', 'PUT']) {
    const appointment = freshAppointment(scene);
    const sound = bodyOf(scene, appointment);
    const text = rubbish.of(sound);
    const answer = await sendRubbish(rubbish, () =>
      method === 'POST' ? post(scene, text) : put(scene, criterionOf(appointment), text),
    );
    faults.push(...judgeRubbish(answer, rubbish));
    if (answer === null || isRefused(answer)) faults.push(...(await judgeFree(scene, sound)));
  }
  return faults;
}

async function someRefusals(scene: Scene): Promise<readonly Exchange[]> {
  const sound = bodyOf(scene, freshAppointment(scene));
  const answers = [await post(scene, '{"resourceType":'), await put(scene, '', sound)];
  for (const { of } of SPOILINGS) answers.push(await post(scene, of(sound)));
  return answers.filter(isRefused);
}

async function outcomes(scene: Scene): Promise<readonly Fault[]> {
  const answers = await someRefusals(scene);
  return answers.flatMap((answer) => [...judgeOutcome(answer), ...judgeInside(answer)]);
}

async function statuses(scene: Scene): Promise<readonly Fault[]> {
  const { malformed, rule } = scene.config.policy;
  const sound = bodyOf(scene, freshAppointment(scene));
  const unknown = await post(scene, { ...sound, status: 'checked-in' });
  return [
    ...judgePolicy(await post(scene, '{"resourceType":'), malformed, [400], 'malformed'),
    ...judgePolicy(unknown, rule, [400, 422], 'rule'),
  ];
}

async function withoutCriterion(scene: Scene): Promise<readonly Fault[]> {
  const sound = bodyOf(scene, freshAppointment(scene));
  return judgeRefusal(await put(scene, '', sound), {
    fr: 'PUT sans identifier',
    en: 'PUT without identifier',
  });
}

const ROWS: readonly Row[] = [
  ...SPOILINGS.map((spoiling): Row => [
    spoiling.name,
    { fr: `refus : ${spoiling.what.fr}`, en: `refused: ${spoiling.what.en}` },
    `${PAGE}, éléments obligatoires ; profil FrAppointmentSAS`,
    {
      fr: 'vérifier avant d’enregistrer, répondre 422 et un OperationOutcome',
      en: 'check before storing, answer 422 and an OperationOutcome',
    },
    (scene) => refused(scene, spoiling),
  ]),
  [
    'criterion-missing',
    {
      fr: 'une mise à jour sans critère est refusée',
      en: 'an update without criterion is refused',
    },
    `${PAGE}, PUT [base]/Appointment?identifier=`,
    { fr: 'répondre 400', en: 'answer 400' },
    withoutCriterion,
  ],
  [
    'refusal-outcome',
    {
      fr: 'chaque refus donne son motif dans un OperationOutcome',
      en: 'each refusal gives its reason in an OperationOutcome',
    },
    `${PAGE}, « Réponse – Échec »`,
    {
      fr: 'répondre un OperationOutcome avec issue.details.text',
      en: 'answer an OperationOutcome with issue.details.text',
    },
    outcomes,
  ],
  [
    'refusal-status',
    { fr: '400 pour la syntaxe, 422 pour une règle', en: '400 for syntax, 422 for a rule' },
    `${PAGE}, « Réponse – Échec »`,
    {
      fr: 'répondre 400 et 422, ou déclarer policy.malformed et policy.rule',
      en: 'answer 400 and 422, or declare policy.malformed and policy.rule',
    },
    statuses,
  ],
  ...RUBBISH.map((rubbish): Row => [
    `rubbish-${rubbish.name}`,
    {
      fr: `${rubbish.what.fr} : refus sans 5xx, rien n’est enregistré`,
      en: `${rubbish.what.en}: refused without 5xx, nothing stored`,
    },
    `${PAGE}, « Réponse – Échec » : 400`,
    {
      fr: 'lire le corps avec une taille et une profondeur bornées',
      en: 'read the body with bounded size and depth',
    },
    (scene) => rubbished(scene, rubbish),
  ]),
];

/** Messages that must be refused. */
export const REFUSALS: readonly Check[] = toChecks('appointments', ROWS);
