import { DEFAULT_TIME_ZONE, formatInstant } from '@sas-kit/fhir';
import type { Check } from '../../check.ts';

/** A form in which the same two instants may be written. */
export interface WrittenForm {
  readonly name: string;
  readonly title: Check['title'];
  readonly source: string;
  readonly mend: Check['mend'];
  readonly write: (instant: number) => string;
  /** Changes the encoded value of a bound. */
  readonly encode?: (value: string) => string;
}

const utc = (instant: number): string => new Date(instant).toISOString();
/** An instant as the guide writes it in answers: `2026-11-22T10:00:00.000+01:00`. */
export const paris = (instant: number): string => formatInstant(instant, DEFAULT_TIME_ZONE);
const SEARCH_PARAMETER = 'SearchParameter slot-sp-start ; FHIR R4, type dateTime';

/** All the forms that the guide's pages, the official kit and FHIR write. */
export const FORMS: readonly WrittenForm[] = [
  {
    name: 'offset-zero',
    title: { fr: 'bornes en +00:00', en: 'bounds in +00:00' },
    source: 'kit officiel, requêtes du flux PS',
    mend: {
      fr: 'convertir la date reçue selon son décalage',
      en: 'convert the date received by its offset',
    },
    write: (instant) => utc(instant).replace('Z', '+00:00'),
  },
  {
    name: 'offset-west',
    title: { fr: 'bornes en -04:00 (Antilles)', en: 'bounds in -04:00 (Antilles)' },
    source: SEARCH_PARAMETER,
    mend: {
      fr: 'convertir la date reçue selon son décalage',
      en: 'convert the date received by its offset',
    },
    write: (instant) => utc(instant - 4 * 3_600_000).replace('Z', '-04:00'),
  },
  {
    name: 'offset-z',
    title: { fr: 'bornes en Z', en: 'bounds in Z' },
    source: SEARCH_PARAMETER,
    mend: { fr: 'lire Z comme +00:00', en: 'read Z as +00:00' },
    write: utc,
  },
  {
    name: 'no-offset',
    title: {
      fr: 'bornes sans décalage : heure de Paris',
      en: 'bounds without offset: Paris time',
    },
    source: 'kit officiel, requêtes du flux CPTS ; page PS, exemple de requête',
    mend: {
      fr: 'lire une date sans décalage à l’heure de Paris',
      en: 'read a date without offset as Paris time',
    },
    write: (instant) => paris(instant).slice(0, 23),
  },
  {
    name: 'no-milliseconds',
    title: { fr: 'bornes sans millisecondes', en: 'bounds without milliseconds' },
    source: 'pages SOS et PS, exemples de requête',
    mend: { fr: 'admettre les dates sans millisecondes', en: 'admit dates without milliseconds' },
    write: (instant) => paris(instant).replace('.000', ''),
  },
  {
    name: 'bare-plus',
    title: {
      fr: 'le « + » du décalage laissé nu dans l’adresse',
      en: 'the “+” of the offset left bare in the address',
    },
    source: 'pages de recherche, exemples de requête',
    mend: {
      fr: 'lire une espace dans une date comme « + »',
      en: 'read a space in a date as “+”',
    },
    write: paris,
    encode: (value) => value.replaceAll('%2B', '+'),
  },
];
