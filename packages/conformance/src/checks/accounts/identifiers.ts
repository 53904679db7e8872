import type { Check, Fault, Scene } from '../../check.ts';
import { CREATED, judgeRefusal, judgeStatus, UPDATED } from '../writing/judge.ts';
import { judgeSame } from '../writing/location.ts';
import { freshNational, freshRegulator, freshRpps, freshTechnical } from './people.ts';
import { bodyOf, makeAccount, NEEDS, post, put } from './requests.ts';
import { type Row, toChecks } from '../row.ts';

const TYPE = 'Practitioner';
const PAGE = 'page de gestion des comptes régulateurs';

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

const UNIQUE_MEND = {
  fr: 'refuser (422) : unicité de system + value entre comptes actifs, par un index de la base',
  en: 'refuse (422): system + value unique among active accounts, by an index of the database',
};

const ROWS: readonly Row[] = [
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

/** Identifiers: unique among active accounts, and replaced when they change. */
export const IDENTIFIERS: readonly Check[] = toChecks('accounts', ROWS, NEEDS);
