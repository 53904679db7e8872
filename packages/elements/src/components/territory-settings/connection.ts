import type { SasClient, TokenProvider } from '@sas-kit/client';
import { territoriesResource } from '@sas-kit/client/territories';
import { createTransport } from '@sas-kit/client/transport';
import { providerOf } from '../../base/client.ts';

/** The resources that the element calls. */
export type TerritorySettingsClient = Pick<SasClient, 'territories'>;

/** How a lead's page says what to call with. */
export interface LeadConnection extends Element {
  client: TerritorySettingsClient | undefined;
  baseUrl: string;
  getToken: TokenProvider | undefined;
  session: boolean;
}

/** The client that was given, else one with the lead's token or session, else that of the provider. */
export function resourcesOf(element: LeadConnection): TerritorySettingsClient {
  const { client, getToken, session } = element;
  const provider = providerOf(element);
  if (client) return client;
  const own = getToken !== undefined || session;
  if (!own && provider?.client) return provider.client;
  const { baseUrl } = element.baseUrl === '' && provider ? provider : element;
  return {
    territories: territoriesResource(createTransport({ baseUrl, token: getToken, session })),
  };
}
