import { CPTS_CATEGORY, EXTENSIONS } from '@sas-kit/fhir';
import { asObjects, asText, codingsOf, member, type Json } from '@sas-kit/fhir/json';
import type { Located } from '@sas-kit/fhir/references';
import type { Check, Scene } from '../../check.ts';
import { fault, fewerFault } from '../../fault.ts';
import { FIXTURES } from '../../fixtures.ts';
import { type Answer, identifierOf, searchFound } from '../../search/answer.ts';

const needs = [FIXTURES.oneCpts];
const answerOf = (scene: Scene): Promise<Answer> =>
  searchFound(scene, 'cpts', [scene.get(FIXTURES.oneCpts).id]);

/** The service types 604 of a slot. */
export function communityTypes({ resource }: Located): Json[] {
  return asObjects(resource['serviceType']).filter((type) =>
    codingsOf(type).some((coding) => asText(coding['code']) === CPTS_CATEGORY),
  );
}

/** The references of a slot to its CPTS, as they are written. */
export function communityReferences(slot: Located): string[] {
  return communityTypes(slot)
    .flatMap((type) => asObjects(type['extension']))
    .filter(({ url }) => url === EXTENSIONS.serviceType)
    .map((extension) => asText(member(extension['valueReference'], 'reference')));
}

/** What the organizations of services are, as references. */
export const providersOf = (services: readonly Located[]): string[] =>
  services.map(({ resource }) => asText(member(resource['providedBy'], 'reference')));

/** The checks of the practitioner who has slots for one CPTS (4.3.11 to 4.3.13, 4.9). */
export const ONE_CPTS_CHECKS: readonly Check[] = [
  {
    id: 'cpts-one/pairs',
    kit: ['4.3.11'],
    title: {
      fr: 'la CPTS est transmise : autant de HealthcareService que d’Organization, au moins un',
      en: 'the CPTS is sent: as many HealthcareServices as Organizations, at least one',
    },
    source: 'test 4.3.11 ; FAQ PS et CPTS, « Quelles ressources pour une CPTS »',
    mend: {
      fr: 'transmettre un HealthcareService et une Organization par CPTS',
      en: 'send one HealthcareService and one Organization for each CPTS',
    },
    needs,
    async run(scene) {
      const { index } = await answerOf(scene);
      const services = index.ofType('HealthcareService').length;
      const organizations = index.ofType('Organization').length;
      return [
        ...fewerFault('HealthcareService', services, 1),
        ...fewerFault('Organization', organizations, Math.max(1, services)),
        ...(organizations > services
          ? fewerFault('HealthcareService', services, organizations)
          : []),
      ];
    },
  },
  {
    id: 'cpts-one/references',
    kit: ['4.3.12'],
    title: {
      fr: 'chaque 604 mène à la seule CPTS du praticien, et il y en a un au moins',
      en: "each 604 leads to the practitioner's only CPTS, and there is at least one",
    },
    source: 'test 4.3.12 ; FAQ PS et CPTS, erreurs 6 et 11',
    mend: {
      fr: 'serviceType 604, extension Slot.serviceType vers HealthcareService/id, providedBy vers Organization/id',
      en: 'service type 604, extension Slot.serviceType to HealthcareService/id, providedBy to Organization/id',
    },
    needs,
    async run(scene) {
      const { index, slots } = await answerOf(scene);
      const [service] = index.ofType('HealthcareService');
      const [organization] = index.ofType('Organization');
      const wanted = `HealthcareService/${service?.id ?? ''}`;
      const provider = `Organization/${organization?.id ?? ''}`;
      const types = slots.flatMap((slot) => communityTypes(slot).map(() => slot));
      const astray = slots.flatMap((slot) =>
        communityReferences(slot)
          .filter((reference) => reference !== wanted)
          .map((reference) => ({ slot, reference })),
      );
      return [
        ...(types.length === 0
          ? [fault('Slot.serviceType', 'aucun serviceType 604', 'no service type 604')]
          : []),
        ...astray.map(({ slot, reference }) =>
          fault(
            `${slot.place}.serviceType.extension`,
            `${reference} au lieu de ${wanted}`,
            `${reference} instead of ${wanted}`,
          ),
        ),
        ...providersOf(index.ofType('HealthcareService'))
          .filter((reference) => reference !== provider)
          .map((reference) =>
            fault(
              'HealthcareService.providedBy',
              `${reference || '–'} au lieu de ${provider}`,
              `${reference || '–'} instead of ${provider}`,
            ),
          ),
      ];
    },
  },
  {
    id: 'cpts-one/finess',
    kit: ['4.3.13'],
    title: {
      fr: 'la CPTS a son FINESS préfixé',
      en: 'the CPTS has its prefixed FINESS',
    },
    source: 'test 4.3.13 ; profil sas-cpts-organization-aggregator',
    mend: { fr: 'identifier[0].value : 1 + FINESS', en: 'identifier[0].value: 1 + FINESS' },
    needs,
    async run(scene) {
      const { index } = await answerOf(scene);
      const [organization] = index.ofType('Organization');
      const value = organization === undefined ? '' : identifierOf(organization);
      if (/^1[0-9A-Z]{9}$/.test(value)) return [];
      return [
        fault(
          `${organization?.place ?? 'Organization'}.identifier[0].value`,
          value === '' ? 'FINESS absent' : `« ${value} » n’est pas 1 + FINESS`,
          value === '' ? 'no FINESS' : `“${value}” is not 1 + FINESS`,
        ),
      ];
    },
  },
  {
    id: 'cpts-one/organization-name',
    kit: ['4.9.01', '4.9.02'],
    title: { fr: 'la CPTS a un nom', en: 'the CPTS has a name' },
    source: 'test 4.9.02',
    mend: { fr: 'valoriser Organization.name', en: 'fill Organization.name' },
    needs,
    async run(scene) {
      const [organization] = (await answerOf(scene)).index.ofType('Organization');
      if (asText(organization?.resource['name']) !== '') return [];
      return [fault(`${organization?.place ?? 'Organization'}.name`, 'nom absent', 'no name')];
    },
  },
  {
    id: 'cpts-one/organization-telecom',
    kit: ['4.9.03'],
    title: { fr: 'la CPTS a un téléphone', en: 'the CPTS has a telephone' },
    source: 'test 4.9.03',
    mend: { fr: 'valoriser Organization.telecom', en: 'fill Organization.telecom' },
    needs,
    async run(scene) {
      const [organization] = (await answerOf(scene)).index.ofType('Organization');
      const [telecom] = asObjects(organization?.resource['telecom']);
      if (asText(telecom?.['value']) !== '') return [];
      const place = `${organization?.place ?? 'Organization'}.telecom[0].value`;
      return [fault(place, 'téléphone absent', 'no telephone')];
    },
  },
];
