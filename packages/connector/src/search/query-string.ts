/** One `name=value` of a query, in the order of the request. */
export interface QueryParameter {
  /** Decoded. */
  readonly name: string;
  /** As it was sent, still encoded. */
  readonly raw: string;
  /** The value as it was sent, still encoded. */
  readonly rawValue: string;
}

/** Splits a query without its `?`. A name that cannot be decoded is left out: it is no name of ours. */
export function splitQuery(query: string): QueryParameter[] {
  const parameters: QueryParameter[] = [];
  for (const raw of query.split('&')) {
    if (raw === '') continue;
    const equals = raw.indexOf('=');
    const name = decode(equals < 0 ? raw : raw.slice(0, equals));
    if (name !== null)
      parameters.push({ name, raw, rawValue: equals < 0 ? '' : raw.slice(equals + 1) });
  }
  return parameters;
}

/** Form-decodes: `+` is a space. @returns null when the escapes are wrong or hide control characters. */
export function decode(text: string): string | null {
  try {
    const value = decodeURIComponent(text.replaceAll('+', ' '));
    return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(value) ? null : value;
  } catch {
    return null;
  }
}

/**
 * Writes parameters into the self link as they came. The guide's requests write the `+` of an offset
 * bare and the official test 4.3.07 form-decodes our link: a `+` must leave as `%2B` (C16, C18), and
 * where it meant a space, as `%20`.
 */
export function echo(
  parameters: readonly QueryParameter[],
  holdsPlus: (name: string) => boolean,
): string {
  return parameters
    .map(({ name, raw }) => raw.replaceAll('+', holdsPlus(name) ? '%2B' : '%20'))
    .join('&');
}
