import { asText, codingsOf, type Json } from '../json.ts';
import { SEARCHES, type Rule } from './rule.ts';

const isWalkIn = (slot: Json) =>
  codingsOf(slot['appointmentType']).some((coding) => coding['code'] === 'WALKIN');

const HTTP_URL = /^https?:\/\/[^\s/]\S*$/i;

/** Rules about the booking address of a slot. */
export const BOOKING_URL_RULES: readonly Rule[] = [
  {
    id: 'slot-url-missing',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'créneau avec rendez-vous sans adresse dans comment',
      en: 'slot by appointment without address in comment',
    },
    mend: {
      fr: 'donner l’adresse de l’agenda du praticien, ou du site',
      en: "give the address of the practitioner's agenda, or the site's",
    },
    source: 'FAQ, « Quelle URL dans comment » ; exigence 25 ; test 4.3.08',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        if (!isWalkIn(resource) && asText(resource['comment']) === '') report(`${place}.comment`);
      }
    },
  },
  {
    id: 'slot-url-missing-walk-in',
    severity: 'warning',
    flows: SEARCHES,
    message: {
      fr: 'créneau sans rendez-vous, sans adresse dans comment : le kit en veut une',
      en: 'walk-in slot without address in comment: the kit wants one',
    },
    mend: {
      fr: 'donner l’adresse de l’agenda sur tous les créneaux',
      en: "give the agenda's address on all slots",
    },
    source: 'test 4.3.08 ; l’exemple PS du guide n’en a pas',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        if (isWalkIn(resource) && asText(resource['comment']) === '') report(`${place}.comment`);
      }
    },
  },
  {
    id: 'slot-url-form',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'comment n’est pas une adresse http(s) absolue',
      en: 'comment is no absolute http(s) address',
    },
    mend: { fr: 'https://…, sans espace', en: 'https://…, without spaces' },
    source: 'pages de recherche, « URL de redirection » ; test 6.1.02',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        const url = asText(resource['comment']);
        if (url !== '' && !HTTP_URL.test(url)) report(`${place}.comment`, url);
      }
    },
  },
  {
    id: 'slot-url-query',
    severity: 'information',
    flows: SEARCHES,
    message: {
      fr: 'adresse sans « ? » : le kit y ajoute « &origin=… » tel quel',
      en: 'address without “?”: the kit appends “&origin=…” as it is',
    },
    mend: {
      fr: 'finir l’adresse par un paramètre, ou l’accepter sans « ? »',
      en: 'end the address with a parameter, or accept it without “?”',
    },
    source: 'test 6.1.03',
    check(subject, report) {
      for (const { resource, place } of subject.ofType('Slot')) {
        const url = asText(resource['comment']);
        if (HTTP_URL.test(url) && !url.includes('?')) report(`${place}.comment`, url);
      }
    },
  },
];
