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
    if (text.startsWith('#')) return contained(from, text.slice(1));
    return this.#byReference.get(text) ?? this.#byReference.get(relativeReference(text)) ?? null;
  }
}

/** A contained resource by its id. */
export function contained(from: Located, id: string): Located | null {
  const list = asList(from.resource['contained']);
  for (const [index, each] of list.entries()) {
    const resource = asObject(each);
    if (resource === null || asText(resource['id']).replace(/^#/, '') !== id) continue;
    const place = `${from.place}.contained[${index}]`;
    return { resource, type: asText(resource['resourceType']), id, place, fullUrl: '' };
  }
  return null;
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
