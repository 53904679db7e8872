import { createConnector } from '../connector.ts';
import type { ConnectorOptions } from '../options.ts';
import { serve } from './serve.ts';

/** Serves a connector for the time of a test. */
export async function withConnector<Result>(
  options: Omit<ConnectorOptions, 'baseUrl'>,
  use: (base: string) => Promise<Result>,
): Promise<Result> {
  const connector = createConnector({
    onError: () => undefined,
    baseUrl: 'https://agenda.example/fhir',
    ...options,
  });
  const { origin, close } = await serve(connector.handle);
  try {
    return await use(`${origin}/fhir`);
  } finally {
    await close();
  }
}
