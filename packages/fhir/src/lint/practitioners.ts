import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from '../codes.ts';
import { parsePractitionerId, SAS_PRACTITIONER_ID } from '../identifiers.ts';
import { asList, asObjects, asText } from '../json.ts';
import type { Located } from '../references.ts';
import { checkForm, firstIdentifier, valueOf } from './identifiers.ts';
import { PRACTITIONERS, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

const EXPECTED = {
  system: IDENTIFIER_SYSTEMS.practitioner,
  typeSystem: CODE_SYSTEMS.identifierType,
  type: 'IDNPS',
};

const practitioners = (subject: Subject): Located[] => subject.ofType('Practitioner');

/** Rules about practitioners and their identifiers. */
export const PRACTITIONER_RULES: readonly Rule[] = [
  {
    id: 'practitioner-identifier',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'praticien dont le premier identifiant n’a pas de valeur',
      en: 'practitioner whose first identifier has no value',
    },
    mend: {
      fr: 'mettre l’identifiant national en premier',
      en: 'put the national identifier first',
    },
    source: 'profil FrPractitionerAgregateur, identifier 1..* ; test 4.3.03',
    check(subject, report) {
      for (const { resource, place } of practitioners(subject)) {
        if (valueOf(firstIdentifier(resource)) === '') report(`${place}.identifier[0].value`);
      }
    },
  },
  {
    id: 'practitioner-identifier-form',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'identifiant de praticien sans system urn:oid:1.2.250.1.71.4.2.1 ou sans type IDNPS',
      en: 'practitioner identifier without system urn:oid:1.2.250.1.71.4.2.1 or type IDNPS',
    },
    mend: {
      fr: 'valoriser system, type (fr-v2-0203|IDNPS) et value',
      en: 'fill system, type (fr-v2-0203|IDNPS) and value',
    },
    source: 'FAQ PS et CPTS, champs obligatoires de identifier ; profil FrPractitionerAgregateur',
    check(subject, report) {
      for (const { resource, place } of practitioners(subject)) {
        asObjects(resource['identifier']).forEach((identifier, index) => {
          checkForm(identifier, EXPECTED, `${place}.identifier[${index}]`, report);
        });
      }
    },
  },
  {
    id: 'practitioner-identifier-prefix',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'identifiant national sans préfixe, ou mal formé',
      en: 'national identifier without prefix, or malformed',
    },
    mend: {
      fr: '8 suivi des 11 chiffres du RPPS, ou 0 suivi de l’ADELI',
      en: '8 and the 11 digits of the RPPS, or 0 and the ADELI number',
    },
    source: 'FAQ PS et CPTS, erreur 1 ; test 4.3.03',
    check(subject, report) {
      for (const { resource, place } of practitioners(subject)) {
        const value = valueOf(firstIdentifier(resource));
        if (value !== '' && !SAS_PRACTITIONER_ID.test(value)) {
          report(`${place}.identifier[0].value`, value);
        }
      }
    },
  },
  {
    id: 'practitioner-check-digit',
    severity: 'information',
    flows: PRACTITIONERS,
    message: { fr: 'clé du numéro RPPS fausse', en: 'wrong check digit of the RPPS number' },
    mend: {
      fr: 'vérifier le numéro dans l’annuaire santé',
      en: 'check the number in the national directory',
    },
    source: 'clé de Luhn ; plusieurs exemples officiels ne la respectent pas',
    check(subject, report) {
      for (const { resource, place } of practitioners(subject)) {
        const value = valueOf(firstIdentifier(resource));
        if (parsePractitionerId(value)?.checkDigit === 'wrong') {
          report(`${place}.identifier[0].value`, value);
        }
      }
    },
  },
  {
    id: 'practitioner-name',
    severity: 'warning',
    flows: PRACTITIONERS,
    message: {
      fr: 'praticien sans nom ou sans prénom',
      en: 'practitioner without family or given name',
    },
    mend: { fr: 'valoriser name.family et name.given', en: 'fill name.family and name.given' },
    source: 'tests 4.6.03, 4.6.04',
    check(subject, report) {
      for (const { resource, place } of practitioners(subject)) {
        const [name = {}] = asObjects(resource['name']);
        if (asText(name['family']) === '') report(`${place}.name[0].family`);
        if (asList(name['given']).every((given) => asText(given) === '')) {
          report(`${place}.name[0].given`);
        }
      }
    },
  },
  {
    id: 'practitioner-repeated',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'deux Practitioner portent le même identifiant national',
      en: 'two Practitioners carry the same national identifier',
    },
    mend: {
      fr: 'un Practitioner par personne, un PractitionerRole par lieu',
      en: 'one Practitioner for one person, one PractitionerRole for one place',
    },
    source: 'tests 4.3.02, 4.4.02, 4.5.02',
    check(subject, report) {
      const seen = new Set<string>();
      for (const { resource, place } of practitioners(subject)) {
        const value = valueOf(firstIdentifier(resource));
        if (value !== '' && seen.has(value)) report(`${place}.identifier[0].value`, value);
        seen.add(value);
      }
    },
  },
];
