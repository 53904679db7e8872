import type { ReactiveElement } from 'lit';
import type { Orientation } from '@sas-kit/client';
import { alarmOf, isListed, settleDay, type Day, type Show } from './day.ts';
import { OrientationFeed, type OrientationListClient } from './feed.ts';

/** What the worklist needs of its element. */
export interface WorklistHooks {
  readonly api: () => OrientationListClient;
  readonly show: () => Show;
  /** Tells the page of a failed call. */
  readonly report: (error: unknown) => void;
  /** Something happened to an appointment that is listed: the latest, and how many alarms there are. */
  readonly alarmed: (one: Orientation, left: number) => void;
  /** The list is no longer kept up to date. */
  readonly frozen: () => void;
  /** A call about one orientation failed. */
  readonly refused: (error: unknown) => void;
}

/** The orientations of the day in their places, and what is done about one of them. */
export class Worklist {
  /** Undefined until everything was told once, or the line was lost before. */
  day: Day | undefined;
  /** Why the day is not followed any more. */
  failure: unknown;
  /** Id of the orientation about which a call is under way. */
  busy = '';
  /** Why the last call about an orientation failed, by its id. */
  readonly faults = new Map<string, unknown>();
  readonly #host: ReactiveElement;
  readonly #hooks: WorklistHooks;
  #feed: OrientationFeed;
  #following: AbortController | undefined;

  constructor(host: ReactiveElement, hooks: WorklistHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#feed = this.#newFeed();
  }

  /** Nothing is known before the first connection has told everything, or after it was lost. */
  get whole(): boolean {
    return this.#feed.whole;
  }

  /** Milliseconds since the epoch since which changes may have been missed. */
  get frozenSince(): number | undefined {
    return this.#feed.frozenSince;
  }

  /** How many are known, listed or not. */
  get count(): number {
    return this.#feed.all.length;
  }

  get(id: string): Orientation | undefined {
    return this.#feed.get(id);
  }

  /** Forgets everything: the page calls another platform, or as somebody else. */
  forget(): void {
    this.#feed = this.#newFeed();
    this.day = undefined;
    this.faults.clear();
  }

  /** Follows the day anew. What is shown stays until it was told again. */
  follow(): void {
    this.leave();
    this.#following = new AbortController();
    void this.#follow(this.#following.signal);
  }

  leave(): void {
    this.#following?.abort();
  }

  /** @param asked - the reader asks for everything in its place */
  settle(asked = false): void {
    const lists = this.#host.renderRoot.querySelector('.lists');
    const reading = lists?.matches(':hover, :focus-within') ?? false;
    const before = asked ? undefined : this.day;
    this.day = settleDay(before, this.#feed.all, this.#hooks.show(), reading);
    this.#host.requestUpdate();
  }

  /** Somebody looks after what happened; undefined where that was not noted. */
  acknowledge(one: Orientation): Promise<Orientation | undefined> {
    return this.#work(one, async () => {
      const alarm = alarmOf(one);
      if (!alarm) return undefined;
      const seen = await this.#hooks.api().orientations.acknowledge(one.id, alarm);
      this.#feed.put(seen);
      this.settle(true);
      return seen;
    });
  }

  /** Tells whether an appointment was booked on its editor's page; undefined where that was not noted. */
  close(one: Orientation, booked: boolean): Promise<Orientation | undefined> {
    return this.#work(one, async () => {
      const { appointments, orientations } = this.#hooks.api();
      await appointments[booked ? 'confirm' : 'cancel'](one.appointmentId ?? '');
      const closed = await orientations.get(one.id);
      this.#feed.put(closed);
      this.settle(true);
      return closed;
    });
  }

  /** Tells dispatch software once more; undefined where that failed. */
  resend(one: Orientation): Promise<Orientation | undefined> {
    return this.#work(one, async () => {
      const { id, appointment } = one;
      if (!appointment) return undefined;
      const transmission = await this.#hooks.api().transmissions.retry(appointment.id);
      const latest = this.#feed.get(id) ?? one;
      const told = { ...(latest.appointment ?? appointment), transmission };
      this.#feed.put({ ...latest, appointment: told });
      return this.#feed.get(id);
    });
  }

  #newFeed(): OrientationFeed {
    const feed: OrientationFeed = new OrientationFeed({
      changed: (alarms) => {
        if (feed === this.#feed) this.#changed(alarms);
      },
      frozen: () => {
        if (feed !== this.#feed) return;
        if (this.count > 0) this.settle();
        this.#hooks.frozen();
      },
    });
    return feed;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      await this.#feed.follow(this.#hooks.api(), signal);
    } catch (error) {
      this.failure = error;
      this.#hooks.report(error);
      this.#host.requestUpdate();
    }
  }

  #changed(alarms: readonly Orientation[]): void {
    // Until everything was told once, nothing has its place yet.
    if (this.whole || this.frozenSince !== undefined) this.settle();
    const listed = alarms.filter((one) => isListed(one, this.#hooks.show()));
    const latest = listed.at(-1);
    if (latest) this.#hooks.alarmed(latest, this.day?.alarms.length ?? 0);
  }

  /** One call at a time. What failed is told beside its orientation. */
  async #work<T>(one: Orientation, work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy !== '') return undefined;
    this.busy = one.id;
    this.faults.delete(one.id);
    this.#host.requestUpdate();
    try {
      return await work();
    } catch (error) {
      this.faults.set(one.id, error);
      this.#hooks.report(error);
      this.#hooks.refused(error);
      return undefined;
    } finally {
      this.busy = '';
      this.#host.requestUpdate();
    }
  }
}
