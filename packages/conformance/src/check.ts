import type { Finding, Severity, Text } from '@sas-kit/fhir';
import type { Config } from './config.ts';
import type { Ask, Exchange } from './http/exchange.ts';
import type { TrialHub } from './lrm/trial-hub.ts';

/** A part of the configuration that a check needs; without it the check is skipped and says so. */
export interface Fixture<Value> {
  /** Its place in the configuration file, `practitioners.twoPlaces`. */
  readonly path: string;
  readonly of: (config: Config) => Value | undefined;
}

/** What a check finds wrong. The runner adds the check's own rule, source and mend where absent. */
export interface Fault {
  /** FHIRPath-like place, or the part of the exchange: `status`, `headers.location`. */
  readonly place: string;
  readonly message: Text;
  /** Default `error`. */
  readonly severity?: Severity;
  readonly rule?: string;
  readonly mend?: Text;
  readonly source?: string;
  /** Where it was seen. Default: the last exchange of the check. */
  readonly exchange?: Exchange;
}

/** One thing that an endpoint must do. */
export interface Check {
  /** Stable, group and name: `window/bounds-included`. */
  readonly id: string;
  /** Numbers of the official tests that ask the same. */
  readonly kit?: readonly string[];
  /** What must hold. */
  readonly title: Text;
  /** Clause of the guide, profile or number of the official test. */
  readonly source: string;
  /** How to put it right. */
  readonly mend: Text;
  readonly needs: readonly Fixture<unknown>[];
  /**
   * Asks and judges. No fault: passed; any `error`: failed; any `warning`: warning.
   *
   * @throws {Skip} when it cannot be judged here, {Stop} with faults, or what `scene.ask` throws.
   */
  readonly run: (scene: Scene) => Promise<readonly Fault[]>;
}

/** Where a check runs: the endpoint, its fixtures, the time. One for each check of a run. */
export interface Scene {
  readonly config: Config;
  /** Address of the endpoint, without a slash at the end. */
  readonly base: string;
  /** The present at the start of the run, ms since 1970: the same for all checks of a run. */
  readonly now: number;
  /**
   * Sends a request. A GET that was asked before in this run is not sent again, unless `fresh`.
   *
   * @throws {NoAnswer} when no whole answer came: the runner makes it a finding of the check.
   */
  readonly ask: (request: Ask) => Promise<Exchange>;
  /** The Hub that the run plays. @throws Error in a run without: only checks of `--lrm` have it. */
  readonly hub: TrialHub;
  /** @throws {Skip} when the configuration does not name it. */
  readonly get: <Value>(fixture: Fixture<Value>) => Value;
  /** A value that the checks of one run share; made once, by the first that asks. */
  readonly shared: <Value>(key: string, make: () => Value) => Value;
}

/** What came of a check. A skipped one names the fixture that it misses. */
export type Status = 'passed' | 'failed' | 'warning' | 'skipped';

/** A finding with the exchange in which it was seen. */
export interface CheckFinding extends Finding {
  readonly exchange?: Exchange;
}

/** What came out of one check. */
export interface Verdict {
  readonly check: Check;
  readonly status: Status;
  /** Those of severity `information` do not change the status. */
  readonly findings: readonly CheckFinding[];
  /** Why it was skipped. */
  readonly reason?: Text;
  /** What the check asked, also where the answer was known from another check. */
  readonly exchanges: readonly Exchange[];
  /** Time that the check took, in ms. */
  readonly ms: number;
}

/** Thrown by a check that cannot be judged here. */
export class Skip extends Error {
  readonly reason: Text;

  constructor(reason: Text) {
    super(reason.en);
    this.name = 'Skip';
    this.reason = reason;
  }
}

/** Thrown by a check that cannot go on, with what it has found. */
export class Stop extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: Fault | readonly Fault[]) {
    super('the check cannot go on');
    this.name = 'Stop';
    this.faults = 'place' in faults ? [faults] : faults;
  }
}

/**
 * Thrown for an answer that no check can use. The first check that meets it fails, the others are skipped:
 * what is wrong is told once.
 */
export class Unusable extends Stop {
  readonly exchange: Exchange;

  constructor(fault: Fault, exchange: Exchange) {
    super({ ...fault, exchange });
    this.name = 'Unusable';
    this.exchange = exchange;
  }
}

/** The id without its last part. */
export function groupOf(check: Pick<Check, 'id'>): string {
  return check.id.slice(0, check.id.lastIndexOf('/'));
}
