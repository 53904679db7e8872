import { refuse } from './refusal.ts';

/** Deepest nesting of a body. A Practitioner needs 6. */
const DEEPEST = 32;

const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses the JSON object of a request. Refuses what a store further on could trip over: deep nesting,
 * keys that reach a prototype, NUL and lone surrogates.
 */
export function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const text = decodeUtf8(bytes);
  if (depthOf(text) > DEEPEST) {
    throw refuse.badBody('Corps imbriqué trop profondément', 'Body nested too deeply');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse.badBody('Le corps n’est pas du JSON', 'The body is not JSON');
  }
  check(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse.badBody('Un objet JSON est attendu', 'Expected a JSON object');
  }
  return value as Record<string, unknown>;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // A byte order mark is dropped by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse.badBody('Le corps n’est pas en UTF-8', 'The body is not UTF-8');
  }
}

/** Nesting of brackets outside strings, before anything is built from them. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

function check(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !isWellFormed(value)) {
      throw refuse.badBody('Caractère interdit dans un texte', 'Forbidden character in a text');
    }
  } else if (Array.isArray(value)) {
    value.forEach(check);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (POLLUTING.has(key)) {
        throw refuse.badBody('Nom de membre interdit', 'Forbidden member name');
      }
      check(key);
      check(each);
    }
  }
}

/** Whether no half of a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
