import { CODE_SYSTEMS, lint } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../../check.ts';
import type { Exchange } from '../../http/exchange.ts';
import {
  CREATED,
  isRefused,
  judgeInside,
  judgeOutcome,
  judgeRefusal,
  judgeStatus,
} from '../writing/judge.ts';
import { judgePolicy } from '../writing/policy.ts';
import { INCOMPLETE } from './incomplete.ts';
import { locatedId } from '../writing/location.ts';
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

/** `DELETE` does not exist in the guide: whatever is answered, it is no 5xx. */
async function deleted(scene: Scene): Promise<readonly Fault[]> {
  const { answer } = await makeAccount(scene);
  const id = locatedId(answer, 'Practitioner') ?? 'unknown';
  const paths = [`/Practitioner/${id}`, '/Practitioner'];
  const faults: Fault[] = [];
  for (const path of paths) {
    const exchange = await scene.ask({ method: 'DELETE', path });
    if (exchange.status < 500) continue;
    faults.push({
      place: 'status',
      message: {
        fr: `DELETE ${path} : ${exchange.status}`,
        en: `DELETE ${path} answers ${exchange.status}`,
      },
      exchange,
    });
  }
  return faults;
}

const TYPES = ['application/fhir+json', 'application/json+fhir', 'application/json; charset=utf-8'];

async function mediaTypes(scene: Scene): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const type of TYPES) {
    const answer = await post(scene, bodyOf(freshRegulator()), { 'content-type': type });
    faults.push(...judgeStatus(answer, CREATED));
  }
  return faults;
}

/** An account that is sent back must be in order itself. */
async function conforms(scene: Scene): Promise<readonly Fault[]> {
  const { answer } = await makeAccount(scene);
  const { resourceType } = (answer.json ?? {}) as { resourceType?: unknown };
  if (resourceType !== 'Practitioner') return [];
  return lint(answer.json, 'accounts', { guide: scene.config.guide })
    .filter(({ severity }) => severity === 'error')
    .map(({ place, message }) => ({ place, message, severity: 'warning', exchange: answer }));
}

/** The example of package 1.1.0: a national identifier under the system of structures, no source. */
async function officialExample(scene: Scene): Promise<readonly Fault[]> {
  const { value } = freshNational();
  const type = { coding: [{ system: CODE_SYSTEMS.identifierType, code: 'IDNPS' }] };
  const { meta: _meta, ...sound } = bodyOf(freshRegulator());
  const identifier = [{ type, system: 'urn:oid:1.2.250.1.71.4.2.2', value }];
  const answers = [await post(scene, { ...sound, identifier }), await post(scene, sound)];
  return answers
    .flatMap((answer) => judgeStatus(answer, CREATED))
    .map((fault) => ({ ...fault, severity: 'warning' }));
}

/** What answers about accounts look like, refusals above all. */
export const ANSWERS: readonly Check[] = [
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
  {
    id: 'accounts/delete',
    title: { fr: 'DELETE ne fait pas échouer le serveur', en: 'DELETE does not break the server' },
    source: `${PAGE} : la désactivation remplace la suppression`,
    mend: { fr: 'répondre 405 ou 404', en: 'answer 405 or 404' },
    needs: NEEDS,
    run: deleted,
  },
  {
    id: 'accounts/media-types',
    title: {
      fr: 'tous les types de contenu JSON de FHIR sont pris',
      en: 'every JSON content type of FHIR is taken',
    },
    source: 'tableau de l’API, application/json+fhir ; CapabilityStatement, application/fhir+json',
    mend: {
      fr: 'accepter application/json, application/fhir+json et application/json+fhir',
      en: 'accept application/json, application/fhir+json and application/json+fhir',
    },
    needs: NEEDS,
    run: mediaTypes,
  },
  {
    id: 'accounts/answer-conforms',
    title: {
      fr: 'le compte renvoyé est lui-même conforme',
      en: 'an account that is sent back conforms',
    },
    source: 'profil FrPractitionerRegul',
    mend: {
      fr: 'renvoyer la ressource enregistrée, ou aucun corps',
      en: 'send the stored resource back, or no body',
    },
    needs: NEEDS,
    run: conforms,
  },
  {
    id: 'accounts/official-example',
    title: {
      fr: 'les exemples publiés sont pris (…71.4.2.2 avec IDNPS, sans meta.source)',
      en: 'the published examples are taken (…71.4.2.2 with IDNPS, without meta.source)',
    },
    source: 'paquet ans.fhir.fr.sas 1.1.0, exemples PractitionerRegul ; corrigés en 1.2.0',
    mend: {
      fr: 'se fier au type IDNPS ; ne pas exiger meta.source',
      en: 'trust the type IDNPS; do not require meta.source',
    },
    needs: NEEDS,
    run: officialExample,
  },
];
