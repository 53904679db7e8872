import type { Check, Fault, Scene } from '../../check.ts';
import { CREATED, CREATED_OR_UPDATED, judgeStatus, UPDATED } from '../writing/judge.ts';
import { judgeLocation, judgeSame } from '../writing/location.ts';
import { freshRegulator, freshTechnical } from './people.ts';
import { bodyOf, makeAccount, NEEDS, post, put, SENT_ID } from './requests.ts';
import { type Row, toChecks } from '../row.ts';

const TYPE = 'Practitioner';
const PAGE = 'page de gestion des comptes régulateurs';

async function createLocation(scene: Scene): Promise<readonly Fault[]> {
  const { answer } = await makeAccount(scene);
  return judgeLocation(answer, TYPE);
}

async function updateLocation(scene: Scene): Promise<readonly Fault[]> {
  const { regulator, answer } = await makeAccount(scene);
  const updated = await put(scene, regulator.identifier, bodyOf(regulator));
  return [
    ...judgeStatus(updated, UPDATED),
    ...judgeLocation(updated, TYPE),
    ...judgeSame(answer, updated, TYPE),
  ];
}

async function putCreateLocation(scene: Scene): Promise<readonly Fault[]> {
  const regulator = freshRegulator({ identifier: freshTechnical() });
  const answer = await put(scene, regulator.identifier, bodyOf(regulator));
  return [...judgeStatus(answer, CREATED_OR_UPDATED), ...judgeLocation(answer, TYPE)];
}

async function updateIdempotent(scene: Scene): Promise<readonly Fault[]> {
  const { regulator, answer } = await makeAccount(scene);
  const changed = bodyOf({ ...regulator, family: 'Normand-modif' });
  const faults: Fault[] = [];
  for (const _time of [1, 2]) {
    const again = await put(scene, regulator.identifier, changed);
    faults.push(...judgeStatus(again, UPDATED), ...judgeSame(answer, again, TYPE));
  }
  return faults;
}

async function putCreateTwice(scene: Scene): Promise<readonly Fault[]> {
  const regulator = freshRegulator({ identifier: freshTechnical() });
  const first = await put(scene, regulator.identifier, bodyOf(regulator));
  const second = await put(scene, regulator.identifier, bodyOf(regulator));
  return [
    ...judgeStatus(first, CREATED_OR_UPDATED),
    ...judgeStatus(second, UPDATED),
    ...judgeSame(first, second, TYPE),
  ];
}

/** Two bodies with the same `id`, of two people. */
async function bodyIdIgnored(scene: Scene): Promise<readonly Fault[]> {
  const first = await post(scene, bodyOf(freshRegulator()));
  const second = await post(scene, bodyOf(freshRegulator()));
  const faults = [first, second].flatMap((answer) => judgeStatus(answer, CREATED));
  const location = second.headers.location ?? '';
  if (location !== '' && (location === first.headers.location || location.includes(SENT_ID))) {
    faults.push({
      place: 'headers.location',
      message: {
        fr: `l’id du corps a été repris : « ${location} »`,
        en: `the id of the body was taken: “${location}”`,
      },
      exchange: second,
    });
  }
  return faults;
}

const LOCATION_MEND = {
  fr: 'ajouter Location: [base]/Practitioner/id, le même id tant que le compte existe',
  en: 'add Location: [base]/Practitioner/id, the same id as long as the account exists',
};
const ROWS: readonly Row[] = [
  [
    'create-location',
    { fr: 'la création répond Location', en: 'creation answers Location' },
    `${PAGE}, « Réponse » : 201 et Location`,
    LOCATION_MEND,
    createLocation,
  ],
  [
    'update-location',
    { fr: 'la mise à jour répond 200 et Location', en: 'update answers 200 and Location' },
    `${PAGE}, « Réponse » : 200 et Location`,
    LOCATION_MEND,
    updateLocation,
  ],
  [
    'put-create-location',
    { fr: 'la création par PUT répond Location', en: 'creation by PUT answers Location' },
    `${PAGE}, « comme une création » : 201 et Location`,
    LOCATION_MEND,
    putCreateLocation,
  ],
  [
    'update-idempotent',
    { fr: 'la même mise à jour deux fois', en: 'the same update twice' },
    `${PAGE}, PUT conditionnel idempotent`,
    { fr: 'répondre 200 et le même compte', en: 'answer 200 and the same account' },
    updateIdempotent,
  ],
  [
    'put-create-twice',
    { fr: 'la même création par PUT deux fois', en: 'the same creation by PUT twice' },
    `${PAGE}, PUT conditionnel idempotent`,
    {
      fr: 'la seconde fois, trouver le compte et répondre 200',
      en: 'the second time, find the account and answer 200',
    },
    putCreateTwice,
  ],
  [
    'body-id-ignored',
    { fr: 'l’id du corps est ignoré', en: 'the id of the body is ignored' },
    'tests 5.01 à 5.03 (le kit envoie toujours le même) ; FHIR, create',
    { fr: 'donner un id à soi à chaque création', en: 'give an id of your own to each creation' },
    bodyIdIgnored,
  ],
];

/** Which account an answer is about: `Location`, and the same one however often it is asked. */
export const LOCATIONS: readonly Check[] = toChecks('accounts', ROWS, NEEDS);
