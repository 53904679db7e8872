import type { Check, Fault, Scene } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import { isRefused, judgeInside, judgeOutcome, judgeRefusal } from '../writing/judge.ts';
import { judgePolicy } from '../writing/policy.ts';
import { INCOMPLETE } from './incomplete.ts';
import { freshNational, freshRegulator } from './people.ts';
import { bodyOf, makeAccount, NEEDS, post, put } from './requests.ts';

const PAGE = 'page de gestion des comptes régulateurs';

/** Requests that must be refused: a fault of form, four of content, a duplicate, two criteria. */
async function refusals(scene: Scene): Promise<readonly Exchange[]> {
  const { regulator } = await makeAccount(scene);
  const sound = bodyOf(freshRegulator());
  const answers = [await post(scene, '{"resourceType":'), await post(scene, bodyOf(regulator))];
  for (const { of } of INCOMPLETE) answers.push(await post(scene, of(sound)));
  answers.push(await put(scene, freshNational(), INCOMPLETE[1]!.of(sound)));
  answers.push(await withoutCriterion(scene));
  return answers.filter(isRefused);
}

function withoutCriterion(scene: Scene): Promise<Exchange> {
  return scene.ask({
    method: 'PUT',
    path: '/Practitioner',
    headers: { accept: 'application/fhir+json', 'content-type': 'application/json' },
    body: bodyOf(freshRegulator()),
  });
}

async function refusalOutcome(scene: Scene): Promise<readonly Fault[]> {
  const answers = await refusals(scene);
  return answers.flatMap((answer) => [...judgeOutcome(answer), ...judgeInside(answer)]);
}

async function statuses(scene: Scene): Promise<readonly Fault[]> {
  const { malformed, rule } = scene.config.policy;
  const { regulator } = await makeAccount(scene);
  const [, withoutName] = INCOMPLETE;
  return [
    ...judgePolicy(await post(scene, '{"resourceType":'), malformed, [400], 'malformed'),
    ...judgePolicy(await post(scene, bodyOf(regulator)), rule, [422], 'rule'),
    ...judgePolicy(
      await post(scene, withoutName!.of(bodyOf(freshRegulator()))),
      rule,
      [400, 422],
      'rule',
    ),
  ];
}

/** A refused creation leaves its identifier free. */
async function nothingStored(scene: Scene): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { name, of, what } of INCOMPLETE) {
    const regulator = freshRegulator();
    const answer = await post(scene, of(bodyOf(regulator)));
    if (name === 'identifier' || !isRefused(answer)) continue;
    const after = await post(scene, bodyOf(regulator));
    if (after.status === 201) continue;
    faults.push({
      place: 'status',
      message: {
        fr: `création refusée (${what.fr}), puis le compte en bon ordre : ${after.status}`,
        en: `creation refused (${what.en}), then the account in order: ${after.status}`,
      },
      exchange: after,
    });
  }
  return faults;
}

async function criterionMissing(scene: Scene): Promise<readonly Fault[]> {
  return judgeRefusal(await withoutCriterion(scene), {
    fr: 'PUT sans identifier',
    en: 'PUT without identifier',
  });
}

/** What refusals look like, and leave. */
export const REFUSALS: readonly Check[] = [
  {
    id: 'accounts/refusal-outcome',
    title: {
      fr: 'chaque refus donne son motif dans un OperationOutcome',
      en: 'each refusal gives its reason in an OperationOutcome',
    },
    source: `${PAGE}, « Réponse – Échec »`,
    mend: {
      fr: 'répondre un OperationOutcome avec issue.details.text, sur chaque 4xx et 5xx',
      en: 'answer an OperationOutcome with issue.details.text on each 4xx and 5xx',
    },
    needs: NEEDS,
    run: refusalOutcome,
  },
  {
    id: 'accounts/refusal-status',
    title: {
      fr: '400 pour la syntaxe, 422 pour une règle (ou ce que dit « policy »)',
      en: '400 for syntax, 422 for a rule (or what “policy” says)',
    },
    source: `${PAGE}, « Réponse – Échec » : 400 et 422, à titre indicatif`,
    mend: {
      fr: 'répondre 400 et 422, ou déclarer policy.malformed et policy.rule',
      en: 'answer 400 and 422, or declare policy.malformed and policy.rule',
    },
    needs: NEEDS,
    run: statuses,
  },
  {
    id: 'accounts/nothing-stored',
    title: {
      fr: 'une création refusée n’enregistre rien',
      en: 'a refused creation stores nothing',
    },
    source: `tests 5.04 et 5.14 ; ${PAGE}`,
    mend: {
      fr: 'tout vérifier avant d’écrire, dans une transaction',
      en: 'check everything before writing, in a transaction',
    },
    needs: NEEDS,
    run: nothingStored,
  },
  {
    id: 'accounts/criterion-missing',
    title: {
      fr: 'une mise à jour sans critère est refusée',
      en: 'an update without criterion is refused',
    },
    source: `${PAGE}, PUT [base]/Practitioner?identifier=`,
    mend: { fr: 'répondre 400', en: 'answer 400' },
    needs: NEEDS,
    run: criterionMissing,
  },
];
