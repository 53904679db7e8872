/** Puts values in the place of words, `pk_…` for one. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((all, [word, value]) => all.replaceAll(word, value), text);
}
