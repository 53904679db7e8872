/** A text without accents, capitals and punctuation, for comparing: `Île-de-France`, `ile de france`. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const collator = new Intl.Collator('fr', { numeric: true });

/** Alphabetical order, accents and numbers as the French expect them. */
export const inOrder = (one: string, other: string): number => collator.compare(one, other);
