/** `on 1 March 2026`, `in March 2026`. */
export const onDate = (date: string): string => (/^\d+ /.test(date) ? `on ${date}` : `in ${date}`);
