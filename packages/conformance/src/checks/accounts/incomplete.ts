import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS, type Text } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../../check.ts';
import { judgeRefusal, judgeStatus, UPDATED } from '../writing/judge.ts';
import { freshNational, freshRegulator, freshTechnical } from './people.ts';
import { type Body, bodyOf, makeAccount, NEEDS, post, put } from './requests.ts';

/** One thing that makes an account unacceptable. */
export interface Spoiling {
  readonly name: string;
  readonly what: Text;
  readonly of: (sound: Body) => Body;
}

function without(name: string, what: Text): Spoiling {
  const of = (sound: Body): Body =>
    Object.fromEntries(Object.entries(sound).filter(([each]) => each !== name));
  return { name, what, of };
}

/** The four bodies of the tests 5.04, 5.13 and 5.14. */
export const INCOMPLETE: readonly Spoiling[] = [
  without('identifier', { fr: 'sans identifiant', en: 'without identifier' }),
  without('name', { fr: 'sans nom', en: 'without name' }),
  without('telecom', { fr: 'sans adresse électronique', en: 'without e-mail' }),
  without('active', { fr: 'sans active', en: 'without active' }),
];

const identifier = (system: string, code: string, value: string) => [
  { type: { coding: [{ system: CODE_SYSTEMS.identifierType, code }] }, system, value },
];

/** The five bodies of the test 5.05, each with its one fault (the kit sends several at once). */
export const INVALID: readonly Spoiling[] = [
  {
    name: 'family',
    what: { fr: 'nom de famille vide', en: 'empty family name' },
    of: (sound) => ({ ...sound, name: [{ given: ['Alix'] }] }),
  },
  {
    name: 'email',
    what: { fr: 'adresse vide', en: 'empty e-mail' },
    of: (sound) => ({ ...sound, telecom: [{ system: 'email' }] }),
  },
  {
    name: 'telephone',
    what: { fr: 'telecom.system phone au lieu de email', en: 'telecom.system phone, not email' },
    of: (sound) => ({ ...sound, telecom: [{ system: 'phone', value: 'alix@sas.example' }] }),
  },
  {
    name: 'national-with-intrn',
    what: { fr: 'système national avec le type INTRN', en: 'national system with type INTRN' },
    of: (sound) => ({
      ...sound,
      identifier: identifier(IDENTIFIER_SYSTEMS.practitioner, 'INTRN', freshNational().value),
    }),
  },
  {
    name: 'technical-with-idnps',
    what: { fr: 'système du SAS avec le type IDNPS', en: 'system of the SAS with type IDNPS' },
    of: (sound) => ({
      ...sound,
      identifier: identifier(IDENTIFIER_SYSTEMS.sas, 'IDNPS', freshTechnical().value),
    }),
  },
];

const PAGE = 'page de gestion des comptes régulateurs';
const MEND: Text = {
  fr: 'refuser (422) : identifiant, nom, prénom, adresse et active sont obligatoires et cohérents',
  en: 'refuse (422): identifier, family, given, e-mail and active are mandatory and must agree',
};

function creation(id: string, kit: string, { what, of }: Spoiling): Check {
  return {
    id: `accounts/${id}`,
    kit: [kit],
    title: { fr: `création refusée : ${what.fr}`, en: `creation refused: ${what.en}` },
    source: `test ${kit} ; profil FrPractitionerRegul ; ${PAGE}`,
    mend: MEND,
    needs: NEEDS,
    run: async (scene) => judgeRefusal(await post(scene, of(bodyOf(freshRegulator()))), what),
  };
}

/** Test 5.13; the account must be found again by its identifier afterwards. */
async function refusedUpdate(scene: Scene, { of, what }: Spoiling): Promise<readonly Fault[]> {
  const { regulator } = await makeAccount(scene);
  const other = bodyOf({ ...regulator, identifier: freshNational() });
  const answer = await put(scene, regulator.identifier, of(other));
  const faults = judgeRefusal(answer, what);
  const after = await put(scene, regulator.identifier, bodyOf(regulator));
  const unchanged = judgeStatus(after, UPDATED).map((fault) => ({
    ...fault,
    message: {
      fr: `le compte n’est plus trouvé après la mise à jour refusée : ${fault.message.fr}`,
      en: `the account is not found any more after the refused update: ${fault.message.en}`,
    },
  }));
  return [...faults, ...unchanged];
}

function update(spoiling: Spoiling): Check {
  const { name, what } = spoiling;
  return {
    id: `accounts/update-without-${name}`,
    kit: ['5.13'],
    title: { fr: `mise à jour refusée : ${what.fr}`, en: `update refused: ${what.en}` },
    source: `test 5.13 ; ${PAGE}`,
    mend: MEND,
    needs: NEEDS,
    run: (scene) => refusedUpdate(scene, spoiling),
  };
}

function putCreation({ name, what, of }: Spoiling): Check {
  return {
    id: `accounts/put-create-without-${name}`,
    kit: ['5.14'],
    title: {
      fr: `création par PUT refusée : ${what.fr}`,
      en: `creation by PUT refused: ${what.en}`,
    },
    source: `test 5.14 ; ${PAGE}, « comme une création »`,
    mend: MEND,
    needs: NEEDS,
    run: async (scene) => {
      const regulator = freshRegulator({ identifier: freshTechnical() });
      return judgeRefusal(await put(scene, regulator.identifier, of(bodyOf(regulator))), what);
    },
  };
}

/** The tests 5.04, 5.05, 5.13 and 5.14: what must be refused. */
export const REFUSED: readonly Check[] = [
  ...INCOMPLETE.map((each) => creation(`create-without-${each.name}`, '5.04', each)),
  ...INVALID.map((each) => creation(`create-invalid-${each.name}`, '5.05', each)),
  ...INCOMPLETE.map(update),
  ...INCOMPLETE.map(putCreation),
];
