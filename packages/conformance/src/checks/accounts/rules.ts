import type { Check, Fault, Scene } from '../../check.ts';
import {
  CREATED,
  CREATED_OR_UPDATED,
  judgeRefusal,
  judgeStatus,
  UPDATED,
} from '../writing/judge.ts';
import { judgeLocation, judgeSame } from '../writing/location.ts';
import { freshNational, freshRegulator, freshRpps, freshTechnical } from './people.ts';
import { bodyOf, makeAccount, NEEDS, post, put, SENT_ID } from './requests.ts';

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

const TAKEN = {
  fr: 'un autre compte actif porte l’identifiant du corps',
  en: 'another active account has the identifier of the body',
};

async function putCreateDuplicate(scene: Scene): Promise<readonly Fault[]> {
  const { regulator } = await makeAccount(scene);
  return judgeRefusal(await put(scene, freshTechnical(), bodyOf(regulator)), TAKEN);
}

async function updateDuplicate(scene: Scene): Promise<readonly Fault[]> {
  const { regulator: holder } = await makeAccount(scene);
  const { regulator } = await makeAccount(scene);
  const wanted = bodyOf({ ...regulator, identifier: holder.identifier });
  return judgeRefusal(await put(scene, regulator.identifier, wanted), TAKEN);
}

/** The technical identifier of the SAS becomes a national one; it is free afterwards. */
async function convert(scene: Scene): Promise<readonly Fault[]> {
  const { regulator, answer } = await makeAccount(scene, { identifier: freshTechnical() });
  const national = { ...regulator, identifier: freshNational() };
  const converted = await put(scene, regulator.identifier, bodyOf(national));
  const found = await put(scene, national.identifier, bodyOf(national));
  const freed = await post(
    scene,
    bodyOf({ ...freshRegulator(), identifier: regulator.identifier }),
  );
  return [
    ...judgeStatus(converted, UPDATED),
    ...judgeStatus(found, UPDATED),
    ...judgeSame(answer, found, TYPE),
    ...judgeStatus(freed, CREATED),
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

/** A doctor's RPPS; fictional ones are few, so one that an earlier run has left gets a second try. */
async function createRpps(scene: Scene): Promise<readonly Fault[]> {
  const create = () => post(scene, bodyOf(freshRegulator({ identifier: freshRpps() })));
  const first = await create();
  return first.status === 201 ? [] : judgeStatus(await create(), CREATED);
}

/** Two creations of one account at the same moment. */
async function concurrent(scene: Scene): Promise<readonly Fault[]> {
  const body = bodyOf(freshRegulator());
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(scene, body)));
  const made = answers.filter(({ status }) => status === 201);
  if (made.length === 1) return [];
  const statuses = answers.map(({ status }) => status).join(', ');
  return [
    {
      place: 'status',
      message: {
        fr: `${made.length} comptes pour quatre créations simultanées du même (${statuses})`,
        en: `${made.length} accounts for four simultaneous creations of the same (${statuses})`,
      },
    },
  ];
}

type Row = readonly [
  name: string,
  title: Check['title'],
  source: string,
  mend: Check['mend'],
  run: Check['run'],
];

const LOCATION_MEND = {
  fr: 'ajouter Location: [base]/Practitioner/id, le même id tant que le compte existe',
  en: 'add Location: [base]/Practitioner/id, the same id as long as the account exists',
};
const UNIQUE_MEND = {
  fr: 'refuser (422) : unicité de system + value entre comptes actifs, par un index de la base',
  en: 'refuse (422): system + value unique among active accounts, by an index of the database',
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
    'put-create-duplicate',
    {
      fr: 'la création par PUT d’un identifiant déjà pris est refusée',
      en: 'creation by PUT of an identifier in use is refused',
    },
    `${PAGE}, « comme une création », avec ses contrôles`,
    UNIQUE_MEND,
    putCreateDuplicate,
  ],
  [
    'update-duplicate',
    {
      fr: 'un compte ne prend pas l’identifiant d’un autre compte actif',
      en: 'an account does not take the identifier of another active one',
    },
    `${PAGE}, unicité des comptes`,
    UNIQUE_MEND,
    updateDuplicate,
  ],
  [
    'convert-to-national',
    {
      fr: 'l’identifiant technique devient national par PUT, puis redevient libre',
      en: 'the technical identifier becomes a national one by PUT, and is free again',
    },
    `${PAGE} ; FAQ, « ID national et ID technique »`,
    {
      fr: 'remplacer l’identifiant du compte trouvé, ne pas l’ajouter',
      en: 'replace the identifier of the account that was found, do not add it',
    },
    convert,
  ],
  [
    'body-id-ignored',
    { fr: 'l’id du corps est ignoré', en: 'the id of the body is ignored' },
    'tests 5.01 à 5.03 (le kit envoie toujours le même) ; FHIR, create',
    { fr: 'donner un id à soi à chaque création', en: 'give an id of your own to each creation' },
    bodyIdIgnored,
  ],
  [
    'create-rpps',
    { fr: 'un compte est créé par un RPPS', en: 'an account is created by an RPPS' },
    `${PAGE}, identifiant national : 8 + RPPS`,
    { fr: 'accepter 8 suivi de 11 chiffres', en: 'accept 8 and 11 digits' },
    createRpps,
  ],
  [
    'concurrent-creation',
    {
      fr: 'des créations simultanées ne font qu’un compte',
      en: 'simultaneous creations make one account',
    },
    `${PAGE}, unicité des comptes`,
    UNIQUE_MEND,
    concurrent,
  ],
];

/** The rules of the guide for accounts in order that the official kit leaves out. */
export const RULES: readonly Check[] = ROWS.map(([name, title, source, mend, run]) => ({
  id: `accounts/${name}`,
  title,
  source,
  mend,
  needs: NEEDS,
  run,
}));
