/** Control characters, halves of characters, and what turns the direction of the text after it. */
const UNFIT = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text of a vendor as a text column takes it and a page shows it: an answer of 25 people must not be lost
 * for one character of it.
 *
 * @param longest characters that are kept.
 */
export function plainText(text: string, longest: number): string {
  return text.slice(0, longest).replaceAll(UNFIT, ' ').trim();
}
