/** From 0 to 1, the same numbers for the same seed: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text of these characters. */
export function randomText(random: () => number, alphabet: string, length: number): string {
  const letter = () => alphabet[Math.floor(random() * alphabet.length)];
  return Array.from({ length }, letter).join('');
}

/** An id in the form of the platform's own. */
export function randomId(random: () => number): string {
  const word = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const [first, second, third, fourth] = [word(), word(), word(), word()];
  const groups = [second.slice(0, 4), `4${second.slice(5)}`, `a${third.slice(0, 3)}`];
  return [first, ...groups, `${third.slice(4)}${fourth}`].join('-');
}

/** A number of 32 bits for a text, the same in every run: FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return hash >>> 0;
}
