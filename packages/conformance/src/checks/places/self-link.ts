import { asObjects, asText } from '@sas-kit/fhir/json';
import type { Check } from '../../check.ts';
import { fault } from '../../fault.ts';
import { search } from '../../search/answer.ts';
import { type Asked } from './found.ts';

/** The parameters of an address as the official kit compares them: decoded as a form, sorted. */
function parametersOf(address: string): string[] {
  const query = address.replaceAll('&amp;', '&').split('?').slice(1).join('?');
  return [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).sort();
}

/** The check that the self link repeats the request (4.3.07). */
export function selfLinkCheck<Value>(
  id: string,
  { flow, fixture, idsOf }: Asked<Value>,
  kit: readonly string[] = ['4.3.07'],
): Check {
  return {
    id,
    kit,
    title: {
      fr: 'le lien self répète les paramètres de la requête',
      en: 'the self link repeats the parameters of the request',
    },
    source: 'test 4.3.07 ; pages de recherche, « Réponse de base – Succès »',
    mend: {
      fr: 'recopier la requête telle quelle dans link[0].url, « + » écrit %2B, sans rien y ajouter',
      en: 'copy the request as it is into link[0].url, “+” written %2B, with nothing added',
    },
    needs: [fixture],
    async run(scene) {
      const { bundle, exchange } = await search(scene, flow, idsOf(scene.get(fixture)));
      const [link = {}] = asObjects(bundle['link']);
      const asked = parametersOf(exchange.request.url);
      const told = parametersOf(asText(link['url']));
      const absent = asked.filter((each) => !told.includes(each));
      const added = told.filter((each) => !asked.includes(each));
      return [
        ...absent.map((each) =>
          fault('Bundle.link[0].url', `absent : ${each}`, `missing: ${each}`),
        ),
        ...added.map((each) => fault('Bundle.link[0].url', `en trop : ${each}`, `added: ${each}`)),
      ];
    },
  };
}
