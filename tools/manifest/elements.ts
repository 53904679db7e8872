import type { ClassField, CustomElement, Package } from 'custom-elements-manifest/schema.js';

/** An element of the manifest, with every list there. */
export interface ElementDoc {
  readonly tag: string;
  /** Its class, which `@sas-kit/elements/<name>` exports. */
  readonly className: string;
  /** `sas-booking` → `booking`. */
  readonly name: string;
  readonly summary: string;
  readonly attributes: readonly { name: string; description: string; fieldName?: string }[];
  /** Fields, without methods and accessors of the class. */
  readonly fields: readonly { name: string; description: string; readonly: boolean }[];
  /** Events, each with the name of its class. */
  readonly events: readonly { name: string; description: string; type: string }[];
  readonly parts: readonly string[];
  readonly cssProperties: readonly string[];
}

/** The elements of a manifest, by tag. */
export function elementDocs({ modules }: Package): ElementDoc[] {
  return modules
    .flatMap(({ declarations = [] }) => declarations as CustomElement[])
    .filter(({ tagName }) => tagName !== undefined)
    .map(docOf)
    .sort((one, other) => one.tag.localeCompare(other.tag));
}

/** A getter alone is marked, which schema 1.0.0 does not say. */
type Field = ClassField & { readonly?: boolean };

function docOf(declaration: CustomElement): ElementDoc {
  const { tagName = '', name, summary = '', attributes, events, members } = declaration;
  const fields = members?.filter((member): member is Field => member.kind === 'field');
  return {
    tag: tagName,
    className: name,
    name: tagName.replace('sas-', ''),
    summary,
    attributes: (attributes ?? []).map(({ description = '', ...rest }) => ({
      description,
      ...rest,
    })),
    fields: (fields ?? []).map(({ name, description = '', readonly = false }) => ({
      name,
      description,
      readonly,
    })),
    events: (events ?? []).map(({ name, description = '', type }) => ({
      name,
      description,
      type: type.text,
    })),
    parts: (declaration.cssParts ?? []).map((part) => part.name),
    cssProperties: (declaration.cssProperties ?? []).map((property) => property.name),
  };
}
