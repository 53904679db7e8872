import { createSasClient, type EmbedSession, type EmbedSessionRequest } from '@sas-kit/client';
import { clientCredentials } from '@sas-kit/client/client-credentials';
import type { PlatformOptions } from './options.ts';

/** For whom an element is opened. */
export type Reader = Pick<EmbedSessionRequest, 'role' | 'user'>;

/**
 * A session of `<sas-orientation>` and `<sas-orientation-list>` on a page of this program: the program's own
 * credentials stay on its server.
 *
 * @param origin - of the page
 * @throws what the platform or the network says.
 */
export async function orientationSession(
  { url: baseUrl, clientId, clientSecret }: PlatformOptions,
  origin: string,
  reader: Reader,
): Promise<EmbedSession> {
  const token = clientCredentials({ baseUrl, clientId, clientSecret });
  const client = createSasClient({ baseUrl, token });
  return client.embedSessions.create({ element: 'sas-orientation', origin, ...reader });
}
