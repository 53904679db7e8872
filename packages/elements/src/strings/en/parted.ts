import type { PartLoader } from '../../controllers/locale.ts';

/** Modules of the texts of parts. */
type Loads = Readonly<Record<PropertyKey, () => Promise<{ readonly texts: object }>>>;

/**
 * Texts of an element whose parts' are loaded when they are shown. Where a part's cannot be loaded,
 * the whole element is in French: no reader meets two languages.
 *
 * @param texts those of the whole element
 * @param loads how those of its parts are had
 */
export function parted<S extends object>(texts: S, loads: Loads): S & PartLoader {
  const loaded: Record<PropertyKey, object> = {};
  const whole: S & PartLoader = {
    ...texts,
    part: (name, locale) => loaded[name] ?? void whole.load(name, locale),
    async load(name, locale) {
      try {
        loaded[name] ??= { ...texts, ...(await loads[name]!()).texts };
        locale.use('en', whole);
      } catch {
        locale.use('fr');
      }
    },
  };
  return whole;
}
