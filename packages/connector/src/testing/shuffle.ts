/** The same order at every run. */
export function shuffle<Value>(values: readonly Value[], seed = 7): Value[] {
  const left = [...values];
  const taken: Value[] = [];
  for (let state = seed; left.length > 0;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    taken.push(...left.splice(state % left.length, 1));
  }
  return taken;
}
