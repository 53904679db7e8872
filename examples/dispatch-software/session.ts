import { createSasClient } from '@sas-kit/client';
import type { PlatformOptions } from './options.ts';

/**
 * A token for `<sas-orientation>` on a page of this program, for an operator: the program's own credentials
 * stay on its server.
 *
 * @param user - an opaque id of whoever sits there
 * @throws what the platform or the network says.
 */
export async function orientationToken(
  platform: PlatformOptions,
  origin: string,
  user: string,
): Promise<string> {
  const { url, clientId, clientSecret } = platform;
  const granted = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!granted.ok) throw new Error(`the platform answered ${granted.status}`);
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const client = createSasClient({ baseUrl: url, token });
  const role = 'unscheduled-care-operator';
  const session = { element: 'sas-orientation', origin, role, user } as const;
  return (await client.embedSessions.create(session)).token;
}
