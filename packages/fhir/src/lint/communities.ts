import { CODE_SYSTEMS, CPTS_CATEGORY, EXTENSIONS, IDENTIFIER_SYSTEMS } from '../codes.ts';
import { communityIdentifierType } from '../guide.ts';
import { asObjects, asText, codingsOf, type Json } from '../json.ts';
import type { Located } from '../references.ts';
import { checkForm, firstIdentifier, valueOf } from './identifiers.ts';
import { PRACTITIONERS, type LintFlow, type Rule } from './rule.ts';
import { slotTypes } from './slots.ts';
import type { Subject } from './subject.ts';

const CPTS: readonly LintFlow[] = ['cpts'];

interface ServiceType {
  readonly type: Json;
  readonly place: string;
}

function serviceTypes(slot: Located): ServiceType[] {
  return asObjects(slot.resource['serviceType']).map((type, index) => ({
    type,
    place: `${slot.place}.serviceType[${index}]`,
  }));
}

const isCommunity = ({ type }: ServiceType) =>
  codingsOf(type).some((coding) => asText(coding['code']) === CPTS_CATEGORY);

const leads = ({ type }: ServiceType) =>
  asObjects(type['extension']).filter((extension) => extension['url'] === EXTENSIONS.serviceType);

const isCptsSlot = (slot: Located) => slotTypes(slot).some(({ code }) => code === 'CPTS');

const slots = (subject: Subject) => subject.ofType('Slot');

/** Rules about CPTS (INT_R04). */
export const COMMUNITY_RULES: readonly Rule[] = [
  {
    id: 'cpts-604-missing',
    severity: 'error',
    flows: CPTS,
    message: {
      fr: 'créneau de type CPTS sans serviceType 604',
      en: 'slot of type CPTS without service type 604',
    },
    mend: {
      fr: 'un serviceType 604 avec extension par CPTS',
      en: 'one service type 604 with extension for each CPTS',
    },
    source: 'FAQ PS et CPTS, erreur 6 ; test 4.3.12',
    check(subject, report) {
      for (const slot of slots(subject)) {
        if (isCptsSlot(slot) && !serviceTypes(slot).some(isCommunity)) {
          report(`${slot.place}.serviceType`);
        }
      }
    },
  },
  {
    id: 'cpts-604-unexpected',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'serviceType 604 sur un créneau qui n’est pas de type CPTS',
      en: 'service type 604 on a slot that is not of type CPTS',
    },
    mend: {
      fr: 'ajouter le type CPTS dans meta.security, ou retirer le 604',
      en: 'add the type CPTS to meta.security, or remove the 604',
    },
    source: 'FAQ PS et CPTS, erreur 12',
    check(subject, report) {
      for (const slot of slots(subject)) {
        if (isCptsSlot(slot)) continue;
        for (const type of serviceTypes(slot)) if (isCommunity(type)) report(type.place);
      }
    },
  },
  {
    id: 'cpts-604-system',
    severity: 'error',
    flows: CPTS,
    message: { fr: '604 sous un autre system', en: '604 under another system' },
    mend: {
      fr: `system ${CODE_SYSTEMS.establishment}`,
      en: `system ${CODE_SYSTEMS.establishment}`,
    },
    source: 'jeu de valeurs sas-valueset-categorieetablissement ; test 4.3.12 ; la FAQ 6 l’abrège',
    check(subject, report) {
      for (const { type, place } of slots(subject).flatMap(serviceTypes).filter(isCommunity)) {
        for (const coding of codingsOf(type)) {
          const system = asText(coding['system']);
          const own = asText(coding['code']) === CPTS_CATEGORY;
          if (own && system !== CODE_SYSTEMS.establishment)
            report(`${place}.coding.system`, system);
        }
      }
    },
  },
  {
    id: 'cpts-604-extension',
    severity: 'error',
    flows: CPTS,
    message: {
      fr: '604 sans extension vers un HealthcareService',
      en: '604 without extension to a HealthcareService',
    },
    mend: {
      fr: `extension ${EXTENSIONS.serviceType}, valueReference HealthcareService/id`,
      en: `extension ${EXTENSIONS.serviceType}, valueReference HealthcareService/id`,
    },
    source:
      'profil sas-cpts-slot-aggregator, slice referencecpts ; FAQ erreurs 6 et 11 ; test 4.3.12',
    check(subject, report) {
      for (const type of slots(subject).flatMap(serviceTypes)) {
        if (isCommunity(type) && leads(type).length !== 1) report(`${type.place}.extension`);
      }
    },
  },
  {
    id: 'cpts-extension-unexpected',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'extension vers un HealthcareService hors d’un serviceType 604',
      en: 'extension to a HealthcareService outside a service type 604',
    },
    mend: {
      fr: 'la retirer du type de consultation ou du motif',
      en: 'remove it from the consultation type or reason',
    },
    source: 'profil sas-cpts-slot-aggregator, slice TypeConsultation, extension 0..0',
    check(subject, report) {
      for (const type of slots(subject).flatMap(serviceTypes)) {
        if (!isCommunity(type) && leads(type).length > 0) report(`${type.place}.extension`);
      }
    },
  },
  {
    id: 'cpts-service-per-organization',
    severity: 'error',
    flows: CPTS,
    message: {
      fr: 'il faut un HealthcareService pour une Organization',
      en: 'one HealthcareService is needed for one Organization',
    },
    mend: {
      fr: 'autant de HealthcareService que de CPTS',
      en: 'as many HealthcareServices as CPTS',
    },
    source: 'FAQ PS et CPTS, « Quelles ressources pour une CPTS » ; test 4.3.11',
    check(subject, report) {
      if (subject.bundle === null) return;
      const services = subject.index.ofType('HealthcareService');
      const providers = services.map((service) =>
        subject.index.resolve(service.resource['providedBy'], service),
      );
      services.forEach(({ place }, index) => {
        if (providers.indexOf(providers[index]!) !== index) report(`${place}.providedBy`);
      });
      for (const organization of subject.index.ofType('Organization')) {
        if (!providers.includes(organization)) report(organization.place);
      }
    },
  },
  {
    id: 'cpts-identifier-form',
    severity: 'error',
    flows: CPTS,
    message: {
      fr: 'identifiant de CPTS sans le system ou le type attendu',
      en: 'CPTS identifier without the expected system or type',
    },
    mend: {
      fr: 'system urn:oid:1.2.250.1.71.4.2.2, type IDNST du système de la version du guide',
      en: 'system urn:oid:1.2.250.1.71.4.2.2, type IDNST of the code system of the guide version',
    },
    source: 'profil sas-cpts-organization-aggregator (1.1.0 et 1.2.0 diffèrent)',
    check(subject, report) {
      const typeSystem = communityIdentifierType(subject.guide);
      const expected = { system: IDENTIFIER_SYSTEMS.structure, typeSystem, type: 'IDNST' };
      for (const { resource, place } of subject.ofType('Organization')) {
        const identifier = firstIdentifier(resource);
        if (identifier !== null) checkForm(identifier, expected, `${place}.identifier[0]`, report);
      }
    },
  },
  {
    id: 'cpts-finess',
    severity: 'error',
    flows: CPTS,
    message: {
      fr: 'CPTS sans FINESS préfixé : 1 suivi de 9 chiffres, un seul identifiant',
      en: 'CPTS without prefixed FINESS: 1 and 9 digits, one identifier only',
    },
    mend: { fr: 'un seul identifier, value 1 + FINESS', en: 'one identifier, value 1 + FINESS' },
    source: 'profil sas-cpts-organization-aggregator, FINESS-invariant ; test 4.3.13',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Organization')) {
        const value = valueOf(firstIdentifier(resource));
        const alone = asObjects(resource['identifier']).length === 1;
        if (!alone || !/^1\d{9}$/.test(value)) report(`${place}.identifier`, value);
      }
    },
  },
  {
    id: 'cpts-name',
    severity: 'warning',
    flows: CPTS,
    message: { fr: 'CPTS sans nom ou sans téléphone', en: 'CPTS without name or telephone' },
    mend: { fr: 'valoriser name et telecom', en: 'fill name and telecom' },
    source: 'tests 4.9.02, 4.9.03',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Organization')) {
        if (asText(resource['name']) === '') report(`${place}.name`);
        if (asObjects(resource['telecom']).length === 0) report(`${place}.telecom`);
      }
    },
  },
];
