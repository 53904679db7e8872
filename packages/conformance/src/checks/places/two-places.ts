import type { Flow } from '@sas-kit/fhir';
import { asObjects, asText, member } from '@sas-kit/fhir/json';
import type { Check, Fixture } from '../../check.ts';
import type { PractitionerFixture } from '../../config.ts';
import { countFault, fault } from '../../fault.ts';
import { searchFound } from '../../search/answer.ts';
import { foundCheck } from './found.ts';

/** The checks of the practitioner who has slots at exactly two places (4.4). */
export function twoPlacesChecks(
  group: string,
  flow: Flow,
  fixture: Fixture<PractitionerFixture>,
): Check[] {
  const needs = [fixture];
  const answerOf = (scene: Parameters<Check['run']>[0]) =>
    searchFound(scene, flow, [scene.get(fixture).id]);
  return [
    foundCheck(`${group}/found`, { flow, fixture, idsOf: ({ id }) => [id] }, ['4.4.01']),
    {
      id: `${group}/cardinalities`,
      kit: ['4.4.02', '4.4.03', '4.4.04'],
      title: {
        fr: 'deux lieux : 1 Practitioner, 2 PractitionerRole, 2 Schedule',
        en: 'two places: 1 Practitioner, 2 PractitionerRole, 2 Schedule',
      },
      source: 'tests 4.4.02, 4.4.03, 4.4.04 ; FAQ PS et CPTS, erreur 7',
      mend: {
        fr: 'un PractitionerRole et un Schedule par lieu, un seul Practitioner',
        en: 'one PractitionerRole and one Schedule for each place, one Practitioner',
      },
      needs,
      async run(scene) {
        const { index } = await answerOf(scene);
        return [
          ...countFault('Practitioner', index.ofType('Practitioner').length, 1),
          ...countFault('PractitionerRole', index.ofType('PractitionerRole').length, 2),
          ...countFault('Schedule', index.ofType('Schedule').length, 2),
        ];
      },
    },
    {
      id: `${group}/locations`,
      kit: ['4.4.08'],
      title: {
        fr: 'chaque PractitionerRole contient son propre lieu',
        en: 'each PractitionerRole contains its own place',
      },
      source: 'test 4.4.08 ; FAQ PS et CPTS, « A quel niveau FrLocation »',
      mend: {
        fr: 'mettre le Location de chaque lieu dans le contained de son PractitionerRole',
        en: "put each place's Location into the contained of its PractitionerRole",
      },
      needs,
      async run(scene) {
        const { index } = await answerOf(scene);
        const roles = index.ofType('PractitionerRole').map((role) => {
          const [first] = asObjects(role.resource['location']);
          const location = index.resolve(first, role);
          const address = JSON.stringify([location?.resource['address'] ?? null]);
          return { role, address };
        });
        return roles.flatMap(({ role, address }, at) =>
          roles.findIndex((other) => other.address === address) === at
            ? []
            : [
                fault(
                  `${role.place}.contained`,
                  'deux lieux ont la même adresse',
                  'two places have the same address',
                ),
              ],
        );
      },
    },
    {
      id: `${group}/slots-at-each`,
      kit: ['4.4.06'],
      title: {
        fr: 'chaque lieu a ses propres créneaux',
        en: 'each place has its own slots',
      },
      source: 'FAQ PS et CPTS, erreurs 7 et 8',
      mend: {
        fr: 'rattacher chaque créneau au Schedule de son lieu',
        en: 'attach each slot to the Schedule of its place',
      },
      needs,
      async run(scene) {
        const { index, slots } = await answerOf(scene);
        const used = new Set(
          slots.map(({ resource }) => asText(member(resource['schedule'], 'reference'))),
        );
        return index
          .ofType('Schedule')
          .filter(({ id }) => !used.has(`Schedule/${id}`))
          .map(({ place, id }) =>
            fault(place, `aucun créneau pour Schedule/${id}`, `no slot for Schedule/${id}`),
          );
      },
    },
  ];
}
