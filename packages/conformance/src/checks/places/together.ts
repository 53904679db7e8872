import type { Flow } from '@sas-kit/fhir';
import { asObjects } from '@sas-kit/fhir/json';
import type { Located } from '@sas-kit/fhir/references';
import type { Check } from '../../check.ts';
import { countFault, fault, fewerFault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { type Answer, identifierOf, search, searchFound } from '../../search/answer.ts';
import { foundCheck } from './found.ts';

/** Each slot of an answer with whose it is, `Slot/1 (810999001000, Schedule/2)`. */
export function ownedSlots({ index, slots }: Answer, ownerType: string): string[] {
  const ownerOf = (slot: Located): string => {
    const schedule = index.resolve(slot.resource['schedule'], slot);
    if (schedule === null) return '?';
    const owner = asObjects(schedule.resource['actor'])
      .map((actor) => index.resolve(actor, schedule))
      .find((target) => target?.type === ownerType);
    return `${owner ? identifierOf(owner) : '?'}, Schedule/${schedule.id}`;
  };
  return slots.map((slot) => `Slot/${slot.id} (${ownerOf(slot)})`).sort();
}

/** The check that a search for two finds what each search alone finds. */
export function unionCheck(
  id: string,
  flow: Flow,
  fixture: typeof FIXTURES.together,
  ownerType: string,
): Check {
  return {
    id,
    title: {
      fr: 'une recherche pour deux trouve les créneaux de chacun, à la bonne personne et au bon lieu',
      en: 'a search for two finds the slots of each, of the right one and at the right place',
    },
    source: 'FAQ PS et CPTS, erreurs 7 et 8 ; FAQ SOS, erreur 4',
    mend: {
      fr: 'chercher les créneaux de tous les identifiants demandés et les rattacher à leur agenda',
      en: 'look for the slots of all identifiers asked for and attach them to their schedule',
    },
    needs: [fixture],
    async run(scene) {
      const ids = scene.get(fixture);
      const both = ownedSlots(await searchFound(scene, flow, ids), ownerType);
      const alone: string[] = [];
      for (const each of ids)
        alone.push(...ownedSlots(await search(scene, flow, [each]), ownerType));
      return [
        ...alone
          .filter((each) => !both.includes(each))
          .map((each) => fault('Bundle.entry', `absent : ${each}`, `missing: ${each}`)),
        ...both
          .filter((each) => !alone.includes(each))
          .map((each) => fault('Bundle.entry', `en trop : ${each}`, `too much: ${each}`)),
      ];
    },
  };
}

/** The checks of the search for two practitioners (4.5). */
export function togetherChecks(group: string, flow: Flow): Check[] {
  const needs = [FIXTURES.together];
  return [
    foundCheck(`${group}/found`, { flow, fixture: FIXTURES.together, idsOf: (ids) => ids }, [
      '4.5.01',
    ]),
    {
      id: `${group}/cardinalities`,
      kit: ['4.5.02', '4.5.03', '4.5.04'],
      title: {
        fr: 'deux praticiens : 2 Practitioner, au moins 2 PractitionerRole et 2 Schedule',
        en: 'two practitioners: 2 Practitioner, at least 2 PractitionerRole and 2 Schedule',
      },
      source: 'tests 4.5.02, 4.5.03, 4.5.04',
      mend: {
        fr: 'répondre pour tous les identifiants séparés par des virgules',
        en: 'answer for all comma-separated identifiers',
      },
      needs,
      async run(scene) {
        const { index } = await searchFound(scene, flow, scene.get(FIXTURES.together));
        return [
          ...countFault('Practitioner', index.ofType('Practitioner').length, 2),
          ...fewerFault('PractitionerRole', index.ofType('PractitionerRole').length, 2),
          ...fewerFault('Schedule', index.ofType('Schedule').length, 2),
        ];
      },
    },
    {
      id: `${group}/identifiers`,
      title: {
        fr: 'les deux praticiens sont ceux demandés',
        en: 'the two practitioners are those asked for',
      },
      source: 'pages de recherche PS et CPTS, critère 3',
      mend: {
        fr: 'ne répondre que pour les praticiens demandés, et pour tous',
        en: 'answer for those asked for only, and for all of them',
      },
      needs,
      async run(scene) {
        const ids = scene.get(FIXTURES.together);
        const { index } = await searchFound(scene, flow, ids);
        const found = index.ofType('Practitioner').map(identifierOf);
        return ids
          .filter((id) => !found.includes(id))
          .map((id) => fault('Practitioner.identifier[0].value', `${id} absent`, `${id} missing`));
      },
    },
    unionCheck(`${group}/union-of-each`, flow, FIXTURES.together, 'Practitioner'),
  ];
}
