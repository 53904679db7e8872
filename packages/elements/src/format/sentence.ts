import type { Language } from '../controllers/locale.ts';
import { memo } from './memo.ts';

const listFormat = memo(
  (language: Language) => new Intl.ListFormat(language === 'en' ? 'en-GB' : 'fr-FR'),
);

/** `a, b et c` */
export function formatList(words: readonly string[], language: Language): string {
  return listFormat(language).format(words);
}

/** The same text with a capital, for the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Consultation au cabinet, téléconsultation`: what is listed after the first has no capital. */
export function enumeration(words: readonly string[]): string {
  const [first = '', ...others] = words;
  return [
    capital(first),
    ...others.map((word) => word.charAt(0).toLowerCase() + word.slice(1)),
  ].join(', ');
}
