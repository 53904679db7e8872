/** One event, as a telephone system sends it. */
export interface SimulatedEvent {
  id: string;
  callId: string;
  territory: string;
  queue?: 'amu' | 'snp';
  kind: 'presented' | 'ring' | 'answered' | 'abandoned' | 'transferred';
  at: string;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Calls of a territory between two instants: short and long waits, whoever hangs up during the announcement,
 * transfers, calls that nobody has ended yet.
 *
 * @param calls how many.
 * @param ids of calls that the telephone system has, before it begins again with the first.
 */
export function simulateCalls(
  territory: string,
  [from, to]: readonly [string, string],
  calls: number,
  random: () => number,
  ids = calls,
): SimulatedEvent[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const events: SimulatedEvent[] = [];
  for (let number = 0; number < calls; number++) {
    const callId = `${territory}:${number % ids}`;
    const begins = first + Math.floor(random() * (last - first));
    const queue: SimulatedEvent['queue'] =
      random() < 0.5 ? 'amu' : random() < 0.8 ? 'snp' : undefined;
    const tell = (
      kind: SimulatedEvent['kind'],
      seconds: number,
      of: SimulatedEvent['queue'] = queue,
    ) =>
      events.push({
        id: `${territory}:${number}/${kind}`,
        callId,
        territory,
        ...(of !== undefined && { queue: of }),
        kind,
        at: new Date(begins + Math.round(seconds * 1000)).toISOString(),
      });
    tell('presented', 0);
    const rings = random() < 0.9 ? random() * 12 : null;
    if (rings !== null) tell('ring', rings);
    const wait = (rings ?? 0) + Math.round(random() ** 3 * 150_000) / 1000;
    const end = random();
    if (end < 0.85) tell('answered', wait);
    else if (end < 0.97) tell('abandoned', wait / (end < 0.9 ? 6 : 1));
    if (random() < 0.1) tell('transferred', wait + 40, 'snp');
  }
  return events;
}

/** The same list in another order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const places = list.map((each) => [random(), each] as const);
  return places.sort(([a], [b]) => a - b).map(([, each]) => each);
}
