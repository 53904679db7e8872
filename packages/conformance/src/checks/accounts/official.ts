import type { Text } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../../check.ts';
import { judgeRefusal, judgeStatus } from '../writing/judge.ts';
import { castOf } from './people.ts';
import { bodyOf, NEEDS, post } from './requests.ts';
import { reach, type StepName, stepOf } from './sequence.ts';

const PAGE = 'page de gestion des comptes régulateurs';

/** A test of the official kit that wants a step of the sequence to succeed. */
function step(name: StepName, title: Text, mend: Text): Check {
  const { kit, expected } = stepOf(name);
  return {
    id: `accounts/${name}`,
    kit: [kit],
    title,
    source: `test ${kit} ; ${PAGE}`,
    mend,
    needs: NEEDS,
    run: async (scene) => judgeStatus(await reach(scene, name), expected),
  };
}

const UPDATE_MEND: Text = {
  fr: 'trouver le compte par ?identifier=system|value et prendre toutes les valeurs du corps',
  en: 'find the account by ?identifier=system|value and take all values of the body',
};

/** Test 5.03: the same account cannot be made twice. */
async function createTwice(scene: Scene): Promise<readonly Fault[]> {
  const first = await reach(scene, 'create-third');
  const faults = judgeStatus(first, stepOf('create-third').expected);
  if (faults.length > 0) return faults;
  const { third } = castOf(scene);
  const { id } = (first.json ?? {}) as { id?: unknown };
  const again = await post(scene, { ...bodyOf(third), ...(typeof id === 'string' && { id }) });
  return judgeRefusal(again, {
    fr: 'un compte actif porte déjà cet identifiant',
    en: 'an active account already has this identifier',
  });
}

/** Test 5.16: an identifier goes from a disabled account to another one. */
async function takeOver(scene: Scene): Promise<readonly Fault[]> {
  for (const name of ['put-create-inactive', 'create-heir'] as const) {
    const faults = judgeStatus(await reach(scene, name), stepOf(name).expected);
    if (faults.length > 0) return faults;
  }
  return judgeStatus(await reach(scene, 'take-over'), stepOf('take-over').expected);
}

/** The tests 5.01 to 5.03, 5.06 to 5.12, 5.15 and 5.16, on the same accounts, in their order. */
export const OFFICIAL: readonly Check[] = [
  step(
    'create-national',
    {
      fr: 'un compte est créé par son identifiant national (IDNPS)',
      en: 'an account is created by its national identifier (IDNPS)',
    },
    {
      fr: 'POST /Practitioner : créer et répondre 201',
      en: 'POST /Practitioner: create, answer 201',
    },
  ),
  step(
    'create-technical',
    {
      fr: 'un compte est créé par son identifiant technique (UUID, INTRN)',
      en: 'an account is created by its technical identifier (UUID, INTRN)',
    },
    {
      fr: 'accepter urn:oid:1.2.250.1.213.3.6 avec INTRN ; ni nom ni adresse ne sont uniques',
      en: 'accept urn:oid:1.2.250.1.213.3.6 with INTRN; neither names nor addresses are unique',
    },
  ),
  {
    id: 'accounts/create-twice',
    kit: ['5.03'],
    title: {
      fr: 'la seconde création du même compte est refusée',
      en: 'the second creation of the same account is refused',
    },
    source: `test 5.03 ; ${PAGE}, règle interne : 422`,
    mend: {
      fr: 'refuser (422) un system + value qu’un compte actif porte déjà',
      en: 'refuse (422) a system + value that an active account has',
    },
    needs: NEEDS,
    run: createTwice,
  },
  step(
    'disable',
    { fr: 'un compte est désactivé (active: false)', en: 'an account is disabled (active: false)' },
    UPDATE_MEND,
  ),
  step(
    'enable',
    {
      fr: 'un compte est réactivé (active: true)',
      en: 'an account is enabled again (active: true)',
    },
    UPDATE_MEND,
  ),
  step('change-email', { fr: 'l’adresse est modifiée', en: 'the e-mail is changed' }, UPDATE_MEND),
  step(
    'change-identifier',
    {
      fr: 'l’identifiant national est remplacé par un autre',
      en: 'the national identifier is replaced by another',
    },
    {
      fr: 'le critère désigne le compte, le corps donne son nouvel identifiant',
      en: 'the criterion names the account, the body gives its new identifier',
    },
  ),
  step(
    'swapped-systems',
    {
      fr: 'un critère inconnu crée, même avec l’adresse d’un autre compte et un INTRN qui n’est pas un UUID',
      en: "an unknown criterion creates, even with another account's address and an INTRN that is no UUID",
    },
    {
      fr: 'ne vérifier ni l’unicité de l’adresse ni la forme d’un INTRN (le kit inverse les systèmes)',
      en: 'check neither that the address is unique nor the form of an INTRN (the kit swaps the systems)',
    },
  ),
  step(
    'change-family',
    { fr: 'le nom est modifié', en: 'the family name is changed' },
    UPDATE_MEND,
  ),
  step(
    'change-given',
    { fr: 'le prénom est modifié', en: 'the given name is changed' },
    UPDATE_MEND,
  ),
  step(
    'put-create',
    {
      fr: 'la mise à jour d’un compte inconnu le crée',
      en: 'the update of an unknown account creates it',
    },
    { fr: 'créer et répondre 201 (200 admis)', en: 'create and answer 201 (200 admitted)' },
  ),
  {
    id: 'accounts/take-over',
    kit: ['5.16'],
    title: {
      fr: 'un identifiant passe d’un compte désactivé à un autre compte',
      en: 'an identifier goes from a disabled account to another one',
    },
    source: `test 5.16 ; ${PAGE}`,
    mend: {
      fr: 'créer aussi un compte inactif ; unicité entre comptes actifs seulement, l’inactif cède',
      en: 'create inactive accounts too; unique among active accounts only, the inactive one yields',
    },
    needs: NEEDS,
    run: takeOver,
  },
];
