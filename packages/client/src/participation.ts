/**
 * How professionals and structures take part in the SAS.
 *
 * @module
 */
import type { CallOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  PractitionerParticipation,
  PractitionerParticipationRequest,
  StructureParticipation,
  StructureParticipationRequest,
} from './types.ts';

/** How professionals and structures take part in the SAS, by national id. */
export interface ParticipationResource {
  /**
   * What a professional has said (`getPractitionerParticipation`); who has said nothing takes no part.
   * `responseInfo` of it holds the `etag`.
   */
  practitioner(nationalId: string, options?: CallOptions): Promise<PractitionerParticipation>;
  /**
   * Says how a professional takes part (`updatePractitionerParticipation`).
   *
   * @throws ValidationError `participation-incomplete`, with every place at fault
   * @throws PreconditionError when it changed since it was read
   */
  replacePractitioner(
    nationalId: string,
    settings: PractitionerParticipationRequest,
    options: EditOptions,
  ): Promise<PractitionerParticipation>;
  /** What a structure has said (`getStructureParticipation`). */
  structure(nationalId: string, options?: CallOptions): Promise<StructureParticipation>;
  /**
   * Says how a structure takes part (`updateStructureParticipation`).
   *
   * @throws ValidationError `participation-incomplete`, with every place at fault
   * @throws PreconditionError when it changed since it was read
   */
  replaceStructure(
    nationalId: string,
    settings: StructureParticipationRequest,
    options: EditOptions,
  ): Promise<StructureParticipation>;
}

/** `client.participation` over a transport of one's own. */
export function participationResource({ request }: Transport): ParticipationResource {
  const ofPractitioner = '/v1/practitioners/{practitioner}/participation' as const;
  const ofStructure = '/v1/structures/{structure}/participation' as const;
  return {
    practitioner: (practitioner, options) =>
      request('GET', ofPractitioner, { ...options, path: { practitioner } }),
    replacePractitioner: (practitioner, body, options) =>
      request('PUT', ofPractitioner, { ...options, path: { practitioner }, body }),
    structure: (structure, options) =>
      request('GET', ofStructure, { ...options, path: { structure } }),
    replaceStructure: (structure, body, options) =>
      request('PUT', ofStructure, { ...options, path: { structure }, body }),
  };
}
