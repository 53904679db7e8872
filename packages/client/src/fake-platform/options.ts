import type { FakeFault, Matcher } from './faults.ts';
import type { FakeData } from './seed.ts';

/** How a fake platform begins. */
export interface FakePlatformOptions {
  /** Chooses ids, names, references and delays: the same seed, the same platform. Default 1. */
  seed?: number;
  /**
   * What its clock shows: an instant at which it stands until `advance`, or a clock that runs
   * (`Date.now`). Default, Monday 23 November 2026, 08:00 in Paris.
   */
  now?: string | Date | (() => number);
  /** Milliseconds that each answer takes, or from how many to how many. Default 0. */
  latency?: number | readonly [least: number, most: number];
  /** As for `fail`, in place after every `reset` too. */
  faults?: readonly (readonly [matcher: Matcher, fault: FakeFault, times?: number])[];
  /** What it knows, in place of what the seed gives. */
  data?: FakeData;
  /** Address under which it is known. Default `https://sas.example`. */
  url?: string;
  /** Origins of pages that may use the publishable key. Default, any. */
  origins?: readonly string[];
}
