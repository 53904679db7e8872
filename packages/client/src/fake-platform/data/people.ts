import { hashOf } from '../random.ts';

/** Names that nobody bears: the people of this platform do not exist. */
const GIVEN = [
  ...['Alizée', 'Barnabé', 'Colombe', 'Désiré', 'Églantine', 'Firmin', 'Garance', 'Hippolyte'],
  ...['Isaure', 'Joris', 'Léopoldine', 'Maxence', 'Ninon', 'Octave', 'Perrine', 'Sosthène'],
];
const FAMILY = [
  ...['Brumelle', 'Clairvent', 'Dunemont', 'Estranel', 'Falaisin', 'Grandlarge', 'Houlbrec'],
  ...['Ivernois', 'Jonquelle', 'Lamarelle', 'Montgalet', 'Nordroche', 'Ormebois', 'Portelune'],
  ...['Quaivert', 'Rivebelle', 'Sablonet', 'Tournevague', 'Valmarée', 'Ysangrain'],
];

/** The digits followed by their Luhn key. */
function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A national id of a professional, in a range that is kept for fiction. */
export function professionalId(number: number): string {
  return `8${withKey(`10999${String(number).padStart(5, '0')}`)}`;
}

/** A national id of a structure, in a range that no department uses. */
export function structureId(number: number): string {
  return `1${withKey(`769999${String(number).padStart(2, '0')}`)}`;
}

/** The name of the n-th professional, by the seed; no two of forty have the same one. */
export function nameOf(number: number, seed: number): { given: string; family: string } {
  const start = hashOf(`names ${seed}`);
  const given = GIVEN[(start + number * 5) % GIVEN.length]!;
  const family = FAMILY[(start + number) % FAMILY.length]!;
  return { given, family };
}
