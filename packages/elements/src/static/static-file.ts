import { warn } from '../base/warn.ts';

/** A static file that was not read. */
export class StaticFileError extends Error {
  override name = 'StaticFileError';
  /** As the client's: nobody answered, no such file, not JSON or not what it should be, abroad. */
  readonly code: 'connection' | 'not-found' | 'invalid-response' | 'other-site';

  constructor(code: StaticFileError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Reads a JSON file of the page's own site, which stands for the platform where there is none.
 * The browser asks each time whether the file has changed.
 *
 * @param src - address, relative to the page
 * @throws {StaticFileError} `other-site` for another origin: an element calls no third party.
 */
export async function readStaticFile(src: string, signal: AbortSignal): Promise<unknown> {
  const address = new URL(src, document.baseURI);
  if (address.origin !== location.origin) {
    throw faultOf('other-site', src, 'is on another site: copy the file to this one.');
  }
  let response: Response;
  try {
    response = await fetch(address, { signal, cache: 'no-cache' });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new StaticFileError('connection', `${src} was not reached`, { cause });
  }
  if (!response.ok) throw faultOf('not-found', src, `answers ${response.status}.`);
  try {
    return (await response.json()) as unknown;
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw faultOf('invalid-response', src, 'is not JSON.', { cause });
  }
}

/** The fault that an integrator made, told in the console too. */
export function faultOf(
  code: StaticFileError['code'],
  src: string,
  problem: string,
  options?: ErrorOptions,
): StaticFileError {
  warn(`${src} ${problem}`);
  return new StaticFileError(code, `${src} ${problem}`, options);
}
