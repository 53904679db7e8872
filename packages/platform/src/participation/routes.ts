import type { Database } from '../database/database.ts';
import { entityTag, type Versioned } from '../http/etag.ts';
import { type Handlers, ok } from '../http/handler.ts';
import { PractitionerParticipations } from './practitioners.ts';
import { StructureParticipations } from './structures.ts';

const answer = <T>({ resource, version }: Versioned<T>) =>
  ok(resource, { etag: entityTag(version) });

export function participationRoutes(
  database: Database,
): Handlers<`${'get' | 'update'}${'Practitioner' | 'Structure'}Participation`> {
  const practitioners = new PractitionerParticipations(database);
  const structures = new StructureParticipations(database);
  return {
    getPractitionerParticipation: async ({ caller, path }) =>
      answer(await practitioners.get(caller, path.practitioner)),
    updatePractitionerParticipation: async ({ caller, path, body, header }) =>
      answer(await practitioners.replace(caller, path.practitioner, body, header['If-Match'])),
    getStructureParticipation: async ({ caller, path }) =>
      answer(await structures.get(caller, path.structure)),
    updateStructureParticipation: async ({ caller, path, body, header }) =>
      answer(await structures.replace(caller, path.structure, body, header['If-Match'])),
  };
}
