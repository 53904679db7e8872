import type { Language } from '../../controllers/locale.ts';
import { memo } from '../../format/memo.ts';

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const numbers = memo(
  (language: Language, style: 'percent' | 'decimal') =>
    new Intl.NumberFormat(locales[language], { style, maximumFractionDigits: 1 }),
);

/** Many fonts have no narrow no-break space. */
const plain = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** `12,5 %` of a share from 0 to 1. */
export function percent(share: number, language: Language): string {
  return plain(numbers(language, 'percent').format(share));
}

/** `412 ms`, `2,5 s` from a second on. */
export function milliseconds(ms: number, language: Language): string {
  if (ms < 1000) return `${ms}\u00a0ms`;
  return `${plain(numbers(language, 'decimal').format(ms / 1000))}\u00a0s`;
}
