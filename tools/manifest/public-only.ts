import type {
  Attribute,
  ClassMember,
  CustomElementDeclaration,
  Declaration,
  Event,
  Package,
} from 'custom-elements-manifest/schema.js';
import type { Plugin } from './analyzer.ts';

/** Leaves what a page may use, told in full on every element, where the built modules are. */
export function publicOnly(): Plugin {
  return {
    name: 'sas-kit-public-only',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = published(customElementsManifest);
    },
  };
}

/** A declaration of a class, with what only elements have. */
interface ClassLike {
  kind: string;
  tagName?: string;
  superclass?: { name: string };
  /** Type of the resources that the element calls. */
  resources?: string;
  members?: ClassMember[];
  attributes?: Attribute[];
  events?: Event[];
}

function published({ modules }: Package): Package['modules'] {
  return modules
    .map((module) => ({ ...module, declarations: (module.declarations ?? []).flatMap(told) }))
    .filter(({ declarations }) => declarations.length > 0)
    .map((module) => JSON.parse(built(JSON.stringify(module))) as typeof module);
}

/** Sources are not published: the module of each is what it is built to. */
const built = (json: string) => json.replaceAll(/"src\/([^"]+)\.ts"/g, '"dist/$1.js"');

/** An element or an event; nothing of anything else. */
function told(declaration: Declaration): Declaration[] {
  const { superclass, resources = '', ...own } = declaration as ClassLike;
  const isEvent = superclass?.name === 'Event';
  if (own.tagName === undefined && !isEvent) return [];
  const members = own.members
    ?.filter(isPublic)
    .map(withoutOrigin)
    .map((member) => typed(member, resources));
  const attributes = own.attributes?.map(withoutOrigin);
  // `@fires` of a base, where the analyzer takes an argument's name for the event's.
  const events = own.events?.filter(({ name = '' }) => name.startsWith('sas-')).map(withoutOrigin);
  return [
    {
      ...own,
      ...(isEvent ? { superclass } : {}),
      ...(members ? { members } : {}),
      ...(attributes ? { attributes } : {}),
      ...(events ? { events } : {}),
    } as CustomElementDeclaration,
  ];
}

/** `client` of a base class is of the type that its element names. */
function typed(member: ClassMember, resources: string): ClassMember {
  if (!('type' in member) || member.type?.text !== 'C | undefined') return member;
  return { ...member, type: { text: `${resources} | undefined` } };
}

const isPublic = ({ name, privacy = 'public', ...rest }: ClassMember): boolean =>
  privacy === 'public' && !name.startsWith('#') && !('static' in rest && rest.static === true);

/** Without the class that it comes from, and without a default that names a constant. */
function withoutOrigin<T extends object>(item: T): T {
  const { inheritedFrom: _, ...own } = item as T & { inheritedFrom?: unknown };
  const { default: value, ...rest } = own as { default?: string };
  const literal = value !== undefined && /^(['"\d[{]|true|false)/.test(value);
  return { ...rest, ...(literal ? { default: value } : {}) } as T;
}
