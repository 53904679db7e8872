/** A day takes an article, a month or a year none. */
export const isDay = (date: string): boolean => /^\d+(er)? /.test(date);

/** `le 1er mars 2026`, `mars 2026`. */
export const withArticle = (date: string): string => (isDay(date) ? `le ${date}` : date);

/** `le 1er mars 2026`, `en mars 2026`. */
export const onDate = (date: string): string => (isDay(date) ? `le ${date}` : `en ${date}`);
