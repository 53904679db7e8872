import type { Week } from './data.ts';

/** What a page under measure does. It lives in the page, as `globalThis.contestant`. */
export interface Contestant {
  /** Begins to show every slot. */
  show(): void;
  /** How many slots are shown. */
  count(): number;
  /** Begins to change one slot. */
  change(): void;
  /** Whether the change is shown. */
  changed(): boolean;
  /** What holds the slots, elements of shadow roots included. */
  root: Element | ShadowRoot;
}

/** What a page is given. */
export interface Given {
  readonly week: Week;
  readonly changed: string;
}

/** A page under measure, and what it loads. */
export interface Entry {
  readonly name: string;
  readonly load: () => Promise<Loaded>;
  /** Runs in the page, before the measure: sets `globalThis.contestant`. Uses nothing from outside. */
  readonly setUp: (given: Given) => void | Promise<void>;
}

export type Loaded =
  | { readonly code: string; readonly css: string; readonly module?: boolean }
  | { readonly missing: string };
