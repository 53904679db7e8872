import { faultOf, readJson } from './read-json.ts';

export { faultOf, StaticFileError } from './read-json.ts';

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
  return readJson(src, address, signal, { cache: 'no-cache' });
}
