import type { AccessNumber, SasClient, Territory } from '@sas-kit/client';
import { isPartialDate } from '../../format/partial-date.ts';
import { providerOf, type Connection } from '../../base/client.ts';
import type { CallTerritory } from '../../static/call-territory.ts';
import { readJson } from '../../static/read-json.ts';

/** The resources that the element calls. */
export type WhenToCallClient = Pick<SasClient, 'territories'>;

/** Where an element finds its territory. */
export interface TerritorySource extends Element, Connection {
  territory: string;
  src: string;
  client: WhenToCallClient | undefined;
}

/**
 * The territory of the file that the element names, else of the client that it or its provider has, else
 * of the platform at its address. There it is one request that needs no credentials: the SDK, which a page
 * would pay with 5 kB, stays out. What reads a file comes when there is one.
 *
 * @throws {StaticFileError} or an error of the client.
 */
export async function readTerritory(
  element: TerritorySource,
  signal: AbortSignal,
): Promise<CallTerritory> {
  const { src, territory: id } = element;
  if (src !== '')
    return (await import('../../static/territory-file.ts')).territoryOfFile(src, id, signal);
  const provider = providerOf(element);
  const client = element.client ?? provider?.client;
  if (client) return dated(await client.territories.get(id, { signal }));
  const { baseUrl } = element.baseUrl === '' && provider ? provider : element;
  const path = `${baseUrl.replace(/\/+$/, '')}/v1/territories/${encodeURIComponent(id)}`;
  const address = new URL(path, document.baseURI);
  return dated((await readJson(path, address, signal, { credentials: 'omit' })) as Territory);
}

const isDated = (dates: Pick<AccessNumber, 'validFrom' | 'validUntil'>): boolean =>
  [dates.validFrom, dates.validUntil].every((date) => date === null || isPartialDate(date));

/** Without the numbers and hours of which nobody can say whether they hold: the others stay. */
function dated(territory: Territory): Territory {
  return {
    ...territory,
    accessNumbers: territory.accessNumbers.filter(isDated),
    openingHours: territory.openingHours.filter(isDated),
  };
}
