import {
  type Flow,
  lint,
  type Finding,
  searchParts,
  searchPath,
  type SearchPart,
} from '@sas-kit/fhir';
import { asObject, asObjects, asText, member, type Json } from '@sas-kit/fhir/json';
import { locateEntries, ResourceIndex, type Located } from '@sas-kit/fhir/references';
import { type Scene, Skip, Unusable } from '../check.ts';
import { fault } from '../fault.ts';
import type { Exchange } from '../http/exchange.ts';
import { type SearchWindow, windowOf } from './window.ts';

/** The Bundle that answered a search. */
export interface Answer {
  readonly exchange: Exchange;
  readonly bundle: Json;
  readonly window: SearchWindow;
  readonly index: ResourceIndex;
  readonly slots: readonly Located[];
}

export interface SearchOptions {
  /** Default: from now to the end of the day after tomorrow. */
  readonly window?: SearchWindow;
  /** Changes the query before it is sent. */
  readonly edit?: (parts: SearchPart[]) => SearchPart[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly fresh?: boolean;
}

/** Sends a search, whatever comes. */
export function ask(
  scene: Scene,
  flow: Flow,
  ids: readonly string[],
  options: SearchOptions = {},
): Promise<Exchange> {
  const { window = windowOf(flow, scene.now), edit = (parts) => parts, headers, fresh } = options;
  return scene.ask({
    path: searchPath(flow, edit(searchParts(flow, ids, window))),
    ...(headers !== undefined && { headers }),
    ...(fresh !== undefined && { fresh }),
  });
}

/** Sends a search. @throws {Unusable} when the answer is no Bundle with status 200. */
export async function search(
  scene: Scene,
  flow: Flow,
  ids: readonly string[],
  options: SearchOptions = {},
): Promise<Answer> {
  const window = options.window ?? windowOf(flow, scene.now);
  const exchange = await ask(scene, flow, ids, { ...options, window });
  const bundle = bundleOf(exchange);
  const index = new ResourceIndex(locateEntries(bundle));
  return { exchange, bundle, window, index, slots: index.ofType('Slot') };
}

/** Sends a search that must find something. @throws {Skip} when it finds nothing, {Unusable}. */
export async function searchFound(
  scene: Scene,
  flow: Flow,
  ids: readonly string[],
  options: SearchOptions = {},
): Promise<Answer> {
  const answer = await search(scene, flow, ids, options);
  if (answer.slots.length > 0) return answer;
  throw new Skip({
    fr: `aucun créneau trouvé pour ${ids.join(', ')}, rien à vérifier`,
    en: `no slot found for ${ids.join(', ')}, nothing to check`,
  });
}

/** The Bundle of an answer with status 200. @throws {Unusable} */
export function bundleOf(exchange: Exchange): Json {
  const { status, json } = exchange;
  if (status !== 200) {
    const mend = {
      fr: 'répondre 200 à une recherche bien formée, avec un Bundle vide si rien ne correspond',
      en: 'answer a well-formed search with 200, and an empty Bundle when nothing matches',
    };
    throw new Unusable(
      fault('status', `HTTP ${status} au lieu de 200`, `HTTP ${status} instead of 200`, { mend }),
      exchange,
    );
  }
  const bundle = asObject(json);
  if (bundle?.['resourceType'] === 'Bundle') return bundle;
  const mend = { fr: 'répondre un Bundle FHIR en JSON', en: 'answer a FHIR Bundle in JSON' };
  const [fr, en] =
    json === undefined
      ? ['la réponse n’est pas du JSON', 'the answer is no JSON']
      : ['la réponse n’est pas un Bundle', 'the answer is no Bundle'];
  throw new Unusable(fault('body', fr, en, { mend }), exchange);
}

/** What the rules of the guide find in an answer; worked out once for each. */
export function lintOf(scene: Scene, flow: Flow, answer: Answer): readonly Finding[] {
  const { exchange, bundle, window } = answer;
  return scene.shared(`lint ${flow} ${exchange.request.url}`, () =>
    lint(bundle, flow, { guide: scene.config.guide, now: scene.now, window }),
  );
}

/** Codes of `meta.security` of a slot. */
export function slotTypesOf({ resource }: Located): string[] {
  return asObjects(member(resource['meta'], 'security')).map((label) => asText(label['code']));
}

/** First identifier of a resource. */
export function identifierOf({ resource }: Located): string {
  return asText(asObjects(resource['identifier'])[0]?.['value']);
}
