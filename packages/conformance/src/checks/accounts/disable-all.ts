import type { Check, Fault, Scene } from '../../check.ts';
import { ACCEPTED, judgeStatus } from '../writing/judge.ts';
import { ledgerOf } from './ledger.ts';
import { makeAccount, NEEDS } from './requests.ts';

async function disableAll(scene: Scene): Promise<readonly Fault[]> {
  await makeAccount(scene);
  const faults: Fault[] = [];
  for (const [token, body] of ledgerOf(scene)) {
    const answer = await scene.ask({
      method: 'PUT',
      path: `/Practitioner?identifier=${encodeURIComponent(token)}`,
      headers: { accept: 'application/fhir+json', 'content-type': 'application/json' },
      body: { ...body, active: false },
    });
    faults.push(...judgeStatus(answer, ACCEPTED));
  }
  return faults;
}

/** The last check: nothing that the run made stays active. */
export const DISABLE_ALL: Check = {
  id: 'accounts/disable-all',
  title: {
    fr: 'tous les comptes créés par l’essai sont désactivés',
    en: 'all accounts made by the run are disabled',
  },
  source: 'page de gestion des comptes régulateurs : désactivation par active: false',
  mend: {
    fr: 'désactiver à la main les comptes NORMAND Alix (…@sas.example) de cet essai',
    en: 'disable by hand the accounts NORMAND Alix (…@sas.example) of this run',
  },
  needs: NEEDS,
  run: disableAll,
};
