import { asObjects, asText, type Json } from '../json.ts';
import { isFrenchE164 } from '../phones.ts';
import { SEARCHES, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

function telecoms(subject: Subject): { telecom: Json; place: string }[] {
  return subject.resources.flatMap(({ resource, place }) =>
    asObjects(resource['telecom']).map((telecom, index) => ({
      telecom,
      place: `${place}.telecom[${index}]`,
    })),
  );
}

const E164 = /^\+[1-9]\d{4,14}$/;

/** Rules about telephones. */
export const TELECOM_RULES: readonly Rule[] = [
  {
    id: 'telecom-complete',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'telecom sans system ou sans value', en: 'telecom without system or value' },
    mend: {
      fr: 'sans numéro, ne pas transmettre de telecom',
      en: 'send no telecom when there is no number',
    },
    source: 'exigence 36 du guide ; FAQ, éléments vides',
    check(subject, report) {
      for (const { telecom, place } of telecoms(subject)) {
        if (asText(telecom['system']) === '') report(`${place}.system`);
        if (asText(telecom['value']) === '') report(`${place}.value`);
      }
    },
  },
  {
    id: 'phone-format',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'téléphone qui n’est pas au format +33XXXXXXXXX',
      en: 'telephone that is not in the form +33XXXXXXXXX',
    },
    mend: {
      fr: 'corriger le numéro saisi : +33, +262, +590, +594, +596… sans espace ; pas de numéro court',
      en: 'mend what was typed: +33, +262, +590, +594, +596… no space; no short number',
    },
    source: 'FAQ PS et CPTS, erreur 2 ; FAQ SOS, erreur 2 ; test 4.6.05',
    check(subject, report) {
      for (const { telecom, place } of telecoms(subject)) {
        const value = telecom['value'];
        if (telecom['system'] !== 'phone' || typeof value !== 'string' || value === '') continue;
        // A number with a French code must also have the right number of digits.
        const french = /^\+(?:33|262|59[046]|508|68[179])/.test(value);
        if (french ? !isFrenchE164(value) : !E164.test(value)) report(`${place}.value`, value);
      }
    },
  },
  {
    id: 'phone-country',
    severity: 'warning',
    flows: SEARCHES,
    message: { fr: 'téléphone étranger', en: 'foreign telephone number' },
    mend: {
      fr: 'donner le numéro français du lieu',
      en: 'give the French number of the place',
    },
    source: 'test 4.6.05',
    check(subject, report) {
      for (const { telecom, place } of telecoms(subject)) {
        const value = asText(telecom['value']);
        if (telecom['system'] !== 'phone' || !E164.test(value)) continue;
        if (!/^\+(?:33|262|59[046]|508|68[179])/.test(value)) report(`${place}.value`, value);
      }
    },
  },
];
