import { DEFAULT_SPECIALTY, PRACTITIONER_ERRORS } from '@sas-kit/fhir/link';
import { editorsServing } from '../aggregation/editors/editors.ts';
import type { Sql } from '../database/database.ts';
import { locateInCommune } from '../directory/find-address.ts';
import { type Geocoder, toAddressPlace } from '../directory/geocoder.ts';
import { communeOf, communesNamed, type PlaceRecord, toPlace } from '../directory/places.ts';
import { practitionerById, practitionersNamed } from '../directory/practitioners.ts';
import { specialtyOf } from '../directory/specialties.ts';
import type { components } from '../generated/platform.ts';
import type { HandedOver } from './ticket.ts';

type SearchLink = components['schemas']['SearchLink'];
type Note = SearchLink['notes'][number];
type Doctor = NonNullable<SearchLink['practitioner']>;

/** What is searched where the link does not say. */
const GENERAL_PRACTICE = 'SM54';
/** As in the words for general practice. */
const CONSULTATION = /^consultations?\s+(?:de\s+|d['’]\s*)?/i;

/** What the person who searches has to know of what was handed over. The search goes on. */
const NOTES = {
  ...PRACTITIONER_ERRORS,
  'address-missing': {
    fr: 'Le logiciel de régulation n’a pas transmis de commune : indiquez le lieu.',
    en: 'The dispatch software sent no city: say where to search.',
  },
  'street-number-without-name': {
    fr: 'Le logiciel de régulation a transmis un numéro sans nom de rue : indiquez le lieu.',
    en: 'The dispatch software sent a number without a street: say where to search.',
  },
  'place-unknown': {
    fr: 'La commune transmise n’est pas connue : indiquez le lieu.',
    en: 'The city that was sent is not known: say where to search.',
  },
  'place-ambiguous': {
    fr: 'Plusieurs communes portent le nom transmis : indiquez laquelle.',
    en: 'Several cities have the name that was sent: say which one.',
  },
  'specialty-unknown': {
    fr: 'La spécialité transmise n’est pas connue : la médecine générale est cherchée.',
    en: 'The specialty that was sent is not known: general practice is searched.',
  },
} as const satisfies Record<Note['code'], { fr: string; en: string }>;

const note = (code: Note['code']): Note => ({ code, ...NOTES[code] });

/**
 * What was handed over, in the terms of a search: what cannot be read of it is told, and left out.
 *
 * @param geocoder knows where in its city a street is; without it, and where it does not answer, the place
 *   is the centre of the city, marked approximate.
 */
export async function readHandedOver(
  sql: Sql,
  geocoder: Geocoder | null,
  handedOver: HandedOver,
): Promise<SearchLink> {
  const commune = readCommune(handedOver);
  const specialty = readSpecialty(handedOver);
  const doctor = await readDoctor(sql, handedOver);
  const { origin, address } = handedOver;
  const street = [address?.streetNumber, address?.streetName].filter(Boolean).join(' ');
  const city = commune.found?.label ?? address?.city;
  return {
    origin,
    address: [street, city].filter(Boolean).join(', ') || null,
    place: commune.found === null ? null : await placeOf(geocoder, street, commune.found),
    specialty: specialty.found,
    practitioner: doctor.found,
    notes: [commune.note, specialty.note, doctor.note].flatMap((code) =>
      code === null ? [] : [note(code)],
    ),
  };
}

async function placeOf(
  geocoder: Geocoder | null,
  street: string,
  commune: PlaceRecord,
): Promise<components['schemas']['Place']> {
  if (street === '') return toPlace(commune);
  const located = await locateInCommune(geocoder, street, commune);
  return 'commune' in located ? toAddressPlace(located) : toPlace(located);
}

interface Read<T> {
  found: T;
  note: Note['code'] | null;
}

function readCommune({ address, addressFault }: HandedOver): Read<PlaceRecord | null> {
  if (address === null) return { found: null, note: addressFault };
  const { arrondissement, inseeCode, city } = address;
  const coded = communeOf(arrondissement ?? '') ?? communeOf(inseeCode ?? '');
  if (coded !== null) return { found: coded, note: null };
  const named = communesNamed(city ?? '');
  if (named.length === 1) return { found: named[0]!, note: null };
  return { found: null, note: named.length === 0 ? 'place-unknown' : 'place-ambiguous' };
}

function readSpecialty({ specialty }: HandedOver): Read<SearchLink['specialty']> {
  const text = typeof specialty === 'string' ? specialty.replace(CONSULTATION, '') : specialty.code;
  const found = specialtyOf(specialty === DEFAULT_SPECIALTY ? GENERAL_PRACTICE : text);
  return found === null
    ? { found: specialtyOf(GENERAL_PRACTICE)!, note: 'specialty-unknown' }
    : { found, note: null };
}

async function readDoctor(
  sql: Sql,
  { practitioner, practitionerError }: HandedOver,
): Promise<Read<Doctor | null>> {
  if (practitioner === null) return { found: null, note: practitionerError };
  const found =
    typeof practitioner === 'string'
      ? await onlyOne(sql, practitioner)
      : await coded(sql, `8${practitioner.rpps}`);
  return { found, note: found === null ? 'sas_pf_001' : null };
}

async function onlyOne(sql: Sql, name: string): Promise<Doctor | null> {
  const found = await practitionersNamed(sql, name);
  return found.length === 1 ? found[0]! : null;
}

/** Somebody of whom a connected vendor answers is known by its number before its name is. */
async function coded(sql: Sql, nationalId: string): Promise<Doctor | null> {
  const known = await practitionerById(sql, nationalId);
  if (known !== null) return known;
  const served = await editorsServing(sql, 'practitioner', [nationalId]);
  return served.length === 0 ? null : { nationalId, family: null, given: null };
}
