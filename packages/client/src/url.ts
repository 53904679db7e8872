type Parameters = Readonly<Record<string, unknown>>;

/** A path parameter that cannot climb or vanish out of its path. */
function segment(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`${name} must be an id, not '${String(value)}'`);
  return encodeURIComponent(text);
}

/**
 * `style: form, explode: false` of the contract: the values of an array separated by commas.
 * Encoded by hand, as `URLSearchParams` leaves no comma alone.
 */
function queryString(query: Parameters): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value != null)
    .map(([name, value]) => {
      const values = (Array.isArray(value) ? value : [value]) as (string | number | boolean)[];
      return `${encodeURIComponent(name)}=${values.map(encodeURIComponent).join(',')}`;
    });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** The absolute address of an operation. A relative `baseUrl` is the page's. */
export function operationUrl(
  baseUrl: string,
  template: string,
  path: Parameters = {},
  query: Parameters = {},
): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, path[name]));
  const page = (globalThis as { location?: { href: string } }).location?.href;
  const address = `${baseUrl.replace(/\/+$/, '')}${filled}${queryString(query)}`;
  try {
    return new URL(address, page).href;
  } catch {
    throw new TypeError(`baseUrl must be absolute outside a web page, not '${baseUrl}'`);
  }
}
