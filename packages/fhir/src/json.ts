/** An object of some JSON that nobody has checked. */
export type Json = Readonly<Record<string, unknown>>;

/** A value as an object; null when it is none. */
export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : null;
}

/** A value as a list. One object where FHIR wants a list is taken for a list of one. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** The objects of a list. */
export function asObjects(value: unknown): Json[] {
  return asList(value)
    .map(asObject)
    .filter((each) => each !== null);
}

/** A value as text without blanks around it; '' when it is neither text nor number. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

/** The member of an object, '' for what is no object. */
export function member(value: unknown, name: string): unknown {
  return asObject(value)?.[name];
}

/** The codings of one CodeableConcept. */
export function codingsOf(concept: unknown): Json[] {
  return asObjects(member(concept, 'coding'));
}
