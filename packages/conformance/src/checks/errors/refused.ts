import type { Flow } from '@sas-kit/fhir';
import { asObject, asObjects, asText, codingsOf, type Json } from '@sas-kit/fhir/json';
import type { Fault, Scene } from '../../check.ts';
import type { Leeway } from '../../config.ts';
import { fault } from '../../fault.ts';
import type { Exchange } from '../../http/exchange.ts';
import { ask, bundleOf, type SearchOptions } from '../../search/answer.ts';

const REASON = {
  fr: 'répondre un OperationOutcome dont issue.diagnostics ou issue.details dit la raison',
  en: 'answer an OperationOutcome whose issue.diagnostics or issue.details tells the reason',
};
const REASON_SOURCE = 'pages de recherche, « Réponse de base – Échec »';

/** What is wrong with an OperationOutcome: absent, without issue, or without a reason. */
export function outcomeFaults({ json, status }: Exchange): Fault[] {
  const outcome = asObject(json);
  const told = { mend: REASON, source: REASON_SOURCE };
  if (outcome?.['resourceType'] !== 'OperationOutcome') {
    return [
      fault(
        'body',
        `HTTP ${status} sans OperationOutcome`,
        `HTTP ${status} without OperationOutcome`,
        told,
      ),
    ];
  }
  const issues = asObjects(outcome['issue']);
  const complete = issues.some(
    (issue) => asText(issue['severity']) !== '' && asText(issue['code']) !== '',
  );
  if (!complete) {
    return [
      fault(
        'OperationOutcome.issue',
        'issue absente, ou sans severity ou code',
        'issue missing, or without severity or code',
        told,
      ),
    ];
  }
  if (issues.some(hasReason)) return [];
  return [
    fault('OperationOutcome.issue[0].diagnostics', 'aucune raison donnée', 'no reason given', told),
  ];
}

function hasReason(issue: Json): boolean {
  const details = asObject(issue['details']);
  return [
    issue['diagnostics'],
    details?.['text'],
    ...codingsOf(details).map((coding) => coding['display']),
  ].some((text) => asText(text) !== '');
}

/**
 * What is wrong with the refusal of a request.
 *
 * @param statuses those that the vendor's policy wants; null: any of 400 to 499. A 5xx with its reason is
 *   a warning: the guide admits it.
 */
export function refusalFaults(exchange: Exchange, statuses: readonly number[] | null): Fault[] {
  const { status } = exchange;
  if (status < 400) {
    return [
      fault('status', `HTTP ${status} au lieu d’un refus`, `HTTP ${status} instead of a refusal`),
    ];
  }
  const wanted = statuses === null ? status < 500 : statuses.includes(status);
  const list = statuses?.join(', ') ?? '4XX';
  return [
    ...(wanted
      ? []
      : [
          fault(
            'status',
            `HTTP ${status} au lieu de ${list}`,
            `HTTP ${status} instead of ${list}`,
            {
              severity: statuses === null ? 'warning' : 'error',
            },
          ),
        ]),
    ...outcomeFaults(exchange),
  ];
}

/** What is wrong with the answer to a search that the guide does not rule on. */
export async function leewayFaults(
  scene: Scene,
  flow: Flow,
  ids: readonly string[],
  leeway: Leeway,
  options: SearchOptions,
  emptyFaults: (bundle: Json) => Fault[],
): Promise<Fault[]> {
  const exchange = await ask(scene, flow, ids, options);
  const refused = exchange.status >= 400;
  if (leeway === 'refused' || (refused && leeway === 'either')) {
    return refusalFaults(exchange, scene.config.policy.malformed);
  }
  return emptyFaults(bundleOf(exchange));
}
