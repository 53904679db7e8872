import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listen } from '../../src/testing/serve.ts';
import type { StartPeer } from './answers.ts';

/**
 * @asymmetrik/node-fhir-server-core. The service behind it, which is the vendor's to write, has its
 * answers ready as objects: the framework reads the request and sends the answer, no search is made. It
 * takes a parameter once, so that of the two bounds one is sent.
 */
export const startAsymmetrik: StartPeer = async (folder, { bundles }) => {
  const load = createRequire(join(folder, 'package.json'));
  const framework = load('@asymmetrik/node-fhir-server-core');
  const service = {
    search: async (_args: unknown, { req }: any) => bundles[Number(req.query.identifier)]?.bundle,
  };
  const { app } = framework.initialize({
    profiles: { slot: { service, versions: ['4_0_0'] } },
    logging: { level: 'error' },
  });
  const { server } = await listen(createServer(app));
  return {
    port: (server.address() as { port: number }).port,
    paths: bundles.map(
      (_bundle, index) =>
        `/4_0_0/Slot?identifier=${index}&start=ge2026-11-23T08:00:00%2B01:00&status=free` +
        '&_include=Slot:schedule&_include:iterate=Schedule:actor',
    ),
  };
};
