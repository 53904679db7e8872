import type { LocaleController, PartLoader } from './locale.ts';

/** The texts of an element and of a part of it, once they are there. */
export async function wholeTexts<S, P, K extends keyof P>(
  locale: LocaleController<S, P>,
  name: K,
): Promise<S & P[K]> {
  await (locale.strings as Partial<PartLoader> | undefined)?.load?.(name, locale);
  return locale.part(name) ?? (locale.tables.fr as S & P[K]);
}
