import { CODE_SYSTEMS, CPTS_CATEGORY } from '@sas-kit/fhir';
import { asText, codingsOf } from '@sas-kit/fhir/json';
import type { Check, Scene } from '../../check.ts';
import { fault, fewerFault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { type Answer, searchFound, slotTypesOf } from '../../search/answer.ts';
import { communityReferences, communityTypes, providersOf } from './one.ts';

const needs = [FIXTURES.severalCpts];
const answerOf = (scene: Scene): Promise<Answer> =>
  searchFound(scene, 'cpts', [scene.get(FIXTURES.severalCpts).id]);

/** The checks of the practitioner who has slots for several CPTS (4.8). */
export const SEVERAL_CPTS_CHECKS: readonly Check[] = [
  {
    id: 'cpts-several/communities',
    kit: ['4.8.1.01', '4.8.1.02', '4.8.1.03', '4.8.2.01', '4.8.2.02', '4.8.2.03'],
    title: {
      fr: 'chaque CPTS est transmise : au moins 2 HealthcareService et 2 Organization',
      en: 'each CPTS is sent: at least 2 HealthcareServices and 2 Organizations',
    },
    source: 'tests 4.8.1.02, 4.8.1.03, 4.8.2.02, 4.8.2.03',
    mend: {
      fr: 'transmettre un HealthcareService et une Organization par CPTS',
      en: 'send one HealthcareService and one Organization for each CPTS',
    },
    needs,
    async run(scene) {
      const { index } = await answerOf(scene);
      return [
        ...fewerFault('HealthcareService', index.ofType('HealthcareService').length, 2),
        ...fewerFault('Organization', index.ofType('Organization').length, 2),
      ];
    },
  },
  {
    id: 'cpts-several/only-cpts',
    kit: ['4.8.1.04', '4.8.2.04'],
    title: {
      fr: 'les créneaux de ce jeu d’essai sont de type CPTS seul, comme le kit le veut',
      en: 'the slots of this fixture are of type CPTS alone, as the kit wants',
    },
    source: 'tests 4.8.1.04, 4.8.2.04 ; le guide admet aussi PUBLIC + CPTS',
    mend: {
      fr: 'garder pour le kit un praticien dont tous les créneaux sont CPTS et rien d’autre',
      en: 'keep for the kit a practitioner whose slots are all CPTS and nothing else',
    },
    needs,
    async run(scene) {
      const { slots } = await answerOf(scene);
      return slots
        .filter((slot) => slotTypesOf(slot).join() !== 'CPTS')
        .map((slot) => {
          const types = slotTypesOf(slot).join(', ');
          const said = types || '–';
          return fault(`${slot.place}.meta.security`, `types ${said}`, `types ${said} found`, {
            severity: 'warning',
          });
        });
    },
  },
  {
    id: 'cpts-several/category',
    kit: ['4.8.1.05', '4.8.2.05'],
    title: {
      fr: 'un créneau porte le code 604 du bon système',
      en: 'a slot carries the code 604 of the right system',
    },
    source: 'tests 4.8.1.05, 4.8.2.05 ; jeu de valeurs sas-valueset-categorieetablissement',
    mend: {
      fr: `system ${CODE_SYSTEMS.establishment}`,
      en: `use system ${CODE_SYSTEMS.establishment}`,
    },
    needs,
    async run(scene) {
      const { slots } = await answerOf(scene);
      const coded = slots
        .flatMap(communityTypes)
        .flatMap(codingsOf)
        .some((coding) => {
          const system = asText(coding['system']);
          return asText(coding['code']) === CPTS_CATEGORY && system === CODE_SYSTEMS.establishment;
        });
      if (coded) return [];
      return [fault('Slot.serviceType.coding', 'aucun 604 de ce système', 'no 604 of this system')];
    },
  },
  {
    id: 'cpts-several/each-alone',
    kit: ['4.8.1.06'],
    title: {
      fr: 'un créneau pour une CPTS, un autre pour l’autre, chacun y mène',
      en: 'a slot for one CPTS, another for the other, each leads there',
    },
    source: 'test 4.8.1.06 ; FAQ PS et CPTS, erreur 6',
    mend: {
      fr: 'un serviceType 604 avec son extension par CPTS du créneau, et pas d’autre',
      en: "one service type 604 with its extension for each of the slot's CPTS, and no other",
    },
    needs,
    async run(scene) {
      const { index, slots } = await answerOf(scene);
      const alone = slots.map(communityReferences).filter((references) => references.length === 1);
      const known = index.ofType('HealthcareService').map(({ id }) => `HealthcareService/${id}`);
      const reached = new Set(alone.flat().filter((reference) => known.includes(reference)));
      return fewerFault('HealthcareService', reached.size, 2);
    },
  },
  {
    id: 'cpts-several/both',
    kit: ['4.8.2.06'],
    title: {
      fr: 'un créneau ouvert à deux CPTS mène aux deux',
      en: 'a slot open to two CPTS leads to both',
    },
    source: 'test 4.8.2.06',
    mend: {
      fr: 'répéter serviceType 604 avec son extension pour chaque CPTS',
      en: 'repeat service type 604 with its extension for each CPTS',
    },
    needs,
    async run(scene) {
      const { index, slots } = await answerOf(scene);
      const known = new Set(
        index.ofType('HealthcareService').map(({ id }) => `HealthcareService/${id}`),
      );
      const most = Math.max(
        ...slots.map((slot) => {
          const references = new Set(communityReferences(slot));
          return [...references].every((each) => known.has(each)) ? references.size : 0;
        }),
      );
      if (most >= 2) return [];
      return [
        fault(
          'Slot.serviceType.extension',
          'aucun créneau ne mène à deux CPTS du Bundle',
          'no slot leads to two CPTS of the Bundle',
        ),
      ];
    },
  },
  {
    id: 'cpts-several/providers',
    kit: ['4.8.1.07', '4.8.2.07'],
    title: {
      fr: 'chaque HealthcareService est celui d’une autre Organization du Bundle',
      en: 'each HealthcareService is that of another Organization of the Bundle',
    },
    source: 'tests 4.8.1.07, 4.8.2.07',
    mend: {
      fr: 'providedBy : Organization/id de la CPTS',
      en: 'providedBy: Organization/id of the CPTS',
    },
    needs,
    async run(scene) {
      const { index } = await answerOf(scene);
      const known = new Set(index.ofType('Organization').map(({ id }) => `Organization/${id}`));
      const providers = providersOf(index.ofType('HealthcareService'));
      return [
        ...providers
          .filter((reference) => !known.has(reference))
          .map((reference) =>
            fault(
              'HealthcareService.providedBy',
              `${reference || '–'} n’est pas dans le Bundle`,
              `${reference || '–'} is not in the Bundle`,
            ),
          ),
        ...fewerFault('Organization', new Set(providers).size, 2),
      ];
    },
  },
];
