import { asList, asObject, asObjects, asText, type Json } from './json.ts';

/** A resource of a Bundle with its place. */
export interface Located {
  readonly resource: Json;
  readonly type: string;
  /** '' when the resource has none. */
  readonly id: string;
  /** FHIRPath-like: `Bundle.entry[3].resource`. */
  readonly place: string;
  readonly fullUrl: string;
}

/** `Practitioner/1` out of `https://x.example/fhir/Practitioner/1/_history/2`; '' for other forms. */
export function relativeReference(reference: string): string {
  const found = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(
    reference,
  );
  return found?.[1] ?? '';
}

/** The resources of a Bundle, found by any reference that a vendor may write. */
export class ResourceIndex {
  readonly all: readonly Located[];
  readonly #byReference = new Map<string, Located>();
  /** Contained resources by id, of each resource that was asked for some. */
  readonly #contained = new Map<Json, ReadonlyMap<string, Located>>();

  constructor(all: readonly Located[]) {
    this.all = all;
    for (const located of all) {
      const keys = [located.fullUrl, relativeReference(located.fullUrl)];
      if (located.id !== '') keys.unshift(`${located.type}/${located.id}`);
      for (const key of keys) {
        if (key !== '' && !this.#byReference.has(key)) this.#byReference.set(key, located);
      }
    }
  }

  ofType(type: string): Located[] {
    return this.all.filter((located) => located.type === type);
  }

  /**
   * What a Reference leads to: by relative or absolute reference, by the fullUrl of its target, or `#id`
   * of a contained resource of `from`.
   */
  resolve(reference: unknown, from: Located): Located | null {
    const text = asText(asObject(reference)?.['reference']);
    if (text === '') return null;
    if (text.startsWith('#')) return this.#containedIn(from).get(text.slice(1)) ?? null;
    return this.#byReference.get(text) ?? this.#byReference.get(relativeReference(text)) ?? null;
  }

  #containedIn(from: Located): ReadonlyMap<string, Located> {
    let found = this.#contained.get(from.resource);
    if (found === undefined) {
      const all = locateContained(from).map((each) => ({ ...each, id: each.id.replace(/^#/, '') }));
      // Of two with one id the first counts.
      found = new Map(all.toReversed().map((each) => [each.id, each]));
      this.#contained.set(from.resource, found);
    }
    return found;
  }
}

/** The contained resources of a resource. */
export function locateContained(from: Located): Located[] {
  return asList(from.resource['contained']).flatMap((each, index) => {
    const resource = asObject(each);
    if (resource === null) return [];
    const type = asText(resource['resourceType']);
    const place = `${from.place}.contained[${index}]`;
    return [{ resource, type, id: asText(resource['id']), place, fullUrl: '' }];
  });
}

/** All resources of the entries of a Bundle; what is no resource is passed over. */
export function locateEntries(bundle: Json): Located[] {
  const located: Located[] = [];
  for (const [index, entry] of asList(bundle['entry']).entries()) {
    const resource = asObject(asObject(entry)?.['resource']);
    const type = asText(resource?.['resourceType']);
    if (resource === null || type === '') continue;
    const fullUrl = asText(asObject(entry)?.['fullUrl']);
    const place = `Bundle.entry[${index}].resource`;
    located.push({ resource, type, id: asText(resource['id']), place, fullUrl });
  }
  return located;
}

/** One resource outside any Bundle. */
export function locateResource(resource: Json): Located {
  const type = asText(resource['resourceType']);
  return { resource, type, id: asText(resource['id']), place: type, fullUrl: '' };
}

/** The references of a list of References, with the index of each. */
export function referencesOf(value: unknown): { reference: Json; index: number }[] {
  return asObjects(value).map((reference, index) => ({ reference, index }));
}
