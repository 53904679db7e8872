import { IDENTIFIER_SYSTEMS } from '../codes.ts';
import { isUuid, parsePractitionerId } from '../identifiers.ts';
import { asList, asObjects, asText, member } from '../json.ts';
import { typeCodes } from '../read/identifiers.ts';
import { valueOf } from './identifiers.ts';
import type { LintFlow, Rule } from './rule.ts';
import type { Subject } from './subject.ts';

const ACCOUNTS: readonly LintFlow[] = ['accounts'];

function accounts(subject: Subject) {
  return subject.entries.filter(({ type }) => type === 'Practitioner');
}

function identifiers(subject: Subject) {
  return accounts(subject).flatMap(({ resource, place }) =>
    asObjects(resource['identifier']).map((identifier, index) => ({
      identifier,
      system: asText(identifier['system']),
      value: valueOf(identifier),
      types: typeCodes(identifier),
      place: `${place}.identifier[${index}]`,
    })),
  );
}

/** Rules about regulators' accounts (INT_R02). */
export const ACCOUNT_RULES: readonly Rule[] = [
  {
    id: 'account-identifier',
    severity: 'error',
    flows: ACCOUNTS,
    message: { fr: 'compte sans identifiant', en: 'account without identifier' },
    mend: {
      fr: 'identifiant national, à défaut identifiant technique SAS',
      en: 'national identifier, else technical identifier of the SAS',
    },
    source: 'profil FrPractitionerRegul, identifier 1..* ; tests 5.04, 5.13, 5.14',
    check(subject, report) {
      for (const { resource, place } of accounts(subject)) {
        if (asObjects(resource['identifier']).length === 0) report(`${place}.identifier`);
      }
      for (const { value, place } of identifiers(subject))
        if (value === '') report(`${place}.value`);
    },
  },
  {
    id: 'account-identifier-pair',
    severity: 'error',
    flows: ACCOUNTS,
    message: {
      fr: 'système et type d’identifiant contradictoires',
      en: 'contradictory system and type of an identifier',
    },
    mend: {
      fr: 'urn:oid:1.2.250.1.71.4.2.1 avec IDNPS, urn:oid:1.2.250.1.213.3.6 avec INTRN',
      en: 'urn:oid:1.2.250.1.71.4.2.1 with IDNPS, urn:oid:1.2.250.1.213.3.6 with INTRN',
    },
    source: 'profil FrPractitionerRegul, slices de identifier ; test 5.05',
    check(subject, report) {
      for (const { system, types, place } of identifiers(subject)) {
        const national = system === IDENTIFIER_SYSTEMS.practitioner && !types.includes('IDNPS');
        const technical = system === IDENTIFIER_SYSTEMS.sas && !types.includes('INTRN');
        if (national || technical) report(`${place}.type`, types[0] ?? '');
      }
    },
  },
  {
    id: 'account-identifier-system',
    severity: 'warning',
    flows: ACCOUNTS,
    message: { fr: 'système d’identifiant inattendu', en: 'unexpected identifier system' },
    mend: {
      fr: 'urn:oid:1.2.250.1.71.4.2.1 ou urn:oid:1.2.250.1.213.3.6',
      en: 'urn:oid:1.2.250.1.71.4.2.1 or urn:oid:1.2.250.1.213.3.6',
    },
    source: 'page de gestion des comptes régulateurs ; un exemple 1.1.0 porte …71.4.2.2',
    check(subject, report) {
      const known: readonly string[] = [IDENTIFIER_SYSTEMS.practitioner, IDENTIFIER_SYSTEMS.sas];
      for (const { system, place } of identifiers(subject)) {
        if (!known.includes(system)) report(`${place}.system`, system);
      }
    },
  },
  {
    id: 'account-identifier-value',
    severity: 'warning',
    flows: ACCOUNTS,
    message: {
      fr: 'identifiant national sans préfixe, ou identifiant technique qui n’est pas un UUID',
      en: 'national identifier without prefix, or technical identifier that is no UUID',
    },
    mend: {
      fr: '8 + RPPS, 0 + ADELI, 3 + FINESS + / + numéro ; UUID pour INTRN',
      en: '8 + RPPS, 0 + ADELI, 3 + FINESS + / + number; a UUID for INTRN',
    },
    source: 'FAQ, « ID national et ID technique »',
    check(subject, report) {
      for (const { system, value, place } of identifiers(subject)) {
        const right =
          system === IDENTIFIER_SYSTEMS.sas
            ? isUuid(value)
            : parsePractitionerId(value)?.sas === value;
        if (value !== '' && !right) report(`${place}.value`, value);
      }
    },
  },
  {
    id: 'account-active',
    severity: 'error',
    flows: ACCOUNTS,
    message: { fr: 'compte sans active', en: 'account without active' },
    mend: { fr: 'true ou false', en: 'true or false' },
    source: 'profil FrPractitionerRegul, active 1..1 ; tests 5.04, 5.06',
    check(subject, report) {
      for (const { resource, place } of accounts(subject)) {
        if (typeof resource['active'] !== 'boolean') report(`${place}.active`, resource['active']);
      }
    },
  },
  {
    id: 'account-name',
    severity: 'error',
    flows: ACCOUNTS,
    message: {
      fr: 'compte sans nom ou sans prénom unique',
      en: 'account without family or one given name',
    },
    mend: {
      fr: 'valoriser name.family et un name.given',
      en: 'fill name.family and one name.given',
    },
    source: 'profil FrPractitionerRegul, family 1..1, given 1..1 ; tests 5.04, 5.05',
    check(subject, report) {
      for (const { resource, place } of accounts(subject)) {
        const [name = {}] = asObjects(resource['name']);
        const given = asList(name['given']).map(asText).filter(Boolean);
        if (asText(name['family']) === '') report(`${place}.name[0].family`);
        if (given.length !== 1) report(`${place}.name[0].given`);
      }
    },
  },
  {
    id: 'account-email',
    severity: 'error',
    flows: ACCOUNTS,
    message: {
      fr: 'compte sans adresse électronique, ou telecom d’un autre system',
      en: 'account without e-mail address, or telecom of another system',
    },
    mend: { fr: 'telecom : system email, value', en: 'telecom: system email, value' },
    source: 'profil FrPractitionerRegul, telecom.system = email ; tests 5.04, 5.05',
    check(subject, report) {
      for (const { resource, place } of accounts(subject)) {
        const telecoms = asObjects(resource['telecom']);
        if (telecoms.length === 0) report(`${place}.telecom`);
        telecoms.forEach((telecom, index) => {
          const where = `${place}.telecom[${index}]`;
          if (telecom['system'] !== 'email') report(`${where}.system`, telecom['system']);
          const value = asText(telecom['value']);
          if (!/^[^\s@]+@[^\s@]+$/.test(value)) report(`${where}.value`);
        });
      }
    },
  },
  {
    id: 'account-source',
    severity: 'information',
    flows: ACCOUNTS,
    message: { fr: 'meta.source absent ou inattendu', en: 'meta.source missing or unexpected' },
    mend: {
      fr: `meta.source ${IDENTIFIER_SYSTEMS.sas}`,
      en: `meta.source ${IDENTIFIER_SYSTEMS.sas}`,
    },
    source: 'profil FrPractitionerRegul, meta.source ; les exemples 1.1.0 ne l’ont pas',
    check(subject, report) {
      for (const { resource, place } of accounts(subject)) {
        const source = asText(member(resource['meta'], 'source'));
        if (source !== IDENTIFIER_SYSTEMS.sas) report(`${place}.meta.source`, source);
      }
    },
  },
];
