import type { components } from '../generated/platform.ts';
import { readReferenceData, searchForm } from './reference-data.ts';

type Specialty = components['schemas']['Specialty'];

interface SpecialtyRecord {
  code: string;
  fr: string;
  en: string;
  synonyms: string[];
  group?: string;
}

interface Entry {
  specialty: Specialty;
  group: string;
  words: string;
}

let loaded: Map<string, Entry> | null = null;

function entries(): Map<string, Entry> {
  loaded ??= new Map(
    (readReferenceData('specialties') as SpecialtyRecord[]).map((record) => [
      record.code,
      {
        specialty: { code: record.code, label: record.fr, labelEn: record.en },
        group: record.group ?? record.code,
        words: searchForm([record.code, record.fr, record.en, ...record.synonyms].join(' ')),
      },
    ]),
  );
  return loaded;
}

/** Specialties whose code, labels or synonyms hold every word of `text`; all of them without a text. */
export function findSpecialties(text: string | undefined, limit: number): Specialty[] {
  const words = text === undefined ? [] : searchForm(text).split(' ');
  return [...entries().values()]
    .filter((entry) => words.every((word) => entry.words.includes(word)))
    .slice(0, limit)
    .map((entry) => entry.specialty);
}

/** The specialty of a code, or the first that a text may mean. */
export function specialtyOf(text: string): Specialty | null {
  const coded = entries().get(text)?.specialty;
  if (coded !== undefined || searchForm(text) === '') return coded ?? null;
  return findSpecialties(text, 1)[0] ?? null;
}

/** The codes that mean the same to a person who searches (SM26, SM53, SM54); null for an unknown code. */
export function equivalentSpecialties(code: string): string[] | null {
  const group = entries().get(code)?.group;
  if (group === undefined) return null;
  return [...entries()].filter(([, entry]) => entry.group === group).map(([each]) => each);
}
