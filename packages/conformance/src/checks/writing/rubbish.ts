import type { Text } from '@sas-kit/fhir';

/** A body that is not the resource wanted, made from a sound one. */
export interface Rubbish {
  /** Last part of the check's id. */
  readonly name: string;
  readonly what: Text;
  readonly of: (sound: Readonly<Record<string, unknown>>) => string;
}

const json = (value: unknown): string => JSON.stringify(value);

/** Adds a member as the very first one: no serialiser writes these keys. */
const withMember = (sound: object, member: string): string =>
  json(sound).replace('{', `{${member},`);

/**
 * What a server that faces the network must bear: no 5xx, no stack trace, nothing stored. Each carries
 * the identifier of the sound body wherever its form allows.
 */
export const RUBBISH: readonly Rubbish[] = [
  {
    name: 'empty-body',
    what: { fr: 'le corps est vide', en: 'the body is empty' },
    of: () => '',
  },
  {
    name: 'not-json',
    what: { fr: 'le corps n’est pas du JSON', en: 'the body is not JSON' },
    of: (sound) => json(sound).slice(0, -3),
  },
  {
    name: 'list',
    what: { fr: 'le corps est une liste', en: 'the body is a list' },
    of: (sound) => json([sound]),
  },
  {
    name: 'other-resource',
    what: { fr: 'le corps est une autre ressource', en: 'the body is another resource' },
    of: (sound) => json({ ...sound, resourceType: 'Patient' }),
  },
  {
    name: 'wrong-types',
    what: { fr: 'les éléments n’ont pas le bon type', en: 'elements are of the wrong type' },
    of: (sound) => json({ ...sound, identifier: [[[]]], meta: 3, active: {}, status: [null] }),
  },
  {
    name: 'forbidden-characters',
    what: {
      fr: 'un texte contient NUL et un demi-caractère',
      en: 'a text holds NUL and half a character',
    },
    of: (sound) => json({ ...sound, id: 'x\u0000\ud83d', text: { div: '\u0000' } }),
  },
  {
    name: 'deep-nesting',
    what: { fr: 'le corps est imbriqué 20 000 fois', en: 'the body is nested 20,000 times' },
    of: (sound) =>
      withMember(sound, `"extension":${'[{"extension":'.repeat(20_000)}[]${'}]'.repeat(20_000)}`),
  },
  {
    name: 'prototype-keys',
    what: {
      fr: 'le corps vise le prototype des objets (__proto__, constructor)',
      en: 'the body aims at the prototype of objects (__proto__, constructor)',
    },
    of: () =>
      '{"__proto__":{"active":true,"status":"booked"},"constructor":{"prototype":{"active":true}}}',
  },
  {
    name: 'five-megabytes',
    what: { fr: 'le corps pèse 5 Mo', en: 'the body weighs 5 MB' },
    of: (sound) => json({ ...sound, language: 'x'.repeat(5_000_000) }),
  },
];
