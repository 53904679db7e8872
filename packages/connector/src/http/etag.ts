/** Two 32-bit hashes of a text, hexadecimal (cyrb53 by bryc, public domain). Guards nothing. */
export function fingerprint(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (h2 >>> 0).toString(16).padStart(8, '0') + (h1 >>> 0).toString(16).padStart(8, '0');
}

/** The entity tag of a text. Weak, because the same answer may leave compressed or not. */
export function entityTag(text: string): string {
  return `W/"${fingerprint(text)}"`;
}

/** Whether `If-None-Match` names this tag, compared weakly, or any. */
export function isKnown(header: string | null, tag: string): boolean {
  if (header === null) return false;
  const bare = tag.replace(/^W\//, '');
  return header
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === bare || each === '*');
}
