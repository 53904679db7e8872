import type { Check, Fixture } from './check.ts';
import type { Config } from './config.ts';

function fixture<Value>(path: string, of: (config: Config) => Value | undefined): Fixture<Value> {
  return { path, of };
}

/** The parts of the configuration that checks ask for, `scene.get(FIXTURES.onePlace)`. */
export const FIXTURES = {
  onePlace: fixture('practitioners.onePlace', ({ practitioners }) => practitioners.onePlace),
  twoPlaces: fixture('practitioners.twoPlaces', ({ practitioners }) => practitioners.twoPlaces),
  together: fixture('practitioners.together', ({ practitioners }) => practitioners.together),
  unprefixed: fixture('practitioners.unprefixed', ({ practitioners }) => practitioners.unprefixed),
  noSlots: fixture('practitioners.noSlots', ({ practitioners }) => practitioners.noSlots),
  unknown: fixture('practitioners.unknown', ({ practitioners }) => practitioners.unknown),
  bare: fixture('practitioners.bare', ({ practitioners }) => practitioners.bare),
  adeli: fixture('practitioners.adeli', ({ practitioners }) => practitioners.adeli),
  kept: fixture('practitioners.kept', ({ practitioners }) => practitioners.kept),
  oneCpts: fixture('cpts.one', ({ cpts }) => cpts.one),
  severalCpts: fixture('cpts.several', ({ cpts }) => cpts.several),
  association: fixture('sos.one', ({ sos }) => sos.one),
  associations: fixture('sos.together', ({ sos }) => sos.together),
  unprefixedSiret: fixture('sos.unprefixed', ({ sos }) => sos.unprefixed),
  sosNoSlots: fixture('sos.noSlots', ({ sos }) => sos.noSlots),
  unknownSiret: fixture('sos.unknown', ({ sos }) => sos.unknown),
  regulators: fixture('regulators', ({ regulators }) => regulators ?? undefined),
  tls: fixture('tls', ({ tls }) => tls ?? undefined),
} as const;

/** The same checks, skipped also where another fixture is missing. */
export function needing(other: Fixture<unknown>, checks: readonly Check[]): Check[] {
  return checks.map((check) => ({ ...check, needs: [...check.needs, other] }));
}
