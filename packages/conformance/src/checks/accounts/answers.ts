import { CODE_SYSTEMS, lint } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../../check.ts';
import { CREATED, judgeStatus } from '../writing/judge.ts';
import { locatedId } from '../writing/location.ts';
import { freshNational, freshRegulator } from './people.ts';
import { bodyOf, makeAccount, NEEDS, post } from './requests.ts';

const PAGE = 'page de gestion des comptes régulateurs';

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

/** How the server takes requests, and what it sends back. */
export const ANSWERS: readonly Check[] = [
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
