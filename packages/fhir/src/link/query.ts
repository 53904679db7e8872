/**
 * A query from names and values, blank values left out. Every character that means something in a
 * query, in HTML or in a shell is escaped, blanks as `%20`.
 */
export function encodeQuery(
  parameters: readonly (readonly [name: string, value: string])[],
): string {
  return parameters
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("'", '%27')}`)
    .join('&');
}

/**
 * The parameters of an address, a path or a query: what stands between the first `?` and the
 * fragment. The first of a repeated one counts. `+` is a blank.
 */
export function decodeQuery(url: string): ReadonlyMap<string, string> {
  const start = url.indexOf('?');
  const query = start < 0 ? '' : (url.slice(start + 1).split('#', 1)[0] ?? '');
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (!parameters.has(name))
      parameters.set(name, equals < 0 ? '' : decode(pair.slice(equals + 1)));
  }
  return parameters;
}

/** Bytes that are not UTF-8 are read as Latin-1: programs of that age send `F%E9camp`. */
function decode(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes.replace(/%(..)/g, (_byte, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    }
  });
}
