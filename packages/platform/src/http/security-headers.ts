/** A directive of a Content Security Policy that a page may widen, and its sources. */
export type PagePolicy = Partial<
  Record<
    | 'connect-src'
    | 'form-action'
    | 'img-src'
    | 'script-src'
    | 'style-src'
    | 'trusted-types'
    | 'frame-ancestors',
    string
  >
>;

/** How a request came, and for how long a browser is to come over TLS only. */
export interface Transport {
  /** The connection, or that to a proxy that is believed, is TLS. */
  https: boolean;
  /** Seconds; 0 sends no `Strict-Transport-Security`. */
  hstsSeconds: number;
}

/** Without a word of its own, a document loads, runs, sends and frames nothing. */
const NOTHING = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** What no page here asks of a device. Writing to the clipboard stays: a link is copied. */
const REFUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/**
 * Headers of every answer. An answer is data: opened as a document it does nothing, and another
 * site reads it through CORS or not at all. HSTS goes over TLS only (RFC 6797, 7.2).
 */
export function answerHeaders({ https, hstsSeconds }: Transport): Record<string, string> {
  return {
    'content-security-policy': policy(NOTHING),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(https && hstsSeconds > 0 ? { 'strict-transport-security': `max-age=${hstsSeconds}` } : {}),
  };
}

/**
 * Headers of an HTML page, on top of those of every answer. What `allowed` does not name, the page
 * may not do; no inline script or style, no string that becomes markup (Trusted Types), no frame
 * around it, no window of another site beside it.
 */
export function pageHeaders(allowed: PagePolicy = {}): Record<string, string> {
  return {
    'content-security-policy': policy({
      ...NOTHING,
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
      ...allowed,
    }),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  };
}
