import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from '../codes.ts';
import { SAS_STRUCTURE_ID } from '../identifiers.ts';
import { asList, asObject, asObjects, asText, codingsOf } from '../json.ts';
import { checkForm, valueOf } from './identifiers.ts';
import { PRACTITIONERS, SEARCHES, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

const STRUCTURE = {
  system: IDENTIFIER_SYSTEMS.structure,
  typeSystem: CODE_SYSTEMS.identifierType,
  type: 'IDNST',
};

/** The logical identifier of the structure of each role. */
function structures(subject: Subject) {
  return subject.ofType('PractitionerRole').map(({ resource, place }) => ({
    identifier: asObject(asObject(resource['organization'])?.['identifier']),
    place: `${place}.organization.identifier`,
  }));
}

/** Rules about places of practice. */
export const PLACE_RULES: readonly Rule[] = [
  {
    id: 'place-address',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'adresse sans voie unique, ville ou code postal',
      en: 'address without one street line, city or postal code',
    },
    mend: {
      fr: 'valoriser address.line (une seule), city et postalCode',
      en: 'fill address.line (one only), city and postalCode',
    },
    source: 'profils FrLocationAgregateur et sas-sos-location-aggregator ; test 4.3.06',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Location')) {
        const address = asObject(resource['address']) ?? {};
        const lines = asList(address['line']).map(asText);
        if (lines.length !== 1 || lines[0] === '') report(`${place}.address.line`);
        if (asText(address['city']) === '') report(`${place}.address.city`);
        if (asText(address['postalCode']) === '') report(`${place}.address.postalCode`);
      }
    },
  },
  {
    id: 'place-postal-code',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'code postal qui n’a pas cinq chiffres',
      en: 'postal code that has not five digits',
    },
    mend: { fr: 'cinq chiffres, sans espace', en: 'five digits, no space' },
    source: 'test 4.3.06 ; profil sas-sos-location-aggregator, maxLength 5',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Location')) {
        const code = asObject(resource['address'])?.['postalCode'];
        const text = typeof code === 'string' ? code : asText(code);
        if (text !== '' && !/^\d{5}$/.test(text)) report(`${place}.address.postalCode`, text);
      }
    },
  },
  {
    id: 'place-identifier',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'lieu sans identifiant complet (system, type, value)',
      en: 'place without a complete identifier (system, type, value)',
    },
    mend: {
      fr: 'type fr-location-identifier-type|INTRN, system propre à l’éditeur, value',
      en: "type fr-location-identifier-type|INTRN, the vendor's own system, value",
    },
    source: 'FAQ PS, CPTS et SOS, champs obligatoires de identifier ; profils de Location',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Location')) {
        const identifiers = asObjects(resource['identifier']);
        if (identifiers.length === 0) report(`${place}.identifier`);
        identifiers.forEach((identifier, index) => {
          const [coding = {}] = codingsOf(identifier['type']);
          const complete =
            asText(identifier['system']) !== '' &&
            valueOf(identifier) !== '' &&
            asText(coding['code']) !== '';
          if (!complete) report(`${place}.identifier[${index}]`);
        });
      }
    },
  },
  {
    id: 'structure-identifier',
    severity: 'warning',
    flows: PRACTITIONERS,
    message: {
      fr: 'PractitionerRole sans identifiant national de structure',
      en: 'PractitionerRole without the national identifier of its structure',
    },
    mend: {
      fr: 'organization.identifier : FINESS, à défaut SIRET, à défaut RPPS rang',
      en: 'organization.identifier: FINESS, else SIRET, else RPPS rang',
    },
    source: 'FAQ PS et CPTS, « ID nationaux de structure » ; test 4.6.06',
    check(subject, report) {
      for (const { identifier, place } of structures(subject)) {
        if (valueOf(identifier) === '') report(`${place}.value`);
      }
    },
  },
  {
    id: 'structure-identifier-prefix',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'identifiant de structure sans préfixe, ou mal formé',
      en: 'structure identifier without prefix, or malformed',
    },
    mend: {
      fr: '1 + FINESS, 3 + SIRET ou 4 + RPPS rang ; l’ADELI rang (0…) est refusé',
      en: '1 + FINESS, 3 + SIRET or 4 + RPPS rang; the ADELI rang (0…) is refused',
    },
    source: 'FAQ PS et CPTS, erreur 1 ; test 4.6.06',
    check(subject, report) {
      for (const { identifier, place } of structures(subject)) {
        const value = valueOf(identifier);
        if (value !== '' && !SAS_STRUCTURE_ID.test(value)) report(`${place}.value`, value);
      }
    },
  },
  {
    id: 'structure-identifier-form',
    severity: 'warning',
    flows: PRACTITIONERS,
    message: {
      fr: 'identifiant de structure sans system urn:oid:1.2.250.1.71.4.2.2 ou sans type IDNST',
      en: 'structure identifier without system urn:oid:1.2.250.1.71.4.2.2 or type IDNST',
    },
    mend: {
      fr: 'valoriser system, type (fr-v2-0203|IDNST) et value',
      en: 'fill system, type (fr-v2-0203|IDNST) and value',
    },
    source: 'FAQ PS et CPTS, codes de identifier.type ; l’exemple CPTS 1.1.0 n’a que la valeur',
    check(subject, report) {
      for (const { identifier, place } of structures(subject)) {
        if (identifier !== null) checkForm(identifier, STRUCTURE, place, report);
      }
    },
  },
];
