import type { ReactiveControllerHost } from 'lit';
import type { AgendaSlot, Schedule, Structure } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { civilTime } from '../../format/civil.ts';
import { addDays, mondayOf } from '../../format/week.ts';
import {
  readCommunities,
  readFeed,
  readPlanning,
  readSchedules,
  readWeek,
  type AgendaClient,
  type Week,
} from './agenda-data.ts';

/** What the element shows of the platform: the agendas, one of them, one of its weeks, its planning. */
export class AgendaStore {
  /** The agenda shown. */
  schedule: Schedule | undefined;
  /** The week and the planning were read once, or could not be: what is below them stays in its place. */
  settled = false;
  /** The day shown, or a day of the week shown; empty until one is. */
  date = '';
  readonly schedules;
  readonly week;
  readonly planning;
  readonly feed;
  readonly communities;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost, api: () => AgendaClient) {
    this.#host = host;
    this.schedules = new AsyncTask(host, (signal, wanted: string) =>
      readSchedules(api(), wanted, signal),
    );
    this.week = new AsyncTask(host, (signal, schedule: Schedule, monday: string) =>
      readWeek(api(), schedule, monday, signal),
    );
    this.planning = new AsyncTask(host, (signal, schedule: Schedule) =>
      readPlanning(api(), schedule, signal),
    );
    this.feed = new AsyncTask(host, (signal, schedule: Schedule) =>
      readFeed(api(), schedule, signal),
    );
    this.communities = new AsyncTask(host, (signal) => readCommunities(api(), signal));
  }

  get zone(): string {
    return this.schedule?.location.timeZone ?? 'Europe/Paris';
  }

  /** Today at the place. */
  get today(): string {
    return civilTime(clock.today(), this.zone).date;
  }

  /** First day of the week shown. */
  get monday(): string {
    return this.date && mondayOf(this.date);
  }

  get slots(): readonly AgendaSlot[] {
    return this.week.value?.slots ?? [];
  }

  /** The last day that weekly rules have been made into slots, where the week shown is after it. */
  get horizonBefore(): string | undefined {
    const last = addDays(this.today, this.schedule?.horizonDays ?? 0);
    const rules = this.planning.value?.rules ?? [];
    return rules.length > 0 && this.monday > last ? last : undefined;
  }

  /** Shows an agenda of the list: the wanted one, else the first. Answers whether it is another one. */
  choose(wanted: string): boolean {
    const list = this.schedules.value ?? [];
    const schedule = list.find(({ id }) => id === wanted) ?? (wanted === '' ? list[0] : undefined);
    const another = schedule?.id !== this.schedule?.id;
    this.schedule = schedule;
    if (another) {
      this.week.value = undefined;
      this.planning.value = undefined;
      this.settled = false;
      this.feed.abort();
      this.feed.value = undefined;
    }
    return another;
  }

  /** Takes a changed agenda in the place of what was known of it. */
  adopt(schedule: Schedule): void {
    this.schedule = schedule;
    this.schedules.value = this.schedules.value?.map((other) =>
      other.id === schedule.id ? schedule : other,
    );
    this.#host.requestUpdate();
  }

  /** Reads the week of a date. What is shown stays, unless it is another week. */
  async readWeek(date: string): Promise<Week | undefined> {
    if (!this.schedule) return undefined;
    this.date = date;
    if (this.week.value?.monday !== this.monday) this.week.value = undefined;
    const week = await this.week.run(this.schedule, this.monday);
    this.#settle();
    return week;
  }

  async readPlanning(): Promise<void> {
    if (this.schedule) await this.planning.run(this.schedule);
    this.#settle();
  }

  #settle(): void {
    const read = [this.week, this.planning];
    if (this.settled || !read.every(({ status }) => status === 'done' || status === 'failed'))
      return;
    this.settled = true;
    this.#host.requestUpdate();
  }

  /** Reads the communities once; again for another form where that had failed. */
  async readCommunities(): Promise<void> {
    const { status } = this.communities;
    if (status === 'idle' || status === 'failed') await this.communities.run();
  }

  /** The communities to choose from, none where they could not be read; undefined until then. */
  get knownCommunities(): readonly Structure[] | undefined {
    return this.communities.value ?? (this.communities.status === 'failed' ? [] : undefined);
  }
}
