import type { Check, Fault, Scene } from '../../check.ts';
import { isRefused } from '../writing/judge.ts';
import { judgeRubbish, sendRubbish } from '../writing/judge-rubbish.ts';
import { type Rubbish, RUBBISH } from '../writing/rubbish.ts';
import { freshRegulator } from './people.ts';
import { bodyOf, NEEDS, post, put } from './requests.ts';

/** Sends rubbish by POST and by PUT, each time with the identifier of an account to be. */
async function run(scene: Scene, rubbish: Rubbish): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const method of ['POST', 'PUT']) {
    const regulator = freshRegulator();
    const text = rubbish.of(bodyOf(regulator));
    const answer = await sendRubbish(rubbish, () =>
      method === 'POST' ? post(scene, text) : put(scene, regulator.identifier, text),
    );
    faults.push(...judgeRubbish(answer, rubbish));
    if (answer !== null && !isRefused(answer)) continue;
    const after = await post(scene, bodyOf(regulator));
    if (after.status === 201) continue;
    faults.push({
      place: 'status',
      message: {
        fr: `${method} refusé, puis le même compte en bon ordre : ${after.status} au lieu de 201`,
        en: `${method} refused, then the same account in order: ${after.status} instead of 201`,
      },
      mend: {
        fr: 'ne rien enregistrer d’une requête refusée',
        en: 'store nothing of a refused request',
      },
      exchange: after,
    });
  }
  return faults;
}

function check(rubbish: Rubbish): Check {
  const { name, what } = rubbish;
  return {
    id: `accounts/rubbish-${name}`,
    title: {
      fr: `${what.fr} : refus sans 5xx, rien n’est enregistré`,
      en: `${what.en}: refused without 5xx, nothing stored`,
    },
    source: 'page de gestion des comptes régulateurs, « Réponse – Échec » : 400',
    mend: {
      fr: 'lire le corps avec une taille et une profondeur bornées, répondre 4xx et un OperationOutcome',
      en: 'read the body with bounded size and depth, answer 4xx and an OperationOutcome',
    },
    needs: NEEDS,
    run: (scene) => run(scene, rubbish),
  };
}

/** Bodies that are no account. */
export const RUBBISH_CHECKS: readonly Check[] = RUBBISH.map(check);
