import type { Orientation, SasClient, StreamStatus } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { alarmOf } from './day.ts';

/** The resources that the list calls. */
export type OrientationListClient = Pick<SasClient, 'orientations' | 'transmissions'> & {
  readonly appointments: Pick<SasClient['appointments'], 'cancel' | 'confirm'>;
};

/** What a feed tells of itself. */
export interface FeedHooks {
  /** Something is known now that was not: `alarms` are orientations to whose appointment something happened. */
  changed: (alarms: readonly Orientation[]) => void;
  /** The list is no longer kept up to date. */
  frozen: () => void;
}

/** The orientations of the day as the platform tells them, connection after connection. */
export class OrientationFeed {
  readonly #byId = new Map<string, Orientation>();
  readonly #hooks: FeedHooks;
  /** Told since the connection was made: everything is told again by each. */
  #told = new Set<string>();
  /** Everything was told once. */
  whole = false;
  /** Milliseconds since the epoch since which changes may have been missed. */
  frozenSince: number | undefined;

  constructor(hooks: FeedHooks) {
    this.#hooks = hooks;
  }

  get all(): readonly Orientation[] {
    return [...this.#byId.values()];
  }

  get(id: string): Orientation | undefined {
    return this.#byId.get(id);
  }

  /** Takes up what a call has answered about one of them. */
  put(orientation: Orientation): void {
    this.#byId.set(orientation.id, orientation);
    this.#hooks.changed([]);
  }

  /**
   * Follows the day until the signal ends it.
   *
   * @throws SasError what the platform refuses; before anything was told, also what failed too often
   */
  async follow({ orientations }: OrientationListClient, signal: AbortSignal): Promise<void> {
    this.#told = new Set();
    const onState = (status: StreamStatus) => this.#become(status, signal);
    try {
      for await (const { event, data } of orientations.stream({}, { signal, onState })) {
        if (signal.aborted) return;
        if (event === 'orientation') this.#take(data);
        else this.#end();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (this.#byId.size > 0 || this.whole) this.#freeze(clock.today());
      throw error;
    }
  }

  #take(one: Orientation): void {
    const before = this.#byId.get(one.id);
    const alarm = alarmOf(one);
    const known = before && alarmOf(before);
    this.#told.add(one.id);
    this.#byId.set(one.id, one);
    this.#hooks.changed(this.whole && alarm && alarm.at !== known?.at ? [one] : []);
  }

  /** Everything was told: what was not is of another day, or the reader's no more. */
  #end(): void {
    for (const id of this.#byId.keys()) if (!this.#told.has(id)) this.#byId.delete(id);
    this.frozenSince = undefined;
    const first = !this.whole;
    this.whole = true;
    this.#hooks.changed(first ? this.all.filter((one) => alarmOf(one)) : []);
  }

  #become({ state, since }: StreamStatus, signal: AbortSignal): void {
    if (signal.aborted || state === 'live') return;
    this.#told = new Set();
    if (state === 'stale') this.#freeze(since);
  }

  #freeze(since: number): void {
    const first = this.frozenSince === undefined;
    this.frozenSince ??= since;
    if (first) this.#hooks.frozen();
  }
}
