import type { Flow } from '@sas-kit/fhir';
import { type Scene, Skip } from '../../check.ts';
import type { Config } from '../../config.ts';
import { type Answer, search } from '../../search/answer.ts';

/** Whom the fixtures of a flow name, one search each. */
function searchesOf({ practitioners, cpts, sos }: Config, flow: Flow): string[][] {
  const { onePlace, twoPlaces, together, unprefixed, bare, adeli } = practitioners;
  const named: Record<Flow, (string | readonly string[] | undefined)[]> = {
    ps: [onePlace?.id, twoPlaces?.id, together, unprefixed?.id, bare, adeli],
    cpts: [cpts.one?.id, cpts.several?.id],
    sos: [sos.one?.siret, sos.together, sos.unprefixed],
  };
  return named[flow]
    .filter((ids) => ids !== undefined)
    .map((ids) => (typeof ids === 'string' ? [ids] : [...ids]));
}

/** The answers to the searches of every fixture of a flow. @throws {Skip} when none has slots. */
export async function answersOf(scene: Scene, flow: Flow): Promise<Answer[]> {
  const searches = searchesOf(scene.config, flow);
  const answers: Answer[] = [];
  for (const ids of searches) {
    const answer = await search(scene, flow, ids);
    if (answer.slots.length > 0) answers.push(answer);
  }
  if (answers.length > 0) return answers;
  throw new Skip(
    searches.length === 0
      ? {
          fr: 'la configuration ne nomme personne pour ce flux',
          en: 'the configuration names nobody for this flow',
        }
      : { fr: 'aucune recherche n’a trouvé de créneau', en: 'no search has found a slot' },
  );
}
