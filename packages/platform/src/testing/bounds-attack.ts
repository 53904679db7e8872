/** What somebody knows of a count: no less, no more. */
export interface Bounds {
  least: number;
  most: number;
}

/** What adds up, by the names of the counts. */
export interface Equation {
  total: string;
  parts: readonly string[];
}

/**
 * What follows from numbers that were told and from what adds up: bounds of every count, narrowed until nothing
 * narrows any more.
 *
 * @param told counts that nobody told anything of have none.
 */
export function whatFollows(
  told: ReadonlyMap<string, Bounds>,
  equations: readonly Equation[],
): Map<string, Bounds> {
  const known = new Map([...told].map(([name, bounds]) => [name, { ...bounds }]));
  const of = (name: string): Bounds => {
    const bounds = known.get(name) ?? { least: 0, most: Infinity };
    known.set(name, bounds);
    return bounds;
  };
  let narrowed = true;
  const narrow = (bounds: Bounds, least: number, most: number): void => {
    if (least > bounds.least) [bounds.least, narrowed] = [least, true];
    if (most < bounds.most) [bounds.most, narrowed] = [most, true];
  };
  while (narrowed) {
    narrowed = false;
    for (const { total, parts } of equations) {
      const [whole, each] = [of(total), parts.map(of)];
      const sum = (bound: keyof Bounds, without?: Bounds) =>
        each.reduce((all, bounds) => all + (bounds === without ? 0 : bounds[bound]), 0);
      narrow(whole, sum('least'), sum('most'));
      for (const part of each) {
        narrow(part, whole.least - sum('most', part), whole.most - sum('least', part));
      }
    }
  }
  return known;
}
