import { CODE_SYSTEMS, DAYS_OF_WEEK, IDENTIFIER_SYSTEMS, isCode } from '../codes.ts';
import { asList, asObjects, asText, codingsOf } from '../json.ts';
import { checkForm, firstIdentifier, valueOf } from './identifiers.ts';
import type { LintFlow, Rule } from './rule.ts';

const SOS: readonly LintFlow[] = ['sos'];
const EXPECTED = {
  system: IDENTIFIER_SYSTEMS.structure,
  typeSystem: CODE_SYSTEMS.placeIdentifierType,
  type: 'IDNST',
};
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?$/;

/** Rules about associations of SOS Médecins. */
export const ASSOCIATION_RULES: readonly Rule[] = [
  {
    id: 'sos-siret',
    severity: 'error',
    flows: SOS,
    message: {
      fr: 'association sans SIRET préfixé : 3 suivi de 14 chiffres, un seul identifiant',
      en: 'association without prefixed SIRET: 3 and 14 digits, one identifier only',
    },
    mend: { fr: 'un seul identifier, value 3 + SIRET', en: 'one identifier, value 3 + SIRET' },
    source: 'profil sas-sos-organization-aggregator, SIRET-invariant ; FAQ SOS, erreur 1',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Organization')) {
        const value = valueOf(firstIdentifier(resource));
        const alone = asObjects(resource['identifier']).length === 1;
        if (!alone || !/^3\d{14}$/.test(value)) report(`${place}.identifier`, value);
      }
    },
  },
  {
    id: 'sos-identifier-form',
    severity: 'error',
    flows: SOS,
    message: {
      fr: 'identifiant d’association sans le system ou le type attendu',
      en: 'association identifier without the expected system or type',
    },
    mend: {
      fr: 'system urn:oid:1.2.250.1.71.4.2.2, type fr-location-identifier-type|IDNST',
      en: 'system urn:oid:1.2.250.1.71.4.2.2, type fr-location-identifier-type|IDNST',
    },
    source: 'profil sas-sos-organization-aggregator ; FAQ SOS, champs obligatoires de identifier',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Organization')) {
        const identifier = firstIdentifier(resource);
        if (identifier !== null) checkForm(identifier, EXPECTED, `${place}.identifier[0]`, report);
      }
    },
  },
  {
    id: 'sos-site-name',
    severity: 'error',
    flows: SOS,
    message: { fr: 'point fixe de garde sans nom', en: 'fixed site without name' },
    mend: { fr: 'valoriser Location.name', en: 'fill Location.name' },
    source: 'profil sas-sos-location-aggregator, name 1..1',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Location')) {
        if (asText(resource['name']) === '') report(`${place}.name`);
      }
    },
  },
  {
    id: 'sos-site-identifier-type',
    severity: 'warning',
    flows: SOS,
    message: {
      fr: 'identifiant de point fixe de garde d’un autre type que INTRN',
      en: 'identifier of a fixed site of another type than INTRN',
    },
    mend: {
      fr: 'type fr-location-identifier-type|INTRN : le profil le fixe, même si la page admet IDNST',
      en: 'type fr-location-identifier-type|INTRN: the profile fixes it, though the page admits IDNST',
    },
    source: 'profil sas-sos-location-aggregator, identifier.type',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Location')) {
        asObjects(resource['identifier']).forEach((identifier, index) => {
          const [coding = {}] = codingsOf(identifier['type']);
          const right =
            asText(coding['code']) === 'INTRN' &&
            asText(coding['system']) === CODE_SYSTEMS.placeIdentifierType;
          if (!right) report(`${place}.identifier[${index}].type`, asText(coding['code']));
        });
      }
    },
  },
  {
    id: 'sos-opening-hours',
    severity: 'error',
    flows: SOS,
    message: {
      fr: 'horaire d’ouverture avec un jour ou une heure mal formés',
      en: 'opening hours with a malformed day or time',
    },
    mend: {
      fr: 'jours mon à sun, heures HH:MM:SS',
      en: 'days mon to sun, times HH:MM:SS',
    },
    source: 'page SOS, « Horaires d’ouverture » ; FHIR R4, type time',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Location')) {
        asObjects(resource['hoursOfOperation']).forEach((hours, index) => {
          const where = `${place}.hoursOfOperation[${index}]`;
          for (const day of asList(hours['daysOfWeek'])) {
            if (!isCode(DAYS_OF_WEEK, day)) report(`${where}.daysOfWeek`, day);
          }
          for (const element of ['openingTime', 'closingTime']) {
            const time = hours[element];
            if (time !== undefined && !TIME.test(asText(time))) report(`${where}.${element}`, time);
          }
        });
      }
    },
  },
];
