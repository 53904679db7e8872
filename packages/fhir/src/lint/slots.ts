import {
  BOOKING_MODES,
  CODE_SYSTEMS,
  CONSULTATION_TYPES,
  CPTS_CATEGORY,
  isCode,
  SLOT_TYPES,
} from '../codes.ts';
import { asObjects, asText, codingsOf, type Json, member } from '../json.ts';
import type { Visibility } from '../model.ts';
import { isSpecialtyCode } from '../specialties.ts';
import { PRACTITIONERS, SEARCHES, type LintFlow, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

const SENT: Readonly<Record<string, readonly Visibility[]>> = {
  ps: ['PUBLIC', 'PRO', 'SNP'],
  cpts: ['PUBLIC', 'PRO', 'SNP', 'CPTS'],
  sos: ['PUBLIC', 'SNP'],
};

interface Label {
  readonly system: string;
  readonly code: string;
  readonly place: string;
}

/** Labels of `meta.security`, those of other systems (confidentiality, …) left aside. */
export function slotTypes(slot: { resource: Json; place: string }): Label[] {
  return asObjects(member(slot.resource['meta'], 'security'))
    .map((label, index) => ({
      system: asText(label['system']),
      code: asText(label['code']),
      place: `${slot.place}.meta.security[${index}]`,
    }))
    .filter(({ system, code }) => {
      return system === '' || system.includes('R314') || isCode(SLOT_TYPES, code.toUpperCase());
    });
}

/** Codings of the service types, those of CPTS left aside. */
function consultations(subject: Subject): Label[] {
  return subject.ofType('Slot').flatMap(({ resource, place }) =>
    asObjects(resource['serviceType']).flatMap((type, index) =>
      codingsOf(type)
        .map((coding, at) => ({
          system: asText(coding['system']),
          code: asText(coding['code']),
          place: `${place}.serviceType[${index}].coding[${at}]`,
        }))
        .filter(({ code }) => code !== CPTS_CATEGORY),
    ),
  );
}

function bookings(subject: Subject): Label[] {
  return subject.ofType('Slot').flatMap(({ resource, place }) =>
    codingsOf(resource['appointmentType']).map((coding, index) => ({
      system: asText(coding['system']),
      code: asText(coding['code']),
      place: `${place}.appointmentType.coding[${index}]`,
    })),
  );
}

const allowed = (flow: LintFlow, code: string) => SENT[flow]?.includes(code as Visibility) === true;

/** Rules about slots. */
export const SLOT_RULES: readonly Rule[] = [
  {
    id: 'slot-status',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'créneau qui n’est pas libre', en: 'slot that is not free' },
    mend: { fr: 'ne transmettre que les créneaux free', en: 'send only slots that are free' },
    source: 'profils de Slot, status fixé à free ; exigence 47 ; test 4.3.09',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        if (resource['status'] !== 'free') report(`${place}.status`, resource['status']);
      }
    },
  },
  {
    id: 'slot-type-missing',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'créneau sans type dans meta.security',
      en: 'slot without type in meta.security',
    },
    mend: {
      fr: 'coder chaque type du créneau avec le system TRE-R314',
      en: 'code each type of the slot with the system TRE-R314',
    },
    source: 'FAQ PS et CPTS, erreur 4 ; FAQ SOS, erreur 3 ; test 4.7.02',
    check(subject, report) {
      for (const slot of subject.ofType('Slot')) {
        if (slotTypes(slot).length === 0) report(`${slot.place}.meta.security`);
      }
    },
  },
  {
    id: 'slot-type-system',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'type de créneau sous un autre system', en: 'slot type under another system' },
    mend: { fr: `system ${CODE_SYSTEMS.slotType}`, en: `system ${CODE_SYSTEMS.slotType}` },
    source: 'FAQ PS et CPTS, erreur 4 ; jeu de valeurs JDV_J165',
    check(subject, report) {
      for (const { system, place } of subject.ofType('Slot').flatMap(slotTypes)) {
        if (system !== CODE_SYSTEMS.slotType) report(`${place}.system`, system);
      }
    },
  },
  {
    id: 'slot-type-code',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'type de créneau inconnu de ce flux', en: 'slot type unknown to this flow' },
    mend: {
      fr: 'PS : PUBLIC, PRO, SNP ; CPTS : les mêmes et CPTS ; SOS : PUBLIC, SNP',
      en: 'PS: PUBLIC, PRO, SNP; CPTS: the same and CPTS; SOS: PUBLIC, SNP',
    },
    source: 'pages de recherche, « Type de créneau » ; FAQ SOS, erreur 3',
    check(subject, report) {
      for (const { code, place } of subject.ofType('Slot').flatMap(slotTypes)) {
        if (!allowed(subject.flow, code)) report(`${place}.code`, code);
      }
    },
  },
  {
    id: 'consultation-system',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'type de consultation sous un autre system',
      en: 'consultation type under another system',
    },
    mend: {
      fr: `system ${CODE_SYSTEMS.consultationType} ; les motifs sont des textes`,
      en: `system ${CODE_SYSTEMS.consultationType}; reasons are texts`,
    },
    source: 'FAQ PS et CPTS, erreur 5 ; profils de Slot, serviceType',
    check(subject, report) {
      for (const { system, place } of consultations(subject)) {
        if (system !== CODE_SYSTEMS.consultationType) report(`${place}.system`, system);
      }
    },
  },
  {
    id: 'consultation-code',
    severity: 'error',
    flows: SEARCHES,
    message: { fr: 'type de consultation inconnu', en: 'unknown consultation type' },
    mend: { fr: 'AMB, HH ou VR', en: 'AMB, HH or VR' },
    source: 'pages de recherche, « Type de consultation » ; test 4.7.03',
    check(subject, report) {
      for (const { system, code, place } of consultations(subject)) {
        if (system === CODE_SYSTEMS.consultationType && !isCode(CONSULTATION_TYPES, code)) {
          report(`${place}.code`, code);
        }
      }
    },
  },
  {
    id: 'booking-code',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'appointmentType hors de la nomenclature',
      en: 'appointmentType outside its list',
    },
    mend: {
      fr: `ROUTINE ou WALKIN, system ${CODE_SYSTEMS.appointmentType}`,
      en: `ROUTINE or WALKIN, system ${CODE_SYSTEMS.appointmentType}`,
    },
    source: 'pages de recherche, « Créneau avec ou sans RDV » ; test 4.3.10',
    check(subject, report) {
      for (const { system, code, place } of bookings(subject)) {
        if (!isCode(BOOKING_MODES, code)) report(`${place}.code`, code);
        if (system !== CODE_SYSTEMS.appointmentType) report(`${place}.system`, system);
      }
    },
  },
  {
    id: 'booking-missing',
    severity: 'information',
    flows: SEARCHES,
    message: { fr: 'créneau sans appointmentType', en: 'slot without appointmentType' },
    mend: {
      fr: 'ROUTINE (avec rendez-vous) ou WALKIN (sans)',
      en: 'ROUTINE (by appointment) or WALKIN (without)',
    },
    source: 'pages de recherche, « Créneau avec ou sans RDV »',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        if (codingsOf(resource['appointmentType']).length === 0) report(`${place}.appointmentType`);
      }
    },
  },
  {
    id: 'specialty-code',
    severity: 'warning',
    flows: SEARCHES,
    message: {
      fr: 'spécialité inconnue de la nomenclature TRE-R38',
      en: 'specialty unknown to TRE-R38',
    },
    mend: {
      fr: 'vérifier le code, ou transmettre le libellé dans text',
      en: 'check the code, or send the label as text',
    },
    source: 'FAQ PS et CPTS, erreur 3 ; profils de Slot, specialty',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        asObjects(resource['specialty']).forEach((specialty, index) => {
          for (const coding of codingsOf(specialty)) {
            const code = asText(coding['code']);
            const own = asText(coding['system']) === CODE_SYSTEMS.specialty;
            const right = own ? isSpecialtyCode(code) : code !== '' && !/^SM\d\d$/.test(code);
            if (!right) report(`${place}.specialty[${index}].coding`, code);
          }
        });
      }
    },
  },
  {
    id: 'specialty-order',
    severity: 'warning',
    flows: PRACTITIONERS,
    message: {
      fr: 'spécialité en texte avant une spécialité codée',
      en: 'specialty as text before a coded one',
    },
    mend: { fr: 'mettre les spécialités codées en premier', en: 'put coded specialties first' },
    source: 'FAQ PS et CPTS, erreur 3 ; test 4.2.02',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        const coded = asObjects(resource['specialty']).map((each) => codingsOf(each).length > 0);
        const text = coded.indexOf(false);
        if (text >= 0 && coded.lastIndexOf(true) > text) report(`${place}.specialty[${text}]`);
      }
    },
  },
  {
    id: 'slot-repeated',
    severity: 'warning',
    flows: SEARCHES,
    message: {
      fr: 'deux créneaux du même agenda commencent en même temps',
      en: 'two slots of one schedule start at the same time',
    },
    mend: {
      fr: 'réunir les motifs et types d’un même créneau dans une seule ressource',
      en: 'gather the reasons and types of one slot into one resource',
    },
    source: 'FAQ PS et CPTS, erreurs 4 et 5',
    check(subject, report) {
      const seen = new Set<string>();
      for (const { resource, place } of subject.bundle === null ? [] : subject.ofType('Slot')) {
        const schedule = asText(member(resource['schedule'], 'reference'));
        const key = `${schedule} ${asText(resource['start'])}`;
        if (seen.has(key)) report(`${place}.start`, resource['start']);
        seen.add(key);
      }
    },
  },
];
