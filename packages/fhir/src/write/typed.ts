/**
 * A value of the agenda as text, trimmed. Agendas come from files and databases: a field that the model
 * calls a text may be null, a number, or missing.
 */
export function typed(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

/** The texts of a list, without blanks nor repetitions. */
export function typedList(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const texts = (value as unknown[]).map(typed).filter((text) => text !== '');
  return texts.length < 2 ? texts : [...new Set(texts)];
}
