import type { Text } from '@sas-kit/fhir';

/** A body that is not the resource wanted, made from a sound one. */
export interface Rubbish {
  /** Last part of the check's id. */
  readonly name: string;
  readonly what: Text;
  /** What it is when a server takes it: it may have left out what was wrong. */
  readonly taken: 'error' | 'warning' | 'fine';
  readonly of: (sound: Sound) => string;
}

type Sound = Readonly<Record<string, unknown>>;

const json = (value: unknown): string => JSON.stringify(value);

/** Adds a member as the very first one: no serialiser writes these. */
const withMember = (sound: Sound, member: string): string =>
  json(sound).replace('{', `{${member},`);

/** Its first identifier with a NUL and half a surrogate pair, which databases refuse to store. */
function withForbidden(sound: Sound): Sound {
  const [first] = sound['identifier'] as readonly Record<string, unknown>[];
  return { ...sound, identifier: [{ ...first, value: `${String(first?.['value'])}\u0000\ud83d` }] };
}

const NESTING = `"extension":${'[{"extension":'.repeat(20_000)}[]${'}]'.repeat(20_000)}`;

/** What a server that faces the network must bear: no 5xx, no stack trace, nothing stored. */
export const RUBBISH: readonly Rubbish[] = [
  {
    name: 'empty-body',
    what: { fr: 'corps vide', en: 'empty body' },
    taken: 'error',
    of: () => '',
  },
  {
    name: 'not-json',
    what: { fr: 'corps qui n’est pas du JSON', en: 'body that is not JSON' },
    taken: 'error',
    of: (sound) => json(sound).slice(0, -3),
  },
  {
    name: 'list',
    what: { fr: 'corps qui est une liste', en: 'body that is a list' },
    taken: 'error',
    of: (sound) => json([sound]),
  },
  {
    name: 'other-resource',
    what: { fr: 'corps d’une autre ressource', en: 'body of another resource' },
    taken: 'error',
    of: (sound) => json({ ...sound, resourceType: 'Basic' }),
  },
  {
    name: 'wrong-types',
    what: { fr: 'éléments qui n’ont pas le bon type', en: 'elements of the wrong type' },
    taken: 'error',
    of: (sound) => json({ ...sound, identifier: [[[]]], active: {}, status: [null] }),
  },
  {
    name: 'forbidden-characters',
    what: { fr: 'texte avec NUL et demi-caractère', en: 'text with NUL and half a character' },
    taken: 'fine',
    of: (sound) => json(withForbidden(sound)),
  },
  {
    name: 'deep-nesting',
    what: { fr: 'corps imbriqué 20 000 fois', en: 'body nested 20,000 times' },
    taken: 'warning',
    of: (sound) => withMember(sound, NESTING),
  },
  {
    name: 'prototype-keys',
    what: {
      fr: 'corps qui vise le prototype des objets (__proto__)',
      en: 'body that aims at the prototype of objects (__proto__)',
    },
    taken: 'error',
    of: ({ active: _active, status: _status, ...rest }) =>
      withMember(rest, '"__proto__":{"active":true,"status":"booked"}'),
  },
  {
    name: 'five-megabytes',
    what: { fr: 'corps de 5 Mo', en: 'body of 5 MB' },
    taken: 'warning',
    of: (sound) => json({ ...sound, language: 'x'.repeat(5_000_000) }),
  },
];
