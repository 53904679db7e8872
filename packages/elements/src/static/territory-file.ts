import { readCallTerritory, type CallTerritory } from './call-territory.ts';
import { faultOf, readStaticFile } from './static-file.ts';

/**
 * The territory of a static file of the page's own site.
 *
 * @throws {StaticFileError}
 */
export async function territoryOfFile(
  src: string,
  id: string,
  signal: AbortSignal,
): Promise<CallTerritory> {
  const territory = readCallTerritory(await readStaticFile(src, signal), id);
  if (typeof territory === 'string') throw faultOf('invalid-response', src, territory);
  return territory;
}
