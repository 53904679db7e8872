import { clock } from '../../../packages/elements/src/base/clock.ts';
import { asOf, zone } from '../../../packages/elements/src/testing/fixtures.ts';

/** How far it goes, ms: a hold of one second ends, one of five minutes shows 4:59. */
const reach = 1000;

/**
 * Gives the elements a clock that is as far as its first second, whenever one looks: timers of that
 * second are called at once and in their order, later ones never.
 */
export function stillClock(): void {
  let now = 0;
  clock.now = () => now;
  clock.today = () => Date.parse(asOf);
  clock.zone = () => zone;
  clock.after = (milliseconds, call) => {
    const at = now + milliseconds;
    if (at > reach) return () => undefined;
    const timer = setTimeout(() => {
      now = Math.max(now, at);
      call();
    });
    return () => clearTimeout(timer);
  };
}
