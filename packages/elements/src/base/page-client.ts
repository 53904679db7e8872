import type { SasClient } from '@sas-kit/client';
import { providerOf } from './client.ts';
import type { OwnConnection, OwnResources } from './own-resources.ts';

/** What calls for an element: what its page gave, else the nearest `<sas-provider>`'s, else in nobody's name. */
export function pageClient<C>(
  host: Element & OwnConnection & { readonly client: C | undefined },
  own: OwnResources<C>,
): C | SasClient {
  const provider = providerOf(host);
  const { client, getToken, session } = host;
  const connection = { baseUrl: host.baseUrl || (provider?.baseUrl ?? ''), getToken, session };
  return client ?? own.of(connection) ?? provider?.client ?? own.over(connection);
}
